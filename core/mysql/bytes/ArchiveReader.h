// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ByteReader.h"

#include <bit>
#include <cstdint>
#include <string_view>

namespace rowcast::mysql {

// Numbers as MySQL 8.3 writes them in its own serialization (libs/mysql/serialization): the count of one bits at the
// low end of the first byte says how many bytes follow it; the number stands above them. Signed ones are folded, so
// that small negative numbers are short too.
class ArchiveReader {
public:
    explicit ArchiveReader(ByteReader &reader)
        : m_reader(reader)
    {
    }

    uint64_t unsignedNumber()
    {
        const uint8_t first = m_reader.u8();
        const auto more = size_t(std::countr_one(first));
        const uint64_t rest = more == 0 ? 0 : m_reader.little(more);
        if (more == 8) {
            return rest;
        }
        const uint64_t own = uint64_t(first) >> (more + 1);
        return more == 7 ? rest : own | (rest << (7 - more));
    }
    int64_t signedNumber()
    {
        const uint64_t folded = unsignedNumber();
        return int64_t(folded >> 1U) ^ -int64_t(folded & 1U);
    }
    std::string_view text() { return m_reader.text(unsignedNumber()); }

private:
    ByteReader &m_reader;
};

} // namespace rowcast::mysql
