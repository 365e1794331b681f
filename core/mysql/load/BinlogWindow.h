// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/ddl/SqlLexer.h"
#include "core/mysql/event/BinlogParser.h"
#include "core/mysql/event/BinlogPosition.h"
#include "core/mysql/gtid/GtidSet.h"
#include "core/mysql/load/LoadTable.h"
#include "core/mysql/row/RowDecoder.h"
#include "core/mysql/server/BinlogStream.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

namespace rowcast::mysql {

// What the binlog had for one table between two places, read by a short stream that disturbs no other.
struct WindowRequest {
    ConnectionSettings connection;
    BinlogStart start;
    BinlogPosition until; // the end of a transaction
    LoadTablePtr table;
    // Transactions that the read is known to have seen: their events are of no interest. Without GTIDs: null.
    const GtidSet *visible = nullptr;
    // The binlog's end right before the read began. A DDL on the table before it was complete then, and had waited for
    // all transactions on the table before it: what came before it was visible to the read.
    std::optional<BinlogPosition> readBegan;
    SqlDialect dialect;
    bool ignoresCase = false; // of table names
    bool hasChecksums = true; // of the stream's first event
};

// Reads such a window once. Used by one thread.
class BinlogWindow {
public:
    enum class Verdict : uint8_t {
        Complete,
        ReadAgain, // it holds what full images cannot be made of; the chunk must be read anew. reason() says what
    };
    // The images of a row, of which one may be empty, in the order of the binlog; valid during the call.
    using RowSink = std::function<Result<void>(RowView before, RowView after)>;

    explicit BinlogWindow(WindowRequest request);
    // forget: called where all images so far turn out to be visible to the read.
    Result<Verdict> read(const RowSink &sink, const std::function<void()> &forget, const std::stop_token &stop);

    [[nodiscard]] const std::string &reason() const { return m_reason; }
    // The GTIDs of all transactions in the window, seen ones included.
    [[nodiscard]] const GtidSet &gtids() const { return m_gtids; }
    [[nodiscard]] const std::vector<ColumnLoss> &losses() const { return m_losses; }

private:
    Result<bool> readOnce(const RowSink &sink, const std::stop_token &stop); // true: reached the end of the window
    Result<void> take(const BinlogEvent &event, const RowSink &sink);
    Result<void> take(const TableMapEvent &event);
    Result<void> take(const RowsEvent &event, const RowSink &sink);
    Result<void> take(const TransactionPayloadEvent &event, const RowSink &sink);
    void take(const QueryEvent &event);
    void take(const GtidEvent &event);
    void take(const XaPrepareEvent &event);
    [[nodiscard]] bool isOurs(std::string_view schema, std::string_view table) const;
    enum class Touch : uint8_t { None, Layout, Rows };
    [[nodiscard]] Touch touchOf(const QueryEvent &event) const;
    void takeStatement(const QueryEvent &event);
    void readAgain(std::string reason);

    WindowRequest m_request;
    BinlogParser m_parser;
    PositionTracker m_place;
    std::unordered_map<uint64_t, std::unique_ptr<RowDecoder>> m_decoders;
    std::vector<std::string> m_harmlessXa; // prepared in the window without rows of the table
    std::string m_xa; // the XA group that the stream is in
    bool m_hasOurRows = false; // the open transaction
    bool m_hasOurXaRows = false;
    bool m_isSeen = false; // the transaction that the stream is in is visible
    Arena m_arena;
    GtidSet m_gtids;
    std::function<void()> m_forget;
    std::string m_reason; // the first thing that cannot be replayed
    std::vector<ColumnLoss> m_losses;
};

} // namespace rowcast::mysql
