// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/Source.h"

#include <QMap>
#include <QStringList>

namespace rowcast {

// Takes what a source hands over: each change as a line of text, and every table folded by the first column.
class ChangeLog final : public ChangeHandler {
public:
    Result<void> change(const Change &change) override;
    Result<void> schemaChange(const SchemaChange &change) override;
    Result<void> tableFailed(const TableId &table, const Failure &failure) override;
    void noteLoss(const TableId &table, const QString &column, uint64_t count) override;

    // "insert shop.t 1|a", "update shop.t 1|a > 1|b", "delete shop.t 1|b", "create-table shop.t (id,a)",
    // "failed shop.t mysql.schema.mismatch"
    [[nodiscard]] const QStringList &lines() const { return m_lines; }
    // Of a table; key to row, both as texts.
    [[nodiscard]] QMap<QString, QString> rows(const QString &table) const { return m_rows.value(table); }
    // Rows inserted that were there, or changed and deleted that were not: changes that came twice or not at all.
    [[nodiscard]] const QStringList &anomalies() const { return m_anomalies; }
    // Beside the lines of rows: "transaction-id stream-position".
    [[nodiscard]] const QStringList &places() const { return m_places; }
    void forgetLines();

private:
    QStringList m_lines;
    QStringList m_anomalies;
    QStringList m_places;
    QMap<QString, QMap<QString, QString>> m_rows;
};

[[nodiscard]] QString rowText(RowView row);

} // namespace rowcast
