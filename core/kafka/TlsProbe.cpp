// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/TlsProbe.h"

#include "core/base/StoppableCall.h"

#include <QCoreApplication>
#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslKey>
#include <QSslSocket>

namespace rowcast::kafka {

namespace {

struct Handshake {
    bool isDone = false;
    QAbstractSocket::SocketError error = QAbstractSocket::UnknownSocketError;
    QString words;
    QList<QSslError> refusals;
    QSslCertificate certificate;
    QString protocol;
};

QString protocolName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return QStringLiteral("TLSv1.2");
    case QSsl::TlsV1_3:
        return QStringLiteral("TLSv1.3");
    default:
        return QStringLiteral("TLS");
    }
}

// PEM text, or the content of the file that it names; empty where neither.
QByteArray pemBytes(const QString &value)
{
    if (value.contains(QLatin1String("-----BEGIN"))) {
        return value.toUtf8();
    }
    QFile file(value);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSslKey readKey(const KafkaSettings &settings)
{
    const QByteArray pem = pemBytes(settings.clientKey.reveal());
    const QByteArray password = settings.clientKeyPassword.reveal().toUtf8();
    const QSslKey rsa(pem, QSsl::Rsa, QSsl::Pem, QSsl::PrivateKey, password);
    return rsa.isNull() ? QSslKey(pem, QSsl::Ec, QSsl::Pem, QSsl::PrivateKey, password) : rsa;
}

Result<QSslConfiguration> configuration(const KafkaSettings &settings)
{
    QSslConfiguration config = QSslConfiguration::defaultConfiguration();
    if (!settings.caCertificate.isEmpty()) {
        const auto authorities = QSslCertificate::fromData(pemBytes(settings.caCertificate), QSsl::Pem);
        if (authorities.isEmpty()) {
            return Failure{.code = QStringLiteral("kafka.tls.file"),
                .cause
                = QCoreApplication::translate("KafkaProbe", "The certificate authority holds no PEM certificate."),
                .remedy = QCoreApplication::translate(
                    "KafkaProbe", "Give a readable PEM file, or its text from `-----BEGIN CERTIFICATE-----` on."),
                .detail = {},
                .retryable = false};
        }
        config.setCaCertificates(authorities);
    }
    if (!settings.clientCertificate.isEmpty()) {
        config.setLocalCertificateChain(QSslCertificate::fromData(pemBytes(settings.clientCertificate), QSsl::Pem));
        config.setPrivateKey(readKey(settings));
    }
    return config;
}

Handshake tryHandshake(
    const QSslConfiguration &config, const QString &name, const QHostAddress &address, uint16_t port, int timeoutMs)
{
    QSslSocket socket;
    socket.setSslConfiguration(config);
    socket.setPeerVerifyMode(QSslSocket::VerifyPeer);
    socket.connectToHostEncrypted(address.toString(), port, name);
    Handshake shaken;
    shaken.isDone = socket.waitForEncrypted(timeoutMs);
    shaken.error = socket.error();
    shaken.words = socket.errorString();
    shaken.refusals = socket.sslHandshakeErrors();
    shaken.certificate = socket.peerCertificate();
    shaken.protocol = protocolName(socket.sessionProtocol());
    socket.abort();
    return shaken;
}

QString namesOf(const QSslCertificate &certificate)
{
    QStringList names = certificate.subjectAlternativeNames().values();
    if (names.isEmpty()) {
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    }
    return names.join(QStringLiteral(", "));
}

QString issuerOf(const QSslCertificate &certificate)
{
    return certificate.issuerInfo(QSslCertificate::CommonName).value(0);
}

Failure wrongHost(const QSslCertificate &certificate, const BrokerAddress &broker, const QString &words)
{
    return {.code = QStringLiteral("kafka.tls.wrong-host"),
        .cause = QCoreApplication::translate("KafkaProbe", "The certificate of %1 is for another name: %2.")
                     .arg(broker.host, namesOf(certificate)),
        .remedy = QCoreApplication::translate("KafkaProbe",
            "Use a name that stands in the certificate, or set `SslEndpointIdentificationAlgorithm` to `none` (then "
            "any "
            "certificate of this authority is taken)."),
        .detail = words,
        .retryable = false};
}

Failure refused(const Handshake &shaken, const QSslError &error, const BrokerAddress &broker)
{
    switch (error.error()) {
    case QSslError::HostNameMismatch:
        return wrongHost(shaken.certificate, broker, error.errorString());
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
        return {.code = QStringLiteral("kafka.tls.expired"),
            .cause = QCoreApplication::translate("KafkaProbe", "The certificate of %1 is valid from %2 to %3 only.")
                         .arg(broker.host, shaken.certificate.effectiveDate().toString(Qt::ISODate),
                             shaken.certificate.expiryDate().toString(Qt::ISODate)),
            .remedy = QCoreApplication::translate(
                "KafkaProbe", "Renew the broker's certificate, or set this computer's clock."),
            .detail = error.errorString(),
            .retryable = false};
    default:
        return {.code = QStringLiteral("kafka.tls.unknown-authority"),
            .cause = QCoreApplication::translate(
                "KafkaProbe", "The certificate of %1 was signed by \"%2\", an authority that is not trusted here.")
                         .arg(broker.host, issuerOf(shaken.certificate)),
            .remedy = QCoreApplication::translate("KafkaProbe",
                "Set `SslCaCertificateArn` of the target endpoint to the PEM certificate of that authority."),
            .detail = error.errorString(),
            .retryable = false};
    }
}

Failure failed(const Handshake &shaken, const BrokerAddress &broker)
{
    const QString where = QStringLiteral("%1:%2").arg(broker.host).arg(broker.port);
    const bool isClosed = shaken.error == QAbstractSocket::RemoteHostClosedError
        || shaken.error == QAbstractSocket::SocketTimeoutError
        || shaken.words.contains(QLatin1String("wrong version"), Qt::CaseInsensitive);
    if (isClosed && shaken.certificate.isNull()) {
        return {.code = QStringLiteral("kafka.protocol.mismatch"),
            .cause = QCoreApplication::translate("KafkaProbe", "%1 does not speak TLS.").arg(where),
            .remedy = QCoreApplication::translate("KafkaProbe",
                "Use the broker's TLS port (MSK: 9094, with SASL/SCRAM 9096), or set `SecurityProtocol` to "
                "`plaintext`."),
            .detail = shaken.words,
            .retryable = false};
    }
    return {.code = QStringLiteral("kafka.tls.handshake"),
        .cause = QCoreApplication::translate("KafkaProbe", "The TLS handshake with %1 failed.").arg(where),
        .remedy = QCoreApplication::translate("KafkaProbe",
            "Check the broker's protocol versions and ciphers, and the client certificate where it asks for one."),
        .detail = shaken.words,
        .retryable = false};
}

} // namespace

