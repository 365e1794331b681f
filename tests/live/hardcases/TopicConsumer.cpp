// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/hardcases/TopicConsumer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rowcast::tests {

namespace {

QByteArray textOf(const QJsonValue &value)
{
    return value.toString().toUtf8();
}

QString printed(const RowTexts &row)
{
    QStringList parts;
    for (const auto &[column, text] : row) {
        parts.append(QString::fromUtf8(column + '=' + (text ? text->left(60) : QByteArray("NULL"))));
    }
    return parts.join(QLatin1String(", "));
}

} // namespace

void TopicConsumer::apply(const QList<TopicMessage> &messages)
{
    for (const TopicMessage &message : messages) {
        const QString where = QStringLiteral("offset %1").arg(message.offset);
        const QJsonObject metadata = QJsonDocument::fromJson(*message.value)[QLatin1String("metadata")].toObject();
        const Name name{textOf(metadata[QLatin1String("schema-name")]), textOf(metadata[QLatin1String("table-name")])};
        if (metadata[QLatin1String("record-type")] == QLatin1String("control")) {
            applyControl(*message.value, name, where);
        } else if (const auto data = parseDmsMessage(*message.value)) {
            applyData(*data, name, where);
        } else {
            note(name, where, QStringLiteral("no DMS message: ") + QString::fromUtf8(message.value->left(200)));
        }
    }
}

void TopicConsumer::applyControl(const QByteArray &value, const Name &name, const QString &where)
{
    const QJsonDocument record = QJsonDocument::fromJson(value);
    const QString operation = record[QLatin1String("metadata")][QLatin1String("operation")].toString();
    const QJsonObject body = record[QLatin1String("control")].toObject();
    const QJsonObject definition = body[QLatin1String("table-def")].toObject();
    if (operation == QLatin1String("drop-table")) {
        m_tables.erase(name);
        return;
    }
    if (operation == QLatin1String("rename-table")) {
        rename(name, {textOf(body[QLatin1String("new-schema-name")]), textOf(body[QLatin1String("new-name")])}, where);
        return;
    }
    Table &table = m_tables[name];
    if (operation == QLatin1String("create-table") && !table.rows.isEmpty()) {
        note(name, where, QStringLiteral("a table is created that has rows"));
    }
    if (operation == QLatin1String("rename-column")) {
        const QByteArray from = textOf(body[QLatin1String("old-name")]);
        for (RowTexts &row : table.rows) {
            auto column = row.extract(from);
            if (!column.empty()) {
                column.key() = textOf(body[QLatin1String("new-name")]);
                row.insert(std::move(column));
            }
        }
        table.columns.insert(textOf(body[QLatin1String("new-name")]));
    }
    applyDefinition(table, definition);
}

void TopicConsumer::applyDefinition(Table &table, const QJsonObject &definition)
{
    const QJsonObject columns = definition[QLatin1String("columns")].toObject();
    QSet<QByteArray> names;
    for (auto column = columns.begin(); column != columns.end(); ++column) {
        names.insert(column.key().toUtf8());
    }
    table.hasNewColumns = table.hasNewColumns || (!table.rows.isEmpty() && !(names - table.columns).isEmpty());
    table.columns = names;
    table.key.clear();
    for (const QJsonValue &column : definition[QLatin1String("primary-key")].toArray()) {
        table.key.append(textOf(column));
    }
    for (RowTexts &row : table.rows) {
        std::erase_if(row, [&](const auto &field) { return !names.contains(field.first); });
    }
}

void TopicConsumer::rename(const Name &from, const Name &to, const QString &where)
{
    if (m_tables.count(to) != 0 && !m_tables[to].rows.isEmpty()) {
        note(from, where, QStringLiteral("renamed to a table that has rows"));
    }
    m_tables[to] = std::move(m_tables[from]);
    m_tables.erase(from);
}

void TopicConsumer::applyData(const DmsMessage &message, const Name &name, const QString &where)
{
    Table &table = m_tables[name];
    if (message.operation == "load" || message.operation == "insert") {
        if (!table.key.isEmpty() && find(table, message.data) >= 0) {
            note(name, where, QStringLiteral("a second row: ") + printed(message.data));
        }
        table.rows.append(message.data);
        return;
    }
    const RowTexts &before = message.beforeImage.empty() ? message.data : message.beforeImage;
    const qsizetype row = find(table, before);
    if (row < 0) {
        note(name, where, QString::fromUtf8(message.operation) + QStringLiteral(" of no row: ") + printed(before));
    } else if (message.operation == "delete") {
        table.rows.removeAt(row);
    } else {
        for (const auto &[column, text] : message.data) {
            table.rows[row][column] = text;
        }
    }
}

// By the key, else by all columns that both have; -1: none.
qsizetype TopicConsumer::find(const Table &table, const RowTexts &row)
{
    const auto isSame = [&](const RowTexts &one) {
        bool hasCommon = false;
        for (const auto &[column, text] : row) {
            const auto other = one.find(column);
            if (other == one.end() || (!table.key.isEmpty() && !table.key.contains(column))) {
                continue;
            }
            if (other->second != text) {
                return false;
            }
            hasCommon = true;
        }
        return hasCommon;
    };
    const auto found = std::find_if(table.rows.begin(), table.rows.end(), isSame);
    return found == table.rows.end() ? -1 : found - table.rows.begin();
}

void TopicConsumer::note(const Name &name, const QString &where, const QString &what)
{
    m_anomalies.append(
        {name.first, QString::fromUtf8(name.second) + QLatin1Char(' ') + where + QStringLiteral(": ") + what});
}

TableFold TopicConsumer::fold(const QByteArray &schema, const QByteArray &table, const QList<QByteArray> &key) const
{
    TableFold fold;
    const auto found = m_tables.find({schema, table});
    for (const RowTexts &row : found == m_tables.end() ? QList<RowTexts>() : found->second.rows) {
        QByteArray name = keyOf(row, key);
        while (fold.rows.count(name) != 0) {
            name += kAgain;
        }
        fold.rows[name] = row;
    }
    return fold;
}

QList<QByteArray> TopicConsumer::tablesWithRows(const QByteArray &schema) const
{
    QList<QByteArray> names;
    for (const auto &[name, table] : m_tables) {
        if (name.first == schema && !table.rows.isEmpty()) {
            names.append(name.second);
        }
    }
    return names;
}

bool TopicConsumer::hasNewColumns(const QByteArray &schema, const QByteArray &table) const
{
    const auto found = m_tables.find({schema, table});
    return found != m_tables.end() && found->second.hasNewColumns;
}

QStringList TopicConsumer::anomalies(const QByteArray &schema) const
{
    QStringList lines;
    for (const auto &[where, line] : m_anomalies) {
        if (where == schema) {
            lines.append(QString::fromUtf8(schema) + QLatin1Char('.') + line);
        }
    }
    return lines;
}

} // namespace rowcast::tests
