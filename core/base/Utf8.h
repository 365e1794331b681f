// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace rowcast {

// Valid by RFC 3629: no surrogates, no overlong forms, at most U+10FFFF.
[[nodiscard]] bool isValidUtf8(std::string_view text);

// Appends text with each maximal invalid part as U+FFFD; true when something was replaced.
bool appendUtf8Repaired(std::string &out, std::string_view text);

// The longest part of at most that many bytes that does not end inside a character.
[[nodiscard]] std::string_view utf8Prefix(std::string_view text, size_t mostBytes);

} // namespace rowcast
