// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/Cell.h"

#include <QByteArray>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rowcast {

// "0a 0B" as bytes.
inline std::vector<uint8_t> bytesOf(const char *hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex);
    return {bytes.begin(), bytes.end()};
}

inline std::string textOf(const char *hex)
{
    return QByteArray::fromHex(hex).toStdString();
}

// A cell as text that tells its kind: "i-5", "t:abc", "0x0102", "NULL".
std::string cellText(const Cell &cell);

} // namespace rowcast
