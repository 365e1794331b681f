// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/TopicTail.h"

#include "core/base/Clock.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace rowcast::kafka {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr size_t kMostRecords = 1000;
constexpr milliseconds kPollWait{50};
constexpr milliseconds kRetryWait{20}; // a full receiver empties at its screen's pace
constexpr milliseconds kTellInterval{250};
constexpr size_t kMostHeldBytes = 16 * 1024 * 1024;
constexpr int kPrefetchKilobytes = 16 * 1024; // of all partitions
constexpr int64_t kWindowGrowth = 4;

Failure noSuchTopic(const QString &topic)
{
    return {.code = QStringLiteral("kafka.topic.missing"),
        .cause = QCoreApplication::translate("Kafka", "There is no topic %1.").arg(topic),
        .remedy = QCoreApplication::translate("Kafka", "Choose another topic, or start the task that creates it."),
        .detail = {},
        .retryable = false};
}

} // namespace

TopicRecord toRecord(const rd_kafka_message_t &message)
{
    TopicRecord record;
    record.partition = message.partition;
    record.offset = message.offset;
    record.timestampMillis = rd_kafka_message_timestamp(&message, nullptr);
    record.sizeBytes = message.key_len + message.len;
    if (message.key != nullptr) {
        record.key = QByteArray(static_cast<const char *>(message.key), static_cast<qsizetype>(message.key_len));
    }
    if (message.payload != nullptr) {
        record.value = QByteArray(static_cast<const char *>(message.payload), static_cast<qsizetype>(message.len));
    }
    rd_kafka_headers_t *headers = nullptr;
    if (rd_kafka_message_headers(&message, &headers) == RD_KAFKA_RESP_ERR_NO_ERROR) {
        const char *name = nullptr;
        const void *value = nullptr;
        size_t size = 0;
        for (size_t i = 0; rd_kafka_header_get_all(headers, i, &name, &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR;
             ++i) {
            record.headers.append({QByteArray(name),
                value == nullptr ? QByteArray()
                                 : QByteArray(static_cast<const char *>(value), static_cast<qsizetype>(size))});
            record.sizeBytes += size + static_cast<size_t>(record.headers.constLast().first.size());
        }
    }
    return record;
}

TopicTail::TopicTail(const KafkaSettings &settings, const TopicAdmin &admin, const TopicQuery &query,
    const TopicReader::OnRecords &onRecords, const TopicReader::OnProgress &onProgress)
    : m_settings(settings)
    , m_admin(admin)
    , m_query(query)
    , m_onRecords(onRecords)
    , m_onProgress(onProgress)
{
}

Result<void> TopicTail::findBounds(const std::stop_token &stop)
{
    auto topic = m_admin.topic(m_query.topic, stop);
    if (!topic) {
        return topic.error();
    }
    if (!*topic) {
        return noSuchTopic(m_query.topic);
    }
    std::vector<TopicInfo> topics{**topic};
    if (auto filled = m_admin.fillOffsets(topics, stop); !filled) {
        return filled;
    }
    for (const PartitionInfo &partition : topics.front().partitions) {
        if (m_query.partitions.empty()
            || std::ranges::find(m_query.partitions, partition.partition) != m_query.partitions.end()) {
            m_positions[partition.partition]
                = {.low = std::max<int64_t>(partition.low, 0), .end = std::max<int64_t>(partition.high, 0)};
        }
    }
    return {};
}

Result<void> TopicTail::findStarts(const std::stop_token &stop)
{
    std::map<int32_t, int64_t> atTime;
    if (m_query.start.kind == TopicStart::Kind::Time) {
        std::vector<PartitionOffset> questions;
        for (const auto &[partition, position] : m_positions) {
            questions.push_back({partition, std::max<int64_t>(m_query.start.value, 0)});
        }
        auto answers = m_admin.offsets(m_query.topic, questions, stop);
        if (!answers) {
            return answers.error();
        }
        for (const PartitionOffset &answer : *answers) {
            atTime[answer.partition] = answer.offset;
        }
    }
    for (auto &[partition, position] : m_positions) {
        int64_t first = position.end;
        switch (m_query.start.kind) {
        case TopicStart::Kind::Beginning:
            first = position.low;
            break;
        case TopicStart::Kind::Offset:
            first = m_query.start.value;
            break;
        case TopicStart::Kind::Time:
            first = atTime[partition] < 0 ? position.end : atTime[partition];
            break;
        case TopicStart::Kind::End:
        case TopicStart::Kind::Newest:
            break;
        }
        position.first = std::clamp(first, position.low, position.end);
    }
    if (m_query.start.kind == TopicStart::Kind::Newest) {
        startNewest(std::max<int64_t>(m_query.start.value, 1));
    }
    return {};
}

void TopicTail::startNewest(int64_t window)
{
    m_window = window;
    m_newest.emplace(static_cast<size_t>(std::max<int64_t>(m_query.start.value, 1)));
    m_marks = {};
    m_progress = {};
    for (auto &[partition, position] : m_positions) {
        position.first = std::max(position.low, position.end - window);
    }
}

Result<void> TopicTail::openConsumers()
{
    std::vector<PartitionOffset> starts;
    for (auto &[partition, position] : m_positions) {
        position.next = position.committedNext = position.first;
        position.isAtEnd = position.isCommittedAtEnd = false;
        starts.push_back({partition, position.first});
    }
    const int share = std::max(256, kPrefetchKilobytes / static_cast<int>(std::max<size_t>(starts.size(), 1)));
    ClientPlan plan{.role = m_query.isCommittedOnly ? ClientRole::CommittedReader : ClientRole::AllReader,
        .queuedKilobytes = share};
    m_consumer.reset();
    m_committed.reset();
    auto consumer = PartitionConsumer::open(m_settings, plan, m_query.topic, starts);
    if (!consumer) {
        return consumer.error();
    }
    m_consumer = std::move(*consumer);
    if (!m_query.isCommittedOnly) {
        plan.role = ClientRole::CommittedReader;
        auto committed = PartitionConsumer::open(m_settings, plan, m_query.topic, starts);
        if (!committed) {
            return committed.error();
        }
        m_committed = std::move(*committed);
    }
    return {};
}

Result<void> TopicTail::run(const std::stop_token &stop)
{
    if (auto found = findBounds(stop); !found) {
        return found;
    }
    if (auto found = findStarts(stop); !found) {
        return found;
    }
    if (auto opened = openConsumers(); !opened) {
        return opened;
    }
    SystemClock clock;
    while (!stop.stop_requested()) {
        if (!deliver()) {
            clock.sleep(kRetryWait, stop);
            continue;
        }
        if (hasReachedEnd()) {
            if (m_newest) {
                auto finished = finishNewest();
                if (!finished) {
                    return finished.error();
                }
                continue;
            }
            if (!m_query.isFollowing) {
                tell(true);
                return {};
            }
        }
        if (auto polled = poll(); !polled) {
            return polled;
        }
        tell(false);
    }
    return stoppedFailure();
}

Result<void> TopicTail::poll()
{
    if (m_marks.bytes() < kMostHeldBytes) {
        m_messages.clear();
        if (auto read = m_consumer->next(m_messages, kMostRecords, kPollWait); !read) {
            return read;
        }
        for (const MessageHandle &message : m_messages) {
            take(*message);
        }
        m_messages.clear();
    }
    if (auto read = pollCommitted(); !read) {
        return read;
    }
    moveReady();
    return {};
}

void TopicTail::take(const rd_kafka_message_t &message)
{
    const auto found = m_positions.find(message.partition);
    if (found == m_positions.end()) {
        return;
    }
    Position &position = found->second;
    m_progress.controlRecords += static_cast<uint64_t>(std::max<int64_t>(message.offset - position.next, 0));
    position.isAtEnd = message.err == RD_KAFKA_RESP_ERR__PARTITION_EOF;
    position.next = std::max(position.next, position.isAtEnd ? message.offset : message.offset + 1);
    if (position.isAtEnd) {
        return;
    }
    TopicRecord record = toRecord(message);
    if (m_committed) {
        m_marks.add(std::move(record));
    } else {
        m_ready.push_back(std::move(record));
    }
}

Result<void> TopicTail::pollCommitted()
{
    if (!m_committed || m_marks.isEmpty()) {
        return {};
    }
    if (auto read = m_committed->next(m_messages, kMostRecords, kPollWait); !read) {
        return read;
    }
    for (const MessageHandle &message : m_messages) {
        Position &position = m_positions[message->partition];
        position.isCommittedAtEnd = message->err == RD_KAFKA_RESP_ERR__PARTITION_EOF;
        if (position.isCommittedAtEnd) {
            m_marks.passed(message->partition, message->offset);
        } else {
            m_marks.committed(message->partition, message->offset);
        }
    }
    m_messages.clear();
    return {};
}

void TopicTail::moveReady()
{
    m_marks.take(m_ready);
    if (m_newest) {
        m_newest->add(m_ready);
    }
}

bool TopicTail::hasReachedEnd()
{
    bool isReached = true;
    for (auto &[partition, position] : m_positions) {
        // a reader of committed records stops before open transactions, and says that this is the end
        const bool isRead = position.next >= position.end || (m_query.isCommittedOnly && position.isAtEnd);
        if (isRead && m_committed && position.isCommittedAtEnd && !m_query.isFollowing) {
            m_marks.takeUndecided(partition, m_ready);
        }
        const bool isOpen = m_query.isFollowing && position.isCommittedAtEnd;
        isReached = isReached && isRead && (m_marks.isEmpty(partition) || isOpen);
    }
    moveReady();
    return isReached && m_ready.empty();
}

Result<bool> TopicTail::finishNewest()
{
    const bool hasMore
        = std::ranges::any_of(m_positions, [](const auto &entry) { return entry.second.first > entry.second.low; });
    if (m_newest->count() < static_cast<size_t>(m_query.start.value) && hasMore) {
        // many offsets hold no record: markers of small transactions, or records that compaction removed
        startNewest(m_window * kWindowGrowth);
        auto opened = openConsumers();
        return opened ? Result<bool>(false) : opened.error();
    }
    m_ready = m_newest->take();
    m_newest.reset();
    return true;
}

bool TopicTail::deliver()
{
    while (!m_ready.empty()) {
        std::vector<TopicRecord> batch;
        const auto count = std::min(m_ready.size(), kMostRecords);
        const auto last = m_ready.begin() + static_cast<std::ptrdiff_t>(count);
        batch.assign(std::make_move_iterator(m_ready.begin()), std::make_move_iterator(last));
        m_ready.erase(m_ready.begin(), last);
        uint64_t bytes = 0;
        for (const TopicRecord &record : batch) {
            bytes += record.sizeBytes;
        }
        if (!m_onRecords(batch)) {
            m_ready.insert(
                m_ready.begin(), std::make_move_iterator(batch.begin()), std::make_move_iterator(batch.end()));
            return false;
        }
        m_progress.records += count;
        m_progress.bytes += bytes;
    }
    return true;
}

void TopicTail::tell(bool isLast)
{
    const auto now = steady_clock::now();
    if (isLast || now - m_told >= kTellInterval) {
        m_told = now;
        m_onProgress(progress());
    }
}

TailProgress TopicTail::progress() const
{
    TailProgress told = m_progress;
    told.isAtEnd = true;
    for (const auto &[partition, position] : m_positions) {
        int64_t low = -1;
        int64_t high = -1;
        rd_kafka_get_watermark_offsets(
            m_consumer->client()->handle(), m_query.topic.toUtf8().constData(), partition, &low, &high);
        told.behind += std::max<int64_t>(std::max(high, position.end) - position.next, 0);
        told.isAtEnd = told.isAtEnd && (position.isAtEnd || position.next >= std::max(high, position.end));
    }
    return told;
}

} // namespace rowcast::kafka
