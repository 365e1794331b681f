// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/SimulatedWorld.h"

#include "core/task/TaskRunner.h"

#include <QtTest>

#include <nlohmann/json.hpp>

using namespace rowcast;
using namespace rowcast::tests;

namespace {

// ROWCAST_SEEDS sets how many are run, ROWCAST_FIRST_SEED where they begin: a seed that failed is run again alone.
int settingOf(const char *name, int usual)
{
    return std::max(1, qEnvironmentVariable(name, QString::number(usual)).toInt());
}

constexpr int kMostSlices = 400;

// Time that passes only by waiting: back-offs of minutes take no time.
class SimulatedClock final : public Clock {
public:
    int64_t nowMicros() const override { return m_micros; }
    std::chrono::steady_clock::time_point steady() const override
    {
        return std::chrono::steady_clock::time_point(std::chrono::microseconds(m_micros++));
    }
    bool sleep(std::chrono::milliseconds duration, const std::stop_token &stop) override
    {
        m_micros += duration.count() * 1000;
        std::this_thread::yield();
        return !stop.stop_requested();
    }

private:
    mutable std::atomic<int64_t> m_micros = 1'700'000'000'000'000;
};

MigrationDocument simulatedDocument()
{
    MigrationDocument document;
    document.task.identifier = QStringLiteral("simulated");
    document.task.mappings = TableMappings({SelectionRule{}});
    document.target.kafka.messageFormat = MessageFormat::JsonUnformatted;
    document.target.kafka.includeTransactionDetails = true;
    return document;
}

// What one change looks like to a reader; used to compare the topic with the log.
struct Seen {
    std::string operation;
    int key;
    int value;
    bool operator==(const Seen &) const = default;
};

struct Reading {
    std::map<int, int> folded;
    std::vector<Seen> changes;
    QString fault;
};

Reading readBack(const std::vector<SimulatedWorld::Record> &records)
{
    Reading reading;
    uint64_t lastTransaction = 0;
    uint64_t lastRecord = 0;
    std::map<int, int> loads;
    for (const auto &record : records) {
        const auto json = nlohmann::json::parse(record.value);
        const auto &meta = json["metadata"];
        const std::string operation = meta["operation"];
        if (!json.contains("data")) {
            continue;
        }
        const int key = json["data"]["k"];
        const int value = json["data"]["v"];
        if (operation == "load") {
            if (++loads[key] > 1) {
                reading.fault = QStringLiteral("key %1 was loaded twice").arg(key);
            }
            reading.folded[key] = value;
            continue;
        }
        const uint64_t transaction = meta["transaction-id"];
        const uint64_t recordId = meta["transaction-record-id"];
        const bool goesOn = transaction == lastTransaction && recordId == lastRecord + 1;
        if (!goesOn && !(transaction > lastTransaction && recordId == 1)) {
            reading.fault = QStringLiteral("record %1 of transaction %2 follows %3 of %4")
                                .arg(recordId)
                                .arg(transaction)
                                .arg(lastRecord)
                                .arg(lastTransaction);
        }
        lastTransaction = transaction;
        lastRecord = recordId;
        reading.changes.push_back({operation, key, value});
        if (operation == "delete") {
            reading.folded.erase(key);
        } else {
            reading.folded[key] = value;
        }
    }
    return reading;
}

} // namespace

// The whole engine but its servers, broken by a seed again and again, and the promises after it: nothing lost, nothing
// twice, order kept, the folded topic equal to the table.
class SimulationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exactlyOnceWhateverBreaks();

private:
    QString runSeed(uint64_t seed, int &breakages);
};

QString SimulationTest::runSeed(uint64_t seed, int &breakages)
{
    SimulatedWorld world(seed);
    SimulatedConnectors connectors(world);
    SimulatedClock clock;
    world.write(30);
    std::string ended;
    for (int slice = 0; slice < kMostSlices; ++slice) {
        // The last slices run in peace, so that every seed comes to an end.
        world.isCalm = slice > 6;
        world.write(world.isCalm ? 0 : 5);
        TaskRunner runner(simulatedDocument(), connectors, clock);
        std::stop_source never;
        runner.run(StartType::Default, RunUntil::CaughtUp, never.get_token());
        const TaskSnapshot snapshot = runner.snapshot();
        if (snapshot.status != TaskStatus::Stopped
            && (world.isCalm || snapshot.failure->code != QLatin1String("simulated"))) {
            return snapshot.lastFailureMessage;
        }
        if (world.isCalm && snapshot.status == TaskStatus::Stopped) {
            break;
        }
    }
    breakages += world.breakages;
    const Reading reading = readBack(world.committed);
    if (!reading.fault.isEmpty()) {
        return reading.fault;
    }
    return reading.folded == world.rows ? QString() : QStringLiteral("the folded topic differs from the table");
}

void SimulationTest::exactlyOnceWhateverBreaks()
{
    qputenv("QT_LOGGING_RULES", "*=false");
    const int first = settingOf("ROWCAST_FIRST_SEED", 1);
    const int seeds = settingOf("ROWCAST_SEEDS", 1000);
    int breakages = 0;
    for (int seed = first; seed < first + seeds; ++seed) {
        const QString fault = runSeed(uint64_t(seed), breakages);
        QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(fault)));
    }
    QVERIFY2(seeds < 100 || breakages > seeds, "the simulation broke hardly anything");
    qInfo("%d seeds, %d breakages, nothing lost, doubled or out of order", seeds, breakages);
}

QTEST_GUILESS_MAIN(SimulationTest)
#include "tst_simulation.moc"
