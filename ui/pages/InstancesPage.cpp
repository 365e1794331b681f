// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/InstancesPage.h"

#include "ui/frame/Frame.h"
#include "ui/models/InstanceModel.h"
#include "ui/pages/InstanceDialog.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/TableView.h"

#include <QAction>
#include <QSortFilterProxyModel>

namespace rowcast::ui {

InstancesPage::InstancesPage(const AppContext &context, QWidget *parent)
    : DefinitionsPage(context, {pages::kInstances, QStringLiteral("computer-symbolic"), tr("Replication instances")},
        DefinitionKind::Instance, parent)
    , m_model(new InstanceModel(this))
{
    QAction *add
        = addVerb(QStringLiteral("list-add"), tr("Create &replication instance"), {}, false, [this] { edit({}); });
    addEditAndDelete();
    header().setPrimaryAction(add);
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_model);
    auto *table = new TableView(QStringLiteral("instances"), context.settings, this);
    table->setModel(sorted);
    table->setColumnUnits({22, 18, 11, 13, 28, 9});
    table->setEmptyState(new EmptyState(QStringLiteral("computer"),
        tr("A replication instance says where tasks run and how much memory they may take."), add, table));
    setTable(table);
}

QString InstancesPage::identifierAt(int row) const
{
    return m_model->instance(row).spec.identifier;
}

void InstancesPage::showDefinitions(const DefinitionsSnapshot &definitions)
{
    m_model->setDefinitions(definitions);
    header().setState(definitions.instances.empty()
            ? QString()
            : tr("%n instance(s), all on this computer", nullptr, int(definitions.instances.size())));
}

void InstancesPage::edit(const QString &identifier)
{
    auto *dialog = new InstanceDialog(context(), identifier, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

std::vector<TourStop> InstancesPage::tourStops()
{
    return {{description().id, [] { return nullptr; }}, {QStringLiteral("instance-create"), [this]() -> QWidget * {
                                                             edit({});
                                                             return findChild<InstanceDialog *>();
                                                         }}};
}

} // namespace rowcast::ui
