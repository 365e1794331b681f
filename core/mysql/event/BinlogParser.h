// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/event/BinlogEvent.h"

#include <QString>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rowcast::mysql {

// Bytes of one event in, a typed event out. Remembers what FORMAT_DESCRIPTION says about the events that follow it
// (checksums, server, sizes), nothing else: table ids and positions are the caller's. Used by one thread.
//
// Failures: "mysql.binlog.corrupt" with the place given by setPlace().
class BinlogParser {
public:
    // Where the next event begins: for failures only.
    void setPlace(std::string file, uint64_t offset);

    // bytes: one whole event, header to checksum, without the packet's leading OK byte. The result's views point into
    // them or into a buffer that the next call reuses.
    Result<BinlogEvent> parse(std::span<const uint8_t> bytes);
    // An event out of a TRANSACTION_PAYLOAD: without checksum. The outer event's bytes must still be there.
    Result<BinlogEvent> parseInner(std::span<const uint8_t> bytes);

    // As the last FORMAT_DESCRIPTION said; before the first: checksums unknown, MySQL.
    [[nodiscard]] bool hasChecksums() const { return m_hasChecksums; }
    [[nodiscard]] bool isMariaDb() const { return m_isMariaDb; }
    // Until the first FORMAT_DESCRIPTION the events (an artificial ROTATE) have the checksums that the dump asked for.
    void expectChecksums(bool expected) { m_hasChecksums = expected; }

private:
    Result<BinlogEvent> parseBody(const EventHeader &header, std::span<const uint8_t> body);
    Result<EventBody> parseTyped(const EventHeader &header, std::span<const uint8_t> body);
    Result<EventBody> parseRowsBody(EventType type, std::span<const uint8_t> body);
    Result<EventBody> parseQueryBody(EventType type, std::span<const uint8_t> body);
    Result<EventBody> parseFormat(std::span<const uint8_t> body);
    Result<std::span<const uint8_t>> withoutChecksum(const EventHeader &header, std::span<const uint8_t> bytes) const;
    [[nodiscard]] size_t postHeaderBytes(EventType type, size_t standard) const;
    [[nodiscard]] Failure placed(Failure failure) const;
    [[nodiscard]] Failure corrupt(const QString &what) const;

    std::string m_file;
    uint64_t m_offset = 0;
    bool m_hasChecksums = false;
    bool m_isMariaDb = false;
    std::vector<uint8_t> m_postHeaderBytes;
    std::vector<uint8_t> m_buffer; // of a decompressed MariaDB event
};

} // namespace rowcast::mysql
