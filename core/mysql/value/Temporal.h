// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Arena.h"
#include "core/base/ByteReader.h"
#include "core/change/Cell.h"
#include "core/mysql/event/PhysicalColumn.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace rowcast::mysql {

// A point in MySQL's calendar and clock, or a span of time (then with a sign and up to 838 hours).
struct DateTimeParts {
    uint32_t year = 0;
    uint32_t month = 0;
    uint32_t day = 0;
    uint32_t hour = 0;
    uint32_t minute = 0;
    uint32_t second = 0;
    uint32_t micros = 0;
    bool isNegative = false;

    // False for zero dates, partial ones and days that the month does not have.
    [[nodiscard]] bool isRealDate() const;
    // The server's order of points in time, real ones and others.
    [[nodiscard]] uint64_t rank() const;
    [[nodiscard]] bool hasClockTime() const { return minute < 60 && second < 60 && micros < 1'000'000; }
};

// Cells in their final form; NULL for dates that no calendar has, whose cell keeps the rank in u.
//   2023-03-23   2020-11-26T12:38:28.500Z   -838:59:59.00
// digits: of the fraction, 0 to 6; what the column cannot hold is cut.
[[nodiscard]] Cell dateCell(const DateTimeParts &parts, Arena &arena);
[[nodiscard]] Cell dateTimeCell(const DateTimeParts &parts, unsigned digits, Arena &arena);
[[nodiscard]] Cell timeCell(const DateTimeParts &parts, unsigned digits, Arena &arena);
// Seconds since 1970 UTC; 0 is the zero date.
[[nodiscard]] Cell timestampCell(uint32_t seconds, uint32_t micros, unsigned digits, Arena &arena);

// The value of a row image: all of the server's temporal types, those from before MySQL 5.6 and MariaDB's own with
// fractions (told by digits, which their TABLE_MAP does not hold) among them. Empty where the bytes cannot be a value.
[[nodiscard]] std::optional<Cell> readTemporal(ByteReader &reader, FieldType type, unsigned digits, Arena &arena);

// The packed number that JSON documents hold (MySQL: TIME_from_longlong_datetime_packed and _time_packed).
[[nodiscard]] DateTimeParts unpackDateTime(int64_t packed);
[[nodiscard]] DateTimeParts unpackTime(int64_t packed);

// "2020-11-26 12:38:28.5", "2020-11-26", "-12:38:28.5" as the server prints them.
[[nodiscard]] std::optional<DateTimeParts> parseDateTimeText(std::string_view text);
[[nodiscard]] std::optional<DateTimeParts> parseTimeText(std::string_view text);

} // namespace rowcast::mysql
