// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/wire/HugeTask.h"

#include "tests/live/worker/ProcessStatus.h"

#include <QDeadlineTimer>

#include <algorithm>

namespace rowcast::tests {

namespace {

constexpr int kPadBytes = 2000;
constexpr int kImages = 2; // before and after
constexpr int kRounds = 6;
constexpr int kLongRounds = 10;
constexpr int kLong = 1000; // megabytes; from there on more rounds, for a smaller table
constexpr std::chrono::minutes kMostTime{30};

} // namespace

HugeTask::HugeTask(LiveServers &servers, const QString &brokers, const QString &identifier, int megabytes)
    : m_servers(servers)
    , m_brokers(brokers)
    , m_shop(servers, servers.mysql().port(), brokers, identifier)
    , m_rounds(megabytes >= kLong ? kLongRounds : kRounds)
    , m_rows(int(int64_t(megabytes) * 1'000'000 / (int64_t(kImages) * kPadBytes * m_rounds)))
{
    m_shop.set({QStringLiteral("ReplicationTask"), QStringLiteral("MigrationType")}, QStringLiteral("cdc"));
}

QByteArray HugeTask::padOf(int row)
{
    return (QByteArray::number(row).rightJustified(9, '0') + ' ').repeated(kPadBytes / 10);
}

Result<void> HugeTask::fill()
{
    return m_servers.execute(
        "DROP DATABASE IF EXISTS shop; DROP DATABASE IF EXISTS aside; CREATE DATABASE shop; CREATE DATABASE aside;"
        "CREATE TABLE aside.digits (d INT); INSERT INTO aside.digits VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9);"
        "CREATE TABLE shop.big (id INT PRIMARY KEY, n INT, pad VARCHAR(2000) CHARACTER SET latin1);"
        "INSERT INTO shop.big SELECT id, 0, REPEAT(CONCAT(LPAD(id, 9, '0'), ' '), 200) FROM (SELECT a.d + 10 * b.d + "
        "100 * c.d + 1000 * d.d + 10000 * e.d + 100000 * f.d AS id FROM aside.digits a, aside.digits b, aside.digits "
        "c, aside.digits d, aside.digits e, aside.digits f) AS numbers WHERE id < "
        + QByteArray::number(m_rows));
}

Result<void> HugeTask::update(bool isCompressed)
{
    return m_servers.execute(
        (isCompressed ? QByteArray("SET SESSION binlog_transaction_compression = ON; BEGIN;") : QByteArray("BEGIN;"))
        + QByteArray("UPDATE shop.big SET n = n + 1;").repeated(m_rounds) + "COMMIT");
}

bool HugeTask::hasBegun() const
{
    const auto ends = committedEnds(m_brokers, m_shop.topic());
    return ends && *ends > 0;
}

Result<int> HugeTask::delivered() const
{
    int count = 0;
    const auto read = visitTopic(
        m_brokers, m_shop.topic(), [&](const TopicMessage &) { ++count; }, kMostTime);
    return read ? Result<int>(count) : Result<int>(read.error());
}

QStringList HugeTask::compare(int transactions) const
{
    QStringList lines;
    const auto tell = [&](const QString &line) {
        if (lines.size() < 20) {
            lines.append(line);
        }
    };
    std::vector<int> counters(size_t(m_rows), 0);
    const auto read = visitTopic(
        m_brokers, m_shop.topic(),
        [&](const TopicMessage &raw) {
            const auto message = raw.value ? parseDmsMessage(*raw.value) : std::nullopt;
            if (!message || message->operation != "update") {
                return tell(QStringLiteral("no update: ") + QString::fromUtf8(raw.value.value_or("").left(200)));
            }
            const auto text = [&](const char *column) { return message->data.at(column).value_or(QByteArray()); };
            const int id = text("id").toInt();
            const int n = text("n").toInt();
            if (id < 0 || id >= m_rows || ++counters[size_t(id)] != n || text("pad") != padOf(id)) {
                tell(QStringLiteral("row %1 says %2").arg(id).arg(n));
            }
        },
        kMostTime);
    if (!read) {
        return {read.error().text()};
    }
    const int wanted = m_rounds * transactions;
    const auto behind = std::count_if(counters.begin(), counters.end(), [&](int n) { return n != wanted; });
    if (behind > 0) {
        tell(QStringLiteral("%1 rows do not end at %2").arg(behind).arg(wanted));
    }
    auto sql = m_servers.sql();
    const auto same = sql
        ? sql->value("SELECT COUNT(*) FROM shop.big WHERE pad = REPEAT(CONCAT(LPAD(id, 9, '0'), ' '), "
                     "200) AND n = "
            + QByteArray::number(wanted))
        : Result<QByteArray>(sql.error());
    if (!same || same->toInt() != m_rows) {
        tell(same ? QStringLiteral("only %1 rows of the table are as expected").arg(same->toInt())
                  : same.error().text());
    }
    return lines;
}

int residentPeak(qint64 processId)
{
    return processStatus(processId, "VmHWM:").split(' ').first().toInt() / 1024;
}

std::pair<int, int> watchToEnd(WorkerProcess &worker, int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    int peak = 0;
    while (worker.isRunning() && !deadline.hasExpired()) {
        peak = std::max(peak, residentPeak(worker.processId()));
        QTest::qWait(20);
    }
    return {worker.waitForEnd(1000).value_or(-1), peak};
}

} // namespace rowcast::tests
