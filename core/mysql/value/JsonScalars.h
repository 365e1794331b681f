// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Arena.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// The texts of JSON values as the server prints them (MySQL: Json_wrapper::to_string).
namespace rowcast::mysql {

// With quotes and the server's escapes. Invalid UTF-8 is repaired.
void appendJsonString(std::string &out, std::string_view text);
// Shortest digits, exponents where the server writes them, always with a point or an exponent: 1.0, 1e20, 0.001.
void appendJsonDouble(std::string &out, double value);
// A value of a type that JSON has not: a DECIMAL's digits, dates and times in quotes, others as base64 with their type.
// False for bytes that are none.
[[nodiscard]] bool appendJsonOpaque(std::string &out, uint8_t fieldType, std::string_view data);

} // namespace rowcast::mysql
