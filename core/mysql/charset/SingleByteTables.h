// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace rowcast::mysql {

// The upper half of a character set of single bytes, as the server has it; its lower half is ASCII. 0: no character.
struct SingleByteTable {
    const char *name = nullptr;
    std::array<uint16_t, 128> upper{};
};

extern const std::array<SingleByteTable, 23> kSingleByteTables;

} // namespace rowcast::mysql
