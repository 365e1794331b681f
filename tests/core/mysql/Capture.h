// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/ddl/TableDefinition.h"
#include "core/mysql/event/BinlogParser.h"
#include "core/mysql/row/TableLayout.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rowcast::mysql {

// What a real server made of a .sql file of tests/data/mysql:
//   NAME.binlog  its binlog file;  NAME.tables  information_schema.columns of the tables;
//   NAME.select  the rows at the end, as the text protocol gave them for selectExpression() of every column, in hex.
class Capture {
public:
    using Rows = std::map<std::string, std::map<std::string, std::vector<std::string>>>; // table, key, cells as text

    explicit Capture(const QString &name);

    [[nodiscard]] const std::vector<uint8_t> &binlog() const { return m_binlog; }
    [[nodiscard]] const std::map<std::string, TableLayoutPtr> &layouts() const { return m_layouts; }
    // The events of the file one after the other, those inside of compressed transactions, too. Offsets are those of
    // the (outer) events. Stops at the first failure.
    Result<void> forEachEvent(const std::function<Result<void>(const BinlogEvent &, size_t offset)> &visit) const;

    // The tables at the end by their SELECTs, through cellFromText().
    [[nodiscard]] Rows selected();
    // And by the row images, applied one after the other. Cells that no image had are "?".
    [[nodiscard]] Rows replayed();
    [[nodiscard]] uint64_t replacedBySelect() const { return m_replacedBySelect; }
    [[nodiscard]] uint64_t lossesOfReplay() const { return m_lossesOfReplay; }
    // Failures and contradictions met on the way, for comparing with an empty list.
    [[nodiscard]] const QStringList &complaints() const { return m_complaints; }

private:
    class Replay;
    void readTables(const QString &path);

    QString m_name;
    std::vector<uint8_t> m_binlog;
    std::map<std::string, TableDefinition> m_definitions;
    std::map<std::string, TableLayoutPtr> m_layouts;
    QStringList m_complaints;
    uint64_t m_replacedBySelect = 0;
    uint64_t m_lossesOfReplay = 0;
};

} // namespace rowcast::mysql
