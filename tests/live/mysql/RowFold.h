// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/Source.h"

#include <QStringList>

#include <map>
#include <mutex>
#include <set>
#include <string>

namespace rowcast {

// Keeps what a consumer would have after all loads and changes, as texts of whole rows, and notes everything that does
// not follow from what came before: a row deleted that is not there, an update of another state. Thread-safe.
class RowFold final : public ChangeHandler {
public:
    Result<void> change(const Change &change) override;
    Result<void> schemaChange(const SchemaChange &change) override;
    Result<void> tableFailed(const TableId &table, const Failure &failure) override;
    void noteLoss(const TableId &table, const QString &column, uint64_t count) override;

    [[nodiscard]] std::multiset<std::string> rows(const TableId &table) const;
    [[nodiscard]] QStringList contradictions() const;
    [[nodiscard]] uint64_t loads() const;
    [[nodiscard]] QStringList statements() const; // tables of the changes of definitions

    // "1|text|NULL": binaries in hexadecimal digits.
    [[nodiscard]] static std::string textOf(RowView row);

private:
    void remove(const TableId &table, const std::string &row, const char *what);

    mutable std::mutex m_mutex;
    std::map<TableId, std::multiset<std::string>> m_rows;
    QStringList m_contradictions;
    QStringList m_statements;
    uint64_t m_loads = 0;
};

} // namespace rowcast
