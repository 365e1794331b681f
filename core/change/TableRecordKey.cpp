// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/change/TableRecordKey.h"

#include <QByteArray>

namespace rowcast {

std::string encodedName(std::string_view name)
{
    return QByteArray(name.data(), qsizetype(name.size())).toPercentEncoding().toStdString();
}

std::string decodedName(std::string_view text)
{
    return QByteArray::fromPercentEncoding(QByteArray(text.data(), qsizetype(text.size()))).toStdString();
}

std::string tableRecordKey(std::string_view prefix, const TableId &table)
{
    return std::string(prefix) + encodedName(table.schema) + '/' + encodedName(table.table);
}

std::optional<TableId> tableOfRecordKey(std::string_view prefix, std::string_view key)
{
    const size_t slash = key.find('/', prefix.size());
    if (!key.starts_with(prefix) || slash == std::string_view::npos) {
        return std::nullopt;
    }
    return TableId{decodedName(key.substr(prefix.size(), slash - prefix.size())), decodedName(key.substr(slash + 1))};
}

} // namespace rowcast
