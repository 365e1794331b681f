// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/event/BinlogParser.h"
#include "core/mysql/stream/EventDelivery.h"
#include "core/mysql/stream/GroupReplay.h"
#include "core/mysql/stream/HeldGroup.h"
#include "core/mysql/stream/MySqlPosition.h"
#include "core/mysql/stream/TransactionTracker.h"
#include "core/mysql/stream/XaGroups.h"

#include <memory>
#include <optional>
#include <span>

namespace rowcast::mysql {

// Decides when the events of a transaction are handed over: held until its end is read, so that only committed rows go
// out; from the limit on, as they come; those of XA transactions when XA COMMIT comes. Used by the reader thread.
//
//   Outside --begin()--> Holding --limit--> Through --end()--> Outside
//                           |end(): replay
class GroupFlow {
public:
    // delivery and parser must outlive it.
    GroupFlow(const SourcePlan &plan, EventDelivery &delivery, BinlogParser &parser);

    void begin(bool isXa);
    // An event of the open group, whose bytes must stay until all of it is handed over where isFull() says so next.
    // False: it is not held, the caller delivers it at once, with context().
    Result<bool> hold(std::span<const uint8_t> bytes, TransactionTracker::Span span);
    // Inside the open group. Failure "mysql.transaction.undone" where rows that are undone were handed over already.
    void setSavepoint(const std::string &name);
    Result<void> rollBackTo(const std::string &name, const BinlogPosition &place);
    // Too much is held: the caller lets it go out.
    [[nodiscard]] bool isFull() const;
    void passThrough(const GroupContext &context, uint64_t rowsToSkip);
    // The group ended. True: all of it is handed over already, nothing is replayed.
    Result<bool> end(GroupContext context, uint64_t rowsToSkip);
    // It never ended: what was held is dropped. Failure "mysql.transaction.undone" when some was handed over.
    Result<void> drop(const BinlogPosition &place);
    // Of XA transactions.
    void prepare(const OpenXa &place, const TransactionInfo &transaction);
    Result<void> commitPrepared(const std::string &xid, GroupContext context, uint64_t rowsToSkip);
    void rollBackPrepared(const std::string &xid);
    void addPrepared(PreparedGroup group) { m_xa.add(std::move(group)); }
    // A compressed transaction; the event's bytes (bytes: all of it) must stay until it is replayed. place: where it
    // is, should it turn out to be an XA transaction that waits for its XA COMMIT.
    void payload(const TransactionPayloadEvent &event, std::span<const uint8_t> bytes, TransactionTracker::Span span,
        const OpenXa &place, const GroupContext &context, uint64_t rowsToSkip);
    // A statement of its own, handed over by the caller.
    void single(const GroupContext &context);

    [[nodiscard]] bool isReplaying() const { return m_replay != nullptr; }
    // Hands a part over. True when that ended the group.
    Result<bool> replay(ChangeHandler &handler, const std::stop_token &stop);

    // Nothing of an open group is handed over.
    [[nodiscard]] bool isBetweenGroups() const { return !m_replay && m_mode != Mode::Through; }
    [[nodiscard]] bool isOutside() const { return !m_replay && m_mode == Mode::Outside; }
    [[nodiscard]] const GroupContext &context() const { return m_context; }
    // Adds the open XA transactions and the rows done of the group that is being handed over.
    void complete(MySqlPosition &position) const;

private:
    enum class Mode : uint8_t { Outside, Holding, Through };
    struct Payload { // that is being replayed
        std::span<const uint8_t> bytes;
        TransactionTracker::Span span;
        OpenXa place;
    };
    [[nodiscard]] bool mayPass() const; // the held group need not wait for its end
    [[nodiscard]] bool isTooMuch(uint64_t bytes) const;
    Result<void> keepPrepared();
    void start(std::unique_ptr<GroupReplay> replay, const GroupContext &context, uint64_t rowsToSkip, bool isWhole);

    const SourcePlan &m_plan;
    EventDelivery &m_delivery;
    BinlogParser &m_parser;
    Mode m_mode = Mode::Outside;
    bool m_isXa = false; // the open group is one
    std::unique_ptr<HeldGroup> m_held;
    std::unique_ptr<GroupReplay> m_replay;
    bool m_isReplayWhole = false; // the replay ends the group
    GroupContext m_context;
    uint64_t m_rowsToSkip = 0;
    XaGroups m_xa;
    std::optional<PreparedGroup> m_committing; // that is replayed
    Payload m_payload;
};

} // namespace rowcast::mysql
