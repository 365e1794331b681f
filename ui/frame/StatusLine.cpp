// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/StatusLine.h"

#include "core/instance/ReplicationInstance.h"
#include "ui/frame/Jobs.h"
#include "ui/style/Metrics.h"

#include <QLabel>
#include <QLocale>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace rowcast::ui {

StatusLine::StatusLine(const AppContext &context, QWidget *parent)
    : QStatusBar(parent)
    , m_context(context)
    , m_engine(new QLabel(tr("Replication instance: %1").arg(context.instance->name()), this))
    , m_tasks(new QLabel(this))
    , m_lag(new QLabel(this))
    , m_jobs(new QLabel(this))
{
    setSizeGripEnabled(false);
    setContentsMargins(unit(), 0, unit(), 0);
    for (QLabel *label : {m_engine, m_tasks, m_lag}) {
        label->setContentsMargins(unit(), 0, unit(), 0);
        addWidget(label);
    }
    addPermanentWidget(m_jobs);
    // tasks report twice a second each: once for all of them is enough here
    auto *timer = new QTimer(this);
    timer->setSingleShot(true);
    timer->setInterval(std::chrono::milliseconds(250));
    connect(timer, &QTimer::timeout, this, &StatusLine::showTasks);
    connect(context.instance, &ReplicationInstance::taskChanged, timer, [timer] {
        if (!timer->isActive()) {
            timer->start();
        }
    });
    connect(context.jobs, &Jobs::changed, this, &StatusLine::showJobs);
    showTasks();
    showJobs();
}

void StatusLine::showTasks()
{
    int running = 0;
    int failed = 0;
    double lag = 0;
    for (const TaskSnapshot &task : m_context.instance->tasks()) {
        running += isActive(task.status) ? 1 : 0;
        failed += task.status == TaskStatus::Failed ? 1 : 0;
        lag = isActive(task.status) ? std::max(lag, task.metrics.cdcLatencyTarget) : lag;
    }
    QString text = running == 0 ? tr("No task is running") : tr("%n task(s) running", nullptr, running);
    if (failed > 0) {
        text = tr("%1, %2").arg(text, tr("%n failed", nullptr, failed));
    }
    m_tasks->setText(text);
    m_lag->setVisible(running > 0);
    m_lag->setText(tr("Worst lag: %1 s").arg(QLocale().toString(lag, 'f', lag < 10 ? 1 : 0)));
}

void StatusLine::showJobs()
{
    const QStringList jobs = m_context.jobs->running();
    m_jobs->setText(
        jobs.size() < 2 ? jobs.join(QString()) : tr("%n job(s) in the background", nullptr, int(jobs.size())));
    m_jobs->setToolTip(jobs.join(QLatin1Char('\n')));
}

} // namespace rowcast::ui
