// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/gtid/GtidEvents.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace rowcast::mysql {

// A transaction of MariaDB: "0-1-270".
struct MariaDbGtid {
    uint32_t domain = 0;
    uint32_t server = 0;
    uint64_t sequence = 0;

    bool operator==(const MariaDbGtid &) const = default;
    [[nodiscard]] std::string text() const;
    static Result<MariaDbGtid> parse(std::string_view text); // "mysql.gtid.invalid"
};

// A position in MariaDB's GTID order: the last transaction of every domain. As @@gtid_binlog_pos prints it and
// @slave_connect_state takes it: "0-1-270,1-1-9".
class MariaDbGtidList {
public:
    static Result<MariaDbGtidList> parse(std::string_view text);
    // The last entry of a domain counts, as for the server.
    static Result<MariaDbGtidList> fromEvent(const GtidListEvent &event);

    [[nodiscard]] std::string text() const;
    // Moves the domain to this transaction.
    void set(const MariaDbGtid &gtid) { m_last[gtid.domain] = gtid; }
    // True when every domain of the other one is here with a sequence at least as high.
    [[nodiscard]] bool contains(const MariaDbGtidList &other) const;
    [[nodiscard]] bool contains(const MariaDbGtid &gtid) const;
    [[nodiscard]] bool isEmpty() const { return m_last.empty(); }
    [[nodiscard]] const std::map<uint32_t, MariaDbGtid> &domains() const { return m_last; }

    bool operator==(const MariaDbGtidList &) const = default;

private:
    std::map<uint32_t, MariaDbGtid> m_last; // by domain
};

} // namespace rowcast::mysql
