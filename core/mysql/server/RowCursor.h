// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/server/QueryRows.h"

#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace rowcast::mysql {

class Connection;

// The rows of one statement as the server sends them, however many: nothing is collected. The connection takes no other
// statement until the cursor has reached its end or is gone; a cursor that ends early takes the connection with it,
// since reading the rest of a large table to throw it away could take for ever. Must not outlive the connection.
class RowCursor {
public:
    ~RowCursor();
    RowCursor(const RowCursor &) = delete;
    RowCursor &operator=(const RowCursor &) = delete;

    [[nodiscard]] const std::vector<std::string> &columns() const { return m_columns; }
    // The next row, valid until the next call; empty at the end.
    Result<std::optional<std::span<const FieldView>>> next(const std::stop_token &stop);

private:
    friend class Connection;
    struct Rows; // the library's
    RowCursor(Connection &connection, std::unique_ptr<Rows> rows);

    Connection &m_connection;
    std::unique_ptr<Rows> m_rows; // null at the end
    std::vector<std::string> m_columns;
    std::vector<FieldView> m_fields;
};

} // namespace rowcast::mysql
