// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/TopicName.h"

namespace rowcast {

namespace {

constexpr size_t kMostBytes = 249;

bool isTopicByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_'
        || c == '-';
}

std::string filledIn(const std::string &pattern, const TableId &table)
{
    constexpr std::string_view kSchema = "${schema}";
    constexpr std::string_view kTable = "${table}";
    std::string name;
    for (size_t at = 0; at < pattern.size();) {
        const std::string_view rest = std::string_view(pattern).substr(at);
        if (rest.starts_with(kSchema)) {
            name += table.schema;
            at += kSchema.size();
        } else if (rest.starts_with(kTable)) {
            name += table.table;
            at += kTable.size();
        } else {
            name += pattern[at++];
        }
    }
    return name;
}

} // namespace

std::string topicName(const MessageSettings &settings, const TableId &table)
{
    if (settings.topicPattern.empty()) {
        return settings.topic;
    }
    std::string name = filledIn(settings.topicPattern, table);
    name.resize(std::min(name.size(), kMostBytes));
    for (char &c : name) {
        c = isTopicByte(c) ? c : '_';
    }
    return name;
}

} // namespace rowcast
