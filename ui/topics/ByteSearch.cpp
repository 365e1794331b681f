// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/ByteSearch.h"

#include <cctype>

namespace rowcast::ui {

namespace {

constexpr unsigned char lower(unsigned char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<unsigned char>(byte + ('a' - 'A')) : byte;
}

} // namespace

ByteSearch::ByteSearch(const QByteArray &needle)
    : m_needle(needle)
{
    for (char &byte : m_needle) {
        byte = char(lower(static_cast<unsigned char>(byte)));
    }
    const auto size = uint32_t(m_needle.size());
    m_skip.fill(size);
    for (uint32_t i = 0; i + 1 < size; ++i) {
        const auto byte = static_cast<unsigned char>(m_needle[i]);
        m_skip[byte] = size - 1 - i;
        m_skip[size_t(std::toupper(byte)) & 0xff] = size - 1 - i;
    }
}

bool ByteSearch::isIn(std::string_view bytes) const
{
    const auto size = size_t(m_needle.size());
    if (size == 0) {
        return true;
    }
    const auto *needle = reinterpret_cast<const unsigned char *>(m_needle.constData());
    const auto *text = reinterpret_cast<const unsigned char *>(bytes.data());
    for (size_t end = size; end <= bytes.size();) {
        const unsigned char last = text[end - 1];
        if (lower(last) == needle[size - 1]) {
            size_t i = 0;
            while (i + 1 < size && lower(text[end - size + i]) == needle[i]) {
                ++i;
            }
            if (i + 1 == size) {
                return true;
            }
        }
        end += m_skip[last];
    }
    return false;
}

} // namespace rowcast::ui
