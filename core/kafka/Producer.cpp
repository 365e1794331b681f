// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/Producer.h"

#include "core/kafka/Failures.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rowcast::kafka {

namespace {

using std::chrono::steady_clock;

constexpr int kStepMs = 100;
constexpr int kFullStepMs = 5; // a full queue empties by tens of thousands of messages a second
constexpr size_t kMostAtOnce = 1000;
constexpr std::chrono::milliseconds kCommitGrace{10'000};
// A coordinator that has just started reads its log first, however short this task's transactions are.
constexpr std::chrono::milliseconds kTakeOverTime{60'000};

QString committing()
{
    return QCoreApplication::translate("Kafka", "committing a transaction");
}

QString sending()
{
    return QCoreApplication::translate("Kafka", "sending messages");
}

bool isFenceCode(rd_kafka_resp_err_t code)
{
    return code == RD_KAFKA_RESP_ERR__FENCED || code == RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH
        || code == RD_KAFKA_RESP_ERR_PRODUCER_FENCED;
}

rd_kafka_message_t toMessage(const Batch &batch, const EncodedMessage &span)
{
    // librdkafka does not write to either; its interface is older than const
    rd_kafka_message_t message{};
    message.key = const_cast<char *>(batch.bytes.data() + span.keyBegin);
    message.key_len = span.keySize;
    if (span.hasValue) {
        message.payload = const_cast<char *>(batch.bytes.data() + span.valueBegin);
        message.len = span.valueSize;
    }
    return message;
}

rd_kafka_vu_t bytesArgument(rd_kafka_vtype_t kind, const void *bytes, size_t size)
{
    rd_kafka_vu_t argument{};
    argument.vtype = kind;
    argument.u.mem.ptr = const_cast<void *>(bytes);
    argument.u.mem.size = size;
    return argument;
}

rd_kafka_vu_t topicArgument(rd_kafka_topic_t *topic)
{
    rd_kafka_vu_t argument{};
    argument.vtype = RD_KAFKA_VTYPE_RKT;
    argument.u.rkt = topic;
    return argument;
}

rd_kafka_vu_t headerArgument(const Batch &batch, const EncodedHeader &header)
{
    rd_kafka_vu_t argument{};
    argument.vtype = RD_KAFKA_VTYPE_HEADER;
    argument.u.header.name = header.name.data(); // a constant of the program, so it ends with a zero
    argument.u.header.val = batch.bytes.data() + header.valueBegin;
    argument.u.header.size = static_cast<ssize_t>(header.valueSize);
    return argument;
}

} // namespace

Result<std::unique_ptr<Producer>> Producer::open(const KafkaSettings &settings, const ClientPlan &plan)
{
    auto client = Client::open(settings, plan);
    if (!client) {
        return client.error();
    }
    std::unique_ptr<Producer> producer(new Producer);
    producer->m_client = std::move(*client);
    producer->m_transactionalId = plan.transactionalId;
    producer->m_timeout = transactionTimeout(settings);
    producer->m_pending = std::make_shared<Pending>();
    return producer;
}

Producer::~Producer()
{
    m_topics.clear();
    Client::retire(std::move(m_client), std::move(m_pending));
}

rd_kafka_topic_t *Producer::topic(const std::string &name)
{
    const auto found = m_topics.find(name);
    if (found != m_topics.end()) {
        return found->second.get();
    }
    TopicHandle handle(rd_kafka_topic_new(m_client->handle(), name.c_str(), nullptr));
    return m_topics.emplace(name, std::move(handle)).first->second.get();
}

Result<void> Producer::takeOver(const std::stop_token &stop)
{
    const auto deadline = steady_clock::now() + std::max(m_timeout, kTakeOverTime);
    const QString what = QCoreApplication::translate("Kafka", "taking over the task's transactional id");
    while (!stop.stop_requested()) {
        const ErrorHandle error(rd_kafka_init_transactions(m_client->handle(), kStepMs));
        rd_kafka_poll(m_client->handle(), 0);
        if (!error) {
            return {};
        }
        if (!rd_kafka_error_is_retriable(error.get()) || steady_clock::now() >= deadline) {
            return failure(error.get(), what);
        }
        // a wrong password or certificate does not mend itself
        if (const auto explained = explainConnection(m_client->witness().texts()); explained && !explained->retryable) {
            return *explained;
        }
    }
    return stoppedFailure();
}

Result<void> Producer::begin()
{
    const ErrorHandle error(rd_kafka_begin_transaction(m_client->handle()));
    return error ? Result<void>(failure(error.get(), QCoreApplication::translate("Kafka", "beginning a transaction")))
                 : Result<void>();
}

Result<void> Producer::send(std::unique_ptr<Batch> batch, const std::stop_token &stop)
{
    if (m_pendingBytes > 0 && m_pendingBytes + batch->memory() > kMostPendingBytes) {
        if (auto flushed = flush(stop); !flushed) {
            return flushed;
        }
    }
    const Batch &sent = *batch;
    m_pendingBytes += sent.memory();
    m_pending->push_back(std::move(batch));
    uint32_t current = 0;
    for (const EncodedMessage &message : sent.messages) {
        if (message.topic != current || m_scratch.size() >= kMostAtOnce || message.headersCount > 0) {
            if (auto done = m_scratch.empty() ? Result<void>() : sendPlain(topic(sent.topics[current]), stop); !done) {
                return done;
            }
            current = message.topic;
        }
        if (message.headersCount > 0) {
            if (auto done = sendWithHeaders(topic(sent.topics[current]), sent, message, stop); !done) {
                return done;
            }
        } else {
            m_scratch.push_back(toMessage(sent, message));
        }
    }
    if (!m_scratch.empty()) {
        if (auto done = sendPlain(topic(sent.topics[current]), stop); !done) {
            return done;
        }
    }
    return serve();
}

Result<void> Producer::sendPlain(rd_kafka_topic_t *topic, const std::stop_token &stop)
{
    size_t first = 0;
    Result<void> result;
    while (first < m_scratch.size() && result) {
        rd_kafka_message_t *messages = m_scratch.data() + first;
        const size_t count = m_scratch.size() - first;
        size_t taken = static_cast<size_t>(
            rd_kafka_produce_batch(topic, RD_KAFKA_PARTITION_UA, 0, messages, static_cast<int>(count)));
        if (taken == count) {
            break;
        }
        // the first that was refused; behind a full queue all others are refused too
        taken = 0;
        while (messages[taken].err == RD_KAFKA_RESP_ERR_NO_ERROR) {
            ++taken;
        }
        first += taken;
        result = messages[taken].err == RD_KAFKA_RESP_ERR__QUEUE_FULL
            ? waitForRoom(stop)
            : sendFailure(messages[taken].err, messages[taken]);
    }
    m_scratch.clear();
    return result;
}

Result<void> Producer::sendWithHeaders(
    rd_kafka_topic_t *topic, const Batch &batch, const EncodedMessage &message, const std::stop_token &stop)
{
    const rd_kafka_message_t plain = toMessage(batch, message);
    std::vector<rd_kafka_vu_t> arguments;
    arguments.reserve(3 + message.headersCount);
    arguments.push_back(topicArgument(topic));
    arguments.push_back(bytesArgument(RD_KAFKA_VTYPE_KEY, plain.key, plain.key_len));
    arguments.push_back(bytesArgument(RD_KAFKA_VTYPE_VALUE, plain.payload, plain.len));
    for (uint32_t i = 0; i < message.headersCount; ++i) {
        arguments.push_back(headerArgument(batch, batch.headers[message.headersBegin + i]));
    }
    while (true) {
        const ErrorHandle error(rd_kafka_produceva(m_client->handle(), arguments.data(), arguments.size()));
        if (!error) {
            return {};
        }
        const rd_kafka_resp_err_t code = rd_kafka_error_code(error.get());
        if (code != RD_KAFKA_RESP_ERR__QUEUE_FULL) {
            rd_kafka_message_t refused = plain;
            refused.rkt = topic;
            return sendFailure(code, refused);
        }
        if (auto waited = waitForRoom(stop); !waited) {
            return waited;
        }
    }
}

Result<void> Producer::sendRecord(const std::string &topicName, int32_t partition, const std::string &key,
    const std::optional<std::string> &value, const std::stop_token &stop)
{
    rd_kafka_topic_t *to = topic(topicName);
    while (true) {
        void *payload = value ? const_cast<char *>(value->data()) : nullptr;
        if (rd_kafka_produce(
                to, partition, RD_KAFKA_MSG_F_COPY, payload, value ? value->size() : 0, key.data(), key.size(), nullptr)
            == 0) {
            return {};
        }
        const rd_kafka_resp_err_t code = rd_kafka_last_error();
        if (code != RD_KAFKA_RESP_ERR__QUEUE_FULL) {
            rd_kafka_message_t refused{};
            refused.rkt = to;
            refused.key = const_cast<char *>(key.data());
            refused.key_len = key.size();
            refused.len = value ? value->size() : 0;
            return sendFailure(code, refused);
        }
        if (auto waited = waitForRoom(stop); !waited) {
            return waited;
        }
    }
}

Result<void> Producer::sendFailure(rd_kafka_resp_err_t code, const rd_kafka_message_t &message)
{
    if (code == RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE) {
        DeliveryError error{.code = code,
            .text = QStringLiteral("larger than message.max.bytes of the producer"),
            .topic = {},
            .key = QByteArray(static_cast<const char *>(message.key), static_cast<qsizetype>(message.key_len)),
            .bytes = message.len + message.key_len};
        if (message.rkt != nullptr) {
            error.topic = QString::fromUtf8(rd_kafka_topic_name(message.rkt));
        }
        return deliveryFailure(error, std::nullopt, m_client->witness());
    }
    if (auto served = serve(); !served) {
        return served; // tells why the producer is broken
    }
    return failure(code, {}, sending());
}

Result<void> Producer::waitForRoom(const std::stop_token &stop)
{
    rd_kafka_poll(m_client->handle(), kFullStepMs);
    return stop.stop_requested() ? Result<void>(stoppedFailure()) : serve();
}

Result<void> Producer::flush(const std::stop_token &stop)
{
    while (rd_kafka_flush(m_client->handle(), kStepMs) != RD_KAFKA_RESP_ERR_NO_ERROR) {
        if (stop.stop_requested()) {
            return stoppedFailure();
        }
        if (auto served = serve(); !served) {
            return served;
        }
    }
    release();
    return serve();
}

Result<void> Producer::commit(const std::stop_token &stop)
{
    const auto deadline = steady_clock::now() + m_timeout + kCommitGrace;
    while (!stop.stop_requested()) {
        const ErrorHandle error(rd_kafka_commit_transaction(m_client->handle(), kStepMs));
        if (!error) {
            release();
            return {};
        }
        if (!rd_kafka_error_is_retriable(error.get()) || rd_kafka_error_txn_requires_abort(error.get()) != 0) {
            return failure(error.get(), committing());
        }
        if (steady_clock::now() >= deadline) {
            Failure unknown = failure(error.get(), committing());
            unknown.code = QStringLiteral("kafka.commit.unknown");
            unknown.retryable = true;
            return unknown;
        }
    }
    return stoppedFailure();
}

void Producer::abort(std::chrono::milliseconds most)
{
    const ErrorHandle error(rd_kafka_abort_transaction(m_client->handle(), static_cast<int>(most.count())));
    if (!error) {
        release();
    }
}

Result<void> Producer::serve()
{
    rd_kafka_poll(m_client->handle(), 0);
    std::array<char, 512> words{};
    if (const auto fatal = rd_kafka_fatal_error(m_client->handle(), words.data(), words.size());
        fatal != RD_KAFKA_RESP_ERR_NO_ERROR) {
        return failure(fatal, QString::fromUtf8(words.data()), sending());
    }
    if (const auto delivery = m_client->witness().deliveryError()) {
        return deliveryFailure(*delivery, std::nullopt, m_client->witness());
    }
    return {};
}

bool Producer::isFenced() const
{
    std::array<char, 16> words{};
    return isFenceCode(rd_kafka_fatal_error(m_client->handle(), words.data(), words.size()));
}

Failure Producer::failure(const rd_kafka_error_t *error, const QString &what) const
{
    return failure(rd_kafka_error_code(error), QString::fromUtf8(rd_kafka_error_string(error)), what);
}

Failure Producer::failure(rd_kafka_resp_err_t code, const QString &words, const QString &what) const
{
    rd_kafka_poll(m_client->handle(), 0);
    if (const auto delivery = m_client->witness().deliveryError(); delivery && !isFenced()) {
        return deliveryFailure(*delivery, std::nullopt, m_client->witness());
    }
    if (code == RD_KAFKA_RESP_ERR_TRANSACTIONAL_ID_AUTHORIZATION_FAILED) {
        return notPermitted(QStringLiteral("Write"),
            QCoreApplication::translate("Kafka", "transactional id %1").arg(m_transactionalId),
            QStringLiteral("--operation Write --operation Describe --transactional-id ") + m_transactionalId, words);
    }
    Failure failure = m_client->failure(code, what, words);
    // whatever broke a transaction, the next one begins at the last checkpoint
    failure.retryable = failure.retryable
        || (!m_transactionalId.isEmpty() && !isAuthorizationError(code)
            && code != RD_KAFKA_RESP_ERR_INVALID_TRANSACTION_TIMEOUT && code != RD_KAFKA_RESP_ERR__UNSUPPORTED_FEATURE);
    return failure;
}

void Producer::release()
{
    m_pending->clear();
    m_pendingBytes = 0;
}

} // namespace rowcast::kafka
