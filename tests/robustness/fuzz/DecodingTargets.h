// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace rowcast::fuzz {

// A function that must take any bytes: it may refuse them, and must neither crash nor read outside of them nor take
// memory or time out of proportion.
struct Target {
    std::string_view name;
    void (*run)(std::span<const uint8_t> bytes);
};

[[nodiscard]] std::span<const Target> targets();
[[nodiscard]] const Target *findTarget(std::string_view name); // null for an unknown one

} // namespace rowcast::fuzz
