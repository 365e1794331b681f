// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Decoding and serialising alone, on one core: from the bytes of a real server's binlog to finished messages. Times are
// those of the thread's CPU. Usage: bench_rows [ROWS]

#include "core/pipeline/BatchBuilder.h"
#include "tests/bench/BinlogFile.h"

#include <QCoreApplication>

#include <cstdio>
#include <ctime>

using namespace rowcast;
using namespace rowcast::bench;

namespace {

constexpr int kRows = 500'000;
constexpr double kLeastRowsPerSecond = 400'000;
constexpr size_t kBatchBytes = 1024 * 1024;
constexpr int kRounds = 3; // the best counts: whatever else the machine does only adds
constexpr int kColumnGroups = 127; // of eight: with the key 1,017 columns, the most that InnoDB has

class NoErrors final : public ErrorHandler {
public:
    Result<void> tableFailed(const TableId &, const Failure &failure) override { return failure; }
    Result<void> rowFailed(const TableId &, const QString &, const Failure &failure) override { return failure; }
    Result<void> valueCut(const TableId &, const QString &, const QString &, uint64_t) override { return {}; }
    [[nodiscard]] bool isSuspended(const TableId &) const override { return false; }
};

// Hands each full batch out, as the reader does, and throws it away.
class Discarding final : public ChangeHandler {
public:
    explicit Discarding(BatchBuilder &builder)
        : m_builder(builder)
    {
    }
    Result<void> change(const Change &change) override
    {
        ++rows;
        auto done = m_builder.change(change);
        if (m_builder.bytes() >= kBatchBytes) {
            bytes += m_builder.take()->bytes.size();
        }
        return done;
    }
    Result<void> schemaChange(const SchemaChange &change) override { return m_builder.schemaChange(change); }
    Result<void> tableFailed(const TableId &, const Failure &failure) override { return failure; }
    void noteLoss(const TableId &, const QString &, uint64_t) override { }

    uint64_t rows = 0;
    uint64_t bytes = 0;

private:
    BatchBuilder &m_builder;
};

struct Measured {
    double rowsPerSecond = 0;
    double nanosecondsPerByte = 0; // of the finished messages
    double megabytesPerSecond = 0;
};

double cpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

Result<Measured> measure(BinlogFile &file, uint64_t expectedRows)
{
    MessageSettings settings;
    settings.taskIdentifier = "bench";
    settings.topic = "bench";
    settings.isFormatted = false;
    NoErrors policy;
    const SystemClock clock;
    Measured best;
    for (int round = 0; round < kRounds; ++round) {
        BatchBuilder builder(settings, policy, clock);
        Discarding handler(builder);
        const double begun = cpuSeconds();
        if (auto done = file.replay(handler); !done) {
            return done.error();
        }
        handler.bytes += builder.take()->bytes.size();
        const double seconds = cpuSeconds() - begun;
        if (handler.rows != expectedRows) {
            return Failure{QStringLiteral("bench.lost"),
                QStringLiteral("%1 rows of %2 came.").arg(handler.rows).arg(expectedRows), {}, {}, false};
        }
        if (double(handler.rows) / seconds > best.rowsPerSecond) {
            best = {double(handler.rows) / seconds, seconds * 1e9 / double(handler.bytes),
                double(handler.bytes) / seconds / 1e6};
        }
    }
    return best;
}

QByteArray narrowTable()
{
    return "CREATE TABLE shop.narrow (id INT PRIMARY KEY, name VARCHAR(80), amount DECIMAL(20,4), big BIGINT UNSIGNED,"
           " note TEXT, created DATETIME(3), flag BIT(1), raw VARBINARY(40))";
}

// Columns of the same types, over and over.
QByteArray wideTable()
{
    QByteArray table = "CREATE TABLE shop.wide (id INT PRIMARY KEY";
    for (int group = 0; group < kColumnGroups; ++group) {
        const QByteArray n = QByteArray::number(group);
        table += ", i" + n + " INT, name" + n + " VARCHAR(4), amount" + n + " DECIMAL(10,4), big" + n
            + " BIGINT UNSIGNED, note" + n + " VARCHAR(3), created" + n + " DATETIME, flag" + n + " BIT(1), raw" + n
            + " VARBINARY(6)";
    }
    return table + ")";
}

QByteArray fillNarrow(int rows)
{
    return "SET SESSION cte_max_recursion_depth = 100000000; INSERT INTO shop.narrow WITH RECURSIVE s AS (SELECT 1 AS n"
           " UNION ALL SELECT n + 1 FROM s WHERE n < "
        + QByteArray::number(rows)
        + ") SELECT n, CONCAT('물건 ', n), n * 1.2345, 18446744073709551615 - n, IF(n % 3, REPEAT('x', n % 50), NULL),"
          " '2024-02-29 12:34:56.789', n % 2, UNHEX(MD5(n)) FROM s";
}

QByteArray fillWide(int rows)
{
    QByteArray group;
    for (int i = 0; i < kColumnGroups; ++i) {
        group += ", n, CONCAT('물건 ', n % 10), n * 1.2345, 18446744073709551615 - n, IF(n % 3, 'xxx', NULL),"
                 " '2024-02-29 12:34:56', n % 2, UNHEX(LEFT(MD5(n), 12))";
    }
    return "SET SESSION cte_max_recursion_depth = 100000000; INSERT INTO shop.wide WITH RECURSIVE s AS (SELECT 1 AS n"
           " UNION ALL SELECT n + 1 FROM s WHERE n < "
        + QByteArray::number(rows) + ") SELECT n" + group + " FROM s";
}

void print(const char *what, const Measured &measured)
{
    std::printf("%-16s %12.0f rows/s %8.0f MB/s %8.3f ns a byte\n", what, measured.rowsPerSecond,
        measured.megabytesPerSecond, measured.nanosecondsPerByte);
}

Result<void> run(int rows)
{
    LiveServers servers;
    if (auto started = servers.startMySql(MySqlFlavour::MySql80); !started) {
        return started;
    }
    if (auto made = servers.execute("CREATE DATABASE shop CHARACTER SET utf8mb4; " + narrowTable() + ";" + wideTable());
        !made) {
        return made;
    }
    const int wideRows = std::max(10, rows / 100);
    const auto narrowFile = BinlogFile::record(servers.mysql(), fillNarrow(rows));
    if (!narrowFile) {
        return narrowFile.error();
    }
    const auto wideFile = BinlogFile::record(servers.mysql(), fillWide(wideRows));
    if (!wideFile) {
        return wideFile.error();
    }
    const auto narrow = measure(**narrowFile, uint64_t(rows));
    if (!narrow) {
        return narrow.error();
    }
    const auto wide = measure(**wideFile, uint64_t(wideRows));
    if (!wide) {
        return wide.error();
    }
    print("8 columns", *narrow);
    print("1,017 columns", *wide);
    std::printf("8 columns against %.0f rows/s: ratio %.2f (at least 1)\n", kLeastRowsPerSecond,
        narrow->rowsPerSecond / kLeastRowsPerSecond);
    std::printf("1,017 columns against 8, per byte: ratio %.2f (at most 1.5)\n",
        wide->nanosecondsPerByte / narrow->nanosecondsPerByte);
    return {};
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : kRows;
    if (rows < 100) {
        std::fprintf(stderr, "usage: bench_rows [ROWS, at least 100]\n");
        return 2;
    }
    const auto done = run(rows);
    if (!done) {
        std::fprintf(stderr, "%s\n", qPrintable(done.error().text()));
        return 1;
    }
    return 0;
}
