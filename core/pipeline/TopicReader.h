// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QList>
#include <QPair>

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace rowcast {

struct PartitionInfo {
    int32_t partition = 0;
    int64_t low = 0; // first offset kept
    int64_t high = 0; // next offset to be written
    int32_t leader = -1;
    int32_t replicas = 0;
};

struct TopicInfo {
    QString name;
    bool isInternal = false;
    std::vector<PartitionInfo> partitions; // offsets only where details were asked for
    // Configuration worth seeing, as the broker names it ("retention.ms"); empty until details were asked for.
    QList<QPair<QString, QString>> config;
};

// A record as it lies in a topic. Values share their memory when copied.
struct TopicRecord {
    int32_t partition = 0;
    int64_t offset = 0;
    int64_t timestampMillis = -1; // since 1970 UTC
    std::optional<QByteArray> key;
    std::optional<QByteArray> value; // none: a tombstone
    QList<QPair<QByteArray, QByteArray>> headers;
    bool isAborted = false; // its transaction was aborted: a read_committed consumer never sees it
    uint64_t sizeBytes = 0;
};

struct TopicStart {
    enum class Kind : uint8_t { Beginning, End, Offset, Time, Newest };
    Kind kind = Kind::End;
    int64_t value
        = 0; // the offset, milliseconds since 1970, or how many of the newest records (all partitions together)
};

struct TopicQuery {
    QString topic;
    TopicStart start;
    std::vector<int32_t> partitions; // empty: all
    bool isCommittedOnly = true; // false: all records, aborted ones marked
    bool isFollowing = true; // false: ends at the end that was seen at the start
};

// What a tail tells besides records, at most four times a second.
struct TailProgress {
    uint64_t records = 0; // delivered so far
    uint64_t bytes = 0;
    int64_t behind = 0; // records between the last delivered and the end; -1: unknown
    uint64_t controlRecords = 0; // offsets that hold no record (transaction markers, compacted away)
    bool isAtEnd = false;
};

// Looks into topics, for the viewer and for validation. Manual assignment; no consumer group is left behind. One thread
// at a time; every call may block and ends soon after stop.
class TopicReader {
public:
    // Return false to be called again later with the same records (the receiver is full): partitions are paused
    // meanwhile.
    using OnRecords = std::function<bool(std::vector<TopicRecord> &records)>;
    using OnProgress = std::function<void(const TailProgress &progress)>;

    virtual ~TopicReader() = default;
    virtual Result<std::vector<TopicInfo>> topics(const std::stop_token &stop) = 0;
    virtual Result<TopicInfo> describe(const QString &topic, const std::stop_token &stop) = 0;
    // Reads until stopped, or to the end where the query does not follow. Batches of up to 1,000 records.
    virtual Result<void> read(
        const TopicQuery &query, const OnRecords &onRecords, const OnProgress &onProgress, const std::stop_token &stop)
        = 0;
};

} // namespace rowcast

Q_DECLARE_METATYPE(rowcast::TopicInfo)
Q_DECLARE_METATYPE(rowcast::TailProgress)
