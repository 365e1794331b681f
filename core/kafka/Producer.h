// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/kafka/Client.h"
#include "core/pipeline/Batch.h"

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace rowcast::kafka {

// Sends batches without copying them, by an idempotent producer, in transactions where its plan says so. One thread.
//
// A batch is kept until everything sent so far is acknowledged, as librdkafka points into it. There is no callback for
// a message that went well; the first that did not is reported by the next call.
class Producer {
public:
    // Beyond this, send() first waits until everything before is acknowledged.
    static constexpr size_t kMostPendingBytes = 40 * 1024 * 1024;

    static Result<std::unique_ptr<Producer>> open(const KafkaSettings &settings, const ClientPlan &plan);
    // Waits for a moment only; the rest of the work ends by itself.
    ~Producer();
    Producer(const Producer &) = delete;
    Producer &operator=(const Producer &) = delete;

    // Transactional: fences the older producer of the same id and ends its open transaction.
    Result<void> takeOver(const std::stop_token &stop);
    Result<void> begin();
    // Any failure but "stopped" leaves part of the batch sent: the transaction must not be committed.
    Result<void> send(std::unique_ptr<Batch> batch, const std::stop_token &stop);
    // Sends one record that is copied; no value is a tombstone.
    Result<void> sendRecord(const std::string &topic, int32_t partition, const std::string &key,
        const std::optional<std::string> &value, const std::stop_token &stop);
    // Waits for every acknowledgement.
    Result<void> flush(const std::stop_token &stop);
    Result<void> commit(const std::stop_token &stop);
    void abort(std::chrono::milliseconds most);
    // Serves callbacks; reports what failed in the background.
    Result<void> serve();

    // The broker no longer takes messages of this producer: a newer one has the id, or its transaction expired.
    [[nodiscard]] bool isFenced() const;
    [[nodiscard]] size_t pendingBytes() const { return m_pendingBytes; }
    [[nodiscard]] const Client &client() const { return *m_client; }

private:
    using Pending = std::vector<std::unique_ptr<Batch>>;

    Producer() = default;
    rd_kafka_topic_t *topic(const std::string &name);
    Result<void> sendPlain(rd_kafka_topic_t *topic, const std::stop_token &stop);
    Result<void> sendWithHeaders(
        rd_kafka_topic_t *topic, const Batch &batch, const EncodedMessage &message, const std::stop_token &stop);
    Result<void> waitForRoom(const std::stop_token &stop);
    [[nodiscard]] Result<void> sendFailure(rd_kafka_resp_err_t code, const rd_kafka_message_t &message);
    [[nodiscard]] Failure failure(const rd_kafka_error_t *error, const QString &what) const;
    [[nodiscard]] Failure failure(rd_kafka_resp_err_t code, const QString &words, const QString &what) const;
    void release();

    std::shared_ptr<Client> m_client;
    QString m_transactionalId;
    std::chrono::milliseconds m_timeout{0};
    std::map<std::string, TopicHandle, std::less<>> m_topics;
    std::vector<rd_kafka_message_t> m_scratch; // messages of one topic, on their way into the client
    std::shared_ptr<Pending> m_pending;
    size_t m_pendingBytes = 0;
};

} // namespace rowcast::kafka
