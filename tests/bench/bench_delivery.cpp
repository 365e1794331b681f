// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Full load and waiting changes, delivered exactly once by the real worker from a real MySQL to a real Kafka, against
// kcat sending the same messages. Usage: bench_delivery [ROWS]

#include "tests/bench/Backlog.h"
#include "tests/bench/Kcat.h"
#include "tests/bench/MeasuredRun.h"
#include "tests/live/worker/ShopTask.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

using namespace rowcast;
using namespace rowcast::bench;

namespace {

constexpr int kRows = 1'000'000;

class DeliveryBench {
public:
    explicit DeliveryBench(int rows)
        : m_rows(rows)
    {
    }

    Result<void> run();

private:
    Result<void> measureLoad();
    Result<void> measureChanges(const QString &name, int rows, int rowsPerTransaction, bool isExactlyOnce);
    // Compares a run with kcat before and after it, on the messages that the run delivered.
    Result<void> compare(const QString &what, const QString &topic, int rows, const MeasuredRun &measured);
    [[nodiscard]] tests::ShopTask task(const QString &name, const QString &migrationType);

    const int m_rows;
    LiveServers m_servers;
    QTemporaryDir m_folder;
};

Result<void> DeliveryBench::run()
{
    if (auto started = m_servers.startMySql(MySqlFlavour::MySql80, {QStringLiteral("--innodb-buffer-pool-size=256M")});
        !started) {
        return started;
    }
    if (auto started = m_servers.startKafka(); !started) {
        return started;
    }
    std::printf("%-44s %10s %12s %12s %7s %9s\n", "what", "rows", "rowcast/s", "kcat/s", "ratio", "resident");
    if (auto done = measureLoad(); !done) {
        return done;
    }
    if (auto done = measureChanges(QStringLiteral("large"), m_rows, 1000, true); !done) {
        return done;
    }
    if (auto done = measureChanges(QStringLiteral("small"), m_rows / 5, 1, true); !done) {
        return done;
    }
    return measureChanges(QStringLiteral("again"), m_rows, 1000, false);
}

tests::ShopTask DeliveryBench::task(const QString &name, const QString &migrationType)
{
    tests::ShopTask task(m_servers, m_servers.mysql().port(), m_servers.kafka().bootstrapServers(), name);
    task.set({QStringLiteral("ReplicationTask"), QStringLiteral("MigrationType")}, migrationType);
    return task;
}

Result<void> DeliveryBench::measureLoad()
{
    const Backlog backlog(m_servers);
    if (auto made = backlog.createTable(); !made) {
        return made;
    }
    if (auto made = backlog.insert(m_rows, 1000); !made) {
        return made;
    }
    auto load = task(QStringLiteral("load"), QStringLiteral("full-load"));
    const auto measured = measure(load.document, {});
    return measured ? compare(QStringLiteral("full load"), load.topic(), m_rows, *measured)
                    : Result<void>(measured.error());
}

Result<void> DeliveryBench::measureChanges(const QString &name, int rows, int rowsPerTransaction, bool isExactlyOnce)
{
    const Backlog backlog(m_servers);
    if (auto made = backlog.createTable(); !made) {
        return made;
    }
    auto changes = task(name, QStringLiteral("cdc"));
    if (!isExactlyOnce) {
        changes.set({QStringLiteral("TargetEndpoint"), QStringLiteral("RowcastSettings"), QStringLiteral("Delivery")},
            QStringLiteral("at-least-once"));
    }
    const QStringList untilCaughtUp{QStringLiteral("--until"), QStringLiteral("caught-up")};
    tests::WorkerProcess first(changes.document);
    if (first.run(untilCaughtUp) != 0) {
        return Failure{QStringLiteral("bench.worker"), QStringLiteral("The task could not begin."), {},
            first.lastErrorLine(), false};
    }
    if (auto made = backlog.insert(rows, rowsPerTransaction); !made) {
        return made;
    }
    const auto measured = measure(changes.document, untilCaughtUp);
    const QString what = QStringLiteral("changes, %1, %2 a transaction")
                             .arg(isExactlyOnce ? QStringLiteral("exactly once") : QStringLiteral("at least once"))
                             .arg(rowsPerTransaction);
    return measured ? compare(what, changes.topic(), rows, *measured) : Result<void>(measured.error());
}

Result<void> DeliveryBench::compare(const QString &what, const QString &topic, int rows, const MeasuredRun &measured)
{
    const Kcat kcat(m_servers.kafka().bootstrapServers(), m_folder.path());
    const auto file = kcat.save(topic);
    if (!file) {
        return file.error();
    }
    QFile messages(*file);
    qsizetype lines = 0;
    if (messages.open(QIODevice::ReadOnly)) {
        while (!messages.readLine().isEmpty()) {
            ++lines;
        }
    }
    if (lines < rows) {
        return Failure{QStringLiteral("bench.lost"),
            QStringLiteral("%1: %2 messages arrived of at least %3.").arg(what).arg(lines).arg(rows), {}, {}, false};
    }
    double kcatSeconds = 0;
    for (const char *round : {"-kcat-1", "-kcat-2"}) {
        const auto seconds = kcat.produce(*file, topic + QLatin1String(round));
        if (!seconds) {
            return seconds.error();
        }
        kcatSeconds += *seconds / 2;
    }
    messages.remove();
    const double ours = rows / measured.seconds;
    const double theirs = double(lines) / kcatSeconds;
    std::printf("%-44s %10d %12.0f %12.0f %7.2f %6.0f MB\n", qPrintable(what), rows, ours, theirs, ours / theirs,
        measured.mostMegabytes);
    std::fflush(stdout);
    return {};
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : kRows;
    if (rows < 1000) {
        std::fprintf(stderr, "usage: bench_delivery [ROWS, at least 1000]\n");
        return 2;
    }
    const auto done = DeliveryBench(rows).run();
    if (!done) {
        std::fprintf(stderr, "%s\n", qPrintable(done.error().text()));
        return 1;
    }
    return 0;
}
