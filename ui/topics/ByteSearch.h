// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>
#include <cstdint>
#include <string_view>

namespace rowcast::ui {

// Finds a text in bytes without regard to the case of ASCII letters, the way people search (Boyer-Moore-Horspool).
// Reentrant; an empty text is in everything.
class ByteSearch {
public:
    ByteSearch() = default;
    explicit ByteSearch(const QByteArray &needle);

    [[nodiscard]] bool isIn(std::string_view bytes) const;

private:
    QByteArray m_needle; // lower case
    std::array<uint32_t, 256> m_skip{};
};

} // namespace rowcast::ui
