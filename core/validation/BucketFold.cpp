// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/validation/BucketFold.h"

#include "core/validation/JsonColumns.h"

#include <algorithm>

namespace rowcast {

namespace {

using ColumnNames = BucketFold::ColumnNames;

std::optional<JsonColumns> columnsThatAre(const std::string &row, const ColumnNames *names)
{
    auto columns = jsonColumns(row);
    if (columns && names != nullptr) {
        std::erase_if(*columns, [names](const auto &column) { return !names->contains(column.first); });
    }
    return columns;
}

bool isSameRow(const std::string &left, const std::string &right, const ColumnNames *names)
{
    if (left == right) {
        return true;
    }
    const auto leftColumns = jsonColumns(left);
    const auto rightColumns = columnsThatAre(right, names);
    return leftColumns && rightColumns && differingColumns(*leftColumns, *rightColumns).empty();
}

std::string overlay(const std::string &row, std::string_view update)
{
    auto columns = jsonColumns(row);
    const auto changed = jsonColumns(update);
    if (!columns || !changed || changed->size() >= columns->size()) {
        return std::string(update);
    }
    for (const auto &[name, value] : *changed) {
        columns->insert_or_assign(name, value);
    }
    return jsonObject(*columns);
}

// "name: source 5, topic 7"
std::vector<std::string> describeColumns(const std::string &source, const std::string &topic, const ColumnNames *names)
{
    const JsonColumns left = jsonColumns(source).value_or(JsonColumns{});
    const JsonColumns right = columnsThatAre(topic, names).value_or(JsonColumns{});
    const auto textOf = [](const JsonColumns &columns, const std::string &name) {
        const auto found = columns.find(name);
        return found == columns.end() ? std::string("-") : found->second;
    };
    std::vector<std::string> described;
    for (const std::string &name : differingColumns(left, right)) {
        described.push_back(name + ": " + textOf(left, name) + " / " + textOf(right, name));
    }
    return described;
}

} // namespace

BucketFold::BucketFold(std::span<const ColumnNames> columns)
    : m_columns(columns)
{
}

BucketFold::State BucketFold::next(const State &state, const SpilledRow &message)
{
    switch (message.kind) {
    case RowMessage::Kind::Set:
        return {true, std::string(message.data), std::string(message.data)};
    case RowMessage::Kind::Update:
        return {true, std::string(message.data),
            state.isThere ? overlay(state.overlaid, message.data) : std::string(message.data)};
    case RowMessage::Kind::Delete:
    case RowMessage::Kind::Clear:
        return {};
    case RowMessage::Kind::Other:
        break;
    }
    return state;
}

bool BucketFold::isCleared(const SpilledRow &message) const
{
    const auto found = m_clearings.find(message.table);
    return found != m_clearings.end()
        && std::any_of(found->second.begin(), found->second.end(), [&](const Clearing &clearing) {
               return clearing.partition != message.partition && clearing.timestampMillis > message.timestampMillis;
           });
}

// Partitions are read one after the other, so across them only the time tells what came first.
void BucketFold::clear(const SpilledRow &message)
{
    m_clearings[message.table].push_back({message.partition, message.timestampMillis});
    for (auto row = m_topic.lower_bound({message.table, {}}); row != m_topic.end() && row->first.first == message.table;
         ++row) {
        Versions &versions = row->second;
        if (versions.partition == message.partition || versions.timestampMillis < message.timestampMillis) {
            if (message.isInWindow) {
                versions.earlier.push_back(versions.now);
            }
            versions.now = {};
        }
    }
}

void BucketFold::applyMessage(const SpilledRow &message)
{
    if (message.kind == RowMessage::Kind::Clear) {
        clear(message);
        return;
    }
    if (isCleared(message)) {
        return;
    }
    Versions &versions = m_topic[{message.table, std::string(message.key)}];
    if (message.isInWindow) {
        versions.earlier.push_back(versions.now);
    }
    versions.now = next(versions.now, message);
    versions.partition = message.partition;
    versions.timestampMillis = message.timestampMillis;
}

void BucketFold::addSourceRow(const SpilledRow &row)
{
    m_source.insert_or_assign({row.table, std::string(row.key)}, std::string(row.data));
}

bool BucketFold::agrees(const std::string *source, const State &state, const ColumnNames *names)
{
    if (source == nullptr || !state.isThere) {
        return source == nullptr && !state.isThere;
    }
    return isSameRow(*source, state.replaced, names)
        || (state.overlaid != state.replaced && isSameRow(*source, state.overlaid, names));
}

bool BucketFold::agrees(const std::string *source, const Versions &versions, const ColumnNames *names)
{
    return agrees(source, versions.now, names)
        || std::any_of(versions.earlier.begin(), versions.earlier.end(),
            [&](const State &state) { return agrees(source, state, names); });
}

const ColumnNames *BucketFold::columnsOf(uint16_t table) const
{
    return table < m_columns.size() ? &m_columns[table] : nullptr;
}

void BucketFold::compare(std::vector<TableValidation> &tables, const std::function<void(RowDifference)> &found) const
{
    static const Versions kNever; // a key that no message names
    for (const auto &[key, row] : m_source) {
        TableValidation &table = tables[key.first];
        ++table.sourceRows;
        const auto folded = m_topic.find(key);
        const Versions &versions = folded == m_topic.end() ? kNever : folded->second;
        const ColumnNames *names = columnsOf(key.first);
        if (agrees(&row, versions, names)) {
            ++table.topicRows;
            continue;
        }
        table.state = TableValidation::State::Mismatched;
        RowDifference difference{RowDifference::Kind::Differs, table.table, readableKey(key.second), {}};
        if (versions.now.isThere) {
            ++table.topicRows;
            ++table.differing;
            difference.columns = describeColumns(row, versions.now.overlaid, names);
        } else {
            ++table.missing;
            difference.kind = RowDifference::Kind::Missing;
        }
        found(std::move(difference));
    }
    for (const auto &[key, versions] : m_topic) {
        TableValidation &table = tables[key.first];
        if (!m_source.contains(key) && !agrees(nullptr, versions, nullptr)) {
            ++table.topicRows;
            ++table.extra;
            table.state = TableValidation::State::Mismatched;
            found({RowDifference::Kind::Extra, table.table, readableKey(key.second), {}});
        }
    }
}

} // namespace rowcast
