// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/CheckpointTopic.h"
#include "core/kafka/Producer.h"
#include "tests/live/kafka/KafkaStory.h"

#include <QProcess>
#include <QTest>

#include <cstdio>
#include <thread>

using namespace rowcast;
using namespace rowcast::live;

namespace {

const QString kExpiryQuick = QStringLiteral("transaction.abort.timed.out.transaction.cleanup.interval.ms=500");

SinkPlan planOf(const QString &task, bool isExactlyOnce = true)
{
    return {.taskIdentifier = task, .isExactlyOnce = isExactlyOnce, .topics = {}};
}

// The child of one story: leaves a transaction open and waits to be killed.
int runChild(const QString &brokers, const QString &task)
{
    auto sink = KafkaConnector(plainSettings(brokers)).sink(planOf(task));
    if (!sink->open({}) || !sink->send(numberedBatch("child-topic", 100, 50), {})) {
        return 1;
    }
    // the messages are at the broker once the topic's end has moved
    while (readAll(plainSettings(brokers), QStringLiteral("child-topic"), false).size() < 51) {
        std::this_thread::yield();
    }
    std::puts("sent");
    std::fflush(stdout);
    std::getchar();
    return 0;
}

} // namespace

// Brokers that die, processes that die, transactions that stay open: after each, every message once and in order.
class TestKafkaTrouble : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<KafkaServer> m_server;
    KafkaSettings m_settings;

    [[nodiscard]] std::unique_ptr<Sink> sink(const QString &task, bool isExactlyOnce = true) const
    {
        return KafkaConnector(m_settings).sink(planOf(task, isExactlyOnce));
    }

    // What a runner does: opens, goes on behind the committed number, and reopens after every retryable failure.
    class Runner {
    public:
        Runner(const TestKafkaTrouble &test, QString task, bool isExactlyOnce)
            : m_test(test)
            , m_task(std::move(task))
            , m_isExactlyOnce(isExactlyOnce)
        {
        }
        // Sends numbers up to end, ten to a transaction; false with the failure when it is final.
        bool sendUpTo(int end)
        {
            while (m_next < end) {
                if (!m_sink && !reopen()) {
                    continue;
                }
                const auto sent = m_sink->send(numberedBatch(m_task.toStdString() + "-topic", m_next, 10), {});
                const auto committed = sent ? m_sink->commit({{"", std::to_string(m_next + 10)}}, {}) : sent;
                if (committed) {
                    m_next += 10;
                } else if (!drop(committed.error())) {
                    return false;
                }
            }
            return true;
        }
        [[nodiscard]] const Failure &failure() const { return m_failure; }
        [[nodiscard]] int reopened() const { return m_reopened; }

    private:
        bool reopen()
        {
            m_sink = m_test.sink(m_task, m_isExactlyOnce);
            const auto state = m_sink->open({});
            if (!state) {
                drop(state.error());
                return false;
            }
            m_next = state->empty() ? 0 : std::stoi(*state->front().value);
            ++m_reopened;
            return true;
        }
        bool drop(const Failure &failure)
        {
            m_failure = failure;
            m_sink->close();
            m_sink.reset();
            return failure.retryable;
        }

        const TestKafkaTrouble &m_test;
        const QString m_task;
        const bool m_isExactlyOnce;
        std::unique_ptr<Sink> m_sink;
        int m_next = 0;
        int m_reopened = 0;
        Failure m_failure;
    };

    static QList<QByteArray> numbers(int end)
    {
        QList<QByteArray> list;
        for (int i = 0; i < end; ++i) {
            list.append(QByteArray::number(i));
        }
        return list;
    }

