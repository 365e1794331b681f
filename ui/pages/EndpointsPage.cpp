// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/EndpointsPage.h"

#include "core/store/StoreService.h"
#include "ui/forms/TestPanel.h"
#include "ui/frame/Frame.h"
#include "ui/models/EndpointModel.h"
#include "ui/pages/EndpointDialog.h"
#include "ui/pages/TestDialog.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/StatusDelegate.h"
#include "ui/widgets/TableView.h"

#include <QAction>
#include <QSortFilterProxyModel>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace rowcast::ui {

EndpointsPage::EndpointsPage(const AppContext &context, QWidget *parent)
    : DefinitionsPage(context, {pages::kEndpoints, QStringLiteral("network-connect"), tr("Endpoints")},
        DefinitionKind::Endpoint, parent)
    , m_model(new EndpointModel(*context.clock, this))
    , m_clock(new QTimer(this))
{
    QAction *testVerb = addVerb(QStringLiteral("network-connect"), tr("&Test connection"),
        QKeySequence(Qt::CTRL | Qt::Key_T), true, [this] { test(); });
    QAction *target = addVerb(QStringLiteral("list-add"), tr("Create tar&get endpoint"), {}, false,
        [this] { open(EndpointRole::Target, {}); });
    QAction *source = addVerb(QStringLiteral("list-add"), tr("Create &source endpoint"), {}, false,
        [this] { open(EndpointRole::Source, {}); });
    addEditAndDelete();
    header().addAction(testVerb);
    header().addAction(target);
    header().setPrimaryAction(source);
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_model);
    auto *table = new TableView(QStringLiteral("endpoints"), context.settings, this);
    table->setItemDelegateForColumn(EndpointModel::LastTest, new StatusDelegate(table));
    table->setModel(sorted);
    table->setColumnUnits({18, 8, 24, 25, 9, 18, 12, 7});
    table->setEmptyState(new EmptyState(QStringLiteral("network-connect"),
        tr("Endpoints say where rows come from and where messages go to."), source, table));
    setTable(table);
    m_clock->setInterval(std::chrono::seconds(10));
    connect(m_clock, &QTimer::timeout, m_model, &EndpointModel::refreshTimes);
}

void EndpointsPage::entered()
{
    m_model->refreshTimes();
    m_clock->start();
}

void EndpointsPage::left()
{
    m_clock->stop();
}

QString EndpointsPage::identifierAt(int row) const
{
    return m_model->endpoint(row).spec.identifier;
}

void EndpointsPage::showDefinitions(const DefinitionsSnapshot &definitions)
{
    m_model->setDefinitions(definitions);
    const auto failed
        = std::count_if(definitions.endpoints.begin(), definitions.endpoints.end(), [](const StoredEndpoint &endpoint) {
              return endpoint.lastTest && endpoint.lastTest->isCurrent
                  && endpoint.lastTest->verdict() == StepState::Failed;
          });
    QString state = tr("%n endpoint(s)", nullptr, int(definitions.endpoints.size()));
    if (failed > 0) {
        state = tr("%1, %2").arg(state, tr("the last test of %n failed", nullptr, int(failed)));
    }
    header().setState(definitions.endpoints.empty() ? QString() : state);
}

void EndpointsPage::edit(const QString &identifier)
{
    if (const StoredEndpoint *stored = context().store->definitions().endpoint(identifier)) {
        open(stored->spec.role, identifier);
    }
}

void EndpointsPage::open(EndpointRole role, const QString &identifier)
{
    auto *dialog = new EndpointDialog(context(), role, identifier, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void EndpointsPage::test()
{
    auto *dialog = new TestDialog(context(), selected(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

std::vector<TourStop> EndpointsPage::tourStops()
{
    std::vector<TourStop> stops{{description().id, [] { return nullptr; }}};
    for (const StoredEndpoint &stored : context().store->definitions().endpoints) {
        const QString identifier = stored.spec.identifier;
        stops.push_back({QStringLiteral("endpoint-edit-") + identifier, [this, identifier]() -> QWidget * {
                             edit(identifier);
                             return findChild<EndpointDialog *>();
                         }});
        stops.push_back({QStringLiteral("endpoint-test-") + identifier,
            [this, identifier]() -> QWidget * {
                showItem(identifier);
                test();
                return findChild<TestDialog *>();
            },
            [this] {
                auto *dialog = findChild<TestDialog *>();
                return dialog != nullptr && !dialog->panel().isRunning() && !dialog->panel().steps().empty();
            }});
    }
    return stops;
}

} // namespace rowcast::ui
