// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/BareProducer.h"

#include "core/kafka/Handles.h"

#include <thread>

namespace rowcast::bench {

namespace {

constexpr int kPatienceMs = 30'000;

using Client = std::unique_ptr<rd_kafka_t, kafka::DestroyBy<rd_kafka_destroy>>;

Failure producerFailure(const QString &words)
{
    return {.code = QStringLiteral("bench.producer"),
        .cause = QStringLiteral("The bare producer failed."),
        .remedy = {},
        .detail = words,
        .retryable = false};
}

Result<void> checked(rd_kafka_error_t *raised)
{
    const kafka::ErrorHandle error(raised);
    return error ? Result<void>(producerFailure(QString::fromUtf8(rd_kafka_error_string(error.get()))))
                 : Result<void>();
}

Result<Client> clientOf(const BareProducer &producer)
{
    char words[256] = "";
    rd_kafka_conf_t *settings = rd_kafka_conf_new();
    rd_kafka_conf_set(settings, "bootstrap.servers", producer.brokers.toUtf8().constData(), words, sizeof words);
    rd_kafka_conf_set(settings, "enable.idempotence", "true", words, sizeof words);
    if (producer.commitEvery.count() > 0) {
        rd_kafka_conf_set(settings, "transactional.id", "rowcast-bench", words, sizeof words);
    }
    Client client(rd_kafka_new(RD_KAFKA_PRODUCER, settings, words, sizeof words));
    if (!client) {
        return producerFailure(QString::fromUtf8(words));
    }
    return client;
}

} // namespace

Result<std::vector<std::chrono::steady_clock::time_point>> BareProducer::run() const
{
    using Time = std::chrono::steady_clock;
    const bool isTransactional = commitEvery.count() > 0;
    auto client = clientOf(*this);
    if (!client) {
        return client.error();
    }
    rd_kafka_t *handle = client->get();
    if (isTransactional) {
        auto ready = checked(rd_kafka_init_transactions(handle, kPatienceMs));
        ready = ready ? checked(rd_kafka_begin_transaction(handle)) : ready;
        if (!ready) {
            return ready.error();
        }
    }
    std::vector<Time::time_point> due(messages + 1);
    const QByteArray name = topic.toUtf8();
    auto committed = Time::now();
    const auto begun = committed;
    for (size_t number = 1; number <= messages; ++number) {
        due[number] = begun + number * between;
        std::this_thread::sleep_until(due[number]);
        const std::string key = std::to_string(number);
        const auto error = rd_kafka_producev(handle, RD_KAFKA_V_TOPIC(name.constData()), RD_KAFKA_V_PARTITION(0),
            RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY), RD_KAFKA_V_KEY(key.data(), key.size()),
            RD_KAFKA_V_VALUE(const_cast<char *>(value.constData()), size_t(value.size())), RD_KAFKA_V_END);
        if (error != RD_KAFKA_RESP_ERR_NO_ERROR) {
            return producerFailure(QString::fromUtf8(rd_kafka_err2str(error)));
        }
        rd_kafka_poll(handle, 0);
        if (isTransactional && (Time::now() - committed >= commitEvery || number == messages)) {
            auto done = checked(rd_kafka_commit_transaction(handle, kPatienceMs));
            done = done && number < messages ? checked(rd_kafka_begin_transaction(handle)) : done;
            if (!done) {
                return done.error();
            }
            committed = Time::now();
        }
    }
    rd_kafka_flush(handle, kPatienceMs);
    return due;
}

} // namespace rowcast::bench
