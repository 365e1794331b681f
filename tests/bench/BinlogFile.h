// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/schema/SchemaFacts.h"
#include "core/mysql/stream/EventDelivery.h"
#include "tests/live/support/LiveServers.h"

#include <cstdint>
#include <vector>

namespace rowcast::bench {

// A binlog file that a real server wrote, in memory, with what is needed to follow it: what is measured is the path
// from its bytes to a handler, without server and network. Used by one thread.
class BinlogFile {
public:
    // Runs the statements, which change rows only, alone in a file of their own.
    static Result<std::unique_ptr<BinlogFile>> record(MySqlServer &server, const QByteArray &statements);

    // Hands every change of the file over.
    Result<void> replay(ChangeHandler &handler);
    [[nodiscard]] size_t bytes() const { return m_bytes.size(); }

private:
    explicit BinlogFile(const mysql::SchemaFacts &facts);
    Result<void> read(const QString &path);

    TableMappings m_mappings;
    mysql::SchemaHistory m_history;
    mysql::DdlRules m_rules;
    std::vector<uint8_t> m_bytes;
};

} // namespace rowcast::bench