private Q_SLOTS:
    void initTestCase()
    {
        KafkaServerOptions options;
        options.properties = {kExpiryQuick};
        auto server = KafkaServer::start(options);
        if (!server && server.error().code == QLatin1String("sandbox.missing")) {
            QSKIP("Apache Kafka is not installed: bash packaging/servers/fetch.sh kafka");
        }
        QVERIFY2(server.has_value(), server ? "" : qPrintable(server.error().text()));
        m_server = std::move(*server);
        m_settings = plainSettings(m_server->bootstrapServers());
    }

    void survivesBrokersDeath_data()
    {
        QTest::addColumn<bool>("isExactlyOnce");
        QTest::newRow("exactly-once") << true;
        QTest::newRow("at-least-once") << false;
    }
    void survivesBrokersDeath()
    {
        QFETCH(bool, isExactlyOnce);
        const QString task = isExactlyOnce ? QStringLiteral("death-eo") : QStringLiteral("death-al");
        Runner runner(*this, task, isExactlyOnce);
        QVERIFY2(runner.sendUpTo(50), qPrintable(runner.failure().text()));
        m_server->kill();
        bool isSent = false;
        std::thread sender([&] { isSent = runner.sendUpTo(200); });
        const auto restarted = m_server->restart();
        sender.join();
        QVERIFY2(restarted.has_value(), restarted ? "" : qPrintable(restarted.error().text()));
        QVERIFY2(isSent, qPrintable(runner.failure().text()));
        const auto values = committedValues(m_settings, task + QStringLiteral("-topic"));
        if (isExactlyOnce) {
            QCOMPARE(values, numbers(200));
        } else {
            // none is lost; what is doubled is one batch at most for each reopening
            QSet<QByteArray> seen(values.begin(), values.end());
            QCOMPARE(seen.size(), 200);
            QVERIFY(values.size() <= 200 + 10 * runner.reopened());
        }
    }

    void forgetsWhatKilledProcessLeftOpen()
    {
        const QString task = QStringLiteral("child");
        auto before = sink(task);
        QVERIFY(before->open({}));
        QVERIFY(before->send(numberedBatch("child-topic", 0, 1), {}));
        QVERIFY(before->commit({{"", "1"}}, {}));
        before->close();
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(
            QCoreApplication::applicationFilePath(), {QStringLiteral("--child"), m_server->bootstrapServers(), task});
        QVERIFY(child.waitForReadyRead(60'000));
        QCOMPARE(child.readLine().trimmed(), QByteArray("sent"));
        child.kill();
        QVERIFY(child.waitForFinished(10'000));

        QElapsedTimer clock;
        clock.start();
        auto after = sink(task);
        const auto state = after->open({});
        QVERIFY2(state.has_value(), state ? "" : qPrintable(state.error().text()));
        QVERIFY2(clock.elapsed() < 30'000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(*state, (StateRecords{{"", "1"}}));
        QVERIFY(after->send(numberedBatch("child-topic", 1, 1), {}));
        QVERIFY(after->commit({{"", "2"}}, {}));
        QCOMPARE(committedValues(m_settings, QStringLiteral("child-topic")), numbers(2));
        const auto all = readAll(m_settings, QStringLiteral("child-topic"), false);
        QCOMPARE(all.size(), size_t(52));
        QCOMPARE(std::count_if(all.begin(), all.end(), [](const TopicRecord &record) { return record.isAborted; }), 50);
    }

    void waitsForOtherTasksTransaction()
    {
        const QString task = QStringLiteral("patient");
        auto first = sink(task);
        QVERIFY(first->open({}));
        KafkaSettings settings = m_settings;
        settings.producerProperties = {{QStringLiteral("transaction.timeout.ms"), QStringLiteral("6000")}};
        auto other = kafka::Producer::open(settings,
            {.role = kafka::ClientRole::TransactionalProducer, .transactionalId = QStringLiteral("rowcast-hanging")});
        QVERIFY(other.has_value());
        QVERIFY((*other)->takeOver({}));
        QVERIFY((*other)->begin());
        QVERIFY((*other)->sendRecord("rowcast.checkpoints", 0, "hanging", std::string("open"), {}));
        QVERIFY((*other)->flush({}));
        // committed behind the open one: a reader that ends there would miss it
        QVERIFY(first->commit({{"", "behind the open transaction"}}, {}));
        first->close();

        auto client = kafka::Client::open(m_settings, {.role = kafka::ClientRole::AllReader});
        QVERIFY(client.has_value());
        const kafka::TopicAdmin admin(*client);
        const kafka::CheckpointTopic topic(m_settings, admin);
        const auto impatient = topic.read(task.toStdString(), std::chrono::milliseconds(500), {});
        QCOMPARE(failureCode(impatient), QStringLiteral("kafka.checkpoint.blocked"));
        QVERIFY(impatient.error().retryable);

        auto second = sink(task);
        const auto state = second->open({});
        QVERIFY2(state.has_value(), state ? "" : qPrintable(state.error().text()));
        QCOMPARE(*state, (StateRecords{{"", "behind the open transaction"}}));
    }

    void tellsExpiredTransactionFromFence()
    {
        KafkaSettings settings = m_settings;
        settings.producerProperties = {{QStringLiteral("transaction.timeout.ms"), QStringLiteral("2000")}};
        const QString topic = QStringLiteral("slow-topic");
        auto slow = KafkaConnector(settings).sink(planOf(QStringLiteral("slow")));
        QVERIFY(slow->open({}));
        QVERIFY(slow->send(numberedBatch("slow-topic", 0, 1), {}));
        QVERIFY(slow->commit({{"", "1"}}, {}));
        QVERIFY(slow->send(numberedBatch("slow-topic", 1, 1), {}));
        QVERIFY(waitUntil(
            [&] {
                const auto all = readAll(m_settings, topic, false);
                return all.size() == 2 && all.back().isAborted;
            },
            30'000));
        const auto committed = slow->commit({{"", "2"}}, {});
        QVERIFY(!committed.has_value());
        QVERIFY2(
            committed.error().code == QLatin1String("kafka.transaction.expired"), qPrintable(committed.error().text()));
        QVERIFY(committed.error().retryable);
        slow->close();
        auto again = KafkaConnector(settings).sink(planOf(QStringLiteral("slow")));
        const auto state = again->open({});
        QVERIFY2(state.has_value(), state ? "" : qPrintable(state.error().text()));
        QCOMPARE(*state, (StateRecords{{"", "1"}}));
        QVERIFY(again->send(numberedBatch("slow-topic", 1, 1), {}));
        QVERIFY(again->commit({{"", "2"}}, {}));
        QCOMPARE(committedValues(m_settings, topic), numbers(2));
    }

    void stopsWhileBrokerIsSilent()
    {
        auto writer = sink(QStringLiteral("silent"));
        QVERIFY(writer->open({}));
        QVERIFY(writer->send(numberedBatch("silent-topic", 0, 1), {}));
        QVERIFY(writer->commit({{"", "1"}}, {}));
        m_server->pause();
        QVERIFY(writer->send(numberedBatch("silent-topic", 1, 1), {}));
        std::stop_source source;
        QElapsedTimer clock;
        std::thread stopper([&] {
            QTest::qWait(300);
            clock.start();
            source.request_stop();
        });
        const auto committed = writer->commit({{"", "2"}}, source.get_token());
        const qint64 stopped = clock.elapsed();
        stopper.join();
        clock.start();
        writer->close();
        const qint64 closed = clock.elapsed();
        m_server->resume();
        QCOMPARE(failureCode(committed), QStringLiteral("stopped"));
        QVERIFY2(stopped < 500, qPrintable(QString::number(stopped)));
        QVERIFY2(closed < 4000, qPrintable(QString::number(closed)));
    }

    void tellsThatBrokerIsGone()
    {
        m_server->stop();
        auto writer = sink(QStringLiteral("gone"));
        const auto opened = writer->open({});
        QCOMPARE(failureCode(opened), QStringLiteral("kafka.connection.refused"));
        QVERIFY(opened.error().retryable);
        QVERIFY(opened.error().detail.contains(m_server->bootstrapServers()));
    }
};

int main(int count, char **arguments)
{
    QCoreApplication app(count, arguments);
    if (app.arguments().value(1) == QLatin1String("--child")) {
        return runChild(app.arguments().value(2), app.arguments().value(3));
    }
    TestKafkaTrouble test;
    return QTest::qExec(&test, count, arguments);
}

#include "tst_kafkatrouble.moc"
