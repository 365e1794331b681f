// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/gtid/MariaDbGtid.h"

#include "core/base/ByteReader.h"
#include "core/mysql/gtid/GtidText.h"

#include <algorithm>
#include <charconv>

namespace rowcast::mysql {

namespace {

Failure invalid(std::string_view text)
{
    return invalidGtidFailure(text, QStringLiteral("0-1-270"));
}

// Reads a number and what must follow it off the front of text.
template <typename Number> bool takeNumber(std::string_view &text, Number &number, char follower)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc()) {
        return false;
    }
    text.remove_prefix(size_t(end - text.data()));
    if (follower == '\0') {
        return text.empty();
    }
    const bool isFollowed = !text.empty() && text.front() == follower;
    text.remove_prefix(isFollowed ? 1 : 0);
    return isFollowed;
}

} // namespace

std::string MariaDbGtid::text() const
{
    return std::to_string(domain) + '-' + std::to_string(server) + '-' + std::to_string(sequence);
}

Result<MariaDbGtid> MariaDbGtid::parse(std::string_view text)
{
    MariaDbGtid gtid;
    std::string_view rest = text;
    if (!takeNumber(rest, gtid.domain, '-') || !takeNumber(rest, gtid.server, '-')
        || !takeNumber(rest, gtid.sequence, '\0')) {
        return invalid(text);
    }
    return gtid;
}

Result<MariaDbGtidList> MariaDbGtidList::parse(std::string_view text)
{
    MariaDbGtidList list;
    std::string_view rest = text;
    while (!rest.empty()) {
        const size_t end = std::min(rest.find(','), rest.size());
        std::string_view part = rest.substr(0, end);
        part.remove_prefix(std::min(part.find_first_not_of(" \r\n\t"), part.size()));
        part = part.substr(0, part.find_last_not_of(" \r\n\t") + 1);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto gtid = MariaDbGtid::parse(part);
        if (!gtid || list.m_last.contains(gtid->domain)) {
            return invalid(text);
        }
        list.set(*gtid);
    }
    return list;
}

Result<MariaDbGtidList> MariaDbGtidList::fromEvent(const GtidListEvent &event)
{
    MariaDbGtidList list;
    ByteReader reader(event.entries);
    for (uint32_t i = 0; i < event.count; ++i) {
        MariaDbGtid gtid;
        gtid.domain = reader.u32();
        gtid.server = reader.u32();
        gtid.sequence = reader.u64();
        list.set(gtid);
    }
    return list;
}

std::string MariaDbGtidList::text() const
{
    std::string text;
    for (const auto &[domain, gtid] : m_last) {
        text += text.empty() ? "" : ",";
        text += gtid.text();
    }
    return text;
}

bool MariaDbGtidList::contains(const MariaDbGtid &gtid) const
{
    const auto found = m_last.find(gtid.domain);
    return found != m_last.end() && found->second.sequence >= gtid.sequence;
}

bool MariaDbGtidList::contains(const MariaDbGtidList &other) const
{
    return std::all_of(
        other.m_last.begin(), other.m_last.end(), [this](const auto &entry) { return contains(entry.second); });
}

} // namespace rowcast::mysql
