// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace rowcast::mysql {

// What MariaDB compresses with zlib: events (binlog_buf_uncompress) and values of COMPRESSED columns
// (Field_longstr::uncompress). Both begin with a byte that holds algorithm and size of a length, then the length of the
// plain bytes in big-endian order.
struct MariaDbCompressed {
    std::span<const uint8_t> bytes; // zlib's; or the plain ones where isStored
    uint64_t plainBytes = 0;
    bool isRaw = false; // without zlib's own header
    bool isStored = false;

    // Empty for bytes that are none of them. A claimed length that zlib cannot reach from so few bytes is refused, so
    // that hostile bytes allocate nothing.
    [[nodiscard]] static std::optional<MariaDbCompressed> ofEvent(std::span<const uint8_t> bytes);
    [[nodiscard]] static std::optional<MariaDbCompressed> ofColumn(std::span<const uint8_t> bytes);

    // target has plainBytes bytes. False when the bytes are not what they claim.
    [[nodiscard]] bool inflateInto(std::span<uint8_t> target) const;
};

// The compressed part of an event into out.
Result<void> decompressMariaDbEvent(std::span<const uint8_t> bytes, std::vector<uint8_t> &out);

} // namespace rowcast::mysql
