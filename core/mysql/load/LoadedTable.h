// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/gtid/GtidProgress.h"
#include "core/mysql/load/ChunkRecord.h"
#include "core/mysql/load/CollationOrder.h"
#include "core/mysql/load/HandOverFilter.h"
#include "core/mysql/load/LoadTable.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace rowcast::mysql {

// The finished chunks of one table, for the question which of them a key is in and whether that one knows a change.
// Used by one thread.
class LoadedTable {
public:
    // chunks: in key order, with moments. Failures "mysql.gtid.invalid", "mysql.value.unexpected".
    static Result<std::unique_ptr<LoadedTable>> make(LoadTablePtr table, std::vector<ChunkRecord> chunks);

    // Whether at least one chunk may know a change of this place, and whether all do.
    [[nodiscard]] bool concerns(const StreamPlace &place) const;
    // Whether no chunk knows a change of this place, nor of any behind it. Only the binlog that all were read beside
    // tells that: the order of another server's places says nothing of GTIDs.
    [[nodiscard]] bool isPast(const StreamPlace &place) const;
    [[nodiscard]] bool isBehindAll(const StreamPlace &place) const;
    // No key is needed to decide: the table was loaded as a whole.
    [[nodiscard]] bool isWhole() const { return !m_table->key; }
    [[nodiscard]] const LoadTablePtr &table() const { return m_table; }
    [[nodiscard]] bool needsServer() const { return m_table->key && m_table->key->hasText(); }

    // Brings the bounds into the form that ranked keys are compared with; once, before knows(). order: may be null for
    // keys without texts.
    Result<void> rankBounds(CollationOrder *order, const std::stop_token &stop);
    // Whether the chunk that the (ranked) key is in knows the change.
    [[nodiscard]] bool knows(const KeyValue &key, const StreamPlace &place) const;

private:
    struct Moment {
        BinlogPosition place;
        GtidProgress gtids; // of another server the places mean nothing: only these tell
    };
    explicit LoadedTable(LoadTablePtr table);
    // Whether positions tell the order of this place and the moments.
    [[nodiscard]] bool isSameBinlog(const StreamPlace &place) const;
    void append(const ChunkRecord &chunk, Moment moment);

    LoadTablePtr m_table;
    std::string m_server;
    BinlogPosition m_first;
    BinlogPosition m_last;
    bool m_isOneBinlog = true; // all moments are of one server and in files of one base name
    GtidProgress m_known; // of all moments together
    std::vector<std::optional<KeyValue>> m_uppers; // of each chunk; empty: no bound
    std::vector<Moment> m_moments; // likewise
    bool m_isRanked = false;
};

} // namespace rowcast::mysql
