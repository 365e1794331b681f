// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/BrokerSteps.h"

#include "core/base/StoppableCall.h"
#include "core/kafka/Failures.h"
#include "core/kafka/TlsProbe.h"
#include "core/pipeline/NetworkProbe.h"

#include <QCoreApplication>

#include <array>

namespace rowcast::kafka {

namespace {

using namespace std::chrono_literals;

constexpr auto kPortTimeout = 5s;
constexpr auto kTlsTimeout = 8s;
constexpr int kExpiryWarningDays = 14;
constexpr std::array kLoginSteps = {500ms, 700ms, 1200ms, 2400ms, 4800ms};
constexpr int kClusterIdTimeoutMs = 2000;

QString addressText(const QString &host, uint16_t port)
{
    return QStringLiteral("%1:%2").arg(host).arg(port);
}

// Some brokers cannot be used, others can: the task would run, and stop when the others are gone.
ProbeOutcome summary(const QStringList &evidence, const std::optional<Failure> &failure, bool isAnyGood)
{
    const QString seen = evidence.join(QStringLiteral("; "));
    if (!failure) {
        return ProbeOutcome::passed(seen);
    }
    if (isAnyGood) {
        return ProbeOutcome::warning(seen, *failure);
    }
    ProbeOutcome outcome = ProbeOutcome::end(*failure);
    outcome.evidence = seen;
    return outcome;
}

// Asks for the brokers in growing steps, so that a refused login is told at once and not after the longest wait.
Result<std::vector<BrokerInfo>> askForBrokers(const ProbeContext &context)
{
    Failure last = internalFailure(QStringLiteral("askForBrokers"));
    for (const auto wait : kLoginSteps) {
        auto brokers = context.admin->brokers(context.stop, wait);
        if (brokers || isStopped(brokers.error())) {
            return brokers;
        }
        last = brokers.error();
        // newer versions of librdkafka leave the addresses they were given for the advertised ones, which may be out of
        // reach: that the cluster named them proves the login
        rd_kafka_poll(context.admin->client()->handle(), 0);
        if (auto learned = context.admin->client()->witness().learnedBrokers(); !learned.empty()) {
            return learned;
        }
        const auto explained = explainConnection(context.admin->client()->witness().texts());
        if (explained && (!explained->retryable || explained->code == QLatin1String("kafka.protocol.mismatch"))) {
            return *explained;
        }
    }
    return last;
}

QString loginEvidence(const KafkaSettings &settings)
{
    if (settings.usesSasl()) {
        return QCoreApplication::translate("KafkaProbe", "logged in as %1 by %2")
            .arg(settings.saslUsername, settings.saslMechanism.toUpper());
    }
    return settings.security == KafkaSecurity::SslAuthentication
        ? QCoreApplication::translate("KafkaProbe", "the client certificate was accepted")
        : QCoreApplication::translate("KafkaProbe", "the broker answers; it asks for no login");
}

} // namespace

ProbeOutcome probeNames(ProbeContext &context)
{
    QStringList evidence;
    std::optional<Failure> failure;
    for (const QString &text : context.settings.brokerList()) {
        const auto broker = parseBrokerAddress(text);
        if (!broker) {
            return ProbeOutcome::end(broker.error());
        }
        const auto addresses = resolveName(broker->host, context.stop);
        if (!addresses) {
            failure = addresses.error();
            evidence << QCoreApplication::translate("KafkaProbe", "%1: unknown").arg(broker->host);
            continue;
        }
        QStringList texts;
        for (const QHostAddress &address : *addresses) {
            texts << address.toString();
        }
        evidence << QStringLiteral("%1: %2").arg(broker->host, texts.join(QStringLiteral(", ")));
        context.bootstraps.push_back({*broker, *addresses, false});
    }
    if (!failure && context.bootstraps.empty()) {
        return ProbeOutcome::end(makeConfig(context.settings, {}).error());
    }
    return summary(evidence, failure, !context.bootstraps.empty());
}

ProbeOutcome probePorts(ProbeContext &context)
{
    QStringList evidence;
    std::optional<Failure> failure;
    bool isAnyOpen = false;
    for (ProbeContext::Bootstrap &bootstrap : context.bootstraps) {
        const QString where = addressText(bootstrap.broker.host, bootstrap.broker.port);
        const auto opened
            = openPort(bootstrap.broker.host, bootstrap.addresses, bootstrap.broker.port, kPortTimeout, context.stop);
        bootstrap.isOpen = opened.has_value();
        isAnyOpen = isAnyOpen || bootstrap.isOpen;
        if (opened) {
            evidence << QCoreApplication::translate("KafkaProbe", "%1 is open, from %2")
                            .arg(where, opened->localAddress.toString());
        } else {
            failure = opened.error();
            evidence << QCoreApplication::translate("KafkaProbe", "%1 is not open").arg(where);
        }
    }
    return summary(evidence, failure, isAnyOpen);
}

ProbeOutcome probeTls(ProbeContext &context)
{
    if (!context.settings.usesTls()) {
        return ProbeOutcome::skipped(QCoreApplication::translate("KafkaProbe", "the endpoint does not use TLS"));
    }
    QStringList evidence;
    std::optional<Failure> failure;
    for (const ProbeContext::Bootstrap &bootstrap : context.bootstraps) {
        if (!bootstrap.isOpen) {
            continue;
        }
        const auto answer = shakeHands(
            context.settings, bootstrap.broker, bootstrap.addresses.constFirst(), kTlsTimeout, context.stop);
        if (!answer) {
            return ProbeOutcome::end(answer.error());
        }
        evidence << QCoreApplication::translate("KafkaProbe", "%1: %2, certificate for %3, by \"%4\", valid until %5")
                        .arg(addressText(bootstrap.broker.host, bootstrap.broker.port), answer->protocol,
                            answer->subject, answer->issuer, answer->expiry.date().toString(Qt::ISODate));
        if (QDateTime::currentDateTime().daysTo(answer->expiry) < kExpiryWarningDays) {
            failure = Failure{.code = QStringLiteral("kafka.tls.expiring"),
                .cause = QCoreApplication::translate("KafkaProbe", "The certificate of %1 ends soon, at %2.")
                             .arg(bootstrap.broker.host, answer->expiry.toString(Qt::ISODate)),
                .remedy = QCoreApplication::translate("KafkaProbe", "Have the broker's certificate renewed before."),
                .detail = {},
                .retryable = false};
        }
    }
    return summary(evidence, failure, true);
}

ProbeOutcome probeLogin(ProbeContext &context)
{
    auto client = Client::open(context.settings, {.role = ClientRole::AllReader, .tellsBrokers = true});
    if (!client) {
        return ProbeOutcome::end(client.error());
    }
    context.admin.emplace(std::move(*client));
    auto brokers = askForBrokers(context);
    if (!brokers) {
        return ProbeOutcome::end(brokers.error());
    }
    context.brokers = std::move(*brokers);
    return ProbeOutcome::passed(loginEvidence(context.settings));
}

ProbeOutcome probeVersions(ProbeContext &context)
{
    const auto clusterId = callStoppable(context.stop, [client = context.admin->client()] {
        char *id = rd_kafka_clusterid(client->handle(), kClusterIdTimeoutMs);
        const QString text = QString::fromUtf8(id);
        if (id != nullptr) {
            rd_kafka_mem_free(client->handle(), id);
        }
        return text;
    });
    const QString evidence = QCoreApplication::translate(
        "KafkaProbe", "cluster %1 with %n broker(s); librdkafka %2", nullptr, int(context.brokers.size()))
                                 .arg(clusterId.value_or(QString()), QString::fromUtf8(rd_kafka_version_str()));
    if (const QString limits = clientLimitations(); !limits.isEmpty()) {
        return ProbeOutcome::warning(evidence,
            {.code = QStringLiteral("kafka.client.old"),
                .cause = limits,
                .remedy = QCoreApplication::translate(
                    "KafkaProbe", "Build Rowcast with librdkafka 2.12 or newer: `-DROWCAST_RDKAFKA=cached`."),
                .detail = {},
                .retryable = false});
    }
    return ProbeOutcome::passed(evidence);
}

ProbeOutcome probeAdvertised(ProbeContext &context)
{
    QStringList asked;
    for (const ProbeContext::Bootstrap &bootstrap : context.bootstraps) {
        asked << addressText(bootstrap.broker.host, bootstrap.broker.port);
    }
    const QString reachedAs = asked.join(QStringLiteral(", "));
    QStringList evidence;
    std::optional<Failure> failure;
    for (const BrokerInfo &broker : context.brokers) {
        const QString where = addressText(broker.host, broker.port);
        evidence << QCoreApplication::translate("KafkaProbe", "broker %1 at %2").arg(QString::number(broker.id), where);
        const auto addresses = resolveName(broker.host, context.stop);
        const auto opened = addresses ? openPort(broker.host, *addresses, broker.port, kPortTimeout, context.stop)
                                      : Result<OpenedPort>(addresses.error());
        if (opened) {
            continue;
        }
        if (isStopped(opened.error())) {
            return ProbeOutcome::end(opened.error());
        }
        failure = Failure{.code = QStringLiteral("kafka.advertised.unreachable"),
            .cause = QCoreApplication::translate("KafkaProbe",
                "The cluster answers at %1, but broker %2 advertises the address %3, which cannot be reached from "
                "here: %4")
                         .arg(reachedAs, QString::number(broker.id), where, opened.error().cause),
            .remedy = QCoreApplication::translate("KafkaProbe",
                "Set `advertised.listeners` of broker %1 to an address that this computer can reach, or make %2 known "
                "here "
                "(DNS, VPN, security group).")
                          .arg(QString::number(broker.id), where),
            .detail = opened.error().detail,
            .retryable = false};
    }
    const QString seen = QCoreApplication::translate("KafkaProbe", "asked %1; advertised: %2")
                             .arg(reachedAs, evidence.join(QStringLiteral(", ")));
    if (!failure) {
        return ProbeOutcome::passed(seen);
    }
    ProbeOutcome outcome = ProbeOutcome::end(*failure);
    outcome.evidence = seen;
    return outcome;
}

} // namespace rowcast::kafka
