// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/live/support/SqlClient.h"
#include "tests/live/support/TableFold.h"

#include <QStringList>

namespace rowcast::tests {

// Of columns that are in no message of a row.
enum class Absences : uint8_t { Told, Allowed };

// What messages of a table must say, asked of the server itself: each column by an expression of SQL, written here from
// the contract and not with the help of the engine.
class TypeOracle {
public:
    // In the session's zone +00:00. isMariaDb: JSON is text there.
    static Result<TypeOracle> read(SqlClient &sql, const QByteArray &schema, const QByteArray &table);

    // Of the primary key; without one: all columns.
    [[nodiscard]] const QList<QByteArray> &keyColumns() const { return m_key; }
    // The folded topic against SELECT, a line for each difference; empty: equal.
    [[nodiscard]] QStringList differences(const TableFold &fold, Absences absences = Absences::Told) const;
    [[nodiscard]] QList<QByteArray> columnNames() const;

private:
    enum class Rule : uint8_t {
        Text, // the same text
        Float, // the shortest text that reads back to the same value
        Double,
        Digits, // without the zeros in front that ZEROFILL prints
        Date, // zero dates are NULL; those that no calendar has are NULL or the server's text
    };
    struct Column {
        QByteArray name;
        Rule rule = Rule::Text;
        QByteArray expression;
        bool isVirtual = false; // may be absent: a VIRTUAL column is only in row images where it is indexed
    };
    static Column columnOf(const SqlRow &facts);
    static QByteArray expressionOf(const QByteArray &name, const QByteArray &type, const SqlRow &facts);
    [[nodiscard]] static bool isEqual(
        const Column &column, const std::optional<QByteArray> &server, const std::optional<QByteArray> &topic);

    QList<Column> m_columns;
    QList<QByteArray> m_key;
    QList<SqlRow> m_rows; // in the columns' order
};

} // namespace rowcast::tests
