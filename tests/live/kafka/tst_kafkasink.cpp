// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/kafka/KafkaStory.h"

#include <QTest>

using namespace rowcast;
using namespace rowcast::live;

namespace {

const StateRecords kFirstState{{"", "position 1"}, {"schema/shop", "definition"}};

} // namespace

// The sink against a real broker: what is committed, and what is there after a reopening.
class TestKafkaSink : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<KafkaServer> m_server;
    KafkaSettings m_settings;

    std::unique_ptr<Sink> sink(const QString &task, bool isExactlyOnce = true)
    {
        return KafkaConnector(m_settings).sink({.taskIdentifier = task, .isExactlyOnce = isExactlyOnce, .topics = {}});
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
    }

    void commitsAndReopens_data()
    {
        QTest::addColumn<bool>("isExactlyOnce");
        QTest::newRow("exactly-once") << true;
        QTest::newRow("at-least-once") << false;
    }
    void commitsAndReopens()
    {
        QFETCH(bool, isExactlyOnce);
        const QString task = isExactlyOnce ? QStringLiteral("reopen-eo") : QStringLiteral("reopen-al");
        const QString topic = task + QStringLiteral("-topic");
        auto first = sink(task, isExactlyOnce);
        auto opened = first->open({});
        QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().text()));
        QVERIFY(opened->empty());
        QVERIFY(first->send(numberedBatch(topic.toStdString(), 0, 3), {}));
        QVERIFY(first->pendingBytes() > 0);
        const auto committed = first->commit(kFirstState, {});
        QVERIFY2(committed.has_value(), qPrintable(failureCode(committed)));
        QCOMPARE(first->pendingBytes(), size_t(0));
        QVERIFY(first->send(numberedBatch(topic.toStdString(), 3, 2), {}));
        QVERIFY(first->commit({{"", "position 2"}, {"schema/shop", std::nullopt}}, {}));
        first->close();

        auto second = sink(task, isExactlyOnce);
        auto state = second->open({});
        QVERIFY2(state.has_value(), state ? "" : qPrintable(state.error().text()));
        QCOMPARE(*state, (StateRecords{{"", "position 2"}}));
        QCOMPARE(committedValues(m_settings, topic), (QList<QByteArray>{"0", "1", "2", "3", "4"}));
        second->close();
        const auto seen = KafkaConnector(m_settings).readState(task, {});
        QVERIFY(seen.has_value());
        QCOMPARE(*seen, (StateRecords{{"", "position 2"}}));
    }

    void closesWithoutCommitting()
    {
        auto first = sink(QStringLiteral("uncommitted"));
        QVERIFY(first->open({}));
        QVERIFY(first->send(numberedBatch("uncommitted-topic", 0, 1), {}));
        QVERIFY(first->commit(kFirstState, {}));
        QVERIFY(first->send(numberedBatch("uncommitted-topic", 1, 5), {}));
        QElapsedTimer clock;
        clock.start();
        first->close();
        QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(committedValues(m_settings, QStringLiteral("uncommitted-topic")), (QList<QByteArray>{"0"}));
        auto second = sink(QStringLiteral("uncommitted"));
        auto state = second->open({});
        QVERIFY(state.has_value());
        QCOMPARE(*state, kFirstState);
    }

    void tellsOlderRunThatItIsFenced_data() { commitsAndReopens_data(); }
    void tellsOlderRunThatItIsFenced()
    {
        QFETCH(bool, isExactlyOnce);
        const QString task = isExactlyOnce ? QStringLiteral("fence-eo") : QStringLiteral("fence-al");
        auto older = sink(task, isExactlyOnce);
        QVERIFY(older->open({}));
        QVERIFY(older->send(numberedBatch("fence-topic", 0, 1), {}));
        QVERIFY(older->commit(kFirstState, {}));
        if (isExactlyOnce) {
            QVERIFY(older->send(numberedBatch("fence-topic", 1, 1), {}));
        }
        auto newer = sink(task, isExactlyOnce);
        auto state = newer->open({});
        QVERIFY2(state.has_value(), state ? "" : qPrintable(state.error().text()));
        QCOMPARE(*state, kFirstState);
        Failure failure;
        QVERIFY(waitUntil(
            [&] {
                const auto committed = older->commit({{"", "older"}}, {});
                failure = committed ? Failure() : committed.error();
                return !committed.has_value();
            },
            10'000));
        QCOMPARE(failure.code, QStringLiteral("kafka.fenced"));
        QVERIFY(!failure.retryable);
        QVERIFY2(
            failure.cause.contains(QLatin1String("fenced by a newer run of this task")), qPrintable(failure.cause));
        older->close();
        QVERIFY(newer->send(numberedBatch("fence-topic", 2, 1), {}));
        QVERIFY(newer->commit({{"", "newer"}}, {}));
    }

    void removesState()
    {
        auto writer = sink(QStringLiteral("removed"));
        QVERIFY(writer->open({}));
        QVERIFY(writer->commit(kFirstState, {}));
        QVERIFY(KafkaConnector(m_settings).removeState(QStringLiteral("removed"), {}));
        const auto state = KafkaConnector(m_settings).readState(QStringLiteral("removed"), {});
        QVERIFY(state.has_value());
        QVERIFY(state->empty());
        const auto late = writer->commit(kFirstState, {});
        QCOMPARE(failureCode(late), QStringLiteral("kafka.fenced"));
    }

    void createsTopicAsTold()
    {
        KafkaSettings settings = m_settings;
        settings.topicPartitions = 3;
        settings.topicConfig = {{QStringLiteral("max.message.bytes"), QStringLiteral("20000")}};
        settings.producerProperties = {{QStringLiteral("compression.codec"), QStringLiteral("none")}};
        auto writer = KafkaConnector(settings).sink(
            {.taskIdentifier = QStringLiteral("creator"), .isExactlyOnce = true, .topics = {"created"}});
        const auto opened = writer->open({});
        QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().text()));
        // many small messages make requests larger than the topic takes, unless the producer knows its limit
        QVERIFY(writer->send(numberedBatch("created", 0, 2000, 400), {}));
        const auto committed = writer->commit(kFirstState, {});
        QVERIFY2(committed.has_value(), committed ? "" : qPrintable(committed.error().text()));
        const auto info = KafkaConnector(settings).topicReader()->describe(QStringLiteral("created"), {});
        QVERIFY(info.has_value());
        QCOMPARE(info->partitions.size(), size_t(3));
        QVERIFY(info->config.contains({QStringLiteral("max.message.bytes"), QStringLiteral("20000")}));
        QCOMPARE(committedValues(settings, QStringLiteral("created")).size(), 2000);
    }

    void refusesTooLargeMessage()
    {
        KafkaSettings settings = m_settings;
        settings.topicConfig = {{QStringLiteral("max.message.bytes"), QStringLiteral("10000")}};
        settings.producerProperties = {{QStringLiteral("compression.codec"), QStringLiteral("none")}};
        auto writer = KafkaConnector(settings).sink(
            {.taskIdentifier = QStringLiteral("large"), .isExactlyOnce = true, .topics = {"limited"}});
        QVERIFY(writer->open({}));
        QVERIFY(writer->send(numberedBatch("limited", 7, 1, 50'000), {}));
        const auto committed = writer->commit(kFirstState, {});
        QVERIFY(!committed.has_value());
        const Failure &failure = committed.error();
        QCOMPARE(failure.code, QStringLiteral("kafka.message.too-large"));
        QVERIFY(!failure.retryable);
        for (const char *fact : {"limited", "k7", "50002", "10000"}) {
            QVERIFY2(failure.cause.contains(QLatin1String(fact)), qPrintable(failure.cause));
        }
        QVERIFY2(failure.remedy.contains(QLatin1String("max.message.bytes=")), qPrintable(failure.remedy));
        writer->close();
        auto again = sink(QStringLiteral("large"));
        auto state = again->open({});
        QVERIFY(state.has_value());
        QVERIFY(state->empty());
    }

    void refusesMessageBeyondOwnLimit()
    {
        KafkaSettings settings = m_settings;
        settings.messageMaxBytes = 5000;
        auto writer = KafkaConnector(settings).sink(
            {.taskIdentifier = QStringLiteral("own"), .isExactlyOnce = true, .topics = {}});
        QVERIFY(writer->open({}));
        const auto sent = writer->send(numberedBatch("own-limit", 1, 1, 6000), {});
        QCOMPARE(failureCode(sent), QStringLiteral("kafka.message.too-large"));
        QVERIFY(sent.error().remedy.contains(QLatin1String("MessageMaxBytes")));
    }

    void refusesCheckpointTopicThatForgets()
    {
        KafkaSettings settings = m_settings;
        settings.topicConfig = {{QStringLiteral("cleanup.policy"), QStringLiteral("delete")}};
        auto maker = KafkaConnector(settings).sink(
            {.taskIdentifier = QStringLiteral("maker"), .isExactlyOnce = true, .topics = {"forgetful"}});
        QVERIFY(maker->open({}));
        maker->close();
        settings.checkpointTopic = QStringLiteral("forgetful");
        auto writer = KafkaConnector(settings).sink(
            {.taskIdentifier = QStringLiteral("x"), .isExactlyOnce = true, .topics = {}});
        const auto opened = writer->open({});
        QCOMPARE(failureCode(opened), QStringLiteral("kafka.checkpoint.not-compact"));
        QVERIFY(opened.error().cause.contains(QLatin1String("forgetful")));
    }
};

QTEST_GUILESS_MAIN(TestKafkaSink)
#include "tst_kafkasink.moc"
