// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/TaskSettings.h"

#include <QWidget>

namespace rowcast::ui {

class JsonTabs;
class TaskSettingsForm;

// The task settings as a form and as JSON, kept in step. The JSON holds what is stated; all else has DMS's defaults.
class TaskSettingsEditor : public QWidget {
    Q_OBJECT

public:
    explicit TaskSettingsEditor(QWidget *parent = nullptr);

    void setSettings(const TaskSettings &settings);
    [[nodiscard]] Result<TaskSettings> settings() const;
    void setMigrationType(bool hasFullLoad, bool hasCdc);
    [[nodiscard]] QString problem() const;
    void showProblems();

Q_SIGNALS:
    void edited();

private:
    TaskSettingsForm *m_form;
    JsonTabs *m_tabs;
};

} // namespace rowcast::ui
