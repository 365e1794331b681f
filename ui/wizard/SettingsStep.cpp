// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/SettingsStep.h"

#include "ui/forms/TaskSettingsEditor.h"

#include <QVBoxLayout>

namespace rowcast::ui {

namespace {

const QString kSettings = QStringLiteral("settings");

} // namespace

SettingsStep::SettingsStep(QWidget *parent)
    : WizardPage({tr("Task settings"), tr("How the task runs. The defaults suit most migrations."),
                     {tr("Task settings"),
                         tr("What DMS calls task settings, those that do something with Kafka. Only what you change is "
                            "written into the document."),
                         tr("Task settings: Wizard or JSON editor"), QString(), QString()}},
        parent)
    , m_editor(new TaskSettingsEditor(this))
{
    body()->addWidget(m_editor, 1);
    connect(m_editor, &TaskSettingsEditor::edited, this, &WizardPage::edited);
}

void SettingsStep::enter(const MigrationDraft &draft)
{
    m_editor->setMigrationType(draft.document.task.hasFullLoad(), draft.document.task.hasCdc());
}

Result<void> SettingsStep::leave(MigrationDraft &draft) const
{
    Result<TaskSettings> settings = m_editor->settings();
    if (!settings) {
        return settings.error();
    }
    draft.document.task.settings = *settings;
    return {};
}

QString SettingsStep::problem() const
{
    return m_editor->problem();
}

void SettingsStep::showProblems()
{
    m_editor->showProblems();
}

QJsonObject SettingsStep::state() const
{
    const Result<TaskSettings> settings = m_editor->settings();
    return settings ? QJsonObject{{kSettings, QString::fromUtf8(settings->statedJson())}} : QJsonObject();
}

void SettingsStep::restore(const QJsonObject &state)
{
    const auto settings = TaskSettings::parse(state.value(kSettings).toString().toUtf8());
    if (settings) {
        m_editor->setSettings(*settings);
    }
}

void SettingsStep::setSettings(const TaskSettings &settings)
{
    m_editor->setSettings(settings);
}

} // namespace rowcast::ui
