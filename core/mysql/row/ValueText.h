// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Arena.h"
#include "core/change/Cell.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Final forms that binlog and SELECT share, each from the value's bytes.
namespace rowcast::mysql {

// FLOAT(M,D), DOUBLE(M,D): exactly scale digits, those that the servers print.
[[nodiscard]] std::string_view fixedRealText(double value, unsigned scale, Arena &arena);

// The label of an ENUM's number; 0 is the empty text of an invalid value. Empty where there is no such label.
[[nodiscard]] std::optional<std::string_view> enumText(const std::vector<std::string> &labels, uint64_t number);
// The labels of a SET's bits, joined by commas.
[[nodiscard]] std::optional<std::string_view> setText(
    const std::vector<std::string> &labels, uint64_t bits, Arena &arena);

// MariaDB's types, from 16, 4 and 16 bytes: the texts that the server prints.
[[nodiscard]] std::string_view uuidText(std::span<const uint8_t> bytes, Arena &arena);
[[nodiscard]] std::string_view inet4Text(std::span<const uint8_t> bytes, Arena &arena);
[[nodiscard]] std::string_view inet6Text(std::span<const uint8_t> bytes, Arena &arena);

// BIT: true or false for one bit, else the bytes.
[[nodiscard]] Cell bitCell(std::string_view bytes, uint32_t bits);

} // namespace rowcast::mysql
