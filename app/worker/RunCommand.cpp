// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/worker/RunCommand.h"

namespace rowcast::worker {

namespace {

bool hasNewStatus(const TaskSnapshot &before, const TaskSnapshot &now)
{
    return before.status != now.status || before.phase != now.phase || before.attempt != now.attempt;
}

bool hasNewStatistics(const TaskSnapshot &before, const TaskSnapshot &now)
{
    const auto differs = [](const TableStatistics &a, const TableStatistics &b) {
        return a.state != b.state || a.totalRows() != b.totalRows() || a.ddls != b.ddls || a.losses != b.losses
            || a.inserts != b.inserts || a.updates != b.updates || a.deletes != b.deletes;
    };
    return !std::equal(before.tables.begin(), before.tables.end(), now.tables.begin(), now.tables.end(),
        [&](const TableStatistics &a, const TableStatistics &b) { return !differs(a, b); });
}

} // namespace

RunCommand::RunCommand(LocalInstance &instance, const Output &output, QObject *parent)
    : QObject(parent)
    , m_instance(instance)
    , m_output(output)
{
    connect(&instance, &ReplicationInstance::taskChanged, this, &RunCommand::show);
    connect(&instance, &ReplicationInstance::logLines, this, [this](const std::vector<LogLine> &lines) {
        for (const LogLine &line : lines) {
            m_output.log(line);
        }
    });
}

void RunCommand::start(const MigrationDocument &document, const Arguments &arguments)
{
    m_task = document.task.identifier;
    m_instance.startTaskUntil(document, arguments.startType, arguments.until);
}

void RunCommand::stop()
{
    m_instance.stopTask(m_task);
}

void RunCommand::show(const TaskSnapshot &snapshot)
{
    // a task that has been made and not begun has nothing to tell
    if (m_hasFinished || snapshot.status == TaskStatus::Ready) {
        return;
    }
    if (!m_shown || hasNewStatus(*m_shown, snapshot)) {
        m_output.status(snapshot);
    }
    const bool hasEnded = !isActive(snapshot.status);
    if (m_output.isJson() ? !m_shown || hasEnded || hasNewStatistics(*m_shown, snapshot) : hasEnded) {
        m_output.statistics(snapshot);
    }
    m_output.metrics(snapshot);
    m_shown = snapshot;
    if (hasEnded) {
        m_hasFinished = true;
        m_output.stopped(snapshot);
        const bool isFailed = snapshot.status == TaskStatus::Failed;
        if (isFailed) {
            m_output.lastWords(snapshot.lastFailureMessage);
        }
        Q_EMIT finished(isFailed ? 1 : 0);
    }
}

} // namespace rowcast::worker
