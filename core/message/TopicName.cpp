// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/TopicName.h"

#include <QCryptographicHash>

#include <algorithm>

namespace rowcast {

namespace {

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

// The digits keep names apart that differ only in what was lost: rows of different tables with the same key would
// overwrite each other in one topic.
std::string madeFit(const std::string &name)
{
    constexpr qsizetype kHashBytes = 4;
    const QByteArray hash = QCryptographicHash::hash(QByteArray::fromStdString(name), QCryptographicHash::Sha256);
    const std::string suffix = '-' + hash.first(kHashBytes).toHex().toStdString();
    std::string fit = name.substr(0, kMostTopicBytes - suffix.size());
    std::replace_if(
        fit.begin(), fit.end(), [](char c) { return !isTopicByte(c); }, '_');
    return fit + suffix;
}

} // namespace

bool isTopicName(std::string_view name)
{
    return !name.empty() && name.size() <= kMostTopicBytes && name != "." && name != ".."
        && std::all_of(name.begin(), name.end(), isTopicByte);
}

std::string topicName(const MessageSettings &settings, const TableId &table)
{
    if (settings.topicPattern.empty()) {
        return settings.topic;
    }
    std::string name = filledIn(settings.topicPattern, table);
    return isTopicName(name) ? name : madeFit(name);
}

bool isCheckpointTopic(const MessageSettings &settings, const TableId &table)
{
    return !settings.topicPattern.empty() && !settings.checkpointTopic.empty()
        && topicName(settings, table) == settings.checkpointTopic;
}

} // namespace rowcast