Result<TlsAnswer> shakeHands(const KafkaSettings &settings, const BrokerAddress &broker, const QHostAddress &address,
    std::chrono::milliseconds timeout, const std::stop_token &stop)
{
    auto config = configuration(settings);
    if (!config) {
        return config.error();
    }
    const auto shaken = callStoppable(stop, [config = *config, broker, address, timeout] {
        return tryHandshake(config, broker.host, address, broker.port, static_cast<int>(timeout.count()));
    });
    if (!shaken) {
        return stoppedFailure();
    }
    // an unknown authority is the greater fault, and Qt may name it after the host name
    const QSslError *mismatch = nullptr;
    for (const QSslError &error : shaken->refusals) {
        if (error.error() != QSslError::HostNameMismatch) {
            return refused(*shaken, error, broker);
        }
        mismatch = &error;
    }
    if (mismatch != nullptr && settings.isHostNameChecked) {
        return refused(*shaken, *mismatch, broker);
    }
    if (!shaken->isDone && mismatch == nullptr) {
        return failed(*shaken, broker);
    }
    return TlsAnswer{.protocol = shaken->protocol,
        .subject = namesOf(shaken->certificate),
        .issuer = issuerOf(shaken->certificate),
        .expiry = shaken->certificate.expiryDate()};
}

} // namespace rowcast::kafka
