// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/KafkaSink.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/kafka/Failures.h"
#include "core/kafka/WriterRecord.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowcast {

using namespace kafka;

namespace {

using std::chrono::milliseconds;

constexpr int kBatchBytes = 1'000'000; // librdkafka's own default
constexpr int kBatchOverhead = 1024; // what the broker's limit counts besides
constexpr milliseconds kAbortWait{800};
constexpr milliseconds kBrokerSlack{15'000}; // a broker looks for expired transactions every ten seconds
constexpr milliseconds kOwnTransactionPatience{15'000}; // by then a broker has written the markers of what it ended
constexpr milliseconds kNewerWriterWait{30'000};
constexpr milliseconds kNewerWriterStep{250};

int batchBytesFor(std::optional<int64_t> limit)
{
    return limit ? static_cast<int>(std::clamp<int64_t>(*limit - kBatchOverhead, 1, kBatchBytes)) : kBatchBytes;
}

} // namespace

KafkaSink::KafkaSink(KafkaSettings settings, SinkPlan plan, BatchLimit batchLimit)
    : m_settings(std::move(settings))
    , m_plan(std::move(plan))
    , m_task(m_plan.taskIdentifier.toStdString())
    , m_checkpointTopic(m_settings.checkpointTopic.toStdString())
    , m_writer(makeWriterRecord())
    , m_batchLimit(std::move(batchLimit))
{
}

KafkaSink::~KafkaSink()
{
    close();
}

Result<StateRecords> KafkaSink::open(const std::stop_token &stop)
{
    if (auto prepared = prepareTopics(stop); !prepared) {
        return prepared.error();
    }
    if (auto opened = openProducer(stop); !opened) {
        return opened.error();
    }
    // At least once nothing else keeps the older run from writing, so it must see the newer one before its state is
    // read.
    if (!m_plan.isExactlyOnce) {
        if (auto written = writeWriter(stop); !written) {
            return explained(written.error(), stop);
        }
    }
    auto checkpoint = readCheckpoint(stop);
    if (!checkpoint) {
        return checkpoint.error();
    }
    if (m_plan.isExactlyOnce) {
        if (auto written = writeWriter(stop); !written) {
            return explained(written.error(), stop);
        }
    }
    // Also where transactions fence: a run that has nothing to write would learn of the newer one only at its next
    // commit, and meanwhile both would throw each other out of the source.
    auto follower = m_checkpoint->follow(checkpoint->end);
    if (!follower) {
        return follower.error();
    }
    m_newerWriters = std::move(*follower);
    return checkpoint->state.records();
}

Result<void> KafkaSink::prepareTopics(const std::stop_token &stop)
{
    auto client = Client::open(m_settings, {.role = ClientRole::AllReader});
    if (!client) {
        return client.error();
    }
    m_admin.emplace(std::move(*client));
    m_checkpoint.emplace(m_settings, *m_admin);
    m_topics.emplace(m_settings, *m_admin);
    if (auto ensured = m_checkpoint->ensure(stop); !ensured) {
        return ensured;
    }
    for (const std::string &topic : m_plan.topics) {
        if (auto ensured = m_topics->ensure(topic, stop); !ensured) {
            return ensured;
        }
    }
    return {};
}

Result<void> KafkaSink::openProducer(const std::stop_token &stop)
{
    m_batchBytes = batchBytesFor(m_topics->smallestLimit());
    if (const int learned = m_batchLimit->load(); learned > 0) {
        m_batchBytes = std::min(m_batchBytes, learned);
    }
    auto producer = Producer::open(m_settings,
        {.role = m_plan.isExactlyOnce ? ClientRole::TransactionalProducer : ClientRole::IdempotentProducer,
            .transactionalId = m_plan.isExactlyOnce ? QStringLiteral("rowcast-") + m_plan.taskIdentifier : QString(),
            .batchBytes = m_batchBytes});
    if (!producer) {
        return producer.error();
    }
    m_producer = std::move(*producer);
    return m_plan.isExactlyOnce ? m_producer->takeOver(stop) : Result<void>();
}

Result<kafka::Checkpoint> KafkaSink::readCheckpoint(const std::stop_token &stop)
{
    const auto patience = transactionTimeout(m_settings) + kBrokerSlack;
    if (!m_plan.isExactlyOnce) {
        return m_checkpoint->read(m_task, patience, stop);
    }
    auto checkpoint = m_checkpoint->read(m_task, kOwnTransactionPatience, stop);
    if (checkpoint || checkpoint.error().code != CheckpointTopic::kBlockedCode) {
        return checkpoint;
    }
    qCInfo(lcTargetApply) << "a transaction is open on" << m_settings.checkpointTopic
                          << "although those of this task have ended; writing a marker there";
    if (auto marked = markCheckpointTopic(stop); !marked) {
        return explained(marked.error(), stop);
    }
    return m_checkpoint->read(m_task, patience, stop);
}

// A broker that was killed may hold a partition's transaction for open although its coordinator has ended it (KIP-890
// calls it hanging). Any marker of the same producer ends it: that of a transaction which is aborted changes nothing
// else.
Result<void> KafkaSink::markCheckpointTopic(const std::stop_token &stop)
{
    if (auto begun = m_producer->begin(); !begun) {
        return begun;
    }
    auto sent = sendRecords({{std::string(StateMap::kWriterKey), m_writer}}, stop);
    if (sent) {
        sent = m_producer->flush(stop);
    }
    m_producer->abort(kBrokerSlack);
    return sent;
}

Result<void> KafkaSink::writeWriter(const std::stop_token &stop)
{
    if (auto begun = begin(); !begun) {
        return begun;
    }
    const StateRecords records{{std::string(StateMap::kWriterKey), m_writer}};
    if (auto sent = sendRecords(records, stop); !sent) {
        return sent;
    }
    if (auto done = m_plan.isExactlyOnce ? m_producer->commit(stop) : m_producer->flush(stop); !done) {
        return done;
    }
    m_isTransactionOpen = false;
    return {};
}

Result<void> KafkaSink::begin()
{
    if (m_isTransactionOpen || !m_plan.isExactlyOnce) {
        return {};
    }
    if (auto begun = m_producer->begin(); !begun) {
        return begun;
    }
    m_isTransactionOpen = true;
    m_begunAtMillis = millisSinceBoot();
    return {};
}

Result<void> KafkaSink::send(std::unique_ptr<Batch> batch, const std::stop_token &stop)
{
    for (const std::string &topic : batch->topics) {
        if (auto ensured = m_topics->ensure(topic, stop); !ensured) {
            return ensured;
        }
    }
    if (const int needed = batchBytesFor(m_topics->smallestLimit()); needed < m_batchBytes) {
        // librdkafka cannot split a request that the broker finds too large, so a new producer has to make smaller ones
        m_batchLimit->store(needed);
        return Failure{.code = QStringLiteral("kafka.topic.small-limit"),
            .cause = QCoreApplication::translate("Kafka", "A topic takes only requests of up to %1 bytes.").arg(needed),
            .remedy = QCoreApplication::translate("Kafka", "Nothing to do: the task goes on with smaller requests."),
            .detail = {},
            .retryable = true};
    }
    if (auto begun = begin(); !begun) {
        return explained(begun.error(), stop);
    }
    auto sent = m_producer->send(std::move(batch), stop);
    return sent ? sent : Result<void>(explained(sent.error(), stop));
}

Result<void> KafkaSink::sendRecords(const StateRecords &records, const std::stop_token &stop)
{
    for (const StateRecord &record : records) {
        auto sent = m_producer->sendRecord(
            m_checkpointTopic, kCheckpointPartition, StateMap::kafkaKey(m_task, record.key), record.value, stop);
        if (!sent) {
            return sent;
        }
    }
    return {};
}

Result<void> KafkaSink::commit(const StateRecords &records, const std::stop_token &stop)
{
    if (!m_plan.isExactlyOnce) {
        if (auto flushed = m_producer->flush(stop); !flushed) {
            return explained(flushed.error(), stop);
        }
        if (auto checked = checkWriter(); !checked) {
            return checked;
        }
    } else if (!records.empty()) {
        if (auto begun = begin(); !begun) {
            return explained(begun.error(), stop);
        }
    }
    if (m_plan.isExactlyOnce && !m_isTransactionOpen) {
        return {};
    }
    auto result = sendRecords(records, stop);
    if (result) {
        result = m_plan.isExactlyOnce ? m_producer->commit(stop) : m_producer->flush(stop);
    }
    if (!result) {
        return explained(result.error(), stop);
    }
    m_isTransactionOpen = false;
    return {};
}

Result<void> KafkaSink::idle()
{
    if (auto served = m_producer->serve(); !served) {
        return explained(served.error(), {});
    }
    return checkWriter();
}

Result<void> KafkaSink::checkWriter()
{
    if (!m_newerWriters) {
        return {};
    }
    const std::string own = StateMap::kafkaKey(m_task, StateMap::kWriterKey);
    std::vector<MessageHandle> messages;
    if (auto read = m_newerWriters->next(messages, 1000, milliseconds(0)); !read) {
        return read;
    }
    for (const MessageHandle &message : messages) {
        if (message->err == RD_KAFKA_RESP_ERR_NO_ERROR && keyOf(*message) == own && valueOf(*message) != m_writer) {
            const auto value = valueOf(*message);
            return fencedFailure(value ? std::optional<std::string>(*value) : std::nullopt, {});
        }
    }
    return {};
}

void KafkaSink::close()
{
    if (m_producer && m_isTransactionOpen) {
        m_producer->abort(kAbortWait);
        m_isTransactionOpen = false;
    }
    m_producer.reset();
    m_newerWriters.reset();
    m_topics.reset();
    m_checkpoint.reset();
    if (m_admin) {
        auto client = m_admin->client();
        m_admin.reset();
        Client::retire(std::move(client));
    }
}

size_t KafkaSink::pendingBytes() const
{
    return m_producer ? m_producer->pendingBytes() : 0;
}

QString KafkaSink::limitations() const
{
    return clientLimitations();
}

Failure KafkaSink::explained(const Failure &failure, const std::stop_token &stop) const
{
    if (isStopped(failure)) {
        return failure;
    }
    return m_producer->isFenced() ? explainedFence(failure, stop) : withSizeLimit(failure);
}

Failure KafkaSink::explainedFence(const Failure &failure, const std::stop_token &stop) const
{
    const bool canBeExpired
        = m_isTransactionOpen && millisSinceBoot() - m_begunAtMillis >= transactionTimeout(m_settings).count();
    SystemClock clock;
    const auto deadline = clock.steady() + kNewerWriterWait;
    while (true) {
        auto checkpoint = m_checkpoint->read(m_task, transactionTimeout(m_settings) + kBrokerSlack, stop);
        if (!checkpoint) {
            return checkpoint.error();
        }
        if (checkpoint->state.writer() != m_writer) {
            return fencedFailure(checkpoint->state.writer(), failure.detail);
        }
        // A newer run fences first and writes its record a moment later: a transaction that was young when it was
        // refused was refused for that.
        if (canBeExpired || clock.steady() >= deadline) {
            qCInfo(lcTargetApply) << "fenced, and no newer run of the task is there";
            return expiredFailure(failure.detail);
        }
        if (!clock.sleep(kNewerWriterStep, stop)) {
            return stoppedFailure();
        }
    }
}

Failure KafkaSink::withSizeLimit(const Failure &failure) const
{
    const auto delivery = m_producer->client().witness().deliveryError();
    if (failure.code != QLatin1String("kafka.message.too-large") || !delivery) {
        return failure;
    }
    return deliveryFailure(*delivery, m_topics->sizeLimit(delivery->topic), m_producer->client().witness());
}

} // namespace rowcast
