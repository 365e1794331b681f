// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/VisibleReader.h"

#include <charconv>

namespace rowcast::bench {

namespace {

constexpr int kPollMs = 100;

Failure readerFailure(const char *words)
{
    return {.code = QStringLiteral("bench.reader"),
        .cause = QStringLiteral("The reader of the topic could not begin."),
        .remedy = {},
        .detail = QString::fromUtf8(words),
        .retryable = false};
}

} // namespace

void VisibleReader::Consumer::operator()(rd_kafka_t *client) const
{
    rd_kafka_consumer_close(client);
    rd_kafka_destroy(client);
}

VisibleReader::VisibleReader(size_t numbers)
    : m_seen(numbers + 1)
{
}

VisibleReader::~VisibleReader()
{
    m_isEnding = true;
}

Result<std::unique_ptr<VisibleReader>> VisibleReader::open(const QString &brokers, const QString &topic, size_t numbers)
{
    char words[256] = "";
    rd_kafka_conf_t *settings = rd_kafka_conf_new();
    const QByteArray address = brokers.toUtf8();
    for (const auto &[name, value] :
        std::initializer_list<std::pair<const char *, const char *>>{{"bootstrap.servers", address.constData()},
            {"group.id", "rowcast-bench"}, {"enable.auto.commit", "false"}, {"isolation.level", "read_committed"}}) {
        rd_kafka_conf_set(settings, name, value, words, sizeof words);
    }
    std::unique_ptr<VisibleReader> reader(new VisibleReader(numbers));
    reader->m_client.reset(rd_kafka_new(RD_KAFKA_CONSUMER, settings, words, sizeof words));
    if (!reader->m_client) {
        return readerFailure(words);
    }
    rd_kafka_t *client = reader->m_client.get();
    rd_kafka_poll_set_consumer(client);
    int64_t low = 0;
    int64_t high = 0;
    const QByteArray name = topic.toUtf8();
    if (const auto error = rd_kafka_query_watermark_offsets(client, name.constData(), 0, &low, &high, 30'000)) {
        return readerFailure(rd_kafka_err2str(error));
    }
    const kafka::PartitionListHandle partitions(rd_kafka_topic_partition_list_new(1));
    rd_kafka_topic_partition_list_add(partitions.get(), name.constData(), 0)->offset = high;
    if (const auto error = rd_kafka_assign(client, partitions.get())) {
        return readerFailure(rd_kafka_err2str(error));
    }
    reader->m_thread = std::jthread([reader = reader.get()] { reader->read(); });
    return reader;
}

void VisibleReader::read()
{
    while (!m_isEnding) {
        const kafka::MessageHandle message(rd_kafka_consumer_poll(m_client.get(), kPollMs));
        if (!message || message->err != RD_KAFKA_RESP_ERR_NO_ERROR) {
            continue;
        }
        const auto now = std::chrono::steady_clock::now();
        const auto *key = static_cast<const char *>(message->key);
        size_t number = 0;
        std::from_chars(key, key + message->key_len, number);
        if (number == 0 || number >= m_seen.size() || m_seen[number] != Time()) {
            continue;
        }
        m_seen[number] = now;
        m_oldest = m_oldest < 0 ? message->offset : m_oldest;
        m_newest = message->offset;
        ++m_count;
    }
}

bool VisibleReader::waitForAll(std::chrono::seconds most)
{
    const auto deadline = std::chrono::steady_clock::now() + most;
    while (m_count + 1 < m_seen.size() && std::chrono::steady_clock::now() < deadline) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return m_count + 1 == m_seen.size();
}

} // namespace rowcast::bench
