// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/IsoTime.h"

#include <algorithm>
#include <chrono>

namespace rowcast {

namespace {

void put(std::string &text, size_t end, int64_t value)
{
    for (size_t at = end; value != 0; value /= 10) {
        text[--at] = char('0' + value % 10);
    }
}

} // namespace

std::string isoTime(int64_t micros)
{
    using namespace std::chrono;
    constexpr int64_t kLeast = -62'167'219'200'000'000; // 0000-01-01
    constexpr int64_t kMost = 253'402'300'799'999'999; // the last of 9999
    const sys_time<microseconds> time{microseconds(std::clamp(micros, kLeast, kMost))};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss<microseconds> clock(time - day);
    std::string text = "0000-00-00T00:00:00.000000Z";
    put(text, 4, int(date.year()));
    put(text, 7, unsigned(date.month()));
    put(text, 10, unsigned(date.day()));
    put(text, 13, clock.hours().count());
    put(text, 16, clock.minutes().count());
    put(text, 19, clock.seconds().count());
    put(text, 26, clock.subseconds().count());
    return text;
}

} // namespace rowcast
