// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/task/RetentionWatch.h"

#include <QTest>

using namespace rowcast;

class RetentionWatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { warnings.clear(); }
    void warnsOnce_data();
    void warnsOnce();
    void says_data();
    void says();
    void asksInItsRhythm();
    void countsOnWithoutAnswers();
    void keepsWhatIsKnown();

private:
    static inline QStringList warnings;
};

namespace {

constexpr int64_t kMicros = 1'000'000;
constexpr int64_t kHour = 3600 * kMicros;

// Sleeping takes no time and moves the clock; it ends the watch after the moments that were asked for.
class SteppedClock final : public Clock {
public:
    explicit SteppedClock(int64_t seconds)
        : m_end(m_now + seconds * kMicros)
    {
    }
    [[nodiscard]] int64_t nowMicros() const override { return m_now; }
    [[nodiscard]] std::chrono::steady_clock::time_point steady() const override
    {
        return std::chrono::steady_clock::time_point(std::chrono::microseconds(m_now));
    }
    bool sleep(std::chrono::milliseconds duration, const std::stop_token &) override
    {
        m_now += duration.count() * 1000;
        return m_now <= m_end;
    }

private:
    int64_t m_now = 1'795'410'000 * kMicros;
    int64_t m_end;
};

struct Servers {
    int sourceAsked = 0;
    int topicsAsked = 0;
    std::vector<std::string> topics = {};
    bool isSourceThere = true;
    Retention source;
    Retention topic;
};

class AskedSource final : public SourceConnector {
public:
    explicit AskedSource(Servers &servers)
        : m_servers(servers)
    {
    }
    void probe(const ProbeReport &, const std::stop_token &) override { }
    void assess(const AssessmentPlan &, const ProbeReport &, const std::stop_token &) override { }
    Result<std::unique_ptr<Catalog>> catalog(const std::stop_token &) override { return stoppedFailure(); }
    std::unique_ptr<SourceSession> session(const SourcePlan &) override { return nullptr; }
    Result<Retention> retention(const std::string &, const std::stop_token &) override
    {
        ++m_servers.sourceAsked;
        return m_servers.isSourceThere ? Result<Retention>(m_servers.source) : stoppedFailure();
    }

private:
    Servers &m_servers;
};

class AskedTarget final : public SinkConnector {
public:
    explicit AskedTarget(Servers &servers)
        : m_servers(servers)
    {
    }
    void probe(const ProbeReport &, const std::stop_token &) override { }
    std::unique_ptr<Sink> sink(const SinkPlan &) override { return nullptr; }
    std::unique_ptr<TopicReader> topicReader() override { return nullptr; }
    Result<StateRecords> readState(const QString &, const std::stop_token &) override { return stoppedFailure(); }
    Result<void> removeState(const QString &, const std::stop_token &) override { return stoppedFailure(); }
    Result<std::vector<Retention>> retentions(const std::vector<std::string> &topics, const std::stop_token &) override
    {
        ++m_servers.topicsAsked;
        m_servers.topics = topics;
        return std::vector{m_servers.topic};
    }

private:
    Servers &m_servers;
};

class AskedConnectors final : public Connectors {
public:
    explicit AskedConnectors(Servers &servers)
        : m_servers(servers)
    {
    }
    Result<std::unique_ptr<SourceConnector>> source(const EndpointSpec &) const override
    {
        return std::unique_ptr<SourceConnector>(std::make_unique<AskedSource>(m_servers));
    }
    Result<std::unique_ptr<SinkConnector>> target(const EndpointSpec &) const override
    {
        return std::unique_ptr<SinkConnector>(std::make_unique<AskedTarget>(m_servers));
    }

private:
    Servers &m_servers;
};

Retention binlog(std::optional<int64_t> seconds)
{
    Retention retention;
    retention.name = QStringLiteral("binlog");
    retention.isKnown = true;
    retention.heldSeconds = seconds;
    retention.remedy = QStringLiteral("`SET PERSIST binlog_expire_logs_seconds = 604800;`");
    return retention;
}

Retention topic(std::optional<int64_t> seconds)
{
    Retention retention = binlog(seconds);
    retention.holder = Retention::Holder::Topic;
    retention.name = QStringLiteral("shop");
    return retention;
}

MigrationDocument document()
{
    MigrationDocument document;
    document.task.identifier = QStringLiteral("shop-to-bus");
    document.target.kafka.topic = QStringLiteral("shop");
    return document;
}

TaskSnapshot running(int64_t positionMicros)
{
    TaskSnapshot snapshot;
    snapshot.status = TaskStatus::Running;
    snapshot.freshStartMicros = positionMicros;
    snapshot.positionMicros = positionMicros;
    TableStatistics table;
    table.schemaName = QStringLiteral("shop");
    table.tableName = QStringLiteral("items");
    snapshot.tables = {table};
    return snapshot;
}

} // namespace

void RetentionWatchTest::initTestCase()
{
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &text) {
        if (type == QtWarningMsg) {
            warnings << text;
        }
    });
}

void RetentionWatchTest::warnsOnce_data()
{
    QTest::addColumn<QList<int>>("shares"); // percent of 100 s that are left, one look after the other; -1: not known
    QTest::addColumn<QList<int>>("told"); // at which looks
    QTest::newRow("long") << QList<int>{100, 60, 26} << QList<int>{};
    QTest::newRow("at a quarter") << QList<int>{30, 25, 20, 10, 0} << QList<int>{1};
    QTest::newRow("short from the start") << QList<int>{3, 2} << QList<int>{0};
    QTest::newRow("hovers") << QList<int>{25, 26, 25, 34, 24} << QList<int>{0};
    QTest::newRow("was long again") << QList<int>{25, 36, 25, 100, 0} << QList<int>{0, 2, 4};
    QTest::newRow("was not known meanwhile") << QList<int>{25, -1, 25} << QList<int>{0};
}

