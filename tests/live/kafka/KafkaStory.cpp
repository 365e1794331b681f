// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/kafka/KafkaStory.h"

#include <QDeadlineTimer>
#include <QTest>

namespace rowcast::live {

std::unique_ptr<Batch> batchOf(const std::string &topic, const std::vector<Pair> &messages)
{
    auto batch = std::make_unique<Batch>();
    batch->topics.push_back(topic);
    for (const auto &[key, value] : messages) {
        EncodedMessage message;
        message.keyBegin = batch->bytes.size();
        message.keySize = key.size();
        batch->bytes += key;
        message.valueBegin = batch->bytes.size();
        message.valueSize = value.size();
        batch->bytes += value;
        batch->messages.push_back(message);
    }
    return batch;
}

std::unique_ptr<Batch> numberedBatch(const std::string &topic, int first, int count, size_t valueBytes)
{
    std::vector<Pair> messages;
    for (int i = first; i < first + count; ++i) {
        const std::string number = std::to_string(i);
        std::string value = number;
        value.resize(std::max(valueBytes, number.size()), ' ');
        messages.emplace_back("k" + number, std::move(value));
    }
    return batchOf(topic, messages);
}

std::vector<TopicRecord> readAll(const KafkaSettings &settings, const QString &topic, bool isCommittedOnly)
{
    std::vector<TopicRecord> all;
    TopicQuery query;
    query.topic = topic;
    query.start.kind = TopicStart::Kind::Beginning;
    query.isCommittedOnly = isCommittedOnly;
    query.isFollowing = false;
    auto reader = KafkaConnector(settings).topicReader();
    const auto read = reader->read(
        query,
        [&](std::vector<TopicRecord> &records) {
            std::move(records.begin(), records.end(), std::back_inserter(all));
            return true;
        },
        [](const TailProgress &) {}, {});
    if (!read) {
        qWarning().noquote() << read.error().text();
    }
    return all;
}

QList<QByteArray> committedValues(const KafkaSettings &settings, const QString &topic)
{
    QList<QByteArray> values;
    for (const TopicRecord &record : readAll(settings, topic)) {
        values.append(record.value.value_or("(none)").trimmed());
    }
    return values;
}

KafkaSettings plainSettings(const QString &bootstrapServers)
{
    KafkaSettings settings;
    settings.brokers = bootstrapServers;
    return settings;
}

bool waitUntil(const std::function<bool()> &condition, int milliseconds)
{
    return QTest::qWaitFor(condition, milliseconds);
}

} // namespace rowcast::live
