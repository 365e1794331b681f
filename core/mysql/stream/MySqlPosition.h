// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/event/BinlogPosition.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rowcast::mysql {

// A prepared XA transaction whose rows are held back until it is committed.
struct OpenXa {
    std::string xid; // as binlogs write it: "X'..',X'..',1"
    BinlogPosition begin; // of its group: the event from which it can be read again
    BinlogPosition end; // behind its XA PREPARE
    std::string gtid; // of the group; empty without GTIDs

    bool operator==(const OpenXa &) const = default;
};

// How far the changes of a server were handed over: everything up to `place`, and `rows` row changes of the transaction
// that begins there. The text is JSON, the value of the task's record "position" and of SourceSession::tail().
struct MySqlPosition {
    std::string server; // ServerInfo::identity of the server that file and offset belong to
    bool isMariaDb = false;
    BinlogPosition place; // the end of the last whole transaction
    std::string gtids; // the set that was delivered, in the server's own form; empty without GTIDs
    // When the server began to write that file (its FORMAT_DESCRIPTION's time stamp; 0: not known): another file of the
    // same name, after RESET MASTER, has another.
    uint32_t fileSeconds = 0;
    uint64_t rows = 0; // row changes of all tables, before any selection, done of the transaction behind place
    std::string rowsGtid; // of that transaction
    std::vector<OpenXa> xa;

    // The key of its state record.
    static constexpr const char *kRecordKey = "position";

    [[nodiscard]] std::string toJson() const;
    // Failure "mysql.state.invalid": not written by Rowcast, or by a newer version.
    [[nodiscard]] static Result<MySqlPosition> fromJson(const std::string &text);

    bool operator==(const MySqlPosition &) const = default;
};

} // namespace rowcast::mysql
