// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

namespace rowcast {

struct TopicMessage {
    int32_t partition = 0;
    int64_t offset = 0;
    int64_t timestampMillis = -1;
    std::optional<QByteArray> key;
    std::optional<QByteArray> value; // none: a tombstone
    QList<QPair<QByteArray, QByteArray>> headers;
};

enum class Isolation : uint8_t { ReadCommitted, ReadUncommitted };

// What a topic holds now, as any consumer would see it, in the order of partition and offset: read by librdkafka alone
// up to the ends seen at the call. A topic that does not exist is empty. Blocks at most for the timeout, which is a
// failure ("test.topic").
Result<QList<TopicMessage>> readTopic(const QString &brokers, const QString &topic,
    Isolation isolation = Isolation::ReadCommitted, std::chrono::milliseconds timeout = std::chrono::seconds(30));

// The same one by one, for topics that are larger than memory: in order within a partition.
Result<void> visitTopic(const QString &brokers, const QString &topic,
    const std::function<void(const TopicMessage &)> &visit, std::chrono::milliseconds timeout);

// Offsets below the ends of all partitions, as a reader of committed records sees these now (markers of transactions
// count, too). For waiting on the first ones, where reading would take longer than what is waited for.
Result<int64_t> committedEnds(
    const QString &brokers, const QString &topic, std::chrono::milliseconds timeout = std::chrono::seconds(10));

// The cluster as the broker that was asked knows it.
struct PartitionState {
    QString topic; // internal ones, too
    int32_t partition = 0;
    int32_t leader = -1; // a broker's number; -1: none
    QList<int32_t> replicas;
    QList<int32_t> inSync;
};
struct ClusterState {
    int brokers = 0; // that serve
    QList<PartitionState> partitions;
};

[[nodiscard]] Result<ClusterState> clusterState(
    const QString &brokers, std::chrono::milliseconds timeout = std::chrono::seconds(10));

// Names of all topics but Kafka's internal ones ("__...").
Result<QStringList> topicNames(const QString &brokers, std::chrono::milliseconds timeout = std::chrono::seconds(30));

} // namespace rowcast
