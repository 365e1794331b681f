// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/TaskStep.h"

#include "ui/forms/TaskForm.h"

#include <QVBoxLayout>

namespace rowcast::ui {

TaskStep::TaskStep(QWidget *parent)
    : WizardPage(
        {tr("Database migration task"), tr("What is migrated, and when it starts."),
            {tr("Database migration task"),
                tr("A task moves tables from the source to the target: all rows once, their changes, or both."),
                tr("Database migration task: task configuration"), QString(), QString()}},
        parent)
    , m_form(new TaskForm(this))
{
    body()->addWidget(m_form);
    body()->addStretch(1);
    connect(m_form, &FieldForm::edited, this, &WizardPage::edited);
}

void TaskStep::setTakenNames(const QStringList &names)
{
    m_form->setTakenNames(names);
}

void TaskStep::enter(const MigrationDraft &draft)
{
    const QString &source = draft.document.source.identifier;
    const QString &target = draft.document.target.identifier;
    m_form->suggestIdentifier(QStringLiteral("%1-to-%2").arg(source, target));
}

Result<void> TaskStep::leave(MigrationDraft &draft) const
{
    m_form->fill(draft.document.task);
    draft.startsOnCreate = m_form->startsOnCreate();
    return {};
}

QString TaskStep::problem() const
{
    return firstProblem(*m_form);
}

void TaskStep::showProblems()
{
    m_form->validate();
}

QJsonObject TaskStep::state() const
{
    return m_form->state();
}

void TaskStep::restore(const QJsonObject &state)
{
    m_form->restore(state);
}

void TaskStep::setSpec(const TaskSpec &spec)
{
    m_form->setSpec(spec);
}

} // namespace rowcast::ui
