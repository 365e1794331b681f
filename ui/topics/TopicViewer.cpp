// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/TopicViewer.h"

#include "ui/frame/Frame.h"
#include "ui/style/Metrics.h"
#include "ui/topics/DetailPane.h"
#include "ui/topics/FilterLine.h"
#include "ui/topics/MessageTable.h"
#include "ui/topics/MessageTexts.h"
#include "ui/topics/PauseBar.h"
#include "ui/topics/ViewerOptions.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FailureBanner.h"
#include "ui/widgets/QuietLabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace rowcast::ui {

namespace {

using Mode = TopicMessageModel::Mode;
constexpr int kRefreshMilliseconds = 250;
const QString kDetailsRight = QStringLiteral("viewer/detailsRight");
const QString kSplitter = QStringLiteral("viewer/splitter");

QToolButton *iconButton(const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(QIcon::fromTheme(icon));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

TopicViewer::TopicViewer(ReplicationInstance &instance, QSettings *settings, Frame *frame, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_frame(frame)
    , m_session(instance)
    , m_options(new ViewerOptions(settings, this))
    , m_filter(new FilterLine(this))
    , m_filterProblem(new QLabel(this))
    , m_pauseBar(new PauseBar(this))
    , m_banner(new FailureBanner(this))
    , m_table(new MessageTable(m_session.model(), settings, this))
    , m_details(new DetailPane(settings, this))
    , m_splitter(new QSplitter(this))
    , m_pauseButton(iconButton(QStringLiteral("media-playback-pause"), tr("Pause (Space)"), this))
    , m_placeButton(iconButton(QStringLiteral("view-split-left-right"), tr("Details below or at the right"), this))
    , m_counters(new QuietLabel(this))
    , m_gaps(new QuietLabel(this))
{
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_details);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_details->hide(); // until a message is chosen
    m_gaps->setWordWrap(true);
    m_filterProblem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(unit());
    for (QWidget *widget :
        std::initializer_list<QWidget *>{m_options, makeBar(), m_filterProblem, m_banner, m_pauseBar}) {
        layout->addWidget(widget);
    }
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_counters);
    layout->addWidget(m_gaps);
    m_table->setEmptyState(new EmptyState(QStringLiteral("mail-message"),
        tr("No message yet. The task sends here after the first change; choose “Beginning” to see older "
           "ones."),
        nullptr, m_table));
    if (settings != nullptr && settings->contains(kSplitter)) {
        m_splitter->restoreState(settings->value(kSplitter).toByteArray());
    } else {
        m_splitter->setSizes({640, 360});
    }
    placeDetails(settings != nullptr && settings->value(kDetailsRight).toBool());
    makeActions();
    connectTable();
    connectSession();
    m_session.model().setUtc(m_options->isUtc());
    showState();
}

TopicViewer::~TopicViewer()
{
    if (m_settings != nullptr) {
        m_settings->setValue(kSplitter, m_splitter->saveState());
    }
}

QWidget *TopicViewer::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_pauseButton);
    layout->addWidget(m_placeButton);
    connect(m_pauseButton, &QToolButton::clicked, this, &TopicViewer::togglePause);
    connect(m_placeButton, &QToolButton::clicked, this,
        [this] { placeDetails(m_splitter->orientation() == Qt::Vertical); });
    connect(m_filter, &FilterLine::problemChanged, this, [this](const QString &problem) {
        m_filterProblem->setText(problem);
        m_filterProblem->setVisible(!problem.isEmpty());
    });
    connect(m_filter, &FilterLine::filterChanged, this, [this] { m_session.setFilter(m_filter->filter()); });
    return bar;
}

QAction *TopicViewer::addCopyAction(
    const QString &text, const QKeySequence &keys, const std::function<QString()> &content)
{
    auto *action = new QAction(QIcon::fromTheme(QStringLiteral("edit-copy")), text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(action);
    connect(action, &QAction::triggered, this, [this, content] {
        if (m_table->currentRow()) {
            copyText(content());
        }
    });
    return action;
}

void TopicViewer::connectTable()
{
    connect(m_table, &MessageTable::pauseToggled, this, &TopicViewer::togglePause);
    connect(m_table, &MessageTable::pauseRequested, this, &TopicViewer::pause);
    connect(m_table, &MessageTable::followRequested, this, &TopicViewer::follow);
    connect(m_table, &MessageTable::rowChosen, this, &TopicViewer::choose);
    connect(m_table, &QTableView::activated, this, [this] { m_details->setFocus(); });
    connect(m_pauseBar, &PauseBar::followRequested, this, &TopicViewer::follow);
    connect(m_options, &ViewerOptions::changed, this, &TopicViewer::restart);
    connect(m_options, &ViewerOptions::utcChanged, this, [this](bool isUtc) {
        m_session.model().setUtc(isUtc);
        if (m_chosen) {
            describe(false);
        }
    });
    connect(m_details, &DetailPane::wholeRequested, this, [this] {
        m_details->setLoading();
        describe(true);
    });
    connect(m_details, &DetailPane::filterRequested, this, [this](const QString &term) {
        m_filter->setText(m_filter->text().isEmpty() ? term : m_filter->text() + QLatin1Char(' ') + term);
    });
}

void TopicViewer::connectSession()
{
    m_refresh.setInterval(kRefreshMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        showCounters();
        showPause();
    });
    m_refresh.start();
    connect(&m_session.model(), &TopicMessageModel::flushed, this, [this] {
        if (m_session.model().mode() == Mode::Following) {
            m_table->scrollToBottom();
        }
    });
    connect(&m_session, &TopicSession::stateChanged, this, &TopicViewer::showState);
    connect(&m_session, &TopicSession::refiltered, this, [this] {
        const int row = m_chosen ? m_session.model().rowOf(m_chosen->record.partition, m_chosen->record.offset) : -1;
        if (row >= 0) {
            m_table->selectRowOf(row);
        } else if (m_session.model().mode() == Mode::Following) {
            m_table->scrollToBottom();
        }
        showCounters();
    });
    connect(&m_session, &TopicSession::described, this, [this](const MessageDetails &details) {
        if (details.row == m_chosen) {
            m_details->showDetails(details, m_session.model().timeText(details.row->record.timestampMillis));
        }
    });
    connect(m_banner, &FailureBanner::checkAgainRequested, this, &TopicViewer::restart);
    m_banner->setButtons(FailureBanner::CheckAgain | FailureBanner::CopyReport);
}

