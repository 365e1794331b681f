// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstdlib>
#include <span>
#include <string_view>

namespace rowcast::fuzz {

// A function that must take any bytes: it may refuse them, and must neither crash nor read outside of them nor take
// memory or time out of proportion.
struct Target {
    std::string_view name;
    void (*run)(std::span<const uint8_t> bytes);
};

// Fails loudly in every build: a fuzzer needs the crash.
inline void require(bool condition)
{
    if (!condition) {
        std::abort();
    }
}

} // namespace rowcast::fuzz
