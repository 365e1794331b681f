// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/task/TaskRunner.h"
#include "tests/fakes/SimulatedTopic.h"

#include <QHashSeed>
#include <QTextStream>
#include <QtTest>

using namespace rowcast;
using namespace rowcast::tests;

namespace {

constexpr int kSlices = 4; // starts of the task while things break; the last one runs in peace

// ROWCAST_SEEDS sets how many are run, ROWCAST_FIRST_SEED where they begin: a seed that failed is run again alone.
uint64_t settingOf(const char *name, uint64_t usual)
{
    return std::max<uint64_t>(1, qEnvironmentVariable(name, QString::number(usual)).toULongLong());
}

MigrationDocument simulatedDocument()
{
    const auto document = MigrationDocument::parse(R"({
        "SourceEndpoint": {"EndpointIdentifier": "s", "EndpointType": "source", "EngineName": "mysql",
            "ServerName": "simulated", "Port": 3306, "Username": "u", "Password": "p"},
        "TargetEndpoint": {"EndpointIdentifier": "t", "EndpointType": "target", "EngineName": "kafka",
            "KafkaSettings": {"Broker": "simulated:9092", "Topic": "t", "MessageFormat": "json-unformatted",
                "IncludeTransactionDetails": true}},
        "ReplicationTask": {"ReplicationTaskIdentifier": "simulated", "MigrationType": "full-load-and-cdc",
            "TableMappings": {"rules": [{"rule-type": "selection", "rule-id": "1", "rule-name": "1",
                "object-locator": {"schema-name": "%", "table-name": "%"}, "rule-action": "include"}]},
            "ReplicationTaskSettings": {"BeforeImageSettings": {"EnableBeforeImage": true,
                "FieldName": "before-image", "ColumnFilter": "pk-only"}}}})");
    return document.value();
}

// What a run of one seed came to.
struct Outcome {
    QString fault;
    uint64_t trace = 0;
    int breakages = 0;
};

// One life of a task: started again and again while everything around it breaks, stopped, taken over by a second run of
// the same task, and in the end left in peace until it has caught up.
class Life {
public:
    Life(const MigrationDocument &document, uint64_t seed, SimulatedBroker::Flaw flaw)
        : m_document(document)
        , m_world(seed)
        , m_connectors(m_world)
    {
        m_world.broker.flaw = flaw;
    }

    Outcome live()
    {
        QString fault;
        for (int slice = 1; slice < kSlices && fault.isEmpty(); ++slice) {
            fault = runBroken();
        }
        m_world.isCalm = true;
        m_world.server.settle();
        if (fault.isEmpty()) {
            fault = runInPeace();
        }
        if (qEnvironmentVariableIsSet("ROWCAST_TELL")) {
            tell();
        }
        return {fault.isEmpty() ? brokenPromise(m_world) : fault, m_world.threads.trace(), m_world.breakages};
    }

private:
    // The binlog and the topic of a seed, for who looks for the fault in it (ROWCAST_TELL).
    void tell() const
    {
        QTextStream out(stdout);
        const auto text = [](const SimulatedServer::Row &row) {
            QString all;
            for (const auto &value : row) {
                all += value ? QString::number(*value) + u' ' : QStringLiteral("- ");
            }
            return all;
        };
        for (size_t index = 0; index < m_world.server.log().size(); ++index) {
            const auto &transaction = m_world.server.log()[index];
            out << "transaction " << index + 1 << ", kind " << int(transaction.kind) << '\n';
            for (const auto &change : transaction.changes) {
                out << "    table " << change.table << ": " << text(change.before) << "-> " << text(change.after)
                    << (change.isPartial ? "(partial)\n" : "\n");
            }
        }
        for (const auto &record : m_world.broker.committed) {
            out << QString::fromStdString(record.value) << '\n';
        }
    }

    static TaskSnapshot run(Life &life, const std::stop_token &stop)
    {
        TaskRunner runner(life.m_document, life.m_connectors, life.m_world.threads, life.m_world.threads);
        runner.run(StartType::Default, RunUntil::CaughtUp, stop);
        return runner.snapshot();
    }

