// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/validation/RowMessageReader.h"

#include <QTemporaryDir>

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace rowcast {

// A row of the table, or what a message says about one.
struct SpilledRow {
    RowMessage::Kind kind = RowMessage::Kind::Set;
    bool isInWindow = false; // the message lies behind the end that the topic had before the tables were read
    uint16_t table = 0; // index of the table
    int32_t partition = 0;
    int64_t timestampMillis = 0;
    std::string_view key;
    std::string_view data;
};

// Rows of both sides in files by a hash of table and key. Memory: one buffer for each file. The files go with the
// object. Used by one thread. Failure "validation.disk".
class RowSpill {
public:
    enum class Side : uint8_t { Source, Topic };
    static constexpr size_t kBuckets = 512;

    // folder: where the files go; empty: the system's.
    static Result<std::unique_ptr<RowSpill>> create(const QString &folder);

    Result<void> add(Side side, const SpilledRow &row);
    // Into every bucket: what concerns all keys of a table.
    Result<void> addEverywhere(Side side, const SpilledRow &row);
    // The rows of one bucket in the order in which they were added; what they point to holds during the call.
    Result<void> read(Side side, size_t bucket, const std::function<void(const SpilledRow &)> &visit);

private:
    explicit RowSpill(const QString &pattern);
    Result<void> append(Side side, size_t bucket, const SpilledRow &row);
    Result<void> flush(Side side, size_t bucket);
    [[nodiscard]] QString path(Side side, size_t bucket) const;

    QTemporaryDir m_folder;
    std::array<std::array<std::string, kBuckets>, 2> m_buffers;
};

} // namespace rowcast
