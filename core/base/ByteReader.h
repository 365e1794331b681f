// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace rowcast {

// Reads little-endian (MySQL's wire order) or big-endian numbers from bytes that may be hostile. It never reads past
// the end: a read that would, gives zero or an empty view and leaves ok() false for good, so that a decoder checks once
// after a group of reads. Views point into the bytes given.
class ByteReader {
public:
    ByteReader() = default;
    explicit ByteReader(std::span<const uint8_t> bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] size_t position() const { return m_position; }
    [[nodiscard]] size_t remaining() const { return m_bytes.size() - m_position; }
    [[nodiscard]] bool atEnd() const { return remaining() == 0; }
    void fail() { m_ok = false; }

    // width is 1 to 8 bytes.
    uint64_t little(size_t width)
    {
        const uint8_t *at = take(width);
        uint64_t value = 0;
        if constexpr (std::endian::native == std::endian::little) {
            if (at != nullptr) {
                std::memcpy(&value, at, width);
            }
        } else {
            for (size_t i = 0; at != nullptr && i < width; ++i) {
                value |= uint64_t(at[i]) << (8 * i);
            }
        }
        return value;
    }
    uint64_t big(size_t width)
    {
        const uint8_t *at = take(width);
        uint64_t value = 0;
        for (size_t i = 0; at != nullptr && i < width; ++i) {
            value = (value << 8) | at[i];
        }
        return value;
    }
    uint8_t u8() { return uint8_t(little(1)); }
    uint16_t u16() { return uint16_t(little(2)); }
    uint32_t u32() { return uint32_t(little(4)); }
    uint64_t u64() { return little(8); }

    std::span<const uint8_t> bytes(size_t count)
    {
        const uint8_t *at = take(count);
        return at == nullptr ? std::span<const uint8_t>{} : std::span<const uint8_t>{at, count};
    }
    std::string_view text(size_t count)
    {
        const auto view = bytes(count);
        return {reinterpret_cast<const char *>(view.data()), view.size()};
    }
    std::span<const uint8_t> rest() { return bytes(remaining()); }
    void skip(size_t count) { take(count); }

    // MySQL's length-encoded integer (Protocol::LengthEncodedInteger); 0xFB and 0xFF are refused.
    uint64_t lengthEncoded()
    {
        const uint8_t first = u8();
        switch (first) {
        case 0xFC:
            return little(2);
        case 0xFD:
            return little(3);
        case 0xFE:
            return little(8);
        case 0xFB:
        case 0xFF:
            m_ok = false;
            return 0;
        default:
            return first;
        }
    }

private:
    const uint8_t *take(size_t count)
    {
        if (!m_ok || count > remaining()) {
            m_ok = false;
            return nullptr;
        }
        const uint8_t *at = m_bytes.data() + m_position;
        m_position += count;
        return at;
    }

    std::span<const uint8_t> m_bytes;
    size_t m_position = 0;
    bool m_ok = true;
};

} // namespace rowcast
