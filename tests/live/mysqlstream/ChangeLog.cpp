// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/mysqlstream/ChangeLog.h"

namespace rowcast {

namespace {

QString cellText(const Cell &cell)
{
    switch (cell.kind) {
    case CellKind::Absent:
        return QStringLiteral("(absent)");
    case CellKind::Null:
        return QStringLiteral("NULL");
    case CellKind::Boolean:
    case CellKind::Int:
        return QString::number(cell.i);
    case CellKind::UInt:
        return QString::number(cell.u);
    case CellKind::Float:
        return QString::number(double(cell.f));
    case CellKind::Double:
        return QString::number(cell.d);
    case CellKind::Bytes:
        return QString::fromLatin1(QByteArray(cell.text.data(), qsizetype(cell.text.size())).toHex());
    default:
        return QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()));
    }
}

QString keyText(RowView row)
{
    return row.empty() ? QString() : cellText(row.front());
}

QString columnNames(const TableSchemaPtr &schema)
{
    QStringList names;
    for (const Column &column : schema ? schema->columns : std::vector<Column>{}) {
        names.append(QString::fromStdString(column.name));
    }
    return names.join(QLatin1Char(','));
}

} // namespace

QString rowText(RowView row)
{
    QStringList texts;
    for (const Cell &cell : row) {
        texts.append(cellText(cell));
    }
    return texts.join(QLatin1Char('|'));
}

Result<void> ChangeLog::change(const Change &change)
{
    const QString table = change.schema->id.text();
    auto &rows = m_rows[table];
    const QString before = keyText(change.before);
    const QString after = keyText(change.after);
    switch (change.operation) {
    case Operation::Load:
    case Operation::Insert:
        m_lines.append(QStringLiteral("insert %1 %2").arg(table, rowText(change.after)));
        if (rows.contains(after)) {
            m_anomalies.append(m_lines.back());
        }
        rows[after] = rowText(change.after);
        break;
    case Operation::Update:
        m_lines.append(QStringLiteral("update %1 %2 > %3").arg(table, rowText(change.before), rowText(change.after)));
        if (rows.remove(before) == 0) {
            m_anomalies.append(m_lines.back());
        }
        rows[after] = rowText(change.after);
        break;
    case Operation::Delete:
        m_lines.append(QStringLiteral("delete %1 %2").arg(table, rowText(change.before)));
        if (rows.remove(before) == 0) {
            m_anomalies.append(m_lines.back());
        }
        break;
    }
    m_places.append(QString::number(change.transaction->id) + QLatin1Char(' ')
        + QString::fromUtf8(change.streamPosition.data(), qsizetype(change.streamPosition.size())));
    return {};
}

Result<void> ChangeLog::schemaChange(const SchemaChange &change)
{
    const char *names[] = {"create-table", "drop-table", "rename-table", "add-column", "drop-column", "rename-column",
        "column-type-change", "change-columns", "truncate-table"};
    QString line = QStringLiteral("%1 %2").arg(QLatin1String(names[size_t(change.kind)]), change.table.text());
    if (change.after && change.kind != SchemaChangeKind::TruncateTable) {
        line += change.after->id == change.table ? QString() : QStringLiteral(" to ") + change.after->id.text();
        line += QStringLiteral(" (%1)").arg(columnNames(change.after));
    }
    m_lines.append(line);
    if (change.kind == SchemaChangeKind::RenameTable) {
        m_rows[change.after->id.text()] = m_rows.take(change.table.text());
    } else if (change.kind == SchemaChangeKind::TruncateTable || change.kind == SchemaChangeKind::DropTable) {
        m_rows.remove(change.table.text());
    }
    return {};
}

Result<void> ChangeLog::tableFailed(const TableId &table, const Failure &failure)
{
    m_lines.append(QStringLiteral("failed %1 %2").arg(table.text(), failure.code));
    return {};
}

void ChangeLog::noteLoss(const TableId &table, const QString &column, uint64_t count)
{
    m_lines.append(QStringLiteral("loss %1 %2 %3").arg(table.text(), column, QString::number(count)));
}

void ChangeLog::forgetLines()
{
    m_lines.clear();
    m_places.clear();
}

} // namespace rowcast
