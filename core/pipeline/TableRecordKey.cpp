// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/TableRecordKey.h"

#include <QUrl>

namespace rowcast {

namespace {

std::string encoded(const std::string &name)
{
    return QUrl::toPercentEncoding(QString::fromStdString(name)).toStdString();
}

std::string decoded(std::string_view name)
{
    return QUrl::fromPercentEncoding(QByteArray(name.data(), qsizetype(name.size()))).toStdString();
}

} // namespace

std::string tableRecordKey(std::string_view prefix, const TableId &table)
{
    return std::string(prefix) + encoded(table.schema) + '/' + encoded(table.table);
}

std::optional<TableId> tableOfRecordKey(std::string_view prefix, std::string_view key)
{
    const size_t slash = key.find('/', prefix.size());
    if (!key.starts_with(prefix) || slash == std::string_view::npos) {
        return std::nullopt;
    }
    return TableId{decoded(key.substr(prefix.size(), slash - prefix.size())), decoded(key.substr(slash + 1))};
}

} // namespace rowcast
