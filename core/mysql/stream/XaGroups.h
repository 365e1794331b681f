// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/event/BinlogParser.h"
#include "core/mysql/server/BinlogStream.h"
#include "core/mysql/stream/HeldGroup.h"
#include "core/mysql/stream/MySqlPosition.h"

#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace rowcast::mysql {

// A prepared XA transaction with its events.
struct PreparedGroup {
    OpenXa place;
    TransactionInfo transaction;
    BinlogParser parser; // as the events were to be read then: checksums may be switched meanwhile
    std::unique_ptr<HeldGroup> events;
    bool isPayload = false; // they are one compressed event
};

// The XA transactions that were prepared and neither committed nor rolled back: their rows wait here. Used by the
// reader thread.
class XaGroups {
public:
    void add(PreparedGroup group);
    // The group, taken out; nothing for an xid that is not here.
    [[nodiscard]] std::optional<PreparedGroup> take(const std::string &xid);
    // What a position has to keep.
    [[nodiscard]] std::vector<OpenXa> places() const;
    [[nodiscard]] bool isEmpty() const { return m_groups.empty(); }

    // After a resume: reads a group's events again, by a short stream of its own.
    static Result<PreparedGroup> readAgain(const OpenXa &place, const ConnectionSettings &connection, bool isMariaDb,
        bool hasChecksums, std::unique_ptr<HeldGroup> events, const std::stop_token &stop);

private:
    std::map<std::string, PreparedGroup> m_groups; // by xid
};

} // namespace rowcast::mysql
