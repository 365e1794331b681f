// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/TablesStep.h"

#include "ui/forms/TableMappingForm.h"

#include <QVBoxLayout>

namespace rowcast::ui {

namespace {

const QString kMappings = QStringLiteral("mappings");

} // namespace

TablesStep::TablesStep(const AppContext &context, QWidget *parent)
    : WizardPage(
        {tr("Table mappings"),
            tr("Selection rules say which tables the task takes. The list below shows what they match."),
            {tr("Table mappings"),
                tr("Rules with names or patterns. Exclude beats Include. Tables that are created later and match "
                   "are taken too."),
                tr("Table mappings: selection rules"), tr("Include  shop . %\nExclude  shop . tmp[_]%"),
                tr("Names differ by upper and lower case. A table without a primary key gets the key "
                   "schema.table: all of its messages go to one partition.")}},
        parent)
    , m_form(new TableMappingForm(context, this))
{
    body()->addWidget(m_form, 1);
    connect(m_form, &TableMappingForm::edited, this, &WizardPage::edited);
}

void TablesStep::enter(const MigrationDraft &draft)
{
    m_form->setSource({draft.document.source, draft.sourceUid});
}

Result<void> TablesStep::leave(MigrationDraft &draft) const
{
    draft.document.task.mappings = m_form->mappings();
    draft.selectedTables = m_form->selectedTables();
    return {};
}

QString TablesStep::problem() const
{
    return m_form->problem();
}

QJsonObject TablesStep::state() const
{
    return {{kMappings, QString::fromUtf8(m_form->mappings().json())}};
}

void TablesStep::restore(const QJsonObject &state)
{
    const auto mappings = TableMappings::parse(state.value(kMappings).toString().toUtf8());
    if (mappings) {
        m_form->setMappings(*mappings);
    }
}

void TablesStep::setMappings(const TableMappings &mappings)
{
    m_form->setMappings(mappings);
}

} // namespace rowcast::ui
