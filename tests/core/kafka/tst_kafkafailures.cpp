// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/Failures.h"

#include <QTest>

using namespace rowcast;
using namespace rowcast::kafka;

// librdkafka's own texts, as versions 2.0.2 and 2.14.2 wrote them, and what a person is told.
class TestKafkaFailures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void explains_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("isRetryable");
        const auto row = [](const char *name, const char *text, const char *code, bool isRetryable) {
            QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(code) << isRetryable;
        };
        row("name",
            "kafka.internal.invalid:9092/1: Failed to resolve 'kafka.internal.invalid:9092': Name or service not known",
            "kafka.name.unresolved", true);
        row("refused",
            "127.0.0.1:1/bootstrap: Connect to ipv4#127.0.0.1:1 failed: Connection refused (after 0ms in state "
            "CONNECT)",
            "kafka.connection.refused", true);
        row("silent",
            "10.0.0.1:9092/bootstrap: Connection setup timed out in state CONNECT (after 30029ms in state CONNECT)",
            "kafka.connection.timeout", true);
        row("TLS expected, 2.0",
            "127.0.0.1:9094/bootstrap: Disconnected while requesting ApiVersion: might be caused by incorrect "
            "security.protocol configuration (connecting to a SSL listener?) or broker version is < 0.10",
            "kafka.protocol.mismatch", true);
        row("TLS expected, 2.14",
            "127.0.0.1:21441/bootstrap: Disconnected: connection closed by peer: receive 0 after POLLIN (after 1ms in "
            "state "
            "APIVERSION_QUERY)",
            "kafka.protocol.mismatch", true);
        row("no TLS there",
            "ssl://127.0.0.1:9092/bootstrap: SSL handshake failed: Disconnected: connecting to a PLAINTEXT broker "
            "listener? "
            "(after 3ms in state SSL_HANDSHAKE)",
            "kafka.protocol.mismatch", true); // so says a broker, too, that dies in the handshake
        row("unknown authority",
            "ssl://127.0.0.1:9094/bootstrap: SSL handshake failed: error:0A000086:SSL routines::certificate verify "
            "failed: "
            "broker certificate could not be verified, verify that ssl.ca.location is correctly configured",
            "kafka.tls.untrusted", false);
        row("client certificate wanted",
            "ssl://127.0.0.1:9094/bootstrap: Receive failed: error:0A00045C:SSL routines::tlsv13 alert certificate "
            "required: SSL alert number 116 (after 1ms in state APIVERSION_QUERY)",
            "kafka.tls.client-certificate", false);
        row("wrong password",
            "sasl_ssl://127.0.0.1:9096/bootstrap: SASL authentication error: Authentication failed: Invalid username "
            "or "
            "password (after 304ms in state AUTH_REQ)",
            "kafka.login.refused", false);
        row("mechanism",
            "sasl_plaintext://127.0.0.1:9095/bootstrap: SASL SCRAM-SHA-512 mechanism handshake failed: Broker: "
            "Unsupported "
            "SASL mechanism: broker's supported mechanisms: PLAIN,SCRAM-SHA-256",
            "kafka.login.mechanism", false);
    }
    void explains()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        QFETCH(bool, isRetryable);
        Witness witness;
        witness.noteLog(6, "OTHER", "something that tells nothing");
        witness.noteLog(3, "FAIL", text.toUtf8().constData());
        witness.noteError(RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN, "1/1 brokers are down");
        const Failure failure = callFailure(RD_KAFKA_RESP_ERR__TRANSPORT,
            QStringLiteral("Local: Broker transport failure"), QStringLiteral("x"), witness);
        QCOMPARE(failure.code, code);
        QCOMPARE(failure.retryable, isRetryable);
        QVERIFY(!failure.cause.isEmpty());
        QVERIFY(!failure.remedy.isEmpty());
        QCOMPARE(failure.detail, text);
    }

    void keepsLastWords()
    {
        Witness witness;
        witness.noteLog(3, "FAIL", "a text nobody has seen yet");
        const Failure failure = callFailure(RD_KAFKA_RESP_ERR__TRANSPORT, {}, QStringLiteral("reading"), witness);
        QCOMPARE(failure.code, QStringLiteral("kafka.unreachable"));
        QCOMPARE(failure.detail, QStringLiteral("a text nobody has seen yet"));
        QVERIFY(failure.retryable);
        QVERIFY(failure.cause.contains(QLatin1String("reading")));
    }

    void prefersTellingWords()
    {
        Witness witness;
        witness.noteLog(3, "FAIL", "127.0.0.1:1/1: Connect to ipv4#127.0.0.1:1 failed: Connection refused");
        witness.noteLog(3, "TXNERR", "Current transaction failed: 20 message(s) timed out on shop [0]");
        const Failure failure = callFailure(RD_KAFKA_RESP_ERR__TIMED_OUT, {}, QStringLiteral("x"), witness);
        QCOMPARE(failure.code, QStringLiteral("kafka.connection.refused"));
    }

    void brokersAnswer_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("isRetryable");
        QTest::newRow("no leader") << int(RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE) << "kafka.call.failed" << true;
        QTest::newRow("new leader") << int(RD_KAFKA_RESP_ERR_OFFSET_NOT_AVAILABLE) << "kafka.call.failed" << true;
        QTest::newRow("not known to every broker yet")
            << int(RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART) << "kafka.topic.missing" << true;
        QTest::newRow("not permitted") << int(RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED) << "kafka.not-permitted"
                                       << false;
        QTest::newRow("invalid") << int(RD_KAFKA_RESP_ERR_INVALID_CONFIG) << "kafka.call.failed" << false;
    }
    void brokersAnswer()
    {
        QFETCH(int, answer);
        QFETCH(QString, code);
        QFETCH(bool, isRetryable);
        Witness witness;
        witness.noteLog(3, "FAIL", "Connection refused");
        const Failure failure
            = callFailure(static_cast<rd_kafka_resp_err_t>(answer), {}, QStringLiteral("asking"), witness);
        QCOMPARE(failure.code, code);
        QCOMPARE(failure.retryable, isRetryable);
        QVERIFY(!failure.remedy.isEmpty());
        QVERIFY(
            failure.detail.contains(QString::fromUtf8(rd_kafka_err2name(static_cast<rd_kafka_resp_err_t>(answer)))));
    }

    void lostMessage_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<bool>("isRetryable");
        const auto row = [](rd_kafka_resp_err_t answer, bool isRetryable) {
            QTest::newRow(rd_kafka_err2name(answer)) << int(answer) << isRetryable;
        };
        row(RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH, true);
        row(RD_KAFKA_RESP_ERR_OUT_OF_ORDER_SEQUENCE_NUMBER, true);
        row(RD_KAFKA_RESP_ERR_INVALID_TXN_STATE, true);
        row(RD_KAFKA_RESP_ERR_KAFKA_STORAGE_ERROR, true);
        row(RD_KAFKA_RESP_ERR__MSG_TIMED_OUT, true);
        row(RD_KAFKA_RESP_ERR__PURGE_QUEUE, true);
        row(RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED, false);
        row(RD_KAFKA_RESP_ERR_INVALID_RECORD, false);
        row(RD_KAFKA_RESP_ERR_UNSUPPORTED_COMPRESSION_TYPE, false);
    }
    // Sent again from the last checkpoint on, unless the broker would refuse it again.
    void lostMessage()
    {
        QFETCH(int, answer);
        QFETCH(bool, isRetryable);
        DeliveryError error;
        error.code = static_cast<rd_kafka_resp_err_t>(answer);
        error.topic = QStringLiteral("shop");
        const Failure failure = deliveryFailure(error, std::nullopt, Witness());
        QCOMPARE(failure.retryable, isRetryable);
        QVERIFY(!failure.code.isEmpty() && !failure.remedy.isEmpty());
    }

    void refusedMessage()
    {
        DeliveryError error;
        error.code = RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE;
        error.text = QStringLiteral("Broker: Message size too large");
        error.topic = QStringLiteral("shop");
        error.key = "kwtoon.gift.7";
        error.bytes = 2'000'000;
        const Failure failure = deliveryFailure(error, 1'048'588, Witness());
        QCOMPARE(failure.code, QStringLiteral("kafka.message.too-large"));
        for (const char *fact : {"shop", "kwtoon.gift.7", "2000000", "1048588"}) {
            QVERIFY2(failure.cause.contains(QLatin1String(fact)), qPrintable(failure.cause));
        }
        QVERIFY(failure.remedy.contains(QLatin1String("max.message.bytes=2200000")));
        QVERIFY(!failure.retryable);
    }

    void learnsBrokersFromStatistics()
    {
        Witness witness;
        witness.noteStatistics(R"({"brokers":{"a:1/bootstrap":{"nodename":"a:1","nodeid":-1},
            "kafka.internal:9092/3":{"nodename":"kafka.internal:9092","nodeid":3}}})");
        const auto brokers = witness.learnedBrokers();
        QCOMPARE(brokers.size(), size_t(1));
        QCOMPARE(brokers.front().id, 3);
        QCOMPARE(brokers.front().host, QStringLiteral("kafka.internal"));
        QCOMPARE(brokers.front().port, uint16_t(9092));
    }
};

QTEST_APPLESS_MAIN(TestKafkaFailures)
#include "tst_kafkafailures.moc"
