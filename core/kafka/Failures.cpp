// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/Failures.h"

#include <QCoreApplication>

#include <array>

namespace rowcast::kafka {

namespace {

struct Explanation {
    const char *sign; // a part of librdkafka's text
    const char *code;
    const char *cause;
    const char *remedy;
    bool isRetryable;
    bool isVague = false; // counts only where no other text tells more
};

// The more telling sign stands before the more general one. Texts: librdkafka 2.0 to 2.14. A connection that is closed
// early is retryable: a broker that is going down does that too.
constexpr std::array kExplanations = {
    Explanation{"Failed to resolve", "kafka.name.unresolved",
        QT_TRANSLATE_NOOP("Kafka", "The name of a broker cannot be resolved."),
        QT_TRANSLATE_NOOP("Kafka",
            "Check the name and this computer's DNS. If the name is not one you entered, it is the address that the "
            "broker "
            "advertises: set `advertised.listeners` of the broker to a name that this computer can resolve."),
        true},
    Explanation{"Connection refused", "kafka.connection.refused",
        QT_TRANSLATE_NOOP("Kafka", "A broker refuses the connection: nothing listens at this address and port."),
        QT_TRANSLATE_NOOP("Kafka", "Check the port and that the broker runs."), true},
    Explanation{"PLAINTEXT broker listener", "kafka.protocol.mismatch",
        QT_TRANSLATE_NOOP("Kafka", "The broker does not speak TLS at this port."),
        QT_TRANSLATE_NOOP("Kafka", "Use the broker's TLS port, or set `SecurityProtocol` to `plaintext`."), true},
    Explanation{"connecting to a SSL listener", "kafka.protocol.mismatch",
        QT_TRANSLATE_NOOP(
            "Kafka", "The broker closed an unencrypted connection: it probably expects TLS at this port."),
        QT_TRANSLATE_NOOP("Kafka",
            "Set `SecurityProtocol` to `ssl-encryption`, `ssl-authentication` or `sasl-ssl`, or use the plaintext "
            "port."),
        true},
    Explanation{"incorrect security.protocol", "kafka.protocol.mismatch",
        QT_TRANSLATE_NOOP("Kafka",
            "The broker closed the connection during the first exchange: the security protocol is not "
            "the one that this port expects."),
        QT_TRANSLATE_NOOP("Kafka",
            "Make `SecurityProtocol` fit the port: MSK uses 9092 for plaintext, 9094 for TLS, 9096 for "
            "SASL/SCRAM."),
        true},
    Explanation{"verify that security.protocol is correctly configured", "kafka.protocol.mismatch",
        QT_TRANSLATE_NOOP("Kafka", "The broker closed the connection at once: it may require a login or TLS."),
        QT_TRANSLATE_NOOP("Kafka", "Make `SecurityProtocol` fit the port."), true},
    Explanation{"nsupported SASL mechanism", "kafka.login.mechanism",
        QT_TRANSLATE_NOOP("Kafka", "The broker does not offer this SASL mechanism at this port."),
        QT_TRANSLATE_NOOP(
            "Kafka", "Choose another `SaslMechanism`, or add it to `sasl.enabled.mechanisms` of the broker."),
        false},
    Explanation{"mechanism handshake failed", "kafka.login.mechanism",
        QT_TRANSLATE_NOOP("Kafka", "The broker does not offer this SASL mechanism at this port."),
        QT_TRANSLATE_NOOP(
            "Kafka", "Choose another `SaslMechanism`, or add it to `sasl.enabled.mechanisms` of the broker."),
        false},
    Explanation{"SASL authentication error", "kafka.login.refused",
        QT_TRANSLATE_NOOP("Kafka", "The broker refuses the login."),
        QT_TRANSLATE_NOOP("Kafka",
            "Check user name and password. For SCRAM the user must have been added for this mechanism: "
            "`kafka-configs.sh --alter --add-config 'SCRAM-SHA-512=[password=...]' --entity-type users --entity-name "
            "NAME`."),
        false},
    Explanation{"certificate verify failed", "kafka.tls.untrusted",
        QT_TRANSLATE_NOOP("Kafka", "The broker's certificate is not accepted."),
        QT_TRANSLATE_NOOP("Kafka",
            "Give the certificate authority of the brokers (`SslCaCertificateArn`), and use the host name that stands "
            "in the "
            "certificate."),
        false},
    Explanation{"certificate required", "kafka.tls.client-certificate",
        QT_TRANSLATE_NOOP("Kafka", "The broker asks for a client certificate and did not accept one."),
        QT_TRANSLATE_NOOP("Kafka",
            "Set `SecurityProtocol` to `ssl-authentication` with a certificate and key that the brokers' authority "
            "signed."),
        false},
    Explanation{"alert unknown ca", "kafka.tls.client-certificate",
        QT_TRANSLATE_NOOP("Kafka", "The broker does not accept the client certificate."),
        QT_TRANSLATE_NOOP("Kafka", "Use a client certificate that is signed by an authority the brokers trust."),
        false},
    Explanation{"alert bad certificate", "kafka.tls.client-certificate",
        QT_TRANSLATE_NOOP("Kafka", "The broker asks for a client certificate and did not accept one."),
        QT_TRANSLATE_NOOP("Kafka",
            "Set `SecurityProtocol` to `ssl-authentication` with a certificate and key that the brokers' authority "
            "signed."),
        false},
    Explanation{"in state APIVERSION_QUERY", "kafka.protocol.mismatch",
        QT_TRANSLATE_NOOP("Kafka",
            "The broker closed the connection during the first exchange: it probably expects TLS or a "
            "login at this port."),
        QT_TRANSLATE_NOOP("Kafka",
            "Make `SecurityProtocol` fit the port: MSK uses 9092 for plaintext, 9094 for TLS, 9096 for SASL/SCRAM."),
        true},
    Explanation{"SSL handshake failed", "kafka.tls.handshake",
        QT_TRANSLATE_NOOP("Kafka", "The TLS handshake with a broker failed."),
        QT_TRANSLATE_NOOP(
            "Kafka", "Check that the port is the broker's TLS port, and its certificate and protocol versions."),
        true},
    Explanation{"Connection setup timed out", "kafka.connection.timeout",
        QT_TRANSLATE_NOOP("Kafka", "A broker does not answer the connection."),
        QT_TRANSLATE_NOOP(
            "Kafka", "Check the address, routes and firewalls or security groups between here and the broker."),
        true},
    Explanation{"timed out", "kafka.connection.timeout",
        QT_TRANSLATE_NOOP("Kafka", "A broker does not answer in time."),
        QT_TRANSLATE_NOOP("Kafka", "Check the broker's load, and routes and firewalls between here and the broker."),
        true, true},
};

Failure failureOf(const Explanation &known, const QString &text)
{
    return {.code = QLatin1String(known.code),
        .cause = QCoreApplication::translate("Kafka", known.cause),
        .remedy = QCoreApplication::translate("Kafka", known.remedy),
        .detail = text,
        .retryable = known.isRetryable};
}

QString codeText(rd_kafka_resp_err_t code)
{
    return QString::fromUtf8(rd_kafka_err2str(code)) + QStringLiteral(" [") + QString::fromUtf8(rd_kafka_err2name(code))
        + QLatin1Char(']');
}

bool isConnectionError(rd_kafka_resp_err_t code)
{
    return code == RD_KAFKA_RESP_ERR__TRANSPORT || code == RD_KAFKA_RESP_ERR__TIMED_OUT
        || code == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN || code == RD_KAFKA_RESP_ERR__MSG_TIMED_OUT
        || code == RD_KAFKA_RESP_ERR__AUTHENTICATION || code == RD_KAFKA_RESP_ERR__SSL
        || code == RD_KAFKA_RESP_ERR__RESOLVE || code == RD_KAFKA_RESP_ERR__TIMED_OUT_QUEUE;
}

Failure unreachable(const QString &what, const QString &words)
{
    return {.code = QStringLiteral("kafka.unreachable"),
        .cause = QCoreApplication::translate("Kafka", "Kafka did not answer while %1.").arg(what),
        .remedy = QCoreApplication::translate("Kafka",
            "Check that the brokers run and can be reached from here: use Test connection of the target endpoint."),
        .detail = words,
        .retryable = true};
}

// Errors of the broker that pass by themselves.
bool isPassing(rd_kafka_resp_err_t code)
{
    switch (code) {
    case RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION:
    case RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT:
    case RD_KAFKA_RESP_ERR_BROKER_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR_REPLICA_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR_NETWORK_EXCEPTION:
    case RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS:
    case RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR_NOT_COORDINATOR:
    case RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS:
    case RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS_AFTER_APPEND:
    case RD_KAFKA_RESP_ERR_NOT_CONTROLLER:
    case RD_KAFKA_RESP_ERR_CONCURRENT_TRANSACTIONS:
    case RD_KAFKA_RESP_ERR_KAFKA_STORAGE_ERROR:
    case RD_KAFKA_RESP_ERR_FENCED_LEADER_EPOCH:
    case RD_KAFKA_RESP_ERR_UNKNOWN_LEADER_EPOCH:
    case RD_KAFKA_RESP_ERR_OFFSET_NOT_AVAILABLE: // of a leader that was just elected
    case RD_KAFKA_RESP_ERR_LISTENER_NOT_FOUND: // of a leader that just went
    case RD_KAFKA_RESP_ERR__WAIT_COORD:
    case RD_KAFKA_RESP_ERR__IN_PROGRESS:
    case RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART: // a broker of a cluster may hear of a new topic later than others
        return true;
    default:
        return false;
    }
}

// What the broker will not take however often it is sent. Any other message that did not arrive is sent again from the
// last checkpoint on.
bool isRefusal(rd_kafka_resp_err_t code)
{
    switch (code) {
    case RD_KAFKA_RESP_ERR_TOPIC_EXCEPTION:
    case RD_KAFKA_RESP_ERR_INVALID_TIMESTAMP:
    case RD_KAFKA_RESP_ERR_INVALID_RECORD:
    case RD_KAFKA_RESP_ERR_POLICY_VIOLATION:
    case RD_KAFKA_RESP_ERR_UNSUPPORTED_VERSION:
    case RD_KAFKA_RESP_ERR_UNSUPPORTED_FOR_MESSAGE_FORMAT:
    case RD_KAFKA_RESP_ERR_UNSUPPORTED_COMPRESSION_TYPE:
    case RD_KAFKA_RESP_ERR__UNSUPPORTED_FEATURE:
        return true;
    default:
        return isAuthorizationError(code);
    }
}

Failure tooLarge(const DeliveryError &error, std::optional<int64_t> limit)
{
    const QString key = QString::fromUtf8(error.key);
    const QString cause = limit
        ? QCoreApplication::translate("Kafka",
            "A message for topic %1 with key %2 has %3 bytes before compression and is too large: the topic takes %4 "
            "bytes.")
              .arg(error.topic, key, QString::number(error.bytes), QString::number(*limit))
        : QCoreApplication::translate("Kafka", "A message for topic %1 with key %2 has %3 bytes and is too large.")
              .arg(error.topic, key, QString::number(error.bytes));
    const bool isLocal
        = error.code == RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE && error.text.contains(QLatin1String("message.max.bytes"));
    const QString remedy = isLocal
        ? QCoreApplication::translate(
            "Kafka", "Raise `MessageMaxBytes` of the target endpoint, or limit LOBs in the task settings.")
        : QCoreApplication::translate("Kafka",
            "Raise the topic's limit: `kafka-configs.sh --alter --entity-type topics --entity-name %1 --add-config "
            "max.message.bytes=%2`, or limit LOBs in the task settings. Then resume the task.")
              .arg(error.topic, QString::number(error.bytes + error.bytes / 10));
    return {.code = QStringLiteral("kafka.message.too-large"),
        .cause = cause,
        .remedy = remedy,
        .detail = error.text,
        .retryable = false};
}

} // namespace

std::optional<Failure> explainConnection(const std::vector<QString> &texts)
{
    for (const bool isVagueEnough : {false, true}) {
        for (auto text = texts.rbegin(); text != texts.rend(); ++text) {
            for (const Explanation &known : kExplanations) {
                if (known.isVague == isVagueEnough && text->contains(QLatin1String(known.sign), Qt::CaseInsensitive)) {
                    return failureOf(known, *text);
                }
            }
        }
    }
    return std::nullopt;
}

Failure callFailure(rd_kafka_resp_err_t code, const QString &words, const QString &what, const Witness &witness)
{
    if (isConnectionError(code)) {
        if (auto explained = explainConnection(witness.texts())) {
            return *explained;
        }
        const QString last = witness.lastText();
        return unreachable(what, last.isEmpty() ? (words.isEmpty() ? codeText(code) : words) : last);
    }
    const QString detail = words.isEmpty()
        ? codeText(code)
        : words + QStringLiteral(" [") + QString::fromUtf8(rd_kafka_err2name(code)) + QLatin1Char(']');
    if (isAuthorizationError(code)) {
        Failure failure = notPermitted(what, {}, {}, detail);
        failure.cause = QCoreApplication::translate("Kafka", "Kafka does not permit this while %1.").arg(what);
        return failure;
    }
    return {.code = code == RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART ? QStringLiteral("kafka.topic.missing")
                                                                    : QStringLiteral("kafka.call.failed"),
        .cause = QCoreApplication::translate("Kafka", "Kafka answered with an error while %1.").arg(what),
        .remedy = isPassing(code)
            ? QCoreApplication::translate("Kafka", "This usually resolves itself. If it persists, check the brokers.")
            : QCoreApplication::translate(
                "Kafka", "See the client's words, and use Test connection of the target endpoint."),
        .detail = detail,
        .retryable = isPassing(code)};
}

Failure deliveryFailure(const DeliveryError &error, std::optional<int64_t> limit, const Witness &witness)
{
    switch (error.code) {
    case RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE:
    case RD_KAFKA_RESP_ERR_RECORD_LIST_TOO_LARGE:
        return tooLarge(error, limit);
    case RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED:
        return notPermitted(QStringLiteral("Write"), QCoreApplication::translate("Kafka", "topic %1").arg(error.topic),
            QStringLiteral("--operation Write --topic ") + error.topic, error.text);
    case RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC:
    case RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART:
        return {.code = QStringLiteral("kafka.topic.missing"),
            .cause = QCoreApplication::translate("Kafka", "The topic %1 does not exist any more.").arg(error.topic),
            .remedy = QCoreApplication::translate("Kafka", "Create the topic again, then resume the task."),
            .detail = error.text,
            .retryable = true};
    default:
        break;
    }
    Failure failure = callFailure(
        error.code, error.text, QCoreApplication::translate("Kafka", "writing to topic %1").arg(error.topic), witness);
    failure.retryable = failure.retryable || (!isConnectionError(error.code) && !isRefusal(error.code));
    return failure;
}

Failure notPermitted(
    const QString &operation, const QString &resource, const QString &aclArguments, const QString &words)
{
    return {.code = QStringLiteral("kafka.not-permitted"),
        .cause = QCoreApplication::translate("Kafka", "The user may not do %1 on %2.").arg(operation, resource),
        .remedy = aclArguments.isEmpty()
            ? QCoreApplication::translate(
                "Kafka", "Give the user the permission; Test connection names what is missing.")
            : QCoreApplication::translate("Kafka",
                "Give the permission: `kafka-acls.sh --bootstrap-server BROKER --add --allow-principal User:NAME %1`.")
                  .arg(aclArguments),
        .detail = words,
        .retryable = false};
}

bool isAuthorizationError(rd_kafka_resp_err_t code)
{
    return code == RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED || code == RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED
        || code == RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED
        || code == RD_KAFKA_RESP_ERR_TRANSACTIONAL_ID_AUTHORIZATION_FAILED;
}

} // namespace rowcast::kafka
