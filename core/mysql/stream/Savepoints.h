// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace rowcast::mysql {

// Which events of one transaction were undone by ROLLBACK TO SAVEPOINT. Servers leave such rows out of the binlog,
// unless the transaction cannot be rolled back as a whole (rows of other engines, temporary tables): then they stand
// there, with the statements. Events are numbered from 0. A plain value.
class Savepoints {
public:
    // Names are the same without regard to case; setting one again moves it. nextEvent: the number of the one to come.
    void set(const std::string &name, uint64_t nextEvent);
    void rollBackTo(const std::string &name, uint64_t nextEvent);

    [[nodiscard]] bool isUndone(uint64_t event) const;
    [[nodiscard]] bool isAnySet() const { return !m_open.empty(); }

private:
    struct Mark {
        std::string name;
        uint64_t event = 0;
    };
    struct Range {
        uint64_t begin = 0;
        uint64_t end = 0;
    };
    std::vector<Mark> m_open; // in order
    std::vector<Range> m_undone;
};

} // namespace rowcast::mysql
