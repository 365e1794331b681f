// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/TaskSettings.h"
#include "ui/forms/FieldForm.h"

namespace rowcast::ui {

// A task's settings: those that do something with a Kafka target. Only what the person changes is stated in the
// document; the rest keeps DMS's defaults, and what an imported document states stays.
class TaskSettingsForm : public FieldForm {
    Q_OBJECT

public:
    explicit TaskSettingsForm(QWidget *parent = nullptr);

    void setSettings(const TaskSettings &settings);
    // A failure names the setting that is refused.
    [[nodiscard]] Result<TaskSettings> settings() const;
    // What concerns loads only, or changes only, is hidden where the type has none.
    void setMigrationType(bool hasFullLoad, bool hasCdc);

    [[nodiscard]] std::vector<Problem> problems() const override;

private:
    enum class LobKind { Whole, Limited, None };
    struct Binding {
        TaskSettingName name;
        QWidget *field;
        TaskSettings::Value shown; // what setSettings() put there
    };
    void addSetting(TaskSettingName name, const QString &label, const FieldHelp &help);
    void addLoad();
    void addLobs();
    void addChanges();
    void addBeforeImage();
    void addErrors();
    void addResources();
    [[nodiscard]] static TaskSettings::Value valueOf(const QWidget *field);
    static void showValue(QWidget *field, const TaskSettings::Value &value);
    [[nodiscard]] static LobKind lobKind(const TaskSettings &settings);
    [[nodiscard]] Result<void> fillLobs(TaskSettings &settings) const;
    void showLobs();
    [[nodiscard]] BeforeImageSettings beforeImage() const;

    TaskSettings m_base;
    std::vector<Binding> m_bindings;
    QComboBox *m_stopAfterLoad;
    QComboBox *m_lobs;
    QSpinBox *m_lobMaxSize;
    QCheckBox *m_beforeImage;
    QLineEdit *m_beforeImageField;
    QComboBox *m_beforeImageColumns;
    std::vector<QWidget *> m_loadFields;
    std::vector<QWidget *> m_cdcFields;
};

// The sentence for a value that DMS writes in capitals: "DROP_AND_CREATE" -> "Drop tables on target".
[[nodiscard]] QString settingChoiceText(const QString &value);

} // namespace rowcast::ui
