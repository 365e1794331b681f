// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/task/RetentionWatch.h"

#include "core/base/Log.h"
#include "core/message/TopicName.h"

#include <set>

namespace rowcast {

namespace {

constexpr std::chrono::milliseconds kLook{1000};
constexpr std::chrono::minutes kAskSource{1};
constexpr std::chrono::minutes kAskTopics{10};

bool isTime(
    const std::optional<std::chrono::steady_clock::time_point> &last, const Clock &clock, std::chrono::minutes rhythm)
{
    return !last || clock.steady() - *last >= rhythm;
}

void setNeeded(TaskSnapshot &snapshot)
{
    for (Retention &retention : snapshot.retentions) {
        retention.neededMicros
            = retention.holder == Retention::Holder::Source ? snapshot.positionMicros : snapshot.freshStartMicros;
    }
}

} // namespace

RetentionWatch::RetentionWatch(const MigrationDocument &document, const Connectors &connectors, Clock &clock)
    : m_plan(TaskPlan::of(document))
    , m_connectors(connectors)
    , m_clock(clock)
{
}

void RetentionWatch::run(const std::function<TaskSnapshot()> &snapshot, const std::stop_token &stop)
{
    const LogTaskScope scope(m_plan.document.task.identifier);
    while (m_clock.sleep(kLook, stop)) {
        TaskSnapshot task = snapshot();
        if (task.status == TaskStatus::Running) {
            ask(task, stop);
        }
        fill(task);
        warn(task);
    }
}

void RetentionWatch::ask(const TaskSnapshot &task, const std::stop_token &stop)
{
    if (m_plan.source.areChangesWanted && isTime(m_sourceAsked, m_clock, kAskSource)) {
        m_sourceAsked = m_clock.steady();
        askSource(task, stop);
    }
    std::set<std::string> names;
    for (const TableStatistics &table : task.tables) {
        names.insert(topicName(m_plan.messages, {table.schemaName.toStdString(), table.tableName.toStdString()}));
    }
    std::vector<std::string> topics(names.begin(), names.end());
    if (topics != m_topics || isTime(m_topicsAsked, m_clock, kAskTopics)) {
        m_topicsAsked = m_clock.steady();
        m_topics = std::move(topics);
        askTopics(stop);
    }
}

void RetentionWatch::askSource(const TaskSnapshot &task, const std::stop_token &stop)
{
    const auto source = m_connectors.source(m_plan.document.source);
    if (!source) {
        return;
    }
    const auto found = (*source)->retention(task.sourcePosition.toStdString(), stop);
    if (!found) {
        qCDebug(lcTaskManager).noquote() << "The source's retention is not known now:" << found.error().text();
        return;
    }
    std::lock_guard lock(m_mutex);
    m_ofSource = {*found};
}

void RetentionWatch::askTopics(const std::stop_token &stop)
{
    const auto target = m_connectors.target(m_plan.document.target);
    if (!target) {
        return;
    }
    const auto found = (*target)->retentions(m_topics, stop);
    if (!found) {
        qCDebug(lcTaskManager).noquote() << "The topics' retention is not known now:" << found.error().text();
        return;
    }
    std::lock_guard lock(m_mutex);
    m_ofTopics = *found;
}

void RetentionWatch::fill(TaskSnapshot &snapshot) const
{
    std::lock_guard lock(m_mutex);
    snapshot.retentions = m_ofSource;
    snapshot.retentions.insert(snapshot.retentions.end(), m_ofTopics.begin(), m_ofTopics.end());
    setNeeded(snapshot);
}

void RetentionWatch::warn(const TaskSnapshot &task)
{
    const int64_t now = m_clock.nowMicros();
    for (const Retention &retention : task.retentions) {
        if (m_alarm.isDue(retention, now)) {
            qCWarning(lcTaskManager).noquote() << RetentionAlarm::text(retention, now);
        }
    }
}

void keepRetentions(TaskSnapshot &now, const TaskSnapshot &before)
{
    if (now.freshStartMicros != 0 && now.freshStartMicros != before.freshStartMicros) {
        return;
    }
    now.freshStartMicros = before.freshStartMicros;
    now.positionMicros = std::max(now.positionMicros, before.positionMicros);
    if (now.retentions.empty()) {
        now.retentions = before.retentions;
    }
    setNeeded(now);
}

} // namespace rowcast
