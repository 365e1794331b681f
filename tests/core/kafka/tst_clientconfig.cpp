// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/ClientConfig.h"

#include <QTest>

#include <array>

using namespace rowcast;
using namespace rowcast::kafka;

// Settings of an endpoint turned into librdkafka's properties.
class TestClientConfig : public QObject {
    Q_OBJECT

private:
    static KafkaSettings plain()
    {
        KafkaSettings settings;
        settings.brokers = QStringLiteral("one:9092, two:9093 ,");
        return settings;
    }
    static QString get(const ConfHandle &config, const char *name)
    {
        std::array<char, 1024> value{};
        size_t size = value.size();
        return rd_kafka_conf_get(config.get(), name, value.data(), &size) == RD_KAFKA_CONF_OK
            ? QString::fromUtf8(value.data())
            : QStringLiteral("?");
    }
    static QString codeOf(const KafkaSettings &settings, ClientRole role = ClientRole::IdempotentProducer)
    {
        const auto config = makeConfig(settings, {.role = role, .transactionalId = QStringLiteral("id")});
        return config ? QString() : config.error().code;
    }

private Q_SLOTS:
    void properties_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        const auto row = [](ClientRole role, const char *name, const char *value) {
            QTest::addRow("%d %s", int(role), name)
                << int(role) << QString::fromLatin1(name) << QString::fromLatin1(value);
        };
        row(ClientRole::TransactionalProducer, "bootstrap.servers", "one:9092,two:9093");
        row(ClientRole::TransactionalProducer, "enable.idempotence", "true");
        row(ClientRole::TransactionalProducer, "transactional.id", "rowcast-shop");
        row(ClientRole::TransactionalProducer, "transaction.timeout.ms", "60000");
        row(ClientRole::TransactionalProducer, "message.max.bytes", "1000000000");
        row(ClientRole::TransactionalProducer, "delivery.report.only.error", "true");
        row(ClientRole::TransactionalProducer, "compression.codec", "lz4");
        row(ClientRole::IdempotentProducer, "enable.idempotence", "true");
        row(ClientRole::CommittedReader, "isolation.level", "read_committed");
        row(ClientRole::CommittedReader, "enable.auto.commit", "false");
        row(ClientRole::AllReader, "isolation.level", "read_uncommitted");
        row(ClientRole::AllReader, "allow.auto.create.topics", "false");
        row(ClientRole::AllReader, "enable.partition.eof", "true");
    }
    void properties()
    {
        QFETCH(int, role);
        QFETCH(QString, name);
        QFETCH(QString, value);
        const auto config
            = makeConfig(plain(), {.role = ClientRole(role), .transactionalId = QStringLiteral("rowcast-shop")});
        QVERIFY(config.has_value());
        QCOMPARE(get(*config, name.toLatin1().constData()), value);
    }

    void security_data()
    {
        QTest::addColumn<int>("security");
        QTest::addColumn<QString>("protocol");
        QTest::newRow("plaintext") << int(KafkaSecurity::Plaintext) << "plaintext";
        QTest::newRow("ssl-encryption") << int(KafkaSecurity::SslEncryption) << "ssl";
        QTest::newRow("ssl-authentication") << int(KafkaSecurity::SslAuthentication) << "ssl";
        QTest::newRow("sasl-ssl") << int(KafkaSecurity::SaslSsl) << "sasl_ssl";
        QTest::newRow("sasl-plaintext") << int(KafkaSecurity::SaslPlaintext) << "sasl_plaintext";
    }
    void security()
    {
        QFETCH(int, security);
        QFETCH(QString, protocol);
        KafkaSettings settings = plain();
        settings.security = KafkaSecurity(security);
        settings.saslUsername = QStringLiteral("app");
        settings.saslPassword = Secret(QStringLiteral("hidden"));
        settings.isHostNameChecked = false;
        const auto config = makeConfig(settings, {});
        QVERIFY(config.has_value());
        QCOMPARE(get(*config, "security.protocol"), protocol);
        QCOMPARE(get(*config, "ssl.endpoint.identification.algorithm"),
            settings.usesTls() ? QStringLiteral("none") : QStringLiteral("https"));
        QCOMPARE(get(*config, "sasl.username"), settings.usesSasl() ? QStringLiteral("app") : QStringLiteral("?"));
        if (settings.usesSasl()) {
            QCOMPARE(get(*config, "sasl.mechanism"), QStringLiteral("SCRAM-SHA-512"));
        }
    }

    void userProperties()
    {
        KafkaSettings settings = plain();
        settings.messageMaxBytes = 2'000'000;
        settings.producerProperties = {{QStringLiteral("linger.ms"), QStringLiteral("50")},
            {QStringLiteral("socket.timeout.ms"), QStringLiteral("7000")},
            {QStringLiteral("transaction.timeout.ms"), QStringLiteral("30000")},
            {QStringLiteral("compression.codec"), QStringLiteral("zstd")}};
        const auto producer = makeConfig(
            settings, {.role = ClientRole::TransactionalProducer, .transactionalId = QStringLiteral("id")});
        QVERIFY(producer.has_value());
        QCOMPARE(get(*producer, "linger.ms"), QStringLiteral("50"));
        QCOMPARE(get(*producer, "compression.codec"), QStringLiteral("zstd"));
        QCOMPARE(get(*producer, "transaction.timeout.ms"), QStringLiteral("30000"));
        QCOMPARE(get(*producer, "message.max.bytes"), QStringLiteral("2000000"));
        QCOMPARE(transactionTimeout(settings), std::chrono::milliseconds(30'000));
        // a reader takes what concerns the connection, and nothing else
        const auto reader = makeConfig(settings, {.role = ClientRole::AllReader});
        QVERIFY(reader.has_value());
        QCOMPARE(get(*reader, "socket.timeout.ms"), QStringLiteral("7000"));
        QVERIFY(get(*reader, "linger.ms") != QStringLiteral("50"));
    }

    void refusesProperty_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("instead");
        const auto row = [](const char *name, const char *value, const char *code, const char *instead = "") {
            QTest::newRow(name) << QString::fromLatin1(value) << QString::fromLatin1(code)
                                << QString::fromLatin1(instead);
        };
        for (const char *name : {"enable.idempotence", "acks", "request.required.acks", "transactional.id",
                 "isolation.level", "max.in.flight", "plugin.library.paths", "delivery.report.only.error"}) {
            row(name, "1", "kafka.property.refused");
        }
        row("bootstrap.servers", "x:1", "kafka.property.refused", "Broker");
        row("message.max.bytes", "1", "kafka.property.refused", "MessageMaxBytes");
        row("security.protocol", "ssl", "kafka.property.refused", "SecurityProtocol");
        row("sasl.password", "x", "kafka.property.refused", "SaslPassword");
        row("ssl.key.pem", "x", "kafka.property.refused", "SslClientKeyArn");
        row("ssl.ca.location", "x", "kafka.property.refused", "SslCaCertificateArn");
        row("no.such.property", "1", "kafka.property.invalid");
        row("linger.ms", "soon", "kafka.property.invalid");
    }
    void refusesProperty()
    {
        QFETCH(QString, value);
        QFETCH(QString, code);
        QFETCH(QString, instead);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const auto checked = checkProducerProperties({{name, value}});
        QVERIFY(!checked.has_value());
        QCOMPARE(checked.error().code, code);
        QVERIFY2(checked.error().cause.contains(name), qPrintable(checked.error().cause));
        QVERIFY2(checked.error().remedy.contains(instead), qPrintable(checked.error().remedy));
        KafkaSettings settings = plain();
        settings.producerProperties = {{name, value}};
        QCOMPARE(codeOf(settings), code);
    }

    void refusesSettings()
    {
        QCOMPARE(codeOf({}), QStringLiteral("kafka.broker.address"));
        KafkaSettings settings = plain();
        settings.security = KafkaSecurity::SslEncryption;
        settings.caCertificate = QStringLiteral("/no/such/ca.pem");
        QCOMPARE(codeOf(settings), QStringLiteral("kafka.tls.file"));
    }

    void brokerAddress_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // empty: refused
        QTest::newRow("host and port") << "kafka:9093"
                                       << "kafka 9093";
        QTest::newRow("host alone") << "kafka"
                                    << "kafka 9092";
        QTest::newRow("IPv6") << "[::1]:9094"
                              << "::1 9094";
        QTest::newRow("IPv6 alone") << "[::1]"
                                    << "::1 9092";
        QTest::newRow("no number") << "kafka:x"
                                   << "";
        QTest::newRow("port zero") << "kafka:0"
                                   << "";
        QTest::newRow("port too large") << "kafka:70000"
                                        << "";
        QTest::newRow("blank") << "ka fka:1"
                               << "";
        QTest::newRow("URL") << "http://kafka:1"
                             << "";
        QTest::newRow("no host") << ":9092"
                                 << "";
    }
    void brokerAddress()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto address = parseBrokerAddress(text);
        QCOMPARE(address ? QStringLiteral("%1 %2").arg(address->host).arg(address->port) : QString(), expected);
    }
};

QTEST_APPLESS_MAIN(TestClientConfig)
#include "tst_clientconfig.moc"