void TopicViewer::open(const EndpointSpec &target, const QString &topic, int partitions)
{
    m_target = target;
    m_query.topic = topic;
    m_options->setPartitions(partitions);
    m_table->setAccessibleName(tr("Messages of %1").arg(topic));
    restart();
}

void TopicViewer::close()
{
    m_session.stop();
    m_query.topic.clear();
}

void TopicViewer::setActive(bool isActive)
{
    if (m_isActive == isActive) {
        return;
    }
    m_isActive = isActive;
    if (isActive) {
        m_refresh.start();
        applyMode(m_modeBefore);
    } else {
        m_refresh.stop();
        m_modeBefore = m_session.model().mode();
        m_session.setMode(Mode::Paused);
    }
}

void TopicViewer::restart()
{
    if (m_query.topic.isEmpty()) {
        return;
    }
    m_query = m_options->query(m_query.topic);
    m_chosen.reset();
    m_marked.reset();
    m_compare->setChecked(false);
    m_details->clear();
    m_details->hide();
    m_banner->clear();
    m_session.start(m_target, m_query);
    applyMode(m_options->isFromStart() ? Mode::Filling : Mode::Following);
}

void TopicViewer::applyMode(Mode mode)
{
    m_session.setMode(mode);
    const bool isPaused = mode == Mode::Paused;
    m_pauseButton->setIcon(
        QIcon::fromTheme(isPaused ? QStringLiteral("media-playback-start") : QStringLiteral("media-playback-pause")));
    const QString name = isPaused ? tr("Follow (Space)") : tr("Pause (Space)");
    m_pauseButton->setToolTip(name);
    m_pauseButton->setAccessibleName(name);
    showPause();
}

void TopicViewer::follow()
{
    m_table->follow();
    applyMode(Mode::Following);
}

void TopicViewer::pause()
{
    if (m_session.model().mode() == Mode::Following) {
        applyMode(Mode::Paused);
    }
}

void TopicViewer::togglePause()
{
    if (m_session.model().mode() == Mode::Paused) {
        follow();
    } else {
        applyMode(Mode::Paused);
    }
}

void TopicViewer::choose(const MessageRowPtr &row)
{
    m_chosen = row;
    m_details->show();
    describe(false);
}

void TopicViewer::describe(bool isWhole)
{
    m_session.describe(m_chosen, isWhole, m_marked == m_chosen ? MessageRowPtr() : m_marked);
}

void TopicViewer::placeDetails(bool isRight)
{
    m_splitter->setOrientation(isRight ? Qt::Horizontal : Qt::Vertical);
    m_placeButton->setIcon(
        QIcon::fromTheme(isRight ? QStringLiteral("view-split-top-bottom") : QStringLiteral("view-split-left-right")));
    if (m_settings != nullptr) {
        m_settings->setValue(kDetailsRight, isRight);
    }
}

void TopicViewer::showState()
{
    if (m_session.state() == TopicSession::State::Failed) {
        m_banner->setFailure(m_session.failure());
    }
    showCounters();
}

void TopicViewer::showPause()
{
    const TopicMessageModel &model = m_session.model();
    const QString waiting = QLocale().toString(model.waiting());
    QString sentence;
    if (model.mode() == Mode::Paused) {
        sentence = tr("Paused: %1 new. End to follow").arg(waiting);
    } else if (model.mode() == Mode::Filling && model.waiting() > 0) {
        sentence = tr("The first %1 messages are shown, %2 more wait. End to follow")
                       .arg(QLocale().toString(model.rowCount()), waiting);
    }
    if (!sentence.isEmpty() && model.isBusy()) {
        sentence += QLatin1Char(' ') + tr("(reading waits too, nothing is skipped)");
    }
    if (m_pauseBar->sentence() != sentence || m_pauseBar->isHidden() != sentence.isEmpty()) {
        m_pauseBar->setSentence(sentence);
    }
}

void TopicViewer::showCounters()
{
    const SessionCounters &counters = m_session.counters();
    const TopicMessageModel &model = m_session.model();
    const QLocale locale;
    QStringList parts = {tr("Scanned %1").arg(locale.toString(qulonglong(counters.scanned))),
        tr("matched %1").arg(locale.toString(qulonglong(counters.matched))),
        tr("kept %1 (%2)").arg(locale.toString(model.rowCount()), sizeText(model.bytes()))};
    if (m_session.state() == TopicSession::State::Reading) {
        parts.append(tr("%1/s").arg(locale.toString(counters.perSecond, 'f', 0)));
        if (counters.behind >= 0) {
            parts.append(tr("%1 behind").arg(locale.toString(qlonglong(counters.behind))));
        }
    }
    m_counters->setText(parts.join(QStringLiteral("  \u00b7  ")));
    m_gaps->setVisible(counters.controlRecords > 0);
    m_gaps->setText(tr("Offsets have gaps: %1 of them hold no message. Each end of a Kafka transaction takes one, and "
                       "compaction or aborted transactions take others.")
                        .arg(locale.toString(qulonglong(counters.controlRecords))));
}

} // namespace rowcast::ui
