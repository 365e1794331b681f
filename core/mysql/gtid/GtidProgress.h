// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/gtid/GtidSet.h"
#include "core/mysql/gtid/MariaDbGtid.h"

#include <string>

namespace rowcast::mysql {

struct GtidEvent;
struct MariaDbGtidEvent;

// The GTIDs that were delivered, of MySQL's or of MariaDB's kind. A value; not thread-safe.
class GtidProgress {
public:
    GtidProgress() = default;
    // text: MySqlPosition::gtids. Failure "mysql.gtid.invalid".
    static Result<GtidProgress> parse(bool isMariaDb, const std::string &text);

    // "uuid:7" of one transaction; empty for an anonymous one.
    [[nodiscard]] static std::string nameOf(const GtidEvent &event);
    [[nodiscard]] static std::string nameOf(const MariaDbGtidEvent &event);

    // One of those names; empty does nothing.
    void add(const std::string &gtid);
    // Of the same kind: afterwards this one has what either had.
    void add(const GtidProgress &other);
    [[nodiscard]] bool contains(const std::string &gtid) const;
    [[nodiscard]] bool contains(const GtidProgress &other) const;
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] std::string text() const;
    [[nodiscard]] const GtidSet &mySql() const { return m_mySql; }

private:
    bool m_isMariaDb = false;
    GtidSet m_mySql;
    MariaDbGtidList m_mariaDb;
};

} // namespace rowcast::mysql
