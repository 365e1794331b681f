// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/value/Temporal.h"

#include <array>

namespace rowcast::mysql {

namespace {

constexpr std::array<uint32_t, 7> kPowers{1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};
constexpr uint64_t kMicros = 1'000'000;

// From MySQL 5.6 on fractions follow the whole part: one byte for one or two digits, two for three or four, ...
uint32_t readFraction(ByteReader &reader, unsigned digits)
{
    const unsigned bytes = (digits + 1) / 2;
    return bytes == 0 ? 0 : uint32_t(reader.big(bytes)) * kPowers[6 - 2 * bytes];
}

// year * 13 + month, day, hour, minute, second: 17, 5, 5, 6, 6 bits.
DateTimeParts unpackWhole(uint64_t packed)
{
    const uint64_t yearMonth = packed >> 22U;
    return {uint32_t(yearMonth / 13), uint32_t(yearMonth % 13), uint32_t(packed >> 17U & 0x1FU),
        uint32_t(packed >> 12U & 0x1FU), uint32_t(packed >> 6U & 0x3FU), uint32_t(packed & 0x3FU), 0, false};
}

std::optional<DateTimeParts> checked(DateTimeParts parts)
{
    return parts.hasClockTime() && parts.hour < 24 ? std::optional(parts) : std::nullopt;
}

std::optional<DateTimeParts> readDateTime2(ByteReader &reader, unsigned digits)
{
    constexpr uint64_t kOffset = 0x8000000000ULL;
    const uint64_t whole = reader.big(5);
    DateTimeParts parts = unpackWhole(whole >= kOffset ? whole - kOffset : 0);
    parts.micros = readFraction(reader, digits);
    return checked(parts);
}

// TIME2 counts whole and fraction as one number around the middle, so that negative ones borrow from the whole part.
std::optional<DateTimeParts> readTime2(ByteReader &reader, unsigned digits)
{
    const unsigned fractionBytes = (digits + 1) / 2;
    const unsigned fractionBits = fractionBytes * 8;
    const auto offset = int64_t(0x800000) << fractionBits;
    int64_t value = int64_t(reader.big(3 + fractionBytes)) - offset;
    DateTimeParts parts;
    parts.isNegative = value < 0;
    value = value < 0 ? -value : value;
    const auto whole = uint64_t(value) >> fractionBits;
    parts.hour = uint32_t(whole >> 12U & 0x3FFU);
    parts.minute = uint32_t(whole >> 6U & 0x3FU);
    parts.second = uint32_t(whole & 0x3FU);
    const uint64_t fraction = uint64_t(value) & ((uint64_t(1) << fractionBits) - 1);
    parts.micros = uint32_t(fraction * kPowers[6 - 2 * fractionBytes]);
    return parts.hasClockTime() ? std::optional(parts) : std::nullopt;
}

// Before 5.6: decimal digits in a number.
std::optional<DateTimeParts> readOldDateTime(ByteReader &reader)
{
    const uint64_t value = reader.u64();
    const uint64_t date = value / kMicros;
    const uint64_t clock = value % kMicros;
    return checked({uint32_t(date / 10'000), uint32_t(date / 100 % 100), uint32_t(date % 100), uint32_t(clock / 10'000),
        uint32_t(clock / 100 % 100), uint32_t(clock % 100), 0, false});
}

std::optional<DateTimeParts> readOldTime(ByteReader &reader)
{
    constexpr int32_t kSignBit = 0x800000;
    auto value = int32_t(reader.little(3));
    value = value >= kSignBit ? value - 2 * kSignBit : value;
    DateTimeParts parts;
    parts.isNegative = value < 0;
    const auto digits = uint32_t(value < 0 ? -value : value);
    parts.hour = digits / 10'000;
    parts.minute = digits / 100 % 100;
    parts.second = digits % 100;
    return parts.hasClockTime() && parts.hour < 1000 ? std::optional(parts) : std::nullopt;
}

// MariaDB 5.3's types with fractions (mysql56_temporal_format=OFF): one big-endian number of units of the last digit.
constexpr std::array<uint8_t, 7> kDateTimeBytes{5, 6, 6, 7, 7, 7, 8};
constexpr std::array<uint8_t, 7> kTimeBytes{3, 4, 4, 5, 5, 5, 6};
constexpr std::array<uint8_t, 7> kTimestampFractionBytes{0, 1, 1, 2, 2, 3, 3};

std::optional<DateTimeParts> readMariaDbDateTime(ByteReader &reader, unsigned digits)
{
    uint64_t value = reader.big(kDateTimeBytes[digits]) * kPowers[6 - digits];
    DateTimeParts parts;
    const auto take = [&](uint64_t size) {
        const auto part = uint32_t(value % size);
        value /= size;
        return part;
    };
    parts.micros = take(kMicros);
    parts.second = take(60);
    parts.minute = take(60);
    parts.hour = take(24);
    parts.day = take(32);
    parts.month = take(13);
    parts.year = uint32_t(value);
    return value <= 9999 ? std::optional(parts) : std::nullopt;
}

std::optional<DateTimeParts> readMariaDbTime(ByteReader &reader, unsigned digits)
{
    // zero stands for 839 hours, so that negative spans are positive numbers, too
    constexpr uint64_t kZeroSeconds = 839 * 3600;
    const uint64_t unit = kPowers[6 - digits];
    const uint64_t zero = kZeroSeconds * kPowers[digits];
    const uint64_t stored = reader.big(kTimeBytes[digits]);
    DateTimeParts parts;
    parts.isNegative = stored < zero;
    uint64_t micros = (parts.isNegative ? zero - stored : stored - zero) * unit;
    parts.micros = uint32_t(micros % kMicros);
    micros /= kMicros;
    parts.second = uint32_t(micros % 60);
    parts.minute = uint32_t(micros / 60 % 60);
    parts.hour = uint32_t(micros / 3600);
    return micros / 3600 < 1000 ? std::optional(parts) : std::nullopt;
}

std::optional<Cell> readTimestamp(ByteReader &reader, FieldType type, unsigned digits, Arena &arena)
{
    const bool isOld = type == FieldType::Timestamp && digits == 0;
    const auto seconds = uint32_t(isOld ? reader.little(4) : reader.big(4));
    uint32_t micros = 0;
    if (type == FieldType::Timestamp2) {
        micros = readFraction(reader, digits);
    } else if (digits > 0) {
        micros = uint32_t(reader.big(kTimestampFractionBytes[digits])) * kPowers[6 - digits];
    }
    if (micros >= kMicros) {
        return std::nullopt;
    }
    return timestampCell(seconds, micros, digits, arena);
}

DateTimeParts readDate(ByteReader &reader)
{
    const auto value = uint32_t(reader.little(3));
    return {value >> 9U, value >> 5U & 0xFU, value & 0x1FU, 0, 0, 0, 0, false};
}

} // namespace

std::optional<Cell> readTemporal(ByteReader &reader, FieldType type, unsigned digits, Arena &arena)
{
    if (digits > 6) {
        return std::nullopt;
    }
    std::optional<DateTimeParts> parts;
    switch (type) {
    case FieldType::Date:
    case FieldType::NewDate:
        return dateCell(readDate(reader), arena);
    case FieldType::Timestamp:
    case FieldType::Timestamp2:
        return readTimestamp(reader, type, digits, arena);
    case FieldType::DateTime2:
        parts = readDateTime2(reader, digits);
        break;
    case FieldType::DateTime:
        parts = digits == 0 ? readOldDateTime(reader) : readMariaDbDateTime(reader, digits);
        break;
    case FieldType::Time2:
        parts = readTime2(reader, digits);
        return parts ? std::optional(timeCell(*parts, digits, arena)) : std::nullopt;
    case FieldType::Time:
        parts = digits == 0 ? readOldTime(reader) : readMariaDbTime(reader, digits);
        return parts ? std::optional(timeCell(*parts, digits, arena)) : std::nullopt;
    default:
        return std::nullopt;
    }
    return parts ? std::optional(dateTimeCell(*parts, digits, arena)) : std::nullopt;
}

DateTimeParts unpackDateTime(int64_t packed)
{
    const uint64_t value = packed < 0 ? 0 - uint64_t(packed) : uint64_t(packed);
    DateTimeParts parts = unpackWhole(value >> 24U);
    parts.micros = uint32_t(value & 0xFFFFFFU);
    return parts;
}

DateTimeParts unpackTime(int64_t packed)
{
    const uint64_t value = packed < 0 ? 0 - uint64_t(packed) : uint64_t(packed);
    const uint64_t whole = value >> 24U;
    DateTimeParts parts;
    parts.isNegative = packed < 0;
    parts.hour = uint32_t(whole >> 12U & 0x3FFU);
    parts.minute = uint32_t(whole >> 6U & 0x3FU);
    parts.second = uint32_t(whole & 0x3FU);
    parts.micros = uint32_t(value & 0xFFFFFFU);
    return parts;
}

} // namespace rowcast::mysql
