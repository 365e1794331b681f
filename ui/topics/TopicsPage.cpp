// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/TopicsPage.h"

#include "core/instance/ReplicationInstance.h"
#include "core/store/StoreService.h"
#include "ui/frame/Frame.h"
#include "ui/style/Metrics.h"
#include "ui/topics/DetailPane.h"
#include "ui/topics/MessageTable.h"
#include "ui/topics/TopicCatalog.h"
#include "ui/topics/TopicListModel.h"
#include "ui/topics/TopicProxy.h"
#include "ui/topics/TopicViewer.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FailureBanner.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/TableView.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rowcast::ui {

namespace {

const QString kLastEndpoint = QStringLiteral("topics/endpoint");
const QString kLastTopic = QStringLiteral("topics/topic");

} // namespace

TopicsPage::TopicsPage(const AppContext &context, QWidget *parent)
    : Page(context, {pages::kTopics, QStringLiteral("mail-message"), tr("Topics")}, parent)
    , m_endpoints(new QComboBox(this))
    , m_stack(new QStackedWidget(this))
    , m_search(new QLineEdit(this))
    , m_internal(new QCheckBox(tr("Internal"), this))
    , m_topics(new TopicListModel(this))
    , m_shown(new TopicProxy(this))
    , m_list(new TableView(QStringLiteral("topic-list"), context.settings, this))
    , m_banner(new FailureBanner(this))
    , m_viewer(new TopicViewer(*context.instance, context.settings, context.frame, this))
    , m_catalog(new TopicCatalog(*context.instance, *m_topics, this))
{
    makeHeader();
    m_stack->addWidget(new EmptyState(QStringLiteral("network-server"),
        tr("There is no target endpoint yet. A migration makes one."), m_newMigration, m_stack));
    m_stack->addWidget(makeBody());
    setContent(m_stack);
    connect(context.store, &StoreService::definitionsChanged, this, &TopicsPage::showDefinitions);
    connect(m_catalog, &TopicCatalog::listed, this, &TopicsPage::topicsListed);
    connect(m_catalog, &TopicCatalog::failed, this, [this](const Failure &failure) { m_banner->setFailure(failure); });
    connect(m_banner, &FailureBanner::checkAgainRequested, this,
        [this] { openEndpoint(m_endpoints->currentData().toString()); });
    m_banner->setButtons(FailureBanner::CheckAgain | FailureBanner::CopyReport);
    showDefinitions(context.store->definitions());
}

TopicsPage::~TopicsPage() = default;

void TopicsPage::makeHeader()
{
    m_endpoints->setAccessibleName(tr("Target endpoint"));
    m_endpoints->setMinimumContentsLength(18);
    header().addWidget(m_endpoints);
    m_refreshAction = new QAction(QIcon::fromTheme(QStringLiteral("view-refresh")), tr("Refresh"), this);
    m_refreshAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    m_refreshAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_refreshAction);
    header().addAction(m_refreshAction);
    m_newMigration = new QAction(QIcon::fromTheme(QStringLiteral("list-add")), tr("New migration"), this);
    connect(m_newMigration, &QAction::triggered, this, [this] { context().frame->newMigration(); });
    connect(m_refreshAction, &QAction::triggered, m_catalog, &TopicCatalog::refresh);
    connect(m_endpoints, &QComboBox::activated, this, [this] { openEndpoint(m_endpoints->currentData().toString()); });
}

QWidget *TopicsPage::makeList()
{
    auto *side = new QWidget(this);
    m_search->setPlaceholderText(tr("Find topic"));
    m_search->setAccessibleName(tr("Find topic"));
    m_search->setClearButtonEnabled(true);
    m_internal->setToolTip(tr("Shows the topics that Kafka keeps for itself."));
    m_shown->setSourceModel(m_topics);
    m_list->setModel(m_shown);
    m_list->setAccessibleName(tr("Topics"));
    m_list->setEmptyState(new EmptyState(QStringLiteral("view-list-text"),
        tr("No topics. Rowcast makes a task's topic when the task starts."), nullptr, m_list));
    m_list->horizontalHeader()->setStretchLastSection(false);
    m_list->setColumnUnits({7, 5.5, 9, 6});
    m_list->horizontalHeader()->setSectionResizeMode(TopicListModel::Name, QHeaderView::Stretch);
    m_list->sortByColumn(TopicListModel::Name, Qt::AscendingOrder);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, unit(), 0);
    auto *line = new QHBoxLayout;
    line->addWidget(m_search, 1);
    line->addWidget(m_internal);
    layout->addLayout(line);
    layout->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, m_shown, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_internal, &QCheckBox::toggled, this,
        [this](bool isShown) { static_cast<TopicProxy *>(m_shown)->setInternalShown(isShown); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid()) {
            openTopic(row.siblingAtColumn(TopicListModel::Name).data().toString());
        }
    });
    return side;
}

QWidget *TopicsPage::makeBody()
{
    auto *body = new QWidget(this);
    auto *splitter = new QSplitter(body);
    splitter->addWidget(makeList());
    splitter->addWidget(m_viewer);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({units(42), units(138)});
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    layout->addWidget(splitter, 1);
    return body;
}

