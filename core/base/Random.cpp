// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/Random.h"

#include <QRandomGenerator>

namespace rowcast {

uint64_t SystemRandom::next()
{
    return QRandomGenerator::system()->generate64();
}

std::string randomId(Random &random)
{
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (int word = 0; word < 2; ++word) {
        uint64_t bits = random.next();
        for (int digit = 0; digit < 16; ++digit, bits >>= 4) {
            text += kDigits[bits & 15];
        }
    }
    return text;
}

} // namespace rowcast
