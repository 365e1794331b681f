// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/Client.h"

#include "core/kafka/Failures.h"

#include <QCoreApplication>

#include <array>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace rowcast::kafka {

namespace {

constexpr std::chrono::milliseconds kRetireWait{400};
constexpr int kFirstWithScram = 0x02060100; // librdkafka 2.6.1 sends a nonce that Kafka 4 accepts

Witness &witnessOf(void *opaque)
{
    return static_cast<Client *>(opaque)->witness();
}

void onLog(const rd_kafka_t *client, int level, const char *facility, const char *text)
{
    // without an opaque the text is of a client that is still being made: rd_kafka_new() reports it itself
    if (void *opaque = client == nullptr ? nullptr : rd_kafka_opaque(client)) {
        witnessOf(opaque).noteLog(level, facility, text);
    }
}

void onError(rd_kafka_t *, int code, const char *text, void *opaque)
{
    witnessOf(opaque).noteError(static_cast<rd_kafka_resp_err_t>(code), text);
}

void onDelivery(rd_kafka_t *, const rd_kafka_message_t *message, void *opaque)
{
    if (message->err != RD_KAFKA_RESP_ERR_NO_ERROR) {
        witnessOf(opaque).noteDelivery(*message);
    }
}

int onStatistics(rd_kafka_t *, char *json, size_t size, void *opaque)
{
    witnessOf(opaque).noteStatistics(QByteArray::fromRawData(json, static_cast<qsizetype>(size)));
    return 0; // librdkafka frees it
}

Failure notMade(const KafkaSettings &settings, const QString &words)
{
    if (words.contains(QLatin1String("SASL mechanism"), Qt::CaseInsensitive)) {
        return {.code = QStringLiteral("kafka.login.client-without-mechanism"),
            .cause = QCoreApplication::translate(
                "Kafka", "The Kafka client of this build does not know the SASL mechanism %1.")
                         .arg(settings.saslMechanism.toUpper()),
            .remedy = QCoreApplication::translate("Kafka",
                "Choose another `SaslMechanism`, or build Rowcast with a librdkafka that has it "
                "(`-DROWCAST_RDKAFKA=cached`)."),
            .detail = words,
            .retryable = false};
    }
    return {.code = QStringLiteral("kafka.client.settings"),
        .cause = QCoreApplication::translate("Kafka", "The Kafka client cannot be made with these settings."),
        .remedy = QCoreApplication::translate(
            "Kafka", "Correct the certificates, keys and ProducerProperties of the target endpoint."),
        .detail = words,
        .retryable = false};
}

// SCRAM by a client that is too old fails as if the password were wrong.
Failure clientTooOld(const Failure &failure)
{
    return {.code = QStringLiteral("kafka.login.client-too-old"),
        .cause = QCoreApplication::translate("KafkaProbe",
            "The broker refuses the login. This build's librdkafka %1 cannot log in to Kafka 4 by SCRAM, so that the "
            "password may be right all the same.")
                     .arg(QString::fromUtf8(rd_kafka_version_str())),
        .remedy = QCoreApplication::translate("KafkaProbe",
            "Build Rowcast with librdkafka 2.6.1 or newer (`-DROWCAST_RDKAFKA=cached`), or set `SaslMechanism` to "
            "`plain`."),
        .detail = failure.detail,
        .retryable = false};
}

} // namespace

Result<std::shared_ptr<Client>> Client::open(const KafkaSettings &settings, const ClientPlan &plan)
{
    auto config = makeConfig(settings, plan);
    if (!config) {
        return config.error();
    }
    const bool isProducer
        = plan.role == ClientRole::TransactionalProducer || plan.role == ClientRole::IdempotentProducer;
    std::shared_ptr<Client> client(new Client);
    client->m_loginNeedsScram
        = settings.usesSasl() && settings.saslMechanism.startsWith(QLatin1String("scram"), Qt::CaseInsensitive);
    rd_kafka_conf_set_opaque(config->get(), client.get());
    rd_kafka_conf_set_log_cb(config->get(), onLog);
    rd_kafka_conf_set_error_cb(config->get(), onError);
    if (plan.tellsBrokers) {
        rd_kafka_conf_set_stats_cb(config->get(), onStatistics);
    }
    if (isProducer) {
        rd_kafka_conf_set_dr_msg_cb(config->get(), onDelivery);
    }
    std::array<char, 512> words{};
    client->m_handle
        = rd_kafka_new(isProducer ? RD_KAFKA_PRODUCER : RD_KAFKA_CONSUMER, config->get(), words.data(), words.size());
    if (client->m_handle == nullptr) {
        return notMade(settings, QString::fromUtf8(words.data()));
    }
    static_cast<void>(config->release()); // the client owns it now
    return client;
}

Client::~Client()
{
    if (m_handle != nullptr) {
        rd_kafka_destroy_flags(m_handle, RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE);
    }
}

Failure Client::failure(rd_kafka_resp_err_t code, const QString &what, const QString &words) const
{
    Failure failure = callFailure(code, words, what, m_witness);
    return m_loginNeedsScram && !canLoginByScram() && failure.code == QLatin1String("kafka.login.refused")
        ? clientTooOld(failure)
        : failure;
}

void Client::retire(std::shared_ptr<Client> client, std::shared_ptr<void> keptAlive)
{
    if (!client) {
        return;
    }
    struct Grave {
        std::mutex mutex;
        std::condition_variable closed;
        bool isClosed = false;
    };
    auto grave = std::make_shared<Grave>();
    std::thread([grave, client = std::move(client), keptAlive = std::move(keptAlive)]() mutable {
        client.reset();
        keptAlive.reset();
        std::lock_guard lock(grave->mutex);
        grave->isClosed = true;
        grave->closed.notify_all();
    }).detach();
    std::unique_lock lock(grave->mutex);
    grave->closed.wait_for(lock, kRetireWait, [&] { return grave->isClosed; });
}

bool Client::awaitRetired(std::chrono::milliseconds most)
{
    return rd_kafka_wait_destroyed(int(most.count())) == 0;
}

QString clientLimitations()
{
    if (canLoginByScram()) {
        return {};
    }
    return QCoreApplication::translate("Kafka",
        "This build uses librdkafka %1, which cannot log in to Kafka 4 by SCRAM (2.6.1 or newer can) and takes a "
        "second "
        "longer for the first commit.")
        .arg(QString::fromUtf8(rd_kafka_version_str()));
}

bool canLoginByScram()
{
    return rd_kafka_version() >= kFirstWithScram;
}

} // namespace rowcast::kafka
