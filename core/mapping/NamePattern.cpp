// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mapping/NamePattern.h"

#include <algorithm>
#include <cstddef>

namespace rowcast {

namespace {

// The code point at position, which moves behind it; bytes that are no UTF-8 count as characters of their own.
char32_t nextCharacter(std::string_view text, size_t &position)
{
    const auto byte = [&](size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
    const unsigned lead = byte(position);
    const size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t value = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (size_t i = 1; i < length; ++i) {
        if ((byte(position + i) & 0xC0U) != 0x80U) {
            ++position;
            return 0xDC00U + lead; // no character has this number
        }
        value = (value << 6) | (byte(position + i) & 0x3FU);
    }
    position += length;
    return value;
}

std::vector<char32_t> characters(std::string_view text)
{
    std::vector<char32_t> list;
    list.reserve(text.size());
    for (size_t at = 0; at < text.size();) {
        list.push_back(nextCharacter(text, at));
    }
    return list;
}

} // namespace

NamePattern::NamePattern(std::string_view pattern)
{
    const std::vector<char32_t> all = characters(pattern);
    bool isLiteral = true;
    for (size_t i = 0; i < all.size(); ++i) {
        const auto close = all[i] == U'[' ? std::find(all.begin() + std::ptrdiff_t(i) + 1, all.end(), U']') : all.end();
        Part part;
        if (all[i] == U'%') {
            part.isAnyRun = true;
            isLiteral = false;
        } else if (all[i] == U'_') {
            isLiteral = false;
        } else if (close != all.end() && close - all.begin() > std::ptrdiff_t(i) + 1) {
            const auto end = size_t(close - all.begin());
            for (size_t at = i + 1; at < end; ++at) {
                const bool isRange = at + 2 < end && all[at + 1] == U'-';
                part.ranges.push_back({all[at], isRange ? all[at + 2] : all[at]});
                at += isRange ? 2 : 0;
            }
            isLiteral = isLiteral && part.ranges.size() == 1 && part.ranges[0].first == part.ranges[0].last;
            i = end;
        } else {
            part.ranges.push_back({all[i], all[i]});
        }
        m_parts.push_back(std::move(part));
    }
    m_isLiteral = isLiteral;
    if (isLiteral) {
        setLiteral(pattern);
    }
}

bool NamePattern::isWellFormed(std::string_view pattern)
{
    const std::vector<char32_t> all = characters(pattern);
    for (size_t i = 0; i < all.size(); ++i) {
        if (all[i] != U'[') {
            continue;
        }
        const auto open = all.begin() + std::ptrdiff_t(i);
        const auto close = std::find(open, all.end(), U']');
        if (close == all.end() || close == open + 1) {
            return false;
        }
        for (auto at = open + 1; at < close; ++at) {
            const bool isRange = close - at > 2 && at[1] == U'-';
            if (isRange && at[0] > at[2]) {
                return false;
            }
            at += isRange ? 2 : 0;
        }
        i = size_t(close - all.begin());
    }
    return true;
}

NamePattern NamePattern::ofName(std::string_view name)
{
    NamePattern pattern;
    pattern.m_literal = name;
    return pattern;
}

// The pattern without the brackets around single characters.
void NamePattern::setLiteral(std::string_view pattern)
{
    for (size_t at = 0; at < pattern.size();) {
        const size_t close = pattern[at] == '[' ? pattern.find(']', at) : std::string_view::npos;
        if (close != std::string_view::npos && close > at + 1) {
            m_literal += pattern.substr(at + 1, close - at - 1);
            at = close + 1;
        } else {
            m_literal += pattern[at++];
        }
    }
}

bool NamePattern::accepts(const Part &part, char32_t character) const
{
    return part.ranges.empty() || std::any_of(part.ranges.begin(), part.ranges.end(), [&](const Range &range) {
        return character >= range.first && character <= range.last;
    });
}

bool NamePattern::matches(std::string_view name) const
{
    if (m_isLiteral) {
        return name == m_literal;
    }
    const std::vector<char32_t> all = characters(name);
    size_t part = 0;
    size_t at = 0;
    size_t retryPart = m_parts.size() + 1; // behind the last %, none yet
    size_t retryAt = 0;
    while (at < all.size()) {
        if (part < m_parts.size() && m_parts[part].isAnyRun) {
            retryPart = ++part;
            retryAt = at;
        } else if (part < m_parts.size() && accepts(m_parts[part], all[at])) {
            ++part;
            ++at;
        } else if (retryPart <= m_parts.size()) {
            part = retryPart; // let that % take one character more
            at = ++retryAt;
        } else {
            return false;
        }
    }
    return std::all_of(
        m_parts.begin() + std::ptrdiff_t(part), m_parts.end(), [](const Part &rest) { return rest.isAnyRun; });
}

} // namespace rowcast
