// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/kafka/Handles.h"
#include "core/sandbox/KafkaServer.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace rowcast::live {

// A private broker with every kind of door that a production cluster may have, certificates of its own authority (made
// by the openssl program), and access control lists. Topics do not make themselves.
//
// Users admin/admin-secret (super user), app/app-secret (topics "app-...", "rowcast..." and transactional ids
// "rowcast-..."), eve/eve-secret (nothing). The certificate "client" is the user mtls-app, with app's rights.
class SecureKafka {
public:
    static Result<std::unique_ptr<SecureKafka>> start();

    // "127.0.0.1:port" of each door.
    [[nodiscard]] QString plaintext() const; // super user, for administration
    [[nodiscard]] QString saslSsl() const { return door(m_ports.saslSsl); }
    [[nodiscard]] QString mutualTls() const { return door(m_ports.mutualTls); }
    [[nodiscard]] QString saslPlaintext() const { return door(m_ports.saslPlaintext); }
    [[nodiscard]] QString wrongHost() const { return door(m_ports.wrongHost); } // certificate for broker.example
    [[nodiscard]] QString badAdvertised() const { return door(m_ports.badAdvertised); } // kafka.internal.invalid

    // PEM files: lab-ca.pem, other-ca.pem, client.pem, client.key, badclient.pem, badclient.key (of the other
    // authority).
    [[nodiscard]] QString file(const char *name) const;
    [[nodiscard]] KafkaServer &server() { return *m_server; }

    // A permission for every resource whose name begins with prefix.
    struct Grant {
        rd_kafka_ResourceType_t kind;
        const char *prefix;
        rd_kafka_AclOperation_t operation;
    };
    Result<void> allow(const std::vector<const char *> &principals, const std::vector<Grant> &grants) const;

private:
    struct Ports {
        quint16 saslSsl = 0;
        quint16 mutualTls = 0;
        quint16 saslPlaintext = 0;
        quint16 wrongHost = 0;
        quint16 badAdvertised = 0;
    };
    SecureKafka() = default;
    Result<void> choosePorts();
    Result<void> makeCertificates() const;
    [[nodiscard]] QStringList properties() const;
    [[nodiscard]] static QString door(quint16 port) { return QStringLiteral("127.0.0.1:%1").arg(port); }

    QTemporaryDir m_certificates;
    Ports m_ports;
    std::unique_ptr<KafkaServer> m_server;
};

} // namespace rowcast::live
