// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From the commit in MySQL to a read_committed reader, at 1,000 changes a second through the real worker, against a
// bare producer that commits at the same rhythm. Usage: bench_latency [SECONDS]

#include "tests/bench/BareProducer.h"
#include "tests/bench/VisibleReader.h"
#include "tests/live/worker/ShopTask.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <thread>

using namespace rowcast;
using namespace rowcast::bench;

namespace {

using Time = std::chrono::steady_clock::time_point;

constexpr int kRate = 1000; // changes a second
constexpr int kWriters = 4; // sessions, or a lone one would wait for its own commits
constexpr int kSeconds = 20;
constexpr double kMostRatio = 2.0;
const QByteArray kValue(400, 'x'); // about what a message of the task has

struct Latency {
    double median = 0; // ms
    double high = 0; // 99th percentile
    double commitEveryMs = 0;
};

Failure benchFailure(const QString &cause, const QString &detail)
{
    return {
        .code = QStringLiteral("bench.latency"), .cause = cause, .remedy = {}, .detail = detail, .retryable = false};
}

class LatencyBench {
public:
    explicit LatencyBench(int seconds)
        : m_messages(size_t(seconds * kRate))
    {
    }

    Result<void> run()
    {
        if (auto started = m_servers.startMySql(MySqlFlavour::MySql80,
                {QStringLiteral("--sync-binlog=0"), QStringLiteral("--innodb-flush-log-at-trx-commit=2")});
            !started) {
            return started;
        }
        if (auto started = m_servers.startKafka(); !started) {
            return started;
        }
        std::printf("%-16s %28s %28s %17s\n", "", "rowcast: median, 99 %", "bare: median, 99 %", "ratios, limit 2");
        for (const bool isExactlyOnce : {true, false}) {
            if (auto done = compare(isExactlyOnce); !done) {
                return done;
            }
        }
        return {};
    }

private:
    Result<void> compare(bool isExactlyOnce)
    {
        const auto ours = measureTask(isExactlyOnce);
        if (!ours) {
            return ours.error();
        }
        const auto bare = measureBare(isExactlyOnce, ours->commitEveryMs);
        if (!bare) {
            return bare.error();
        }
        const double median = ours->median / bare->median;
        const double high = ours->high / bare->high;
        std::printf("%-16s %16.1f ms %6.1f ms %16.1f ms %6.1f ms %8.2f %8.2f%s\n",
            isExactlyOnce ? "exactly once" : "at least once", ours->median, ours->high, bare->median, bare->high,
            median, high, median > kMostRatio || high > kMostRatio ? "  above the limit" : "");
        if (isExactlyOnce) {
            std::printf("%-16s one commit in %.1f ms, and in %.1f ms\n", "", ours->commitEveryMs, bare->commitEveryMs);
        }
        std::fflush(stdout);
        return {};
    }

    Result<Latency> measureTask(bool isExactlyOnce)
    {
        const QString name = isExactlyOnce ? QStringLiteral("exact") : QStringLiteral("least");
        if (auto made = tests::ShopTask::createItems(m_servers, 0); !made) {
            return made.error();
        }
        tests::ShopTask task(m_servers, m_servers.mysql().port(), m_servers.kafka().bootstrapServers(), name);
        task.set({QStringLiteral("ReplicationTask"), QStringLiteral("MigrationType")}, QStringLiteral("cdc"));
        task.set({QStringLiteral("TargetEndpoint"), QStringLiteral("RowcastSettings"), QStringLiteral("Delivery")},
            isExactlyOnce ? QStringLiteral("exactly-once") : QStringLiteral("at-least-once"));
        task.set({QStringLiteral("TargetEndpoint"), QStringLiteral("RowcastSettings"), QStringLiteral("KeyRule")},
            QStringLiteral("primary-key")); // by which the reader knows the rows
        tests::WorkerProcess worker(task.document);
        worker.start();
        if (!worker.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc"))) {
            return benchFailure(QStringLiteral("The task does not run."), worker.errorText());
        }
        // a first change makes the topic
        if (auto made = m_servers.execute("INSERT INTO shop.items (id, name) VALUES (1000000000, 'first')"); !made) {
            return made.error();
        }
        auto reader = openReader(name);
        if (!reader) {
            return reader.error();
        }
        const auto written = write();
        if (!written) {
            return written.error();
        }
        return latencyOf(**reader, *written);
    }

