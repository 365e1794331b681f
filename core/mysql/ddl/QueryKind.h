// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rowcast::mysql {

// What the text of a QUERY event means for transactions.
enum class QueryKind : uint8_t {
    Begin, // BEGIN, START TRANSACTION
    Commit,
    Rollback, // of everything
    Savepoint,
    RollbackTo, // a savepoint
    XaStart,
    XaCommit,
    XaRollback,
    Inside, // RELEASE SAVEPOINT, XA END, XA PREPARE: says nothing about the end
    Other, // a statement of its own: DDL, GRANT, DML of statement format
};

struct QueryMeaning {
    QueryKind kind = QueryKind::Other;
    std::string xid; // for XaStart, XaCommit, XaRollback: "X'..',X'..',1" without blanks
    std::string savepoint; // its name, for Savepoint and RollbackTo
};

// Looks at the first words only; pure.
[[nodiscard]] QueryMeaning meaningOf(std::string_view sql);

// "X'..',X'..',1" of a transaction's parts, as XA statements in the binlog name it.
[[nodiscard]] std::string xidText(std::string_view gtrid, std::string_view bqual, uint32_t formatId);

} // namespace rowcast::mysql
