// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace rowcast {

// How long a source still holds the changes that a task needs, or a topic the records that its readers need: the
// "retention fuse". A plain value that is kept with a task's snapshot, so that it burns on while the task is stopped or
// nobody can be asked.
//
// What is left is a lower bound. Servers and brokers drop whole files, a binlog not before it is older than its
// retention as a whole and the server begins a new one, a topic's segment not before its newest record is too old.
struct Retention {
    enum class Holder : uint8_t {
        Source, // neededMicros: commit time of the position from which the task goes on
        Topic, // neededMicros: when the task sent its first record there
    };
    enum class State : uint8_t {
        Unknown, // the holder has not said, or not since when it is needed
        ForGood,
        Burning,
        Short, // a quarter or less is left
        // A source may have purged it already. A topic deletes the task's first records by now: it holds the last
        // heldSeconds, which was to be expected, and is no alarm.
        BurntDown,
    };
    static constexpr double kShortShare = 0.25;

    Holder holder = Holder::Source;
    QString name; // the topic's; of a source "binlog"
    bool isKnown = false; // what follows is what the holder says
    std::optional<int64_t> heldSeconds; // none: age deletes nothing; 0: deleted as soon as possible
    std::optional<uint64_t> mostBytes; // beyond it the oldest goes, whatever its age; of a topic each partition's
    std::optional<uint64_t> bytesLeft; // of mostBytes, before it is the needed one's turn; none: not known
    QString remedy; // translated: how to have it held longer, as SQL or a command
    int64_t neededMicros = 0; // since 1970 UTC; 0: not known

    // By age; never negative. None: for good, or not known.
    [[nodiscard]] std::optional<double> secondsLeft(int64_t nowMicros) const;
    // 0 to 1, of the time or of the room, whichever is less. None: for good, or not known.
    [[nodiscard]] std::optional<double> shareLeft(int64_t nowMicros) const;
    [[nodiscard]] State state(int64_t nowMicros) const;
    // A person should do something now.
    [[nodiscard]] bool isAlarming(int64_t nowMicros) const;
    bool operator==(const Retention &) const = default;
};

} // namespace rowcast
