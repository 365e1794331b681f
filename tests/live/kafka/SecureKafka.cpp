// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/kafka/SecureKafka.h"

#include "core/kafka/Permissions.h"
#include "core/sandbox/Ports.h"

#include <QProcess>

#include <array>
#include <vector>

namespace rowcast::live {

namespace {

using namespace rowcast::kafka;

constexpr int kCallTimeoutMs = 15'000;

// One shell script: an authority, a second one, and four certificates.
const char kCertificates[] = R"(set -e
ca() { openssl req -x509 -newkey rsa:2048 -nodes -days 30 -keyout $1.key -out $1.pem -subj "/CN=$1" -addext basicConstraints=critical,CA:TRUE; }
leaf() {
    openssl req -newkey rsa:2048 -nodes -keyout $1.key -out $1.csr -subj "$2"
    printf 'subjectAltName=%s\n' "$3" > $1.ext
    openssl x509 -req -in $1.csr -CA $4.pem -CAkey $4.key -CAcreateserial -days 30 -out $1.pem -extfile $1.ext
    cat $1.key $1.pem > $1.store
}
ca lab-ca
ca other-ca
leaf broker /CN=localhost DNS:localhost,IP:127.0.0.1 lab-ca
leaf wronghost /CN=broker.example DNS:broker.example lab-ca
leaf client "/CN=mtls-app/O=lab" DNS:client lab-ca
leaf badclient /CN=bad DNS:client other-ca
)";

Failure failed(const QString &what, const QString &detail)
{
    return {
        .code = QStringLiteral("test.secure-kafka"), .cause = what, .remedy = {}, .detail = detail, .retryable = false};
}

using Grant = SecureKafka::Grant;

const std::vector<Grant> kGrants = {
    Grant{RD_KAFKA_RESOURCE_TOPIC, "app-", RD_KAFKA_ACL_OPERATION_READ},
    Grant{RD_KAFKA_RESOURCE_TOPIC, "app-", RD_KAFKA_ACL_OPERATION_WRITE},
    Grant{RD_KAFKA_RESOURCE_TOPIC, "app-", RD_KAFKA_ACL_OPERATION_CREATE},
    Grant{RD_KAFKA_RESOURCE_TOPIC, "app-", RD_KAFKA_ACL_OPERATION_DESCRIBE_CONFIGS},
    Grant{RD_KAFKA_RESOURCE_TOPIC, "rowcast", RD_KAFKA_ACL_OPERATION_ALL},
    Grant{kTransactionalIdResource, "rowcast-", RD_KAFKA_ACL_OPERATION_WRITE},
};

} // namespace

Result<std::unique_ptr<SecureKafka>> SecureKafka::start()
{
    std::unique_ptr<SecureKafka> secure(new SecureKafka);
    if (auto chosen = secure->choosePorts(); !chosen) {
        return chosen.error();
    }
    if (auto made = secure->makeCertificates(); !made) {
        return made.error();
    }
    KafkaServerOptions options;
    options.properties = secure->properties();
    for (const char *user : {"admin", "app", "eve"}) {
        for (const char *mechanism : {"SCRAM-SHA-256", "SCRAM-SHA-512"}) {
            options.formatArguments
                << QStringLiteral("--add-scram")
                << QStringLiteral("%1=[name=%2,password=%2-secret]").arg(QLatin1String(mechanism), QLatin1String(user));
        }
    }
    auto server = KafkaServer::start(options);
    if (!server) {
        return server.error();
    }
    secure->m_server = std::move(*server);
    if (auto added = secure->allow({"User:app", "User:mtls-app"}, kGrants); !added) {
        return added.error();
    }
    return secure;
}

QString SecureKafka::plaintext() const
{
    return m_server->bootstrapServers();
}

QString SecureKafka::file(const char *name) const
{
    return m_certificates.filePath(QLatin1String(name));
}

Result<void> SecureKafka::choosePorts()
{
    std::vector<quint16> chosen;
    for (quint16 *port :
        {&m_ports.saslSsl, &m_ports.mutualTls, &m_ports.saslPlaintext, &m_ports.wrongHost, &m_ports.badAdvertised}) {
        do {
            const auto found = freePort();
            if (!found) {
                return found.error();
            }
            *port = *found;
        } while (std::find(chosen.begin(), chosen.end(), *port) != chosen.end());
        chosen.push_back(*port);
    }
    return {};
}

