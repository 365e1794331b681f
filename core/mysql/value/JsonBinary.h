// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/value/JsonValue.h"

#include <cstdint>
#include <span>
#include <string>

namespace rowcast::mysql {

// The text of a binary JSON document as SELECT prints it, appended to out. False where the document is damaged: out is
// then as it was. What a hostile document can make of few bytes is limited to a small multiple of them.
[[nodiscard]] bool appendJsonText(std::string &out, std::span<const uint8_t> document);

// One value that is no object and no array.
[[nodiscard]] bool appendJsonScalar(std::string &out, const JsonValue &value);

inline constexpr int kMostJsonDepth = 101; // MySQL allows 100 below the document itself

} // namespace rowcast::mysql
