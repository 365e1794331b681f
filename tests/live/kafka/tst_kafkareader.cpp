// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/kafka/KafkaStory.h"

#include <QDateTime>
#include <QTest>

#include <thread>

using namespace rowcast;
using namespace rowcast::live;

namespace {

const char *const kTopic = "read";

} // namespace

// Looking into topics on a real broker: where a read begins and ends, what is aborted, and a receiver that is full.
class TestKafkaReader : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<KafkaServer> m_server;
    KafkaSettings m_settings;
    std::unique_ptr<Sink> m_sink;
    int64_t m_middleMillis = 0;

    struct Reading {
        QList<QByteArray> values;
        QList<bool> aborted;
        TailProgress progress;
        QString failure;
    };
    Reading read(const TopicQuery &query) const
    {
        Reading reading;
        auto reader = KafkaConnector(m_settings).topicReader();
        const auto ended = reader->read(
            query,
            [&](std::vector<TopicRecord> &records) {
                for (const TopicRecord &record : records) {
                    reading.values.append(record.value.value_or("(none)").trimmed());
                    reading.aborted.append(record.isAborted);
                }
                return true;
            },
            [&](const TailProgress &progress) { reading.progress = progress; }, {});
        reading.failure = failureCode(ended);
        return reading;
    }
    static TopicQuery query(TopicStart::Kind kind, int64_t value = 0, const char *topic = kTopic)
    {
        TopicQuery asked;
        asked.topic = QLatin1String(topic);
        asked.start = {.kind = kind, .value = value};
        asked.isFollowing = false;
        return asked;
    }
    void commitNumbers(const char *topic, int first, int count)
    {
        QVERIFY(m_sink->send(numberedBatch(topic, first, count), {}));
        QVERIFY(m_sink->commit({{"", std::to_string(first + count)}}, {}));
    }
    void reopenSink(const QString &task)
    {
        m_sink = KafkaConnector(m_settings).sink({.taskIdentifier = task, .isExactlyOnce = true, .topics = {}});
        QVERIFY(m_sink->open({}));
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto server = KafkaServer::start({});
        if (!server && server.error().code == QLatin1String("sandbox.missing")) {
            QSKIP("Apache Kafka is not installed: bash packaging/servers/fetch.sh kafka");
        }
        QVERIFY2(server.has_value(), server ? "" : qPrintable(server.error().text()));
        m_server = std::move(*server);
        m_settings = plainSettings(m_server->bootstrapServers());
        reopenSink(QStringLiteral("reader"));
        commitNumbers(kTopic, 0, 3); // offsets 0 to 2, marker 3
        m_middleMillis = QDateTime::currentMSecsSinceEpoch() + 1;
        QVERIFY(waitUntil([&] { return QDateTime::currentMSecsSinceEpoch() > m_middleMillis; }, 1000));
        QVERIFY(m_sink->send(numberedBatch(kTopic, 90, 2), {})); // offsets 4 and 5, aborted by marker 6
        QVERIFY(waitUntil(
            [&] {
                auto info = KafkaConnector(m_settings).topicReader()->describe(QLatin1String(kTopic), {});
                return info && info->partitions.front().high == 6;
            },
            10'000));
        m_sink->close();
        reopenSink(QStringLiteral("reader"));
        commitNumbers(kTopic, 3, 2); // offsets 7 and 8, marker 9
    }

    void startsAndEnds_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<qint64>("value");
        QTest::addColumn<bool>("isCommittedOnly");
        QTest::addColumn<QList<QByteArray>>("values");
        QTest::addColumn<int>("gaps");
        using Values = QList<QByteArray>;
        const auto row
            = [](const char *name, TopicStart::Kind kind, qint64 value, bool isCommitted, const Values &values,
                  int gaps) { QTest::newRow(name) << int(kind) << value << isCommitted << values << gaps; };
        row("beginning", TopicStart::Kind::Beginning, 0, true, {"0", "1", "2", "3", "4"}, 5);
        row("beginning, all", TopicStart::Kind::Beginning, 0, false, {"0", "1", "2", "90", "91", "3", "4"}, 3);
        row("offset", TopicStart::Kind::Offset, 2, true, {"2", "3", "4"}, 5);
        row("offset before the first", TopicStart::Kind::Offset, -5, true, {"0", "1", "2", "3", "4"}, 5);
        row("offset behind the last", TopicStart::Kind::Offset, 99, true, {}, 0);
        row("time", TopicStart::Kind::Time, -1, true, {"3", "4"}, -1); // the marker at 3 may be as late
        row("time of the future", TopicStart::Kind::Time, 4'000'000'000'000, true, {}, 0);
        row("newest one", TopicStart::Kind::Newest, 1, true, {"4"}, -1);
        row("newest three, behind gaps", TopicStart::Kind::Newest, 3, true, {"2", "3", "4"}, -1);
        row("newest three of all", TopicStart::Kind::Newest, 3, false, {"91", "3", "4"}, -1);
        row("newest of more than there are", TopicStart::Kind::Newest, 1000, true, {"0", "1", "2", "3", "4"}, -1);
        row("end", TopicStart::Kind::End, 0, true, {}, 0);
    }
    void startsAndEnds()
    {
        QFETCH(int, kind);
        QFETCH(qint64, value);
        QFETCH(bool, isCommittedOnly);
        QFETCH(QList<QByteArray>, values);
        QFETCH(int, gaps);
        const bool isTime = kind == int(TopicStart::Kind::Time) && value < 0;
        TopicQuery asked = query(TopicStart::Kind(kind), isTime ? m_middleMillis : value);
        asked.isCommittedOnly = isCommittedOnly;
        const Reading reading = read(asked);
        QCOMPARE(reading.failure, QString());
        QCOMPARE(reading.values, values);
        if (gaps >= 0) {
            QCOMPARE(reading.progress.controlRecords, uint64_t(gaps));
        }
        QCOMPARE(reading.progress.records, uint64_t(values.size()));
        QCOMPARE(reading.progress.behind, int64_t(0));
        QVERIFY(reading.progress.isAtEnd);
        for (qsizetype i = 0; i < reading.values.size(); ++i) {
            QCOMPARE(reading.aborted[i], reading.values[i].startsWith('9'));
        }
    }

    void listsTopics()
    {
        auto reader = KafkaConnector(m_settings).topicReader();
        const auto topics = reader->topics({});
        QVERIFY2(topics.has_value(), topics ? "" : qPrintable(topics.error().text()));
        const auto found = std::find_if(
            topics->begin(), topics->end(), [](const TopicInfo &topic) { return topic.name == QLatin1String(kTopic); });
        QVERIFY(found != topics->end());
        QCOMPARE(found->partitions.size(), size_t(1));
        QCOMPARE(found->partitions.front().low, int64_t(0));
        QCOMPARE(found->partitions.front().high, int64_t(10));
        const auto info = reader->describe(QLatin1String(kTopic), {});
        QVERIFY(info.has_value());
        QVERIFY(info->config.contains({QStringLiteral("cleanup.policy"), QStringLiteral("delete")}));
        QCOMPARE(failureCode(reader->describe(QStringLiteral("no-such"), {})), QStringLiteral("kafka.topic.missing"));
        QCOMPARE(read(query(TopicStart::Kind::Beginning, 0, "no-such")).failure, QStringLiteral("kafka.topic.missing"));
        for (const TopicInfo &topic : *topics) {
            QVERIFY2(topic.name != QLatin1String("no-such"), "a question created a topic");
        }
    }

    void marksOpenTransactionOnceDecided()
    {
        QVERIFY(m_sink->send(numberedBatch("decided", 0, 1), {}));
        QVERIFY(waitUntil(
            [&] {
                auto info = KafkaConnector(m_settings).topicReader()->describe(QStringLiteral("decided"), {});
                return info && info->partitions.front().high == 1;
            },
            10'000));
        // a read that does not follow takes what is there, open as it is
        TopicQuery asked = query(TopicStart::Kind::Beginning, 0, "decided");
        asked.isCommittedOnly = false;
        const Reading open = read(asked);
        QCOMPARE(open.values, (QList<QByteArray>{"0"}));
        QCOMPARE(open.aborted, (QList<bool>{false}));
        // one that follows waits for the mark
        asked.isFollowing = true;
        std::stop_source source;
        QList<bool> marks;
        std::atomic<int> progress = 0;
        std::thread follower([&] {
            auto reader = KafkaConnector(m_settings).topicReader();
            const auto ended = reader->read(
                asked,
                [&](std::vector<TopicRecord> &records) {
                    for (const TopicRecord &record : records) {
                        marks.append(record.isAborted);
                    }
                    source.request_stop();
                    return true;
                },
                [&](const TailProgress &) { ++progress; }, source.get_token());
            QCOMPARE(failureCode(ended), QStringLiteral("stopped"));
        });
        const bool isFollowing = waitUntil([&] { return progress >= 3; }, 20'000);
        const qsizetype early = marks.size();
        m_sink->close();
        follower.join();
        QVERIFY(isFollowing);
        QCOMPARE(early, 0);
        QCOMPARE(marks, (QList<bool>{true}));
        reopenSink(QStringLiteral("reader"));
    }

    void followsAndWaitsForReceiver()
    {
        commitNumbers("followed", 0, 10);
        TopicQuery asked = query(TopicStart::Kind::Beginning, 0, "followed");
        asked.isFollowing = true;
        std::stop_source source;
        std::atomic<bool> isFull = true;
        std::atomic<int> refusals = 0;
        std::atomic<int> taken = 0;
        std::thread follower([&] {
            auto reader = KafkaConnector(m_settings).topicReader();
            const auto ended = reader->read(
                asked,
                [&](std::vector<TopicRecord> &records) {
                    if (isFull) {
                        ++refusals;
                        return false;
                    }
                    taken += static_cast<int>(records.size());
                    return true;
                },
                [](const TailProgress &) {}, source.get_token());
            QCOMPARE(failureCode(ended), QStringLiteral("stopped"));
        });
        const bool isRefused = waitUntil([&] { return refusals >= 3; }, 20'000);
        isFull = false;
        const bool isTaken = waitUntil([&] { return taken == 10; }, 20'000);
        commitNumbers("followed", 10, 5);
        const bool isFollowed = waitUntil([&] { return taken == 15; }, 20'000);
        QElapsedTimer clock;
        clock.start();
        source.request_stop();
        follower.join();
        QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(isRefused);
        QVERIFY(isTaken);
        QVERIFY(isFollowed);
    }

    void readsFast()
    {
        constexpr int kMessages = 200'000;
        for (int i = 0; i < kMessages; i += 20'000) {
            commitNumbers("many", i, 20'000);
        }
        QElapsedTimer clock;
        clock.start();
        const Reading reading = read(query(TopicStart::Kind::Beginning, 0, "many"));
        const double perSecond = kMessages * 1000.0 / static_cast<double>(clock.elapsed());
        qInfo() << "messages per second:" << perSecond;
        QCOMPARE(reading.values.size(), kMessages);
        QCOMPARE(reading.values.first(), QByteArray("0"));
        QCOMPARE(reading.values.last(), QByteArray::number(kMessages - 1));
        QVERIFY2(perSecond > 50'000, qPrintable(QString::number(perSecond)));
    }

    void leavesNoGroup()
    {
        const auto topics = KafkaConnector(m_settings).topicReader()->topics({});
        QVERIFY(topics.has_value());
        // the broker makes this topic when the first group asks for its coordinator
        for (const TopicInfo &topic : *topics) {
            QVERIFY(topic.name != QLatin1String("__consumer_offsets"));
        }
    }
};

QTEST_GUILESS_MAIN(TestKafkaReader)
#include "tst_kafkareader.moc"
