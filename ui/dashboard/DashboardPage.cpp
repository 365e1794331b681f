// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/DashboardPage.h"

#include "core/store/StoreService.h"
#include "ui/dashboard/Card.h"
#include "ui/dashboard/CardLine.h"
#include "ui/frame/FirstRun.h"
#include "ui/frame/Frame.h"
#include "ui/models/RelativeTime.h"
#include "ui/style/Metrics.h"
#include "ui/tasks/TaskBook.h"
#include "ui/tasks/TaskTexts.h"
#include "ui/widgets/PageHeader.h"

#include <QAction>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace rowcast::ui {

namespace {

constexpr size_t kMostLines = 6;
constexpr int kSoonMilliseconds = 250; // many tasks report twice a second each

Status signOf(EventKind kind)
{
    switch (kind) {
    case EventKind::TaskFailed:
        return Status::Failed;
    case EventKind::TaskStarted:
        return Status::Running;
    case EventKind::TaskStopped:
        return Status::Stopped;
    case EventKind::TaskCreated:
    case EventKind::InstanceCreated:
    case EventKind::EndpointCreated:
        return Status::Done;
    default:
        return Status::Neutral;
    }
}

} // namespace

DashboardPage::DashboardPage(const AppContext &context, QWidget *parent)
    : Page(context, {pages::kDashboard, QStringLiteral("dashboard-show"), tr("Dashboard")}, parent)
    , m_book(new TaskBook(*context.instance, *context.store, *context.clock, this))
    , m_stack(new QStackedWidget(this))
    , m_tasks(new Card(tr("Tasks"), this))
    , m_lag(new Card(tr("Worst lag"), this))
    , m_rows(new Card(tr("Rows"), this))
    , m_failures(new Card(tr("Last failures"), this))
    , m_tests(new Card(tr("Checks due"), this))
    , m_events(new Card(tr("Events"), this))
    , m_newMigration(new QAction(QIcon::fromTheme(QStringLiteral("list-add")), tr("New migration"), this))
{
    connect(m_newMigration, &QAction::triggered, this, [this] { this->context().frame->newMigration(); });
    header().setPrimaryAction(m_newMigration);
    m_stack->addWidget(new FirstRun(*context.frame, m_stack));
    m_stack->addWidget(makeCards());
    setContent(m_stack);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMilliseconds);
    const auto later = [this] {
        if (!m_soon.isActive()) {
            m_soon.start();
        }
    };
    connect(&m_soon, &QTimer::timeout, this, &DashboardPage::refresh);
    connect(m_book, &TaskBook::taskChanged, this, later);
    connect(m_book, &TaskBook::definitionsChanged, this, later);
    m_minute.setInterval(std::chrono::minutes(1)); // retentions run out without anything happening
    connect(&m_minute, &QTimer::timeout, this, &DashboardPage::refresh);
    m_minute.start();
    connect(context.store, &StoreService::eventsChanged, this, &DashboardPage::showEvents);
    refresh();
    showEvents();
}