    Result<Latency> measureBare(bool isExactlyOnce, double commitEveryMs)
    {
        const QString topic = isExactlyOnce ? QStringLiteral("bare-exact") : QStringLiteral("bare-least");
        BareProducer producer{.brokers = m_servers.kafka().bootstrapServers(), .topic = topic, .value = kValue};
        producer.commitEvery = std::chrono::microseconds(isExactlyOnce ? int64_t(commitEveryMs * 1000) : 0);
        producer.messages = 1; // makes the topic
        if (auto made = producer.run(); !made) {
            return made.error();
        }
        auto reader = openReader(topic);
        if (!reader) {
            return reader.error();
        }
        producer.messages = m_messages;
        // beside the same work of the database, since both share the computer with it
        if (auto made = tests::ShopTask::createItems(m_servers, 0); !made) {
            return made.error();
        }
        std::optional<Result<std::vector<Time>>> written;
        std::jthread writing([&] { written = write(); });
        const auto due = producer.run();
        writing.join();
        if (!*written) {
            return written->error();
        }
        return due ? latencyOf(**reader, *due) : Result<Latency>(due.error());
    }

    Result<std::unique_ptr<VisibleReader>> openReader(const QString &topic)
    {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
        auto reader = VisibleReader::open(m_servers.kafka().bootstrapServers(), topic, m_messages);
        while (!reader && std::chrono::steady_clock::now() < deadline) {
            reader = VisibleReader::open(m_servers.kafka().bootstrapServers(), topic, m_messages);
        }
        return reader;
    }

    // When each row's commit was answered.
    Result<std::vector<Time>> write()
    {
        std::vector<Time> committed(m_messages + 1);
        std::mutex mutex;
        std::optional<Failure> failure;
        {
            std::vector<std::jthread> writers;
            const auto begun = std::chrono::steady_clock::now();
            for (size_t writer = 0; writer < kWriters; ++writer) {
                writers.emplace_back([&, writer] {
                    if (auto done = writeEach(writer, begun, committed); !done) {
                        const std::lock_guard lock(mutex);
                        failure = done.error();
                    }
                });
            }
        }
        return failure ? Result<std::vector<Time>>(*failure) : Result<std::vector<Time>>(std::move(committed));
    }

    Result<void> writeEach(size_t writer, Time begun, std::vector<Time> &committed)
    {
        auto sql = m_servers.sql();
        if (!sql) {
            return sql.error();
        }
        for (size_t number = 1 + writer; number <= m_messages; number += kWriters) {
            std::this_thread::sleep_until(begun + number * std::chrono::microseconds(1'000'000 / kRate));
            const QByteArray id = QByteArray::number(qulonglong(number));
            if (auto done = sql->execute("INSERT INTO shop.items (id, name) VALUES (" + id + ", '물건')"); !done) {
                return done;
            }
            committed[number] = std::chrono::steady_clock::now();
        }
        return {};
    }

    Result<Latency> latencyOf(VisibleReader &reader, const std::vector<Time> &begun) const
    {
        if (!reader.waitForAll(std::chrono::seconds(60))) {
            return benchFailure(QStringLiteral("Not all messages arrived."), QString::number(reader.count()));
        }
        std::vector<double> all;
        for (size_t number = 1; number <= m_messages; ++number) {
            all.push_back(std::chrono::duration<double, std::milli>(reader.seen(number) - begun[number]).count());
        }
        std::sort(all.begin(), all.end());
        const double milliseconds = std::chrono::duration<double, std::milli>(begun.back() - begun[1]).count();
        const auto transactions = double(std::max<int64_t>(1, reader.transactions()));
        return Latency{all[all.size() / 2], all[all.size() * 99 / 100], milliseconds / transactions};
    }

    const size_t m_messages;
    LiveServers m_servers;
};

} // namespace

int main(int count, char **arguments)
{
    const QCoreApplication application(count, arguments);
    const int seconds = count > 1 ? std::max(1, atoi(arguments[1])) : kSeconds;
    const auto done = LatencyBench(seconds).run();
    if (!done) {
        std::fprintf(stderr, "%s %s\n", qPrintable(done.error().text()), qPrintable(done.error().detail));
        return 1;
    }
    return 0;
}
