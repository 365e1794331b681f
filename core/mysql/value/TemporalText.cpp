// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/value/Temporal.h"

#include <array>
#include <charconv>
#include <chrono>

namespace rowcast::mysql {

namespace {

// Writes digits from the left; the caller has taken the room.
class Pen {
public:
    explicit Pen(char *at)
        : m_at(at)
    {
    }
    Pen &two(uint32_t value)
    {
        m_at[0] = char('0' + value / 10 % 10);
        m_at[1] = char('0' + value % 10);
        m_at += 2;
        return *this;
    }
    Pen &sign(char c)
    {
        *m_at++ = c;
        return *this;
    }
    Pen &date(const DateTimeParts &parts)
    {
        return two(parts.year / 100).two(parts.year).sign('-').two(parts.month).sign('-').two(parts.day);
    }
    Pen &clock(const DateTimeParts &parts) { return sign(':').two(parts.minute).sign(':').two(parts.second); }
    Pen &fraction(uint32_t micros, unsigned digits)
    {
        if (digits == 0) {
            return *this;
        }
        sign('.');
        uint32_t place = 100'000;
        for (unsigned i = 0; i < digits; ++i) {
            sign(char('0' + micros / place % 10));
            place /= 10;
        }
        return *this;
    }
    [[nodiscard]] char *at() const { return m_at; }

private:
    char *m_at;
};

Cell finished(char *begin, const Pen &pen, size_t taken, Arena &arena)
{
    const auto used = size_t(pen.at() - begin);
    arena.shrink(taken - used);
    return Cell::view(CellKind::Plain, {begin, used});
}

// Reads numbers and signs from the left of a text.
class Scanner {
public:
    explicit Scanner(std::string_view text)
        : m_text(text)
    {
    }
    uint32_t number()
    {
        uint32_t value = 0;
        const auto [end, error] = std::from_chars(m_text.data(), m_text.data() + m_text.size(), value);
        m_ok = m_ok && error == std::errc();
        m_text.remove_prefix(size_t(end - m_text.data()));
        return value;
    }
    bool take(char sign)
    {
        if (m_text.empty() || m_text.front() != sign) {
            return false;
        }
        m_text.remove_prefix(1);
        return true;
    }
    void expect(char sign) { m_ok = take(sign) && m_ok; }
    uint32_t fraction()
    {
        uint32_t micros = 0;
        uint32_t place = 100'000;
        while (!m_text.empty() && m_text.front() >= '0' && m_text.front() <= '9') {
            micros += uint32_t(m_text.front() - '0') * place;
            place /= 10;
            m_text.remove_prefix(1);
        }
        return micros;
    }
    void clock(DateTimeParts &parts)
    {
        parts.hour = number();
        expect(':');
        parts.minute = number();
        expect(':');
        parts.second = number();
        if (take('.')) {
            parts.micros = fraction();
        }
    }
    [[nodiscard]] bool isFinished() const { return m_ok && m_text.empty(); }
    [[nodiscard]] bool atEnd() const { return m_text.empty(); }

private:
    std::string_view m_text;
    bool m_ok = true;
};

Cell unrealDate(const DateTimeParts &parts)
{
    Cell cell = Cell::null();
    cell.u = parts.rank();
    return cell;
}

} // namespace

uint64_t DateTimeParts::rank() const
{
    const uint64_t days = (uint64_t(year) * 16 + month) * 32 + day;
    return ((days * 32 + hour) * 64 + minute) * 64'000'000 + uint64_t(second) * 1'000'000 + micros;
}

bool DateTimeParts::isRealDate() const
{
    static constexpr std::array<uint8_t, 13> kDays{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1 || year > 9999) {
        return false;
    }
    const bool isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= kDays[month] + uint32_t(month == 2 && isLeap ? 1 : 0);
}

Cell dateCell(const DateTimeParts &parts, Arena &arena)
{
    constexpr size_t kMost = 10;
    if (!parts.isRealDate()) {
        return unrealDate(parts);
    }
    char *const begin = arena.allocate(kMost);
    return finished(begin, Pen(begin).date(parts), kMost, arena);
}

Cell dateTimeCell(const DateTimeParts &parts, unsigned digits, Arena &arena)
{
    constexpr size_t kMost = 27;
    if (!parts.isRealDate()) {
        return unrealDate(parts);
    }
    char *const begin = arena.allocate(kMost);
    Pen pen(begin);
    pen.date(parts).sign('T').two(parts.hour).clock(parts).fraction(parts.micros, digits).sign('Z');
    return finished(begin, pen, kMost, arena);
}

Cell timeCell(const DateTimeParts &parts, unsigned digits, Arena &arena)
{
    constexpr size_t kMost = 18;
    char *const begin = arena.allocate(kMost);
    Pen pen(begin);
    if (parts.isNegative) {
        pen.sign('-');
    }
    if (parts.hour >= 100) {
        pen.sign(char('0' + parts.hour / 100 % 10));
    }
    pen.two(parts.hour).clock(parts).fraction(parts.micros, digits);
    return finished(begin, pen, kMost, arena);
}

Cell timestampCell(uint32_t seconds, uint32_t micros, unsigned digits, Arena &arena)
{
    constexpr uint32_t kDaySeconds = 86'400;
    if (seconds == 0) {
        return Cell::null();
    }
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{seconds / kDaySeconds}}};
    const uint32_t rest = seconds % kDaySeconds;
    const DateTimeParts parts{uint32_t(int(date.year())), unsigned(date.month()), unsigned(date.day()), rest / 3600,
        rest / 60 % 60, rest % 60, micros, false};
    return dateTimeCell(parts, digits, arena);
}

std::optional<DateTimeParts> parseDateTimeText(std::string_view text)
{
    DateTimeParts parts;
    Scanner scanner(text);
    parts.year = scanner.number();
    scanner.expect('-');
    parts.month = scanner.number();
    scanner.expect('-');
    parts.day = scanner.number();
    if (!scanner.atEnd()) {
        scanner.expect(' ');
        scanner.clock(parts);
    }
    return scanner.isFinished() && parts.hasClockTime() ? std::optional(parts) : std::nullopt;
}

std::optional<DateTimeParts> parseTimeText(std::string_view text)
{
    DateTimeParts parts;
    Scanner scanner(text);
    parts.isNegative = scanner.take('-');
    scanner.clock(parts);
    return scanner.isFinished() && parts.hasClockTime() && parts.hour < 1000 ? std::optional(parts) : std::nullopt;
}

} // namespace rowcast::mysql
