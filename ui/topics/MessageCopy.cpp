// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/MessageCopy.h"

#include "ui/topics/MessageTexts.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

namespace rowcast::ui {

namespace {

QByteArray quotedJson(const QByteArray &text)
{
    // what is no UTF-8 is replaced, not refused
    return QByteArray::fromStdString(
        nlohmann::json(text.toStdString()).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

QByteArray valueJson(const std::optional<QByteArray> &value)
{
    if (!value) {
        return "null";
    }
    if (!nlohmann::json::accept(value->begin(), value->end())) {
        return quotedJson(*value);
    }
    // JSON may not contain raw line breaks but between its tokens, so one line keeps every token
    QByteArray line = *value;
    return line.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
}

QString shellQuoted(const QString &text)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./:,@=+-]+$"));
    return plain.match(text).hasMatch()
        ? text
        : QLatin1Char('\'') + QString(text).replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

QStringList securityOptions(const KafkaEndpointSettings &kafka)
{
    QStringList options;
    switch (kafka.securityProtocol) {
    case SecurityProtocol::Plaintext:
        return {};
    case SecurityProtocol::SslEncryption:
    case SecurityProtocol::SslAuthentication:
        options.append(QStringLiteral("security.protocol=ssl"));
        break;
    case SecurityProtocol::SaslSsl:
        options.append(QStringLiteral("security.protocol=sasl_ssl"));
        break;
    case SecurityProtocol::SaslPlaintext:
        options.append(QStringLiteral("security.protocol=sasl_plaintext"));
        break;
    }
    if (!kafka.sslCaCertificate.isEmpty() && !kafka.sslCaCertificate.contains(QLatin1Char('\n'))) {
        options.append(QStringLiteral("ssl.ca.location=") + kafka.sslCaCertificate);
    }
    if (kafka.securityProtocol == SecurityProtocol::SslAuthentication
        && !kafka.sslClientKey.contains(QLatin1Char('\n'))) {
        options.append(QStringLiteral("ssl.certificate.location=") + kafka.sslClientCertificate);
        options.append(QStringLiteral("ssl.key.location=") + kafka.sslClientKey);
    }
    if (!kafka.verifiesHostName) {
        options.append(QStringLiteral("ssl.endpoint.identification.algorithm=none"));
    }
    return options;
}

QString mechanismName(SaslMechanism mechanism)
{
    switch (mechanism) {
    case SaslMechanism::Plain:
        return QStringLiteral("PLAIN");
    case SaslMechanism::ScramSha256:
        return QStringLiteral("SCRAM-SHA-256");
    case SaslMechanism::ScramSha512:
        break;
    }
    return QStringLiteral("SCRAM-SHA-512");
}

} // namespace

QString rowAsJson(const MessageRow &row)
{
    const TopicRecord &record = row.record;
    QByteArray headers;
    for (const auto &[name, value] : record.headers) {
        headers += (headers.isEmpty() ? "" : ",") + QByteArray("{") + quotedJson(name) + ':' + quotedJson(value) + '}';
    }
    const QByteArray json = "{\"partition\":" + QByteArray::number(record.partition)
        + ",\"offset\":" + QByteArray::number(qlonglong(record.offset)) + ",\"timestamp\":"
        + QByteArray::number(qlonglong(record.timestampMillis)) + ",\"headers\":[" + headers + "],\"key\":"
        + (record.key ? quotedJson(*record.key) : QByteArray("null")) + ",\"value\":" + valueJson(record.value) + '}';
    return QString::fromUtf8(json);
}

QString rowAsText(const MessageRow &row, const QString &time)
{
    const QStringList columns
        = {time, QString::number(row.record.partition), QString::number(qlonglong(row.record.offset)),
            QString::fromUtf8(row.operation), tableText(row), QString::fromUtf8(row.record.key.value_or(QByteArray())),
            QString::fromUtf8(row.record.value.value_or(QByteArray())).simplified()};
    return columns.join(QLatin1Char('\t'));
}

QString kcatCommand(const EndpointSpec &target, const QString &topic, const TopicRecord &record)
{
    QStringList words = {QStringLiteral("kcat"), QStringLiteral("-C"), QStringLiteral("-b"),
        shellQuoted(target.kafka.broker), QStringLiteral("-t"), shellQuoted(topic), QStringLiteral("-p"),
        QString::number(record.partition), QStringLiteral("-o"), QString::number(qlonglong(record.offset)),
        QStringLiteral("-c"), QStringLiteral("1"), QStringLiteral("-e")};
    QStringList options = securityOptions(target.kafka);
    if (record.isAborted) {
        options.append(QStringLiteral("isolation.level=read_uncommitted"));
    }
    for (const QString &option : options) {
        words << QStringLiteral("-X") << shellQuoted(option);
    }
    const bool isSasl = target.kafka.securityProtocol == SecurityProtocol::SaslSsl
        || target.kafka.securityProtocol == SecurityProtocol::SaslPlaintext;
    if (isSasl) {
        words << QStringLiteral("-X") << QStringLiteral("sasl.mechanism=") + mechanismName(target.kafka.saslMechanism)
              << QStringLiteral("-X") << shellQuoted(QStringLiteral("sasl.username=") + target.kafka.saslUsername)
              << QStringLiteral("-X") << QStringLiteral("sasl.password=\"$KAFKA_PASSWORD\"");
    }
    return words.join(QLatin1Char(' '));
}

} // namespace rowcast::ui
