// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/TaskSettingsEditor.h"

#include "ui/forms/JsonTabs.h"
#include "ui/forms/TaskSettingsForm.h"
#include "ui/style/Metrics.h"

#include <QVBoxLayout>

namespace rowcast::ui {

TaskSettingsEditor::TaskSettingsEditor(QWidget *parent)
    : QWidget(parent)
    , m_form(new TaskSettingsForm(this))
{
    auto *page = new QWidget(this);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, unit(), 0, 0);
    rows->addWidget(m_form);
    rows->addStretch(1);
    m_tabs = new JsonTabs(page, tr("Settings"),
        {.toJson =
                [this] {
                    const auto settings = m_form->settings();
                    return settings ? settings->statedJson() : QByteArray();
                },
            .fromJson = [this](const QByteArray &json) -> Result<void> {
                Result<TaskSettings> parsed = TaskSettings::parse(json);
                if (!parsed) {
                    return parsed.error();
                }
                m_form->setSettings(*parsed);
                return {};
            }},
        this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
    connect(m_form, &FieldForm::edited, m_tabs, &JsonTabs::formEdited);
    connect(m_form, &FieldForm::edited, this, &TaskSettingsEditor::edited);
    connect(m_tabs, &JsonTabs::edited, this, &TaskSettingsEditor::edited);
}

void TaskSettingsEditor::setSettings(const TaskSettings &settings)
{
    m_form->setSettings(settings);
}

Result<TaskSettings> TaskSettingsEditor::settings() const
{
    return m_form->settings();
}

void TaskSettingsEditor::setMigrationType(bool hasFullLoad, bool hasCdc)
{
    m_form->setMigrationType(hasFullLoad, hasCdc);
}

QString TaskSettingsEditor::problem() const
{
    return m_tabs->problem().isEmpty() ? firstProblem(*m_form) : m_tabs->problem();
}

void TaskSettingsEditor::showProblems()
{
    if (m_tabs->problem().isEmpty() && !m_form->validate()) {
        m_tabs->setCurrentTab(0);
    }
}

} // namespace rowcast::ui
