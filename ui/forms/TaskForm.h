// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/TaskSpec.h"
#include "ui/forms/FieldForm.h"

#include <QStringList>

class QButtonGroup;
class QDateTimeEdit;

namespace rowcast::ui {

// What a task is: identifier, migration type, where its changes begin, whether it starts at once.
class TaskForm : public FieldForm {
    Q_OBJECT

public:
    explicit TaskForm(QWidget *parent = nullptr);

    // Mappings and settings are not touched here.
    void setSpec(const TaskSpec &spec);
    void fill(TaskSpec &spec) const;
    void setTakenNames(const QStringList &names) { m_takenNames = names; }
    // A stored task: the name is fixed, and it does not start because it was edited.
    void setEditing(bool isEditing);
    [[nodiscard]] bool startsOnCreate() const;
    void setStartsOnCreate(bool isStarting);
    // Until the person writes an identifier, this one stands there.
    void suggestIdentifier(const QString &identifier);

    [[nodiscard]] std::vector<Problem> problems() const override;
    [[nodiscard]] QJsonObject state() const override;
    void restore(const QJsonObject &state) override;

private:
    enum class CdcStartKind { Now, Time, Position };
    void addMigrationTypes();
    void addCdcStart();
    [[nodiscard]] MigrationType migrationType() const;
    [[nodiscard]] CdcStartKind cdcStart() const;
    void showType();

    QLineEdit *m_identifier;
    QButtonGroup *m_types;
    QComboBox *m_cdcStart;
    QDateTimeEdit *m_cdcTime;
    QLineEdit *m_cdcPosition;
    QComboBox *m_startup;
    std::optional<CdcStop> m_cdcStop; // of an imported document
    QStringList m_takenNames;
    bool m_isSuggested = true;
};

} // namespace rowcast::ui