QWidget *DashboardPage::makeCards()
{
    auto *scroll = new QScrollArea(this);
    auto *body = new QWidget(scroll);
    auto *grid = new QGridLayout(body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(units(2));
    grid->addWidget(m_tasks, 0, 0, 1, 2);
    grid->addWidget(m_lag, 0, 2, 1, 2);
    grid->addWidget(m_rows, 0, 4, 1, 2);
    grid->addWidget(m_failures, 1, 0, 1, 3);
    grid->addWidget(m_tests, 1, 3, 1, 3);
    grid->addWidget(m_events, 2, 0, 1, 6);
    for (int column = 0; column < 6; ++column) {
        grid->setColumnStretch(column, 1);
    }
    grid->setRowStretch(3, 1);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Dashboard"));
    scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    return scroll;
}

void DashboardPage::entered()
{
    refresh();
    showEvents();
}

void DashboardPage::refresh()
{
    const DefinitionsSnapshot &definitions = context().store->definitions();
    const bool isEmpty = definitions.tasks.empty() && definitions.endpoints.empty() && definitions.instances.empty();
    m_stack->setCurrentIndex(isEmpty ? 0 : 1);
    m_newMigration->setVisible(!isEmpty);
    const DashboardFacts facts = DashboardFacts::of(*m_book, definitions);
    showTasks(facts);
    showNumbers(facts);
    showFailures(facts);
    showTests(facts);
    m_isShown = true;
    header().setState(isEmpty        ? QString()
            : facts.failures.empty() ? tr("%n task(s) running, no failure", nullptr, facts.running)
                                     : tr("%1, %2").arg(tr("%n task(s) running", nullptr, facts.running),
                                         tr("%n with a failure", nullptr, int(facts.failures.size()))));
}

CardLine *DashboardPage::addLine(
    Card *card, Status status, const QString &text, const QString &button, const QString &page, const QString &item)
{
    auto *line = new CardLine(status, text, button, card);
    card->lines()->addWidget(line);
    connect(line, &CardLine::pressed, this, [this, page, item] { context().frame->showPage(page, item); });
    return line;
}

void DashboardPage::showTasks(const DashboardFacts &facts)
{
    if (m_isShown && facts.tasksByStatus == m_shownTasks) {
        return;
    }
    m_shownTasks = facts.tasksByStatus;
    int all = 0;
    m_tasks->clearLines();
    for (const auto &[status, count] : facts.tasksByStatus) {
        all += count;
        addLine(m_tasks, statusOf(status), QStringLiteral("%1: %2").arg(statusWord(status), QLocale().toString(count)),
            {}, {}, {});
    }
    m_tasks->setFigure(QLocale().toString(all));
    m_tasks->setCaption(all == 0 ? tr("A task reads a database and sends what it finds to Kafka.") : QString());
    auto *show = new QPushButton(tr("Show tasks"), m_tasks);
    m_tasks->lines()->addWidget(show, 0, Qt::AlignLeft);
    connect(show, &QPushButton::clicked, this, [this] { context().frame->showPage(pages::kTasks, {}); });
}

void DashboardPage::showNumbers(const DashboardFacts &facts)
{
    const bool isFollowing = !facts.worstTask.isEmpty();
    m_lag->setFigure(isFollowing ? lagText(facts.worstLag) : QString(QChar(0x2013)));
    m_lag->setCaption(isFollowing ? facts.worstTask : tr("No task follows changes now."));
    m_rows->setFigure(facts.running > 0 ? rateText(facts.rowsOut) : QString(QChar(0x2013)));
    m_rows->setCaption(facts.running > 0
            ? tr("confirmed by Kafka; %1 read from the sources").arg(rateText(facts.rowsIn))
            : tr("No task is running."));
}

void DashboardPage::showFailures(const DashboardFacts &facts)
{
    if (m_isShown && facts.failures == m_shownFailures) {
        return;
    }
    m_shownFailures = facts.failures;
    m_failures->clearLines();
    m_failures->setCaption(facts.failures.empty() ? tr("No task has failed.") : QString());
    for (size_t i = 0; i < std::min(kMostLines, facts.failures.size()); ++i) {
        const DashboardFacts::FailedTask &failed = facts.failures[i];
        auto *line = addLine(m_failures, failed.isRetrying ? Status::Warning : Status::Failed,
            QStringLiteral("%1: %2").arg(failed.task, failed.cause), tr("Why?"), pages::kTasks, failed.task);
        line->setToolTip(absoluteTime(failed.micros));
    }
}

void DashboardPage::showTests(const DashboardFacts &facts)
{
    if (m_isShown && facts.dueTests == m_shownTests && facts.shortFuses == m_shownFuses) {
        return;
    }
    m_shownTests = facts.dueTests;
    m_shownFuses = facts.shortFuses;
    m_tests->clearLines();
    m_tests->setCaption(facts.dueTests.empty() && facts.shortFuses.empty()
            ? tr("Every endpoint was tested within a week, and what tasks need is held long enough.")
            : QString());
    for (size_t i = 0; i < std::min(kMostLines, facts.shortFuses.size()); ++i) {
        const DashboardFacts::ShortFuse &fuse = facts.shortFuses[i];
        addLine(m_tests, fuse.isTooLate ? Status::Failed : Status::Warning,
            QStringLiteral("%1: %2").arg(fuse.task, fuse.text), tr("Open"), pages::kTasks, fuse.task);
    }
    for (size_t i = 0; i < std::min(kMostLines, facts.dueTests.size()); ++i) {
        const DashboardFacts::DueTest &due = facts.dueTests[i];
        addLine(m_tests, due.isFailed ? Status::Failed : Status::Neutral,
            QStringLiteral("%1: %2").arg(due.endpoint, due.reason), tr("Open"), pages::kEndpoints, due.endpoint);
    }
}

void DashboardPage::showEvents()
{
    const std::vector<Event> &events = context().store->events();
    m_events->clearLines();
    m_events->setCaption(events.empty() ? tr("Nothing has happened yet.") : QString());
    for (size_t i = 0; i < std::min(kMostLines, events.size()); ++i) {
        const Event &event = events[i];
        QStringList parts = {relativeTime(event.micros, m_book->nowMicros()), event.source, eventSentence(event.kind)};
        if (!event.detail.isEmpty()) {
            parts.append(event.detail);
        }
        auto *line = addLine(m_events, signOf(event.kind), parts.join(QStringLiteral("  \u00b7  ")), {}, {}, {});
        line->setToolTip(absoluteTime(event.micros));
    }
}

} // namespace rowcast::ui
