// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/mysql/RowFold.h"

#include <QByteArray>

namespace rowcast {

namespace {

std::string textOfCell(const Cell &cell)
{
    switch (cell.kind) {
    case CellKind::Absent:
        return "ABSENT";
    case CellKind::Null:
        return "NULL";
    case CellKind::Boolean:
    case CellKind::Int:
        return std::to_string(cell.i);
    case CellKind::UInt:
        return std::to_string(cell.u);
    case CellKind::Float:
        return QByteArray::number(double(cell.f), 'g', 9).toStdString();
    case CellKind::Double:
        return QByteArray::number(cell.d, 'g', 17).toStdString();
    case CellKind::Bytes:
        return QByteArray(cell.text.data(), qsizetype(cell.text.size())).toHex().toUpper().toStdString();
    default:
        return std::string(cell.text);
    }
}

} // namespace

std::string RowFold::textOf(RowView row)
{
    std::string text;
    for (const Cell &cell : row) {
        text += (text.empty() ? "" : "|") + textOfCell(cell);
    }
    return text;
}

void RowFold::remove(const TableId &table, const std::string &row, const char *what)
{
    auto &rows = m_rows[table];
    const auto found = rows.find(row);
    if (found == rows.end()) {
        m_contradictions << QString::fromLatin1(what) + QStringLiteral(" of a row that is not there: ")
                + QString::fromStdString(row);
        return;
    }
    rows.erase(found);
}

Result<void> RowFold::change(const Change &change)
{
    const std::lock_guard lock(m_mutex);
    const TableId &table = change.schema->id;
    m_loads += change.operation == Operation::Load ? 1 : 0;
    if (!change.before.empty()) {
        remove(table, textOf(change.before), change.operation == Operation::Update ? "update" : "delete");
    }
    if (!change.after.empty()) {
        m_rows[table].insert(textOf(change.after));
    }
    return {};
}

Result<void> RowFold::schemaChange(const SchemaChange &change)
{
    const std::lock_guard lock(m_mutex);
    m_statements << change.table.text();
    return {};
}

Result<void> RowFold::tableFailed(const TableId &, const Failure &failure)
{
    return failure;
}

void RowFold::noteLoss(const TableId &table, const QString &column, uint64_t)
{
    const std::lock_guard lock(m_mutex);
    m_contradictions << QStringLiteral("loss in %1.%2").arg(table.text(), column);
}

std::multiset<std::string> RowFold::rows(const TableId &table) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_rows.find(table);
    return found == m_rows.end() ? std::multiset<std::string>() : found->second;
}

QStringList RowFold::contradictions() const
{
    const std::lock_guard lock(m_mutex);
    return m_contradictions;
}

QStringList RowFold::statements() const
{
    const std::lock_guard lock(m_mutex);
    return m_statements;
}

uint64_t RowFold::loads() const
{
    const std::lock_guard lock(m_mutex);
    return m_loads;
}

} // namespace rowcast
