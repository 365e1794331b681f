// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/TableFold.h"

namespace rowcast {

namespace {

QString printed(const RowTexts &row)
{
    QStringList parts;
    for (const auto &[column, text] : row) {
        parts.append(QString::fromUtf8(column) + QLatin1Char('=')
            + (text ? QString::fromUtf8(text->left(200)) : QStringLiteral("NULL")));
    }
    return parts.join(QLatin1String(", "));
}

void applyData(
    TableFold &fold, const DmsMessage &message, const QByteArray &key, const QString &where, PartialUpdates updates)
{
    const auto found = fold.rows.find(key);
    const bool isThere = found != fold.rows.end();
    const bool isNew = message.operation == "load" || message.operation == "insert";
    if (isThere == isNew) {
        fold.anomalies.append(QStringLiteral("%1: %2 of row %3, which is %4")
                                  .arg(where, QString::fromUtf8(message.operation), QString::fromUtf8(key),
                                      isThere ? QStringLiteral("there") : QStringLiteral("not there")));
    }
    fold.loads += message.operation == "load" ? 1 : 0;
    fold.inserts += message.operation == "insert" ? 1 : 0;
    fold.updates += message.operation == "update" ? 1 : 0;
    fold.deletes += message.operation == "delete" ? 1 : 0;
    if (message.operation == "delete") {
        fold.rows.erase(key);
    } else if (message.operation == "update" && updates == PartialUpdates::Merge) {
        for (const auto &[column, text] : message.data) {
            fold.rows[key][column] = text;
        }
    } else {
        fold.rows[key] = message.data;
    }
}

void applyControl(TableFold &fold, const DmsMessage &message)
{
    fold.controls.append(QString::fromUtf8(message.operation));
    if (message.operation == "drop-table" || message.operation == "truncate-table") {
        fold.rows.clear();
    }
}

} // namespace

QByteArray keyOf(const RowTexts &row, const QList<QByteArray> &keyColumns)
{
    QList<QByteArray> parts;
    for (const QByteArray &column : keyColumns) {
        const auto found = row.find(column);
        parts.append(found == row.end() ? QByteArray("(absent)") : found->second.value_or("(null)"));
    }
    return parts.join('|');
}

TableFold foldTable(const QList<TopicMessage> &messages, const QByteArray &schema, const QByteArray &table,
    const QList<QByteArray> &keyColumns, PartialUpdates updates)
{
    TableFold fold;
    for (const TopicMessage &raw : messages) {
        if (!raw.value) {
            continue; // tombstones repeat a delete
        }
        const QString where = QStringLiteral("partition %1 offset %2").arg(raw.partition).arg(raw.offset);
        const auto message = parseDmsMessage(*raw.value);
        if (!message) {
            fold.anomalies.append(
                where + QStringLiteral(": no DMS message: ") + QString::fromUtf8(raw.value->left(200)));
            continue;
        }
        if (message->schema != schema || message->table != table) {
            continue;
        }
        if (message->recordType == "control") {
            applyControl(fold, *message);
            continue;
        }
        // an update that moves a row's key names the old one in the before image
        const QByteArray key = keyOf(message->data, keyColumns);
        if (message->operation == "update" && !message->beforeImage.empty()) {
            const QByteArray before = keyOf(message->beforeImage, keyColumns);
            if (before != key && fold.rows.count(before) != 0) {
                fold.rows[key] = fold.rows[before];
                fold.rows.erase(before);
            }
        }
        applyData(fold, *message, key, where, updates);
    }
    return fold;
}

QStringList differences(const TableFold &fold, SqlClient &sql, const QByteArray &select,
    const QList<QByteArray> &columns, const QList<QByteArray> &keyColumns)
{
    const auto rows = sql.query(select);
    if (!rows) {
        return {rows.error().text()};
    }
    QStringList found;
    std::map<QByteArray, RowTexts> missing = fold.rows;
    for (const SqlRow &fields : *rows) {
        RowTexts row;
        for (qsizetype column = 0; column < columns.size(); ++column) {
            row[columns.at(column)] = fields.value(column);
        }
        const QByteArray key = keyOf(row, keyColumns);
        const auto folded = missing.find(key);
        if (folded == missing.end()) {
            found.append(QStringLiteral("not in the topic: ") + printed(row));
        } else if (folded->second != row) {
            found.append(QStringLiteral("source: %1; topic: %2").arg(printed(row), printed(folded->second)));
        }
        missing.erase(key);
    }
    for (const auto &[key, row] : missing) {
        found.append(QStringLiteral("only in the topic: ") + printed(row));
    }
    return found;
}

} // namespace rowcast
