// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace rowcast::mysql {

struct BinlogEvent;

// A place in a server's binlog. Offsets are of 64 bits: files grow beyond 4 GB by one large transaction.
struct BinlogPosition {
    std::string file;
    uint64_t offset = 0;

    // "binlog.000007:1234". The offset may be missing ("binlog.000007" is its first event, 4).
    static Result<BinlogPosition> parse(std::string_view text);
    [[nodiscard]] std::string text() const { return file + ':' + std::to_string(offset); }

    // 7 of "binlog.000007"; 0 where the name has no number.
    [[nodiscard]] uint64_t fileNumber() const;
    // "binlog" of "binlog.000007".
    [[nodiscard]] std::string_view base() const;
    // DMS's transaction-id of a transaction whose BEGIN stands here.
    [[nodiscard]] uint64_t transactionId() const { return (fileNumber() << 32U) | (offset & 0xFFFFFFFFU); }

    // By file number, then offset: binlog.1000000 comes after binlog.999999. Bases are not compared: a server that gets
    // another one begins to count anew, and only its index knows the order.
    std::strong_ordering operator<=>(const BinlogPosition &other) const;
    bool operator==(const BinlogPosition &other) const;
};

// Where the events of a dump begin and end, in 64 bits, from the 32 bits that their headers have. To be shown every
// event of the stream in order, before anything else is done with it; not the inner ones of a TRANSACTION_PAYLOAD.
class PositionTracker {
public:
    explicit PositionTracker(BinlogPosition start = {});

    void see(const BinlogEvent &event);

    // Of the event seen last; artificial events have none of their own and leave both where they were.
    [[nodiscard]] uint64_t begin() const { return m_begin; }
    [[nodiscard]] uint64_t end() const { return m_position.offset; }
    [[nodiscard]] const std::string &file() const { return m_position.file; }
    [[nodiscard]] const BinlogPosition &position() const { return m_position; }

private:
    void seeHeartbeat(const BinlogEvent &event);
    void seeRotate(const BinlogEvent &event);
    void moveTo(uint32_t logPosition, uint32_t eventBytes);

    BinlogPosition m_position;
    uint64_t m_begin = 0;
};

} // namespace rowcast::mysql
