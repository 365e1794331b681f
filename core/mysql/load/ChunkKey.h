// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/change/Cell.h"
#include "core/mysql/ddl/TableDefinition.h"
#include "core/mysql/row/TableLayout.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rowcast::mysql {

// One column's value of a key, in a form that is compared in the server's order. Of texts it is the UTF-8 text itself,
// whose order only the server knows (CollationOrder).
struct KeyPart {
    uint64_t rank = 0; // numbers, TIME, BIT, YEAR, ENUM, SET; dates, also those that no calendar has
    double real = 0; // FLOAT, DOUBLE
    std::string text; // DECIMAL, binaries, texts

    bool operator==(const KeyPart &) const = default;
};
using KeyValue = std::vector<KeyPart>;

// How a key column is written in SQL and compared here.
struct KeyColumn {
    std::string name;
    uint16_t index = 0; // in the layout's columns
    ColumnLayout layout;
    std::string type; // as in the definition
    std::string expression; // of a SELECT: the value's raw form
    std::string charset; // of texts
    std::string collation;

    [[nodiscard]] bool isText() const { return layout.kind == ValueKind::Text; }
    // raw: as the expression selected it.
    [[nodiscard]] std::string literal(std::string_view raw) const;
    [[nodiscard]] Result<KeyPart> part(std::string_view raw) const;
    [[nodiscard]] KeyPart part(const Cell &cell) const;
    // Not for texts.
    [[nodiscard]] std::strong_ordering compare(const KeyPart &a, const KeyPart &b) const;
};

// The key by which a table is cut into chunks: the primary key, or the first unique key of whole, not-null columns,
// whose order can be told. A plain value.
class ChunkKey {
public:
    // Empty: no usable key.
    static std::optional<ChunkKey> of(const TableDefinition &definition, const TableLayout &layout);
    // Of these columns (as an older record names them), if they are all there.
    static std::optional<ChunkKey> ofColumns(
        const TableDefinition &definition, const TableLayout &layout, const std::vector<std::string> &names);

    [[nodiscard]] const std::vector<KeyColumn> &columns() const { return m_columns; }
    [[nodiscard]] bool isPrimary() const { return m_isPrimary; }
    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] bool hasText() const;

    // The key of a row image, by the layout's columns.
    [[nodiscard]] KeyValue valueOf(RowView row) const;
    // raws: one for each column, as selected. Failure "mysql.value.unexpected".
    [[nodiscard]] Result<KeyValue> valueOf(const std::vector<std::string> &raws) const;
    // Bytes that are equal exactly for equal values (texts by their bytes, without regard to the collation).
    [[nodiscard]] std::string bytesOf(RowView row) const;

private:
    std::vector<KeyColumn> m_columns;
    bool m_isPrimary = false;
};

} // namespace rowcast::mysql
