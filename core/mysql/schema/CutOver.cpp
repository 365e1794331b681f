// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/schema/CutOver.h"

#include <algorithm>

namespace rowcast::mysql {

namespace {

// Without the underscores that pt-online-schema-change puts in front until a name is free; empty: there are none.
std::string_view afterUnderscores(std::string_view name)
{
    const size_t begin = name.find_first_not_of('_');
    return begin == 0 || begin == std::string_view::npos ? std::string_view() : name.substr(begin);
}

// "t_gho" for "t", but "t_20240131120000_del", too. The tools shorten names that would get too long.
bool isShadowName(std::string_view shadow, std::string_view table, std::string_view ending)
{
    constexpr size_t kTimestamp = 15; // "_20240131120000"
    std::string_view rest = afterUnderscores(shadow);
    if (!rest.ends_with(ending)) {
        return false;
    }
    rest.remove_suffix(ending.size());
    const std::string_view wanted = table.substr(std::min(table.find_first_not_of('_'), table.size()));
    const bool hasTimestamp = rest.size() > kTimestamp && rest[rest.size() - kTimestamp] == '_'
        && std::all_of(rest.end() - (kTimestamp - 1), rest.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (hasTimestamp && rest != wanted) {
        rest.remove_suffix(kTimestamp);
    }
    constexpr size_t kShortened = 40;
    return rest == wanted || (rest.size() >= kShortened && wanted.starts_with(rest));
}

bool isCutOver(const TableId &old, const TableId &table, const TableId &fresh)
{
    return (isShadowName(fresh.table, table.table, "_gho") && isShadowName(old.table, table.table, "_del"))
        || (isShadowName(fresh.table, table.table, "_new") && isShadowName(old.table, table.table, "_old"));
}

} // namespace

void joinCutOver(std::vector<DefinitionChange> &changes, const std::function<bool(const TableId &)> &isSelected)
{
    for (size_t at = 0; at + 1 < changes.size(); ++at) {
        DefinitionChange &away = changes[at];
        const DefinitionChange &come = changes[at + 1];
        if (away.kind != SchemaChangeKind::RenameTable || come.kind != SchemaChangeKind::RenameTable || !away.after
            || !come.after || come.after->definition.id != away.table) {
            continue;
        }
        const TableId &old = away.after->definition.id;
        if (isSelected(away.table) && !isSelected(old) && !isSelected(come.table)
            && isCutOver(old, away.table, come.table)) {
            away.kind = SchemaChangeKind::ChangeColumns;
            away.after = come.after;
            changes.erase(changes.begin() + std::ptrdiff_t(at) + 1);
        }
    }
}

} // namespace rowcast::mysql
