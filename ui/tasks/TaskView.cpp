// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/TaskView.h"

#include "ui/pages/TestDialog.h"
#include "ui/style/Metrics.h"
#include "ui/tasks/AssessmentView.h"
#include "ui/tasks/DefinitionView.h"
#include "ui/tasks/LogView.h"
#include "ui/tasks/PipelineView.h"
#include "ui/tasks/StatisticsView.h"
#include "ui/tasks/TaskActions.h"
#include "ui/tasks/TaskBook.h"
#include "ui/tasks/TaskCharts.h"
#include "ui/tasks/TaskOverview.h"
#include "ui/tasks/TaskTexts.h"
#include "ui/tasks/ValidationView.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FailureBanner.h"
#include "ui/widgets/QuietLabel.h"
#include "ui/widgets/StatusBadge.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>

namespace rowcast::ui {

TaskView::TaskView(const AppContext &context, TaskBook &book, TaskActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_book(book)
    , m_actions(actions)
    , m_badge(new StatusBadge(this))
    , m_phase(new QLabel(this))
    , m_position(new ElidedLabel(this))
    , m_lag(new QLabel(this))
    , m_banner(new FailureBanner(this))
    , m_pipeline(new PipelineView(this))
    , m_tabs(new QTabWidget(this))
    , m_overview(new TaskOverview(this))
    , m_statistics(new StatisticsView(*context.clock, context.settings, this))
    , m_charts(new TaskCharts(this))
    , m_assessment(new AssessmentView(context, this))
    , m_validation(new ValidationView(context, this))
    , m_log(new LogView(book, context.settings, this))
    , m_definition(new DefinitionView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(units(1.5));
    layout->addWidget(makeHead());
    layout->addWidget(m_banner);
    layout->addWidget(m_pipeline);
    layout->addWidget(makeTabs(), 1);
    connectBanner();
    connect(&book, &TaskBook::definitionsChanged, this, &TaskView::refresh);
    connect(&book, &TaskBook::taskChanged, this, [this](const QString &identifier) {
        if (identifier == m_task) {
            refresh();
        }
    });
    connect(&book, &TaskBook::sampled, this, [this](const QString &identifier) {
        if (identifier == m_task) {
            showCharts();
        }
    });
    // countdown and relative times
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (isVisible()) {
            refresh();
            showCharts();
        }
    });
    m_second.start();
}

QWidget *TaskView::makeHead()
{
    auto *head = new QWidget(this);
    setTextRole(m_position, TextRole::Fixed);
    for (QLabel *label : {m_phase, m_position, m_lag}) {
        label->setTextFormat(Qt::PlainText);
    }
    m_position->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(units(3));
    layout->addWidget(m_badge);
    layout->addWidget(m_phase);
    layout->addWidget(m_lag);
    layout->addWidget(m_position, 1);
    return head;
}

QWidget *TaskView::makeTabs()
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_overview);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Overview"));
    scroll->viewport()->setAutoFillBackground(false);
    m_overview->setAutoFillBackground(false);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the task page"));
    m_tabs->addTab(scroll, tr("Overview"));
    m_tabs->addTab(m_statistics, tr("Table statistics"));
    m_tabs->addTab(m_charts, tr("Charts"));
    m_tabs->addTab(m_assessment, tr("Premigration assessment"));
    m_tabs->addTab(m_validation, tr("Validation"));
    m_tabs->addTab(m_log, tr("Log"));
    m_tabs->addTab(m_definition, tr("Settings and mappings"));
    connect(m_tabs, &QTabWidget::currentChanged, this, &TaskView::showCharts);
    return m_tabs;
}

void TaskView::connectBanner()
{
    connect(m_banner, &FailureBanner::checkAgainRequested, this, &TaskView::checkAgain);
    connect(m_banner, &FailureBanner::resumeRequested, m_actions.start(), &QAction::trigger);
    connect(m_banner, &FailureBanner::openLogRequested, this, [this] {
        const StoredTask *task = m_book.task(m_task);
        showTab(Log);
        if (task != nullptr) {
            m_log->showMoment(m_book.snapshot(*task).failureMicros);
        }
    });
}

void TaskView::setTask(const QString &identifier)
{
    m_task = identifier;
    m_banner->clear();
    m_assessment->setTask(identifier);
    m_validation->setTask(identifier);
    m_log->setTask(identifier);
    refresh();
    showCharts();
}

void TaskView::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(int(tab));
}

