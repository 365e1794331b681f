// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/DemoTopic.h"

#include "core/base/Clock.h"

#include <QCoreApplication>

#include <librdkafka/rdkafka.h>

#include <memory>

namespace rowcast {

namespace {

using namespace std::chrono_literals;
constexpr auto kDeadline = 10s;
constexpr auto kPause = 50ms;
constexpr int kAnswerMillis = 1000;

// Asking for it as a producer makes it; the first answers say that it has no leader yet.
rd_kafka_resp_err_t stateOf(rd_kafka_t *client, rd_kafka_topic_t *topic)
{
    const rd_kafka_metadata_t *metadata = nullptr;
    const auto error = rd_kafka_metadata(client, 0, topic, &metadata, kAnswerMillis);
    if (error != RD_KAFKA_RESP_ERR_NO_ERROR) {
        return error;
    }
    const auto state = metadata->topic_cnt == 1 ? metadata->topics[0].err : RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART;
    rd_kafka_metadata_destroy(metadata);
    return state;
}

} // namespace

Result<void> makeDemoTopic(const QString &brokers, const QString &topic, const std::stop_token &stop)
{
    char words[256] = "";
    rd_kafka_conf_t *settings = rd_kafka_conf_new();
    rd_kafka_conf_set(settings, "bootstrap.servers", brokers.toUtf8().constData(), words, sizeof words);
    const std::unique_ptr<rd_kafka_t, decltype(&rd_kafka_destroy)> client(
        rd_kafka_new(RD_KAFKA_PRODUCER, settings, words, sizeof words), rd_kafka_destroy);
    if (!client) {
        rd_kafka_conf_destroy(settings);
        return internalFailure(QString::fromUtf8(words));
    }
    const std::unique_ptr<rd_kafka_topic_t, decltype(&rd_kafka_topic_destroy)> asked(
        rd_kafka_topic_new(client.get(), topic.toUtf8().constData(), nullptr), rd_kafka_topic_destroy);
    SystemClock clock;
    const auto deadline = clock.steady() + kDeadline;
    auto state = stateOf(client.get(), asked.get());
    while (state != RD_KAFKA_RESP_ERR_NO_ERROR && clock.steady() < deadline) {
        if (!clock.sleep(kPause, stop)) {
            return stoppedFailure();
        }
        state = stateOf(client.get(), asked.get());
    }
    if (state == RD_KAFKA_RESP_ERR_NO_ERROR) {
        return {};
    }
    return Failure{.code = QStringLiteral("demo.topic"),
        .cause = QCoreApplication::translate("Demo", "The demo's broker did not make the topic %1.").arg(topic),
        .remedy = QCoreApplication::translate("Demo", "Close programs that keep this computer busy, and start again."),
        .detail = QString::fromUtf8(rd_kafka_err2str(state)),
        .retryable = true};
}

} // namespace rowcast
