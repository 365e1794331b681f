// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/bytes/MariaDbCompression.h"

#include "core/base/ByteReader.h"
#include "core/mysql/bytes/DecodingFailures.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace rowcast::mysql {

namespace {

constexpr uint8_t kLengthBits = 0x07;
constexpr uint64_t kMostRatio = 1040; // deflate's is 1032

bool isReachable(const MariaDbCompressed &value)
{
    return value.plainBytes <= (value.bytes.size() + 1) * kMostRatio;
}

} // namespace

std::optional<MariaDbCompressed> MariaDbCompressed::ofEvent(std::span<const uint8_t> bytes)
{
    ByteReader reader(bytes);
    const uint8_t head = reader.u8();
    const size_t lengthBytes = head & kLengthBits;
    if ((head & 0xF0U) != 0x80 || lengthBytes < 1 || lengthBytes > 4) { // 0x80: zlib, the only one there is
        return std::nullopt;
    }
    MariaDbCompressed value;
    value.plainBytes = reader.big(lengthBytes);
    value.bytes = reader.rest();
    return reader.ok() && isReachable(value) ? std::optional(value) : std::nullopt;
}

std::optional<MariaDbCompressed> MariaDbCompressed::ofColumn(std::span<const uint8_t> bytes)
{
    constexpr uint8_t kRaw = 0x08;
    constexpr uint8_t kZlib = 8;
    MariaDbCompressed value;
    if (bytes.empty()) {
        value.isStored = true;
        return value;
    }
    ByteReader reader(bytes);
    const uint8_t head = reader.u8();
    if ((head >> 4U) == 0) {
        value.isStored = true;
        value.bytes = reader.rest();
        value.plainBytes = value.bytes.size();
        return value;
    }
    const size_t lengthBytes = head & kLengthBits;
    if ((head >> 4U) != kZlib || lengthBytes < 1 || lengthBytes > 4) {
        return std::nullopt;
    }
    value.isRaw = (head & kRaw) != 0;
    value.plainBytes = reader.big(lengthBytes);
    value.bytes = reader.rest();
    return reader.ok() && isReachable(value) ? std::optional(value) : std::nullopt;
}

bool MariaDbCompressed::inflateInto(std::span<uint8_t> target) const
{
    if (bytes.size() > std::numeric_limits<uInt>::max() || target.size() > std::numeric_limits<uInt>::max()) {
        return false;
    }
    z_stream stream{};
    stream.next_in = const_cast<Bytef *>(bytes.data()); // zlib's interface lacks the const, it only reads
    stream.avail_in = uInt(bytes.size());
    if (inflateInit2(&stream, isRaw ? -MAX_WBITS : MAX_WBITS) != Z_OK) {
        return false;
    }
    stream.next_out = target.data();
    stream.avail_out = uInt(target.size());
    const int status = inflate(&stream, Z_FINISH);
    const bool isWhole = status == Z_STREAM_END && stream.total_out == target.size();
    inflateEnd(&stream);
    return isWhole;
}

Result<void> decompressMariaDbEvent(std::span<const uint8_t> bytes, std::vector<uint8_t> &out)
{
    const auto value = MariaDbCompressed::ofEvent(bytes);
    if (value) {
        out.resize(value->plainBytes);
        if (value->inflateInto(out)) {
            return {};
        }
    }
    return corruptFailure(QStringLiteral("compressed MariaDB event cannot be decompressed"));
}

} // namespace rowcast::mysql
