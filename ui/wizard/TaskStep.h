// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/WizardPage.h"

#include <QStringList>

namespace rowcast::ui {

class TaskForm;

// Identifier, migration type, start.
class TaskStep : public WizardPage {
    Q_OBJECT

public:
    explicit TaskStep(QWidget *parent = nullptr);

    void setTakenNames(const QStringList &names);
    void enter(const MigrationDraft &draft) override;
    [[nodiscard]] Result<void> leave(MigrationDraft &draft) const override;
    [[nodiscard]] QString problem() const override;
    void showProblems() override;
    [[nodiscard]] QJsonObject state() const override;
    void restore(const QJsonObject &state) override;
    // From a document that was imported.
    void setSpec(const TaskSpec &spec);

private:
    TaskForm *m_form;
};

} // namespace rowcast::ui
