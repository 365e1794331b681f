// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/mysqlstream/StreamStory.h"

#include <QDeadlineTimer>

namespace rowcast {

namespace {

constexpr int kMostMilliseconds = 60'000;

Failure tooSlow(const ChangeLog &log, const ChangeSource &source)
{
    return {QStringLiteral("test.too-slow"), QStringLiteral("The changes did not come in time."), {},
        QString::fromStdString(source.displayPosition()) + QLatin1Char('\n')
            + log.lines().mid(qMax(0, log.lines().size() - 5)).join(QLatin1Char('\n')),
        false};
}

} // namespace

StreamStory::StreamStory(MySqlServer &server, const QList<std::pair<QString, QString>> &selections, const QString &task)
    : m_server(&server)
{
    std::vector<SelectionRule> rules;
    for (const auto &[schema, table] : selections) {
        SelectionRule rule;
        rule.schema = schema;
        rule.table = table;
        rules.push_back(rule);
    }
    m_plan.taskIdentifier = task;
    m_plan.mappings = TableMappings(rules);
    m_plan.isLoadWanted = false;
    m_settings.connection.user = server.user();
    moveTo(server);
}

void StreamStory::moveTo(MySqlServer &server)
{
    m_server = &server;
    m_settings.connection.host = server.host();
    m_settings.connection.port = server.port();
    m_connector.reset();
}

Result<void> StreamStory::open()
{
    auto source = m_session->changes({});
    if (!source) {
        return source.error();
    }
    m_source = *std::move(source);
    return {};
}

Result<void> StreamStory::start(const CdcStart &start)
{
    m_source.reset();
    m_session.reset();
    m_connector = std::make_unique<mysql::MySqlConnector>(m_settings);
    m_session = m_connector->session(m_plan);
    if (auto started = m_session->startWithChanges(start, {}); !started) {
        return started;
    }
    commit(m_session->takeState());
    return open();
}

Result<void> StreamStory::resume()
{
    m_source.reset();
    m_session.reset();
    m_connector = std::make_unique<mysql::MySqlConnector>(m_settings);
    m_session = m_connector->session(m_plan);
    StateRecords records;
    for (const auto &[key, value] : m_state) {
        records.push_back({key, value});
    }
    if (auto resumed = m_session->resume(records, {}); !resumed) {
        return resumed;
    }
    return open();
}

void StreamStory::commit(const StateRecords &records)
{
    for (const StateRecord &record : records) {
        if (record.value) {
            m_state[record.key] = *record.value;
        } else {
            m_state.erase(record.key);
        }
    }
    m_committedLog = m_log;
}

Result<void> StreamStory::follow()
{
    const auto target = m_session->tail({});
    if (!target) {
        return target.error();
    }
    return pollUntil([&] { return m_source->hasReached(*target); });
}

Result<void> StreamStory::followUntilLines(qsizetype lines)
{
    const qsizetype wanted = m_log.lines().size() + lines;
    return pollUntil([&] { return m_log.lines().size() >= wanted; });
}

Result<void> StreamStory::pollUntil(const std::function<bool()> &isReached)
{
    const QDeadlineTimer deadline(kMostMilliseconds);
    while (!isReached()) {
        if (deadline.hasExpired()) {
            return tooSlow(m_log, *m_source);
        }
        const auto progress = m_source->poll(m_log, {});
        if (!progress) {
            return progress.error();
        }
    }
    commit(m_source->takeState());
    return {};
}

void StreamStory::crash()
{
    m_source.reset();
    m_session.reset();
    m_log = m_committedLog;
}

QStringList StreamStory::differences(SqlClient &sql, const QString &table) const
{
    const auto rows = sql.query(QStringLiteral("SELECT * FROM %1").arg(table).toUtf8());
    if (!rows) {
        return {rows.error().text()};
    }
    QMap<QString, QString> expected;
    for (const SqlRow &row : *rows) {
        QStringList texts;
        for (const auto &field : row) {
            texts.append(field ? QString::fromUtf8(*field) : QStringLiteral("NULL"));
        }
        expected[texts.value(0)] = texts.join(QLatin1Char('|'));
    }
    QStringList lines;
    const auto folded = m_log.rows(table);
    for (auto row = expected.begin(); row != expected.end(); ++row) {
        if (folded.value(row.key()) != row.value()) {
            lines.append(QStringLiteral("expected %1, folded %2").arg(row.value(), folded.value(row.key())));
        }
    }
    for (auto row = folded.begin(); row != folded.end(); ++row) {
        if (!expected.contains(row.key())) {
            lines.append(QStringLiteral("too many: %1").arg(row.value()));
        }
    }
    return lines;
}

} // namespace rowcast