void TaskView::refresh()
{
    if (m_task.isEmpty()) {
        return;
    }
    const StoredTask *task = m_book.task(m_task);
    if (task == nullptr) {
        m_task.clear();
        Q_EMIT lost();
        return;
    }
    const TaskSnapshot snapshot = m_book.snapshot(*task);
    showHead(snapshot);
    showFailure(snapshot);
    m_pipeline->setTask(snapshot, task->source, topicOf(*task));
    m_overview->setTask(*task, snapshot, m_book.nowMicros());
    m_statistics->setTables(snapshot.tables);
    m_definition->setTask(task->spec);
}

QString TaskView::topicOf(const StoredTask &task) const
{
    const StoredEndpoint *target = m_context.store->definitions().endpoint(task.target);
    if (target == nullptr) {
        return task.target;
    }
    const QString &pattern = target->spec.kafkaExtras.topicPattern;
    return pattern.isEmpty() ? target->spec.kafka.topic : pattern;
}

void TaskView::showHead(const TaskSnapshot &snapshot)
{
    const bool isRunning = isActive(snapshot.status);
    const bool isRetrying = isRunning && snapshot.attempt > 0;
    m_badge->setStatus(isRetrying ? Status::Warning : statusOf(snapshot.status),
        isRetrying ? tr("Trying again") : statusWord(snapshot.status));
    m_phase->setText(isRunning ? phaseText(snapshot.phase) : QString());
    m_lag->setText(isRunning && snapshot.phase == TaskPhase::Cdc
            ? tr("Lag: %1").arg(lagText(snapshot.metrics.cdcLatencyTarget))
            : snapshot.phase == TaskPhase::FullLoad && isRunning
            ? QLocale().toString(snapshot.fullLoadProgressPercent) + QLocale().percent()
            : QString());
    m_position->setText(snapshot.sourcePosition);
    m_position->setAccessibleName(tr("Position at the source: %1").arg(snapshot.sourcePosition));
    m_phase->setVisible(!m_phase->text().isEmpty());
    m_lag->setVisible(!m_lag->text().isEmpty());
}

QString TaskView::retryNote(const TaskSnapshot &snapshot) const
{
    if (snapshot.attempt == 0) {
        return {};
    }
    const QLocale locale;
    const QString attempt = tr("Attempt %1.").arg(locale.toString(snapshot.attempt));
    if (snapshot.nextAttemptMicros == 0) {
        return attempt + QLatin1Char(' ') + tr("Trying again now.");
    }
    const int64_t seconds
        = std::max<int64_t>(0, (snapshot.nextAttemptMicros - m_book.nowMicros() + 999'999) / 1'000'000);
    return attempt + QLatin1Char(' ') + tr("The next one in %1 s.").arg(locale.toString(qlonglong(seconds)));
}

void TaskView::showFailure(const TaskSnapshot &snapshot)
{
    const bool isRetrying = isActive(snapshot.status) && snapshot.attempt > 0;
    if (!snapshot.failure || (snapshot.status != TaskStatus::Failed && !isRetrying)) {
        m_banner->clear();
        return;
    }
    Failure failure = *snapshot.failure;
    if (!snapshot.lastFailureMessage.isEmpty()) {
        failure.detail = failure.detail.isEmpty() ? snapshot.lastFailureMessage
                                                  : failure.detail + QLatin1Char('\n') + snapshot.lastFailureMessage;
    }
    const QString note = retryNote(snapshot);
    if (m_banner->isVisible() && failure == m_shownFailure && note == m_shownNote) {
        return; // a selection in the banner stays
    }
    m_shownFailure = failure;
    m_shownNote = note;
    m_banner->setFailure(failure, snapshot.failureMicros, note);
    FailureBanner::Buttons buttons = FailureBanner::CheckAgain | FailureBanner::CopyReport | FailureBanner::OpenLog;
    buttons.setFlag(FailureBanner::Resume, !isRetrying);
    m_banner->setButtons(buttons);
}

void TaskView::showCharts()
{
    if (m_tabs->currentIndex() == int(Charts) && isVisible()) {
        m_charts->setHistory(m_book.history(m_task), m_book.nowMicros());
    }
}

void TaskView::checkAgain()
{
    const StoredTask *task = m_book.task(m_task);
    if (task == nullptr) {
        return;
    }
    const auto failure = m_book.snapshot(*task).failure;
    const bool isTarget = failure && failure->code.startsWith(QLatin1String("kafka."));
    auto *dialog = new TestDialog(m_context, isTarget ? task->target : task->source, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace rowcast::ui
