// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace rowcast::mysql {

// The text of a document after a partial update (MySQL: Json_diff_vector): document is the binary one of the before
// image, differences what PARTIAL_UPDATE_ROWS holds for the column, without its length. Appended to out. False where
// the differences are damaged or do not fit the document.
[[nodiscard]] bool appendChangedJsonText(
    std::string &out, std::span<const uint8_t> document, std::span<const uint8_t> differences);

} // namespace rowcast::mysql
