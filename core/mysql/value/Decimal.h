// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Arena.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace rowcast::mysql {

// MySQL's binary DECIMAL (MySQL: strings/decimal.cc, decimal2bin): groups of nine digits in four bytes, big-endian, the
// first bit turned, everything turned for negative numbers.

[[nodiscard]] size_t decimalBytes(unsigned precision, unsigned scale);

// The number as SELECT prints it: no leading zeros but one before the point, exactly scale digits behind it. bytes has
// decimalBytes(precision, scale) bytes. Empty for bytes that are no number.
std::optional<std::string_view> decimalText(
    std::span<const uint8_t> bytes, unsigned precision, unsigned scale, Arena &arena);

} // namespace rowcast::mysql
