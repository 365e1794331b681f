// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kafka/KafkaConnector.h"
#include "core/sandbox/KafkaServer.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <stop_token>
#include <utility>
#include <vector>

// What the stories of this folder share: batches, reading back, and waiting with a deadline.

namespace rowcast::live {

using Pair = std::pair<std::string, std::string>;

// A batch of one topic.
[[nodiscard]] std::unique_ptr<Batch> batchOf(const std::string &topic, const std::vector<Pair> &messages);
// count messages of about that size, keys "k<number>", values beginning with the number.
[[nodiscard]] std::unique_ptr<Batch> numberedBatch(
    const std::string &topic, int first, int count, size_t valueBytes = 100);

// Everything that the topic holds now, in the order of each partition.
[[nodiscard]] std::vector<TopicRecord> readAll(
    const KafkaSettings &settings, const QString &topic, bool isCommittedOnly = true);
// The values alone.
[[nodiscard]] QList<QByteArray> committedValues(const KafkaSettings &settings, const QString &topic);

[[nodiscard]] KafkaSettings plainSettings(const QString &bootstrapServers);

// Waits for a condition without sleeping blindly; false when the time passed.
[[nodiscard]] bool waitUntil(const std::function<bool()> &condition, int milliseconds);

// A failure as one text for comparisons in tests; empty for success.
template <typename T> [[nodiscard]] QString failureCode(const Result<T> &result)
{
    return result ? QString() : result.error().code;
}

} // namespace rowcast::live
