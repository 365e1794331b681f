// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/BinlogPlace.h"

#include <charconv>

namespace rowcast::mysql {

namespace {

std::optional<uint64_t> wholeNumber(std::string_view digits)
{
    uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool isWhole = error == std::errc() && end == digits.data() + digits.size() && !digits.empty();
    return isWhole ? std::optional(value) : std::nullopt;
}

} // namespace

uint64_t BinlogPlace::numberOf(std::string_view file)
{
    const size_t dot = file.rfind('.');
    return dot == std::string_view::npos ? 0 : wholeNumber(file.substr(dot + 1)).value_or(0);
}

std::optional<BinlogPlace> BinlogPlace::parse(std::string_view text)
{
    const size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) {
        return std::nullopt;
    }
    const auto offset = wholeNumber(text.substr(colon + 1));
    if (!offset) {
        return std::nullopt;
    }
    return BinlogPlace{std::string(text.substr(0, colon)), *offset};
}

} // namespace rowcast::mysql
