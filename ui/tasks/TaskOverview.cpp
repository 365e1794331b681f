// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/TaskOverview.h"

#include "ui/models/RelativeTime.h"
#include "ui/style/Metrics.h"
#include "ui/tasks/RetentionTexts.h"
#include "ui/tasks/RetentionView.h"
#include "ui/tasks/TaskTexts.h"
#include "ui/topics/MessageTexts.h"
#include "ui/widgets/EngineText.h"
#include "ui/widgets/QuietLabel.h"

#include <QGridLayout>
#include <QLocale>
#include <QProgressBar>

#include <algorithm>

namespace rowcast::ui {

TaskOverview::TaskOverview(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_binlog(new RetentionView(tr("Binlog at the source"), this))
    , m_topics(new RetentionView(tr("Held in the topic"), this))
{
    m_grid->setContentsMargins(0, units(2), 0, 0);
    m_grid->setHorizontalSpacing(units(3));
    m_grid->setVerticalSpacing(units(0.8));
    m_grid->setColumnStretch(1, 1);
    m_type = addFact(tr("Migration type"));
    m_route = addFact(tr("From, to, on"));
    m_server = addFact(tr("Source server"));
    m_tables = addFact(tr("Tables"));
    m_loadText = addFact(tr("Full load"));
    m_load = new QProgressBar(this);
    m_load->setTextVisible(false);
    m_load->setFixedWidth(units(40));
    m_load->setFixedHeight(units(1));
    m_load->setAccessibleName(tr("Full load"));
    m_grid->addWidget(m_load, m_grid->rowCount(), 1, Qt::AlignLeft); // without it its width would be the column's
    m_started = addFact(tr("Started"));
    m_stopped = addFact(tr("Stopped"));
    m_outcome = addFact(tr("Last outcome"));
    m_incoming = addFact(tr("Changes on the way"));
    m_commits = addFact(tr("Kafka transactions"));
    m_memory = addFact(tr("Memory of the program"));
    m_position = addFact(tr("Position at the source"), true);
    m_checkpoint = addFact(tr("Recovery checkpoint"), true);
    addName(tr("Binlog at the source"), m_binlog);
    addName(tr("Held in the topic"), m_topics);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

QLabel *TaskOverview::addFact(const QString &name, bool isFixedFont)
{
    auto *value = new QLabel(this);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setAccessibleName(name);
    if (isFixedFont) {
        setTextRole(value, TextRole::Fixed);
    }
    addName(name, value);
    return value;
}

void TaskOverview::addName(const QString &name, QWidget *value)
{
    const int row = m_grid->rowCount();
    auto *label = new QuietLabel(name, this);
    label->setBuddy(value);
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    m_grid->addWidget(value, row, 1);
}

void TaskOverview::setFact(QLabel *value, const QString &text, const QString &toolTip)
{
    const QString shown = text.isEmpty() ? QString(QChar(0x2013)) : text;
    if (value->text() != shown) { // a selection of the text stays
        value->setText(shown);
    }
    value->setToolTip(toolTip);
}

void TaskOverview::showLoad(const StoredTask &task, const TaskSnapshot &snapshot)
{
    const bool isShown = task.spec.hasFullLoad() && snapshot.fullLoadStartMicros > 0;
    m_load->setVisible(isShown);
    m_load->setValue(snapshot.fullLoadProgressPercent);
    if (!isShown) {
        setFact(m_loadText, task.spec.hasFullLoad() ? QString() : tr("not part of this task"));
        return;
    }
    const QLocale locale;
    setFact(m_loadText,
        tr("%1%: tables loaded: %2, loading: %3, queued: %4, with errors: %5")
            .arg(locale.toString(snapshot.fullLoadProgressPercent), locale.toString(snapshot.tablesLoaded),
                locale.toString(snapshot.tablesLoading), locale.toString(snapshot.tablesQueued),
                locale.toString(snapshot.tablesErrored)));
}

void TaskOverview::showRetentions(const StoredTask &task, const TaskSnapshot &snapshot, int64_t nowMicros)
{
    const std::vector<Retention> &all = snapshot.retentions;
    const auto ofTopic = [](const Retention &one) { return one.holder == Retention::Holder::Topic; };
    const auto source = std::ranges::find_if_not(all, ofTopic);
    m_binlog->setRetention(task.spec.hasCdc() && source != all.end() ? &*source : nullptr, nowMicros);
    const auto more = int(std::ranges::count_if(all, ofTopic)) - 1;
    m_topics->setRetention(
        firstTopic(all, nowMicros), nowMicros, more > 0 ? tr("%n more topic(s)", nullptr, more) : QString());
}

void TaskOverview::setTask(const StoredTask &task, const TaskSnapshot &snapshot, int64_t nowMicros)
{
    const QLocale locale;
    const bool isRunning = isActive(snapshot.status);
    setFact(m_type, migrationTypeText(task.spec.migrationType));
    setFact(m_route, tr("%1 to %2, on %3").arg(task.source, task.target, task.instance));
    setFact(m_server, snapshot.sourceDescription);
    setFact(m_tables, locale.toString(qulonglong(snapshot.tables.size())));
    showLoad(task, snapshot);
    setFact(m_started, relativeTime(snapshot.startMicros, nowMicros), absoluteTime(snapshot.startMicros));
    setFact(m_stopped, isRunning ? QString() : relativeTime(snapshot.stopMicros, nowMicros),
        absoluteTime(snapshot.stopMicros));
    setFact(m_outcome, outcomeText(snapshot, task.wasInterrupted), snapshot.lastFailureMessage);
    setFact(m_incoming, isRunning ? countText(snapshot.metrics.cdcIncomingChanges) : QString());
    setFact(m_commits,
        isRunning ? tr("%1 a second").arg(locale.toString(snapshot.metrics.commitsPerSecond, 'f', 1)) : QString());
    setFact(m_memory, isRunning ? sizeText(snapshot.metrics.memoryBytes) : QString());
    setFact(m_position, snapshot.sourcePosition);
    setFact(m_checkpoint, snapshot.recoveryCheckpoint);
    showRetentions(task, snapshot, nowMicros);
}

} // namespace rowcast::ui
