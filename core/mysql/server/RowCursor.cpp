// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/RowCursor.h"

#include "core/mysql/server/ClientRows.h"

namespace rowcast::mysql {

RowCursor::RowCursor(Connection &connection, std::unique_ptr<Rows> rows)
    : m_connection(connection)
    , m_rows(std::move(rows))
{
    if (m_rows->pointer == nullptr) { // a statement without rows
        m_rows.reset();
        return;
    }
    const unsigned count = mysql_num_fields(m_rows->pointer.get());
    const MYSQL_FIELD *fields = mysql_fetch_fields(m_rows->pointer.get());
    for (unsigned i = 0; i < count; ++i) {
        m_columns.emplace_back(fields[i].name, fields[i].name_length);
    }
    m_fields.resize(count);
}

RowCursor::~RowCursor()
{
    if (m_rows != nullptr) {
        m_connection.abandon();
    }
}

Result<std::optional<std::span<const FieldView>>> RowCursor::next(const std::stop_token &stop)
{
    using Row = std::optional<std::span<const FieldView>>;
    if (m_rows == nullptr) {
        return Row();
    }
    return m_connection.stoppable(stop, [&]() -> Result<Row> {
        const MYSQL_ROW row = mysql_fetch_row(m_rows->pointer.get());
        if (row == nullptr) {
            m_rows.reset();
            if (auto ended = m_connection.endStatement(stop); !ended) {
                return std::move(ended).error();
            }
            return Row();
        }
        const unsigned long *lengths = mysql_fetch_lengths(m_rows->pointer.get());
        for (size_t i = 0; i < m_fields.size(); ++i) {
            m_fields[i] = row[i] == nullptr ? FieldView() : FieldView(std::string_view(row[i], lengths[i]));
        }
        return Row(m_fields);
    });
}

} // namespace rowcast::mysql
