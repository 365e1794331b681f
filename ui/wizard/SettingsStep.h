// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/WizardPage.h"

namespace rowcast::ui {

class TaskSettingsEditor;

// The task's settings.
class SettingsStep : public WizardPage {
    Q_OBJECT

public:
    explicit SettingsStep(QWidget *parent = nullptr);

    void enter(const MigrationDraft &draft) override;
    [[nodiscard]] Result<void> leave(MigrationDraft &draft) const override;
    [[nodiscard]] QString problem() const override;
    void showProblems() override;
    [[nodiscard]] QJsonObject state() const override;
    void restore(const QJsonObject &state) override;
    void setSettings(const TaskSettings &settings);

private:
    TaskSettingsEditor *m_editor;
};

} // namespace rowcast::ui
