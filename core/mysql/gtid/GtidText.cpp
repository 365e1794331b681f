// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/gtid/GtidText.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>

namespace rowcast::mysql {

namespace {

constexpr std::string_view kBlanks = " \t\r\n\v\f";

std::string_view trimmed(std::string_view text)
{
    const size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

// Takes the part up to the separator off the front of rest.
std::string_view nextPart(std::string_view &rest, char separator)
{
    const size_t end = std::min(rest.find(separator), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return trimmed(part);
}

std::optional<uint64_t> numberOf(std::string_view text)
{
    uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isNumber = error == std::errc() && end == text.data() + text.size();
    return isNumber && value > 0 && value <= kMostGtidNumber ? std::optional(value) : std::nullopt;
}

// In lower case; empty for what is no tag.
std::string tagOf(std::string_view text)
{
    std::string tag(text);
    std::transform(
        tag.begin(), tag.end(), tag.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return isGtidTag(tag) ? tag : std::string();
}

// "7" or "1-5"; an interval that ends before its begin is empty, as for the server.
bool addInterval(GtidSet &set, const GtidSource &source, std::string_view text)
{
    std::string_view rest = text;
    const auto first = numberOf(nextPart(rest, '-'));
    const bool isRange = text.find('-') != std::string_view::npos;
    const auto last = isRange ? numberOf(trimmed(rest)) : first;
    if (!first || !last) {
        return false;
    }
    set.add(source, {*first, *last});
    return true;
}

// "uuid:1-5:7:tag:1-3"
bool addServer(GtidSet &set, std::string_view text)
{
    std::string_view rest = text;
    const auto uuid = parseUuid(nextPart(rest, ':'));
    if (!uuid) {
        return false;
    }
    GtidSource source{*uuid, {}};
    bool hasInterval = false;
    while (!rest.empty()) {
        const std::string_view part = nextPart(rest, ':');
        if (std::string tag = tagOf(part); !tag.empty()) {
            source.tag = std::move(tag);
            hasInterval = false;
        } else if (addInterval(set, source, part)) {
            hasInterval = true;
        } else {
            return false;
        }
    }
    return hasInterval;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

bool isGtidTag(std::string_view text)
{
    constexpr size_t kMostBytes = 32;
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    return !text.empty() && text.size() <= kMostBytes && isLetter(text.front())
        && std::all_of(text.begin(), text.end(), [&](char c) { return isLetter(c) || (c >= '0' && c <= '9'); });
}

Failure invalidGtidFailure(std::string_view text, const QString &example)
{
    constexpr size_t kShown = 200;
    const QString shown = QString::fromUtf8(text.data(), qsizetype(std::min(text.size(), kShown)));
    return {QStringLiteral("mysql.gtid.invalid"),
        QCoreApplication::translate("Binlog", "\"%1\" is no GTID position.").arg(shown),
        QCoreApplication::translate("Binlog", "Write it as the server prints it, for example `%1`.").arg(example), {},
        false};
}

Result<GtidSet> parseGtidSet(std::string_view text)
{
    GtidSet set;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::string_view server = nextPart(rest, ',');
        if (!server.empty() && !addServer(set, server)) {
            return invalidGtidFailure(text, QStringLiteral("3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5"));
        }
    }
    return set;
}

std::optional<ServerUuid> parseUuid(std::string_view text)
{
    constexpr std::string_view kShape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    ServerUuid uuid{};
    size_t digits = 0;
    const bool hasDashes = text.size() == kShape.size();
    for (size_t i = 0; i < text.size(); ++i) {
        if (hasDashes && kShape[i] == '-') {
            if (text[i] != '-') {
                return std::nullopt;
            }
            continue;
        }
        const int digit = hexDigit(text[i]);
        if (digit < 0 || digits >= 2 * uuid.size()) {
            return std::nullopt;
        }
        uuid[digits / 2] = uint8_t(uuid[digits / 2] << 4 | digit);
        ++digits;
    }
    return digits == 2 * uuid.size() ? std::optional(uuid) : std::nullopt;
}

std::string uuidText(const ServerUuid &uuid)
{
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (size_t i = 0; i < uuid.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            text += '-';
        }
        text += kDigits[uuid[i] >> 4U];
        text += kDigits[uuid[i] & 0xFU];
    }
    return text;
}

} // namespace rowcast::mysql