void TopicsPage::showDefinitions(const DefinitionsSnapshot &definitions)
{
    const QString current = m_endpoints->currentData().toString();
    m_endpoints->clear();
    for (const StoredEndpoint &endpoint : definitions.endpoints) {
        if (endpoint.spec.role == EndpointRole::Target && endpoint.spec.engine == Engine::Kafka) {
            m_endpoints->addItem(endpoint.spec.identifier, endpoint.spec.identifier);
        }
    }
    m_stack->setCurrentIndex(m_endpoints->count() == 0 ? 0 : 1);
    m_endpoints->setVisible(m_endpoints->count() > 0);
    m_refreshAction->setEnabled(m_endpoints->count() > 0);
    const QString last = current.isEmpty() && context().settings != nullptr
        ? context().settings->value(kLastEndpoint).toString()
        : current;
    const int index = std::max(0, m_endpoints->findData(last));
    m_endpoints->setCurrentIndex(m_endpoints->count() == 0 ? -1 : index);
    const StoredEndpoint *chosen = definitions.endpoint(m_endpoints->currentData().toString());
    // Definitions change with every test and every save: the reading goes on unless this endpoint changed.
    const bool isSame = chosen != nullptr && chosen->spec.identifier == m_target.identifier
        && chosen->spec.kafka.broker == m_target.kafka.broker;
    if (m_isEntered && chosen != nullptr && !isSame) {
        openEndpoint(chosen->spec.identifier);
    }
    showState();
}

void TopicsPage::openEndpoint(const QString &identifier)
{
    const StoredEndpoint *endpoint = context().store->definitions().endpoint(identifier);
    if (endpoint == nullptr) {
        return;
    }
    m_banner->clear();
    m_target = endpoint->spec;
    context().store->completeEndpoint(
        endpoint->spec, endpoint->uid, this, [this](const Result<EndpointSpec> &complete) {
            if (complete) {
                useEndpoint(*complete);
            } else {
                m_banner->setFailure(complete.error());
            }
        });
}

void TopicsPage::useEndpoint(const EndpointSpec &spec)
{
    m_target = spec;
    if (context().settings != nullptr) {
        context().settings->setValue(kLastEndpoint, spec.identifier);
        if (m_wantedTopic.isEmpty()) {
            m_wantedTopic = context().settings->value(kLastTopic).toString();
        }
    }
    m_viewer->close();
    m_catalog->open(spec);
    showState();
}

void TopicsPage::topicsListed()
{
    m_banner->clear();
    showState();
    // A reset of the list loses the selection: it is given back without reading anew.
    const QString name = m_viewer->topic().isEmpty() ? m_wantedTopic : m_viewer->topic();
    int row = m_topics->rowOf(name);
    if (row < 0 && m_viewer->topic().isEmpty()) {
        row = m_topics->rowOf(m_target.kafka.topic);
    }
    const QModelIndex shown = row < 0 ? QModelIndex() : m_shown->mapFromSource(m_topics->index(row, 0));
    if (shown.isValid()) {
        m_list->setCurrentIndex(shown);
    }
}

void TopicsPage::openTopic(const QString &topic)
{
    const int row = m_topics->rowOf(topic);
    if (row < 0 || topic == m_viewer->topic()) {
        return;
    }
    m_wantedTopic.clear();
    if (context().settings != nullptr) {
        context().settings->setValue(kLastTopic, topic);
    }
    m_viewer->open(m_target, topic, int(m_topics->topic(row).partitions.size()));
    showState();
}

void TopicsPage::showState()
{
    if (m_endpoints->count() == 0) {
        header().setState({});
    } else if (m_viewer->topic().isEmpty()) {
        header().setState(tr("%n topic(s) on %1", nullptr, m_shown->rowCount()).arg(m_target.kafka.broker));
    } else {
        header().setState(tr("Reading %1 on %2").arg(m_viewer->topic(), m_target.kafka.broker));
    }
}

void TopicsPage::showItem(const QString &item)
{
    const QString endpoint = item.section(QLatin1Char('/'), 0, 0);
    m_wantedTopic = item.section(QLatin1Char('/'), 1);
    const int index = m_endpoints->findData(endpoint);
    if (index < 0) {
        return;
    }
    m_endpoints->setCurrentIndex(index);
    if (m_target.identifier == endpoint && m_topics->rowOf(m_wantedTopic) >= 0) {
        topicsListed();
        openTopic(m_wantedTopic);
    } else {
        openEndpoint(endpoint);
    }
}

void TopicsPage::entered()
{
    m_isEntered = true;
    m_catalog->setActive(true);
    m_viewer->setActive(true);
    if (m_target.identifier.isEmpty() && m_endpoints->count() > 0) {
        openEndpoint(m_endpoints->currentData().toString());
    }
}

void TopicsPage::left()
{
    m_isEntered = false;
    m_catalog->setActive(false);
    m_viewer->setActive(false);
}

std::vector<TourStop> TopicsPage::tourStops()
{
    const auto hasRows = [this] { return m_viewer->session().model().rowCount() > 0; };
    return {{QStringLiteral("topics"), [] { return nullptr; }, hasRows},
        {QStringLiteral("topics-message"),
            [this]() -> QWidget * {
                m_viewer->table().selectRowOf(m_viewer->session().model().rowCount() - 1);
                return nullptr;
            },
            [this] { return m_viewer->details().isShowing(); }}};
}

} // namespace rowcast::ui
