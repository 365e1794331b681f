// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace rowcast::mysql {

// The fewest digits that read back to the same finite double: what the servers' dtoa() gives before they lay it out.
struct ShortestDigits {
    explicit ShortestDigits(double value)
    {
        // d[.ddd]e[+-]xx
        const auto [end, error] = std::to_chars(
            m_text.data(), m_text.data() + m_text.size(), std::abs(value), std::chars_format::scientific);
        const std::string_view text(m_text.data(), size_t(end - m_text.data()));
        const size_t mark = text.find('e');
        std::from_chars(text.data() + mark + (text[mark + 1] == '+' ? 2 : 1), end, point);
        ++point;
        if (mark > 1) {
            m_text[1] = m_text[0]; // over the point
            digits = text.substr(1, mark - 1);
        } else {
            digits = text.substr(0, 1);
        }
    }
    ShortestDigits(const ShortestDigits &) = delete;
    ShortestDigits &operator=(const ShortestDigits &) = delete;

    std::string_view digits; // at least one
    int point = 0; // this many digits stand before the decimal point; may be negative

private:
    std::array<char, 32> m_text{};
};

} // namespace rowcast::mysql