Result<void> SecureKafka::makeCertificates() const
{
    QProcess shell;
    shell.setWorkingDirectory(m_certificates.path());
    shell.setProcessChannelMode(QProcess::MergedChannels);
    shell.start(QStringLiteral("bash"), {QStringLiteral("-c"), QLatin1String(kCertificates)});
    if (!shell.waitForFinished(60'000) || shell.exitCode() != 0) {
        return failed(QStringLiteral("no certificates"), QString::fromUtf8(shell.readAll()).right(500));
    }
    return {};
}

QStringList SecureKafka::properties() const
{
    const auto listeners = [this](const QString &badHost) {
        return QStringLiteral("PLAINTEXT://127.0.0.1:${port},SECURE://127.0.0.1:%1,MTLS://127.0.0.1:%2,"
                              "SASLPLAIN://127.0.0.1:%3,WRONGHOST://127.0.0.1:%4,BADADV://%5:%6")
            .arg(m_ports.saslSsl)
            .arg(m_ports.mutualTls)
            .arg(m_ports.saslPlaintext)
            .arg(m_ports.wrongHost)
            .arg(badHost)
            .arg(m_ports.badAdvertised);
    };
    QStringList lines = {
        QStringLiteral("listeners=%1,CONTROLLER://127.0.0.1:${controllerPort}")
            .arg(listeners(QStringLiteral("127.0.0.1"))),
        QStringLiteral("advertised.listeners=") + listeners(QStringLiteral("kafka.internal.invalid")),
        QStringLiteral(
            "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURE:SASL_SSL,MTLS:SSL,"
            "SASLPLAIN:SASL_PLAINTEXT,WRONGHOST:SASL_SSL,BADADV:PLAINTEXT"),
        QStringLiteral("inter.broker.listener.name=PLAINTEXT"),
        QStringLiteral("auto.create.topics.enable=false"),
        QStringLiteral("authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
        QStringLiteral("super.users=User:ANONYMOUS;User:admin"),
        QStringLiteral("ssl.keystore.type=PEM"),
        QStringLiteral("ssl.keystore.location=") + file("broker.store"),
        QStringLiteral("ssl.truststore.type=PEM"),
        QStringLiteral("ssl.truststore.location=") + file("lab-ca.pem"),
        QStringLiteral("listener.name.mtls.ssl.client.auth=required"),
        QStringLiteral("listener.name.wronghost.ssl.keystore.type=PEM"),
        QStringLiteral("listener.name.wronghost.ssl.keystore.location=") + file("wronghost.store"),
        QStringLiteral("ssl.principal.mapping.rules=RULE:^(?:.*,)?CN=([^,]+)(?:,.*)?$/$1/,DEFAULT"),
        QStringLiteral("sasl.enabled.mechanisms=SCRAM-SHA-512,SCRAM-SHA-256,PLAIN"),
        // one door offers less, so that a refused mechanism can be seen
        QStringLiteral("listener.name.saslplain.sasl.enabled.mechanisms=SCRAM-SHA-256,PLAIN"),
    };
    for (const char *door : {"secure", "saslplain", "wronghost"}) {
        const QString name = QStringLiteral("listener.name.") + QLatin1String(door);
        lines << name
                + QStringLiteral(
                    ".plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required "
                    "user_admin=\"admin-secret\" user_app=\"app-secret\" user_eve=\"eve-secret\";");
        for (const char *mechanism : {"scram-sha-256", "scram-sha-512"}) {
            lines << name + QLatin1Char('.') + QLatin1String(mechanism)
                    + QStringLiteral(
                        ".sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;");
        }
    }
    return lines;
}

Result<void> SecureKafka::allow(const std::vector<const char *> &principals, const std::vector<Grant> &grants) const
{
    std::array<char, 256> words{};
    ConfHandle config(rd_kafka_conf_new());
    rd_kafka_conf_set(config.get(), "bootstrap.servers", plaintext().toUtf8().constData(), words.data(), words.size());
    rd_kafka_t *client = rd_kafka_new(RD_KAFKA_PRODUCER, config.get(), words.data(), words.size());
    if (client == nullptr) {
        return failed(QStringLiteral("no client"), QString::fromUtf8(words.data()));
    }
    static_cast<void>(config.release());
    const std::unique_ptr<rd_kafka_t, DestroyBy<rd_kafka_destroy>> owner(client);
    std::vector<rd_kafka_AclBinding_t *> bindings;
    for (const char *principal : principals) {
        for (const Grant &grant : grants) {
            bindings.push_back(rd_kafka_AclBinding_new(grant.kind, grant.prefix, RD_KAFKA_RESOURCE_PATTERN_PREFIXED,
                principal, "*", grant.operation, RD_KAFKA_ACL_PERMISSION_TYPE_ALLOW, words.data(), words.size()));
        }
    }
    const QueueHandle queue(rd_kafka_queue_new(client));
    rd_kafka_CreateAcls(client, bindings.data(), bindings.size(), nullptr, queue.get());
    const EventHandle event(rd_kafka_queue_poll(queue.get(), kCallTimeoutMs));
    rd_kafka_AclBinding_destroy_array(bindings.data(), bindings.size());
    if (!event || rd_kafka_event_error(event.get()) != RD_KAFKA_RESP_ERR_NO_ERROR) {
        return failed(QStringLiteral("no access lists"),
            event ? QString::fromUtf8(rd_kafka_event_error_string(event.get())) : QStringLiteral("no answer"));
    }
    size_t count = 0;
    const auto **results = rd_kafka_CreateAcls_result_acls(rd_kafka_event_CreateAcls_result(event.get()), &count);
    for (size_t i = 0; i < count; ++i) {
        if (const auto *error = rd_kafka_acl_result_error(results[i]); error != nullptr) {
            return failed(QStringLiteral("no access list"), QString::fromUtf8(rd_kafka_error_string(error)));
        }
    }
    return {};
}

} // namespace rowcast::live
