// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/event/BinlogPosition.h"
#include "core/mysql/gtid/GtidSet.h"

#include <chrono>
#include <deque>
#include <mutex>
#include <optional>

namespace rowcast::mysql {

// Places of the binlog from which a window L..H may be read, because all that lies before them is visible to every read
// that begins now. Shared by the loaders of a task, so that each part of the binlog is not read again for each chunk.
// Thread-safe.
class SafePoints {
public:
    using Time = std::chrono::steady_clock::time_point;

    // Everything before `place` is in `gtids`.
    void add(const BinlogPosition &place, const GtidSet &gtids);
    // The newest place before which there is only what `visible` has.
    [[nodiscard]] std::optional<BinlogPosition> before(const GtidSet &visible) const;

    // Without GTIDs: the binlog ended there then.
    void note(const BinlogPosition &place, Time when);
    // The newest place that was noted at or before that time.
    [[nodiscard]] std::optional<BinlogPosition> notedBefore(Time when) const;
    [[nodiscard]] std::optional<Time> firstNoted() const;

private:
    struct Known {
        BinlogPosition place;
        GtidSet gtids;
    };
    struct Noted {
        BinlogPosition place;
        Time when;
    };
    mutable std::mutex m_mutex;
    std::deque<Known> m_known;
    std::deque<Noted> m_noted; // by time
};

} // namespace rowcast::mysql
