// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/kafka/KafkaStory.h"
#include "tests/live/kafka/SecureKafka.h"

#include <QTest>

using namespace rowcast;
using namespace rowcast::live;

Q_DECLARE_METATYPE(rowcast::KafkaSettings)

namespace {

const char *const kSteps = "target.name target.port target.tls target.login target.versions target.advertised "
                           "target.topic target.permission target.message-size target.replication "
                           "target.checkpoint-topic";

struct Expected {
    const char *step; // the first that did not pass, or empty
    const char *code; // of its failure
    const char *fact; // that its texts name
};

} // namespace

// "Test connection" against a broker with every kind of door, each with the mistakes that people make.
class TestKafkaProbe : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<SecureKafka> m_kafka;

    [[nodiscard]] static KafkaSettings at(const QString &door)
    {
        KafkaSettings settings;
        settings.brokers = door;
        settings.topic = QStringLiteral("app-events");
        return settings;
    }
    [[nodiscard]] KafkaSettings sasl(const QString &door, KafkaSecurity security, const char *mechanism,
        const char *user, const char *password) const
    {
        KafkaSettings settings = at(door);
        settings.security = security;
        settings.caCertificate = m_kafka->file("lab-ca.pem");
        settings.saslMechanism = QLatin1String(mechanism);
        settings.saslUsername = QLatin1String(user);
        settings.saslPassword = Secret(QLatin1String(password));
        return settings;
    }
    [[nodiscard]] KafkaSettings app(const char *mechanism = "scram-sha-512") const
    {
        return sasl(m_kafka->saslSsl(), KafkaSecurity::SaslSsl, mechanism, "app", "app-secret");
    }
    [[nodiscard]] KafkaSettings mutual(const char *certificate) const
    {
        KafkaSettings settings = at(m_kafka->mutualTls());
        settings.security = KafkaSecurity::SslAuthentication;
        settings.caCertificate = m_kafka->file("lab-ca.pem");
        settings.clientCertificate = m_kafka->file(certificate) + QStringLiteral(".pem");
        settings.clientKey = Secret(m_kafka->file(certificate) + QStringLiteral(".key"));
        return settings;
    }

    static QList<ProbeStep> probe(const KafkaSettings &settings)
    {
        QList<ProbeStep> ended;
        QStringList announced;
        KafkaConnector(settings).probe(
            [&](const ProbeStep &step) {
                if (step.state == StepState::Pending) {
                    announced << step.id;
                } else if (step.state != StepState::Running) {
                    ended << step;
                }
            },
            {});
        if (announced.join(QLatin1Char(' ')) != QLatin1String(kSteps)) {
            qWarning() << "announced" << announced;
            return {};
        }
        return ended;
    }

    void addPassing()
    {
        const auto row = [](const char *name, const KafkaSettings &settings, const char *step = "",
                             const char *code = "", const char *fact = "") {
            QTest::newRow(name) << settings << QString::fromLatin1(step) << QString::fromLatin1(code)
                                << QString::fromLatin1(fact);
        };
        row("plaintext", at(m_kafka->plaintext()));
        row("admin by SCRAM-512",
            sasl(m_kafka->saslSsl(), KafkaSecurity::SaslSsl, "scram-sha-512", "admin", "admin-secret"));
        for (const char *mechanism : {"scram-sha-512", "scram-sha-256", "plain"}) {
            row(mechanism, app(mechanism), "target.permission", "kafka.permission.unknown", "User:app");
        }
        row("mutual TLS", mutual("client"), "target.permission", "kafka.permission.unknown", "");
        row("SASL without TLS",
            sasl(m_kafka->saslPlaintext(), KafkaSecurity::SaslPlaintext, "scram-sha-256", "app", "app-secret"),
            "target.permission", "kafka.permission.unknown", "");
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto kafka = SecureKafka::start();
        if (!kafka && kafka.error().code == QLatin1String("sandbox.missing")) {
            QSKIP("Apache Kafka is not installed: bash packaging/servers/fetch.sh kafka");
        }
        QVERIFY2(kafka.has_value(), kafka ? "" : qPrintable(kafka.error().text()));
        m_kafka = std::move(*kafka);
    }

    void tellsFirstTrouble_data()
    {
        QTest::addColumn<KafkaSettings>("settings");
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("fact");
        addPassing();
        const auto row = [](const char *name, const KafkaSettings &settings, const Expected &expected) {
            QTest::newRow(name) << settings << QString::fromLatin1(expected.step) << QString::fromLatin1(expected.code)
                                << QString::fromLatin1(expected.fact);
        };
        row("unknown name", at(QStringLiteral("no-such-host.invalid:9092")),
            {"target.name", "network.name.unknown", "no-such-host.invalid"});
        row("closed port", at(QStringLiteral("127.0.0.1:1")), {"target.port", "network.port.refused", "127.0.0.1:1"});
        row("one of two brokers", at(QStringLiteral("127.0.0.1:1,") + m_kafka->plaintext()),
            {"target.port", "network.port.refused", "127.0.0.1:1"});
        auto settings = app();
        settings.caCertificate = m_kafka->file("other-ca.pem");
        row("unknown authority", settings, {"target.tls", "kafka.tls.unknown-authority", "lab-ca"});
        settings = sasl(m_kafka->wrongHost(), KafkaSecurity::SaslSsl, "plain", "app", "app-secret");
        row("wrong host name", settings, {"target.tls", "kafka.tls.wrong-host", "broker.example"});
        settings.isHostNameChecked = false;
        row("host name not checked", settings, {"target.permission", "kafka.permission.unknown", ""});
        row("TLS at a plaintext port", sasl(m_kafka->plaintext(), KafkaSecurity::SaslSsl, "plain", "app", "app-secret"),
            {"target.tls", "kafka.protocol.mismatch", "SecurityProtocol"});
        row("plaintext at a TLS port", at(m_kafka->saslSsl()),
            {"target.login", "kafka.protocol.mismatch", "SecurityProtocol"});
        row("wrong password", sasl(m_kafka->saslSsl(), KafkaSecurity::SaslSsl, "scram-sha-512", "app", "wrong"),
            {"target.login", "kafka.login.refused", "password"});
        row("wrong password by PLAIN", sasl(m_kafka->saslSsl(), KafkaSecurity::SaslSsl, "plain", "app", "wrong"),
            {"target.login", "kafka.login.refused", "password"});
        row("mechanism not offered",
            sasl(m_kafka->saslPlaintext(), KafkaSecurity::SaslPlaintext, "scram-sha-512", "app", "app-secret"),
            {"target.login", "kafka.login.mechanism", "sasl.enabled.mechanisms"});
        row("client certificate of another authority", mutual("badclient"),
            {"target.login", "kafka.tls.client-certificate", ""});
        settings = mutual("client");
        settings.security = KafkaSecurity::SslEncryption;
        settings.clientCertificate.clear();
        row("client certificate missing", settings,
            {"target.login", "kafka.tls.client-certificate", "ssl-authentication"});
        row("advertised name unknown", at(m_kafka->badAdvertised()),
            {"target.advertised", "kafka.advertised.unreachable", "kafka.internal.invalid"});
        settings = sasl(m_kafka->saslSsl(), KafkaSecurity::SaslSsl, "plain", "eve", "eve-secret");
        row("no permissions", settings, {"target.topic", "kafka.not-permitted", "app-events"});
        settings = app();
        settings.topic = QStringLiteral("app-new");
        settings.topicReplicationFactor = 3;
        row("too many copies", settings, {"target.topic", "kafka.topic.not-created", "TopicReplicationFactor"});
        settings = at(m_kafka->plaintext());
        settings.messageMaxBytes = 5'000'000;
        row("messages larger than the broker takes", settings,
            {"target.message-size", "kafka.message-size", "max.message.bytes"});
    }
    void tellsFirstTrouble()
    {
        QFETCH(KafkaSettings, settings);
        QFETCH(QString, step);
        QFETCH(QString, code);
        QFETCH(QString, fact);
        const QList<ProbeStep> steps = probe(settings);
        QCOMPARE(steps.size(), 11);
        ProbeStep first;
        for (const ProbeStep &ended : steps) {
            if (ended.state == StepState::Failed || ended.state == StepState::Warning) {
                first = ended;
                break;
            }
        }
        const QString texts = first.failure.cause + QLatin1Char(' ') + first.failure.remedy;
        const QString all = first.id + QLatin1Char(' ') + first.failure.text() + QLatin1Char(' ') + texts;
        QVERIFY2(first.id == step, qPrintable(all));
        QVERIFY2(first.failure.code == code, qPrintable(all));
        QVERIFY2(texts.contains(fact), qPrintable(all));
        QVERIFY2(!texts.contains(QLatin1String("secret")), qPrintable(all));
        QVERIFY(step.isEmpty() || !first.failure.remedy.isEmpty());
    }

    void createsNothing()
    {
        const auto topics = KafkaConnector(at(m_kafka->plaintext())).topicReader()->topics({});
        QVERIFY(topics.has_value());
        for (const TopicInfo &topic : *topics) {
            QVERIFY2(topic.isInternal, qPrintable(topic.name));
        }
    }

    void writesThroughEachDoor_data()
    {
        QTest::addColumn<KafkaSettings>("settings");
        QTest::newRow("SCRAM-512") << app();
        QTest::newRow("SCRAM-256") << app("scram-sha-256");
        QTest::newRow("PLAIN") << app("plain");
        QTest::newRow("mutual TLS") << mutual("client");
        QTest::newRow("SASL without TLS")
            << sasl(m_kafka->saslPlaintext(), KafkaSecurity::SaslPlaintext, "plain", "app", "app-secret");
    }
    void writesThroughEachDoor()
    {
        QFETCH(KafkaSettings, settings);
        const QString task
            = QStringLiteral("door-%1").arg(QString::fromLatin1(QTest::currentDataTag()).remove(QLatin1Char(' ')));
        const QString topic = QStringLiteral("app-") + task;
        auto sink = KafkaConnector(settings).sink({.taskIdentifier = task, .isExactlyOnce = true, .topics = {}});
        const auto opened = sink->open({});
        QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().text()));
        QVERIFY(sink->send(numberedBatch(topic.toStdString(), 0, 2), {}));
        QVERIFY(sink->commit({{"", "position"}}, {}));
        QCOMPARE(committedValues(settings, topic), (QList<QByteArray>{"0", "1"}));
    }

    void failsWhereTopicMayNotBeCreated()
    {
        auto sink = KafkaConnector(app()).sink(
            {.taskIdentifier = QStringLiteral("forbidden"), .isExactlyOnce = true, .topics = {}});
        QVERIFY(sink->open({}));
        const auto sent = sink->send(numberedBatch("private-topic", 0, 1), {});
        QVERIFY(!sent.has_value());
        QVERIFY2(sent.error().code == QLatin1String("kafka.topic.not-created")
                || sent.error().code == QLatin1String("kafka.not-permitted"),
            qPrintable(sent.error().text()));
        QVERIFY2(sent.error().cause.contains(QLatin1String("private-topic")), qPrintable(sent.error().cause));
        QVERIFY2(sent.error().remedy.contains(QLatin1String("kafka-acls.sh")), qPrintable(sent.error().remedy));
        QVERIFY(!sent.error().retryable);
    }

    void failsAtWrongPasswordSoon()
    {
        QElapsedTimer clock;
        clock.start();
        auto sink = KafkaConnector(sasl(m_kafka->saslSsl(), KafkaSecurity::SaslSsl, "plain", "app", "wrong"))
                        .sink({.taskIdentifier = QStringLiteral("x"), .isExactlyOnce = true, .topics = {}});
        const auto opened = sink->open({});
        QCOMPARE(failureCode(opened), QStringLiteral("kafka.login.refused"));
        QVERIFY(!opened.error().retryable);
        QVERIFY2(clock.elapsed() < 15'000, qPrintable(QString::number(clock.elapsed())));
    }

    void stopsAtOnce()
    {
        // an address that swallows packets: the port step would wait for seconds
        KafkaSettings settings = at(QStringLiteral("192.0.2.1:9092"));
        std::stop_source source;
        QElapsedTimer clock;
        QList<ProbeStep> ended;
        KafkaConnector(settings).probe(
            [&](const ProbeStep &step) {
                if (step.id == QLatin1String("target.port") && step.state == StepState::Running) {
                    source.request_stop();
                    clock.start();
                }
                if (step.state != StepState::Running && step.state != StepState::Pending) {
                    ended << step;
                }
            },
            source.get_token());
        QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(ended.size(), 11);
        QCOMPARE(ended.constLast().state, StepState::Skipped);
    }
};

QTEST_GUILESS_MAIN(TestKafkaProbe)
#include "tst_kafkaprobe.moc"
