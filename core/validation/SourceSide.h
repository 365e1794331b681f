// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/MessageSettings.h"
#include "core/pipeline/Source.h"
#include "core/validation/RowSpill.h"
#include "core/validation/ValidationReport.h"

namespace rowcast {

// Reads tables in chunks, as the load does, and keeps each row as the message encoder writes it. Used by one thread.
class SourceSide {
public:
    SourceSide(SourceSession &session, const MessageSettings &settings, RowSpill &spill)
        : m_session(session)
        , m_settings(settings)
        , m_spill(spill)
    {
    }
    // table: its index in the spill. A failure is the table's own; the others can still be read.
    Result<void> read(uint16_t table, const TableSchema &schema, const std::stop_token &stop);
    [[nodiscard]] uint64_t rows() const { return m_rows; }

private:
    SourceSession &m_session;
    const MessageSettings &m_settings;
    RowSpill &m_spill;
    std::unique_ptr<TableLoader> m_loader;
    uint64_t m_rows = 0;
};

// The names of the key's columns.
[[nodiscard]] std::vector<std::string> keyColumns(const TableSchema &schema);

} // namespace rowcast