    QString runBroken()
    {
        SeededThreads &threads = m_world.threads;
        std::stop_source stopping;
        std::unique_ptr<Threads::Thread> second;
        TaskSnapshot secondEnd;
        const uint64_t when = threads.steps() + 1 + m_world.server.draw(1500);
        const uint64_t what = m_world.server.draw(3);
        if (what == 0) {
            threads.at(when, [&] { stopping.request_stop(); });
        } else if (what == 1) {
            threads.at(when, [&] { second = threads.start([&] { secondEnd = run(*this, stopping.get_token()); }); });
        }
        const TaskSnapshot end = run(*this, stopping.get_token());
        threads.forgetHappenings();
        if (second) {
            second->join();
        }
        const QString fault = faultOf(end, second != nullptr);
        return fault.isEmpty() && second ? faultOf(secondEnd, true) : fault;
    }

    static QString faultOf(const TaskSnapshot &end, bool mayBeFenced)
    {
        if (end.status == TaskStatus::Stopped || end.failure->code == QLatin1String("simulated")
            || (mayBeFenced && end.failure->code == QLatin1String("kafka.fenced"))) {
            return {};
        }
        return end.lastFailureMessage;
    }

    QString runInPeace()
    {
        const TaskSnapshot end = run(*this, {});
        return end.status == TaskStatus::Stopped ? QString() : QStringLiteral("in peace: ") + end.lastFailureMessage;
    }

    const MigrationDocument &m_document;
    SimulatedWorld m_world;
    SimulatedConnectors m_connectors;
};

} // namespace

// The whole engine but its servers, its threads taking turns by a seed, broken again and again, and the promises after
// it. A seed that fails replays exactly.
class SimulationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void exactlyOnceWhateverBreaks();
    void aSeedReplaysExactly();
    void seesABrokenPromise_data();
    void seesABrokenPromise();

private:
    const MigrationDocument m_document = simulatedDocument();
};

void SimulationTest::initTestCase()
{
    QHashSeed::setDeterministicGlobalSeed();
    qputenv("QT_LOGGING_RULES", "*=false");
}

void SimulationTest::exactlyOnceWhateverBreaks()
{
    const uint64_t first = settingOf("ROWCAST_FIRST_SEED", 1);
    const uint64_t seeds = settingOf("ROWCAST_SEEDS", 1000);
    uint64_t breakages = 0;
    for (uint64_t seed = first; seed < first + seeds; ++seed) {
        const Outcome outcome = Life(m_document, seed, SimulatedBroker::Flaw::None).live();
        QVERIFY2(outcome.fault.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(outcome.fault)));
        breakages += uint64_t(outcome.breakages);
    }
    QVERIFY2(seeds < 100 || breakages > seeds, "the simulation broke hardly anything");
    qInfo(
        "%llu seeds, %llu breakages, nothing lost, doubled or out of order", qulonglong(seeds), qulonglong(breakages));
}

void SimulationTest::aSeedReplaysExactly()
{
    for (uint64_t seed = 1; seed <= 20; ++seed) {
        const Outcome one = Life(m_document, seed, SimulatedBroker::Flaw::None).live();
        const Outcome other = Life(m_document, seed, SimulatedBroker::Flaw::None).live();
        QCOMPARE(one.trace, other.trace);
        QCOMPARE(one.breakages, other.breakages);
    }
}

void SimulationTest::seesABrokenPromise_data()
{
    QTest::addColumn<int>("flaw");
    QTest::newRow("a checkpoint ahead of its messages") << int(SimulatedBroker::Flaw::LosesMessages);
    QTest::newRow("messages ahead of their checkpoint") << int(SimulatedBroker::Flaw::LosesState);
}

// Or the thousand seeds would prove nothing.
void SimulationTest::seesABrokenPromise()
{
    QFETCH(int, flaw);
    int seen = 0;
    for (uint64_t seed = 1; seed <= 20; ++seed) {
        seen += Life(m_document, seed, SimulatedBroker::Flaw(flaw)).live().fault.isEmpty() ? 0 : 1;
    }
    QVERIFY2(seen >= 15, qPrintable(QStringLiteral("only %1 of 20 seeds saw it").arg(seen)));
}

QTEST_GUILESS_MAIN(SimulationTest)
#include "tst_simulation.moc"
