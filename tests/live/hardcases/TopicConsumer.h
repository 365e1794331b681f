// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/live/support/TableFold.h"

#include <QSet>

namespace rowcast::tests {

// A consumer of a whole topic that follows the control records too: tables change their names and columns on the way.
// The task must send before images of all columns, control details and a create-table record for each table.
class TopicConsumer {
public:
    void apply(const QList<TopicMessage> &messages);

    // Rows by the texts of their columns; equal rows of tables without a key as TypeOracle tells them apart.
    [[nodiscard]] TableFold fold(const QByteArray &schema, const QByteArray &table, const QList<QByteArray> &key) const;
    // "table" of those in a schema that have rows.
    [[nodiscard]] QList<QByteArray> tablesWithRows(const QByteArray &schema) const;
    // Whether columns were added, whose values in older rows only the server knows.
    [[nodiscard]] bool hasNewColumns(const QByteArray &schema, const QByteArray &table) const;
    // Of a schema: changes of rows that are not there, second rows of one key, control records that cannot be.
    [[nodiscard]] QStringList anomalies(const QByteArray &schema) const;

private:
    using Name = std::pair<QByteArray, QByteArray>;
    struct Table {
        QSet<QByteArray> columns; // empty: not told yet
        QList<QByteArray> key;
        QList<RowTexts> rows;
        bool hasNewColumns = false;
    };

    void applyControl(const QByteArray &value, const Name &name, const QString &where);
    void applyDefinition(Table &table, const QJsonObject &definition);
    void rename(const Name &from, const Name &to, const QString &where);
    void applyData(const DmsMessage &message, const Name &name, const QString &where);
    [[nodiscard]] static qsizetype find(const Table &table, const RowTexts &row);
    void note(const Name &name, const QString &where, const QString &what);

    std::map<Name, Table> m_tables;
    QList<std::pair<QByteArray, QString>> m_anomalies; // by schema
};

} // namespace rowcast::tests