void RetentionWatchTest::warnsOnce()
{
    QFETCH(QList<int>, shares);
    RetentionAlarm alarm;
    QList<int> told;
    constexpr int64_t kNow = 1'000 * kMicros;
    for (int i = 0; i < shares.size(); ++i) {
        Retention retention = binlog(100);
        retention.neededMicros = shares[i] < 0 ? 0 : kNow - (100 - shares[i]) * kMicros;
        if (alarm.isDue(retention, kNow)) {
            told << i;
        }
    }
    QTEST(told, "told");
}

void RetentionWatchTest::says_data()
{
    QTest::addColumn<Retention>("retention");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, Retention retention, int64_t age, const char *text) {
        retention.neededMicros = 1'606'435'200 * kMicros - age;
        retention.remedy = QStringLiteral("Do.");
        QTest::newRow(name) << retention << QString::fromLatin1(text);
    };
    row("time", binlog(24 * 3600), 20 * kHour,
        "The server keeps its binlogs for 24 h and this task's position is of 2020-11-26T04:00:00Z: it is sure to be "
        "there for 4 h more. Do.");
    row("too late", binlog(24 * 3600), 30 * kHour,
        "The server keeps its binlogs for 24 h and this task's position is of 2020-11-25T18:00:00Z: it may be purged "
        "already. Do.");
    row("as soon as possible", binlog(0), 0,
        "The server purges its binlogs as soon as possible: a task that stops may not be able to go on. Do.");
    Retention room = binlog(24 * 3600);
    room.mostBytes = 1000;
    room.bytesLeft = 200;
    row("room", room, kHour,
        "The server keeps 1000 bytes of binlogs: the one that this task needs goes after 200 more. Do.");
    row("topic", topic(7 * 24 * 3600), 148 * kHour,
        "Topic shop keeps records for 7 d: in 20 h it begins to delete what this task sent first "
        "(2020-11-20T20:00:00Z). Do.");
}

void RetentionWatchTest::says()
{
    QFETCH(Retention, retention);
    QTEST(RetentionAlarm::text(retention, 1'606'435'200 * kMicros), "text");
}

void RetentionWatchTest::asksInItsRhythm()
{
    Servers servers{.source = binlog(24 * 3600), .topic = topic(std::nullopt)};
    const AskedConnectors connectors(servers);
    SteppedClock clock(3600);
    RetentionWatch watch(document(), connectors, clock);
    TaskSnapshot task = running(clock.nowMicros());
    task.status = TaskStatus::Starting;
    const int64_t opened = clock.nowMicros() + 10 * kMicros;
    watch.run(
        [&] {
            task.status = clock.nowMicros() < opened ? TaskStatus::Starting : TaskStatus::Running;
            return task;
        },
        {});
    QCOMPARE(servers.sourceAsked, 60);
    QCOMPARE(servers.topicsAsked, 6);
    QCOMPARE(servers.topics, std::vector<std::string>{"shop"});
    QCOMPARE(warnings, QStringList());
    watch.fill(task);
    QCOMPARE(task.retentions.size(), size_t(2));
    QCOMPARE(task.retentions[0].neededMicros, task.positionMicros);
    QCOMPARE(task.retentions[1].name, QStringLiteral("shop"));
}

void RetentionWatchTest::countsOnWithoutAnswers()
{
    Servers servers{.source = binlog(3600), .topic = topic(4000)};
    const AskedConnectors connectors(servers);
    SteppedClock clock(3500);
    const int64_t begun = clock.nowMicros();
    RetentionWatch watch(document(), connectors, clock);
    watch.run(
        [&] {
            servers.isSourceThere = clock.nowMicros() < begun + 30 * kMicros;
            return running(begun);
        },
        {});
    QCOMPARE(warnings.size(), 2);
    QVERIFY2(warnings[0].contains(QStringLiteral("there for 15 min more. `SET PERSIST binlog_expire_logs_seconds")),
        qPrintable(warnings[0]));
    QVERIFY2(warnings[1].startsWith(QStringLiteral("Topic shop")), qPrintable(warnings[1]));
}

void RetentionWatchTest::keepsWhatIsKnown()
{
    TaskSnapshot before = running(5 * kHour);
    before.retentions = {binlog(3600)};
    TaskSnapshot unopened;
    keepRetentions(unopened, before);
    QCOMPARE(unopened.positionMicros, before.positionMicros);
    QCOMPARE(unopened.freshStartMicros, before.freshStartMicros);
    QCOMPARE(unopened.retentions.size(), size_t(1));
    QCOMPARE(unopened.retentions[0].neededMicros, before.positionMicros);
    TaskSnapshot resumed;
    resumed.freshStartMicros = before.freshStartMicros;
    resumed.positionMicros = 6 * kHour;
    resumed.retentions = {binlog(7200)};
    keepRetentions(resumed, before);
    QCOMPARE(resumed.positionMicros, 6 * kHour);
    QCOMPARE(resumed.retentions[0].heldSeconds, std::optional<int64_t>(7200));
    TaskSnapshot anew;
    anew.freshStartMicros = 9 * kHour;
    keepRetentions(anew, before);
    QCOMPARE(anew.positionMicros, 0);
    QVERIFY(anew.retentions.empty());
}

QTEST_GUILESS_MAIN(RetentionWatchTest)
#include "tst_retentionwatch.moc"
