// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace rowcast {

// When the writer ends a Kafka transaction. A commit costs the same whatever it carries, so a backlog makes
// transactions grow up to the limits, and an idle stream commits each change at once.
struct CommitPolicy {
    size_t mostBytes = 16 * 1024 * 1024; // then commit at the next end of a source transaction
    size_t mostBytesCut = 32 * 1024 * 1024; // then commit even inside one: it is delivered in parts
    uint64_t mostMessages = 100'000;
    std::chrono::milliseconds mostTime{1000}; // with a backlog (DMS: ChangeProcessingTuning.CommitTimeout)
    std::chrono::milliseconds mostTimeCut{10'000}; // even inside a source transaction; far below transaction.timeout.ms
    std::chrono::milliseconds leastTime{10}; // between commits without a backlog

    struct Open {
        size_t bytes = 0;
        uint64_t messages = 0;
        std::chrono::milliseconds sinceFirst{0}; // since the first batch of this transaction was sent
        std::chrono::milliseconds sinceCommit{0};
        bool isAtTransactionEnd = true;
        bool hasBacklog = false;
    };
    [[nodiscard]] bool isDue(const Open &open) const
    {
        if (open.bytes >= mostBytesCut || open.sinceFirst >= mostTimeCut) {
            return true;
        }
        if (!open.isAtTransactionEnd) {
            return false;
        }
        if (open.bytes >= mostBytes || open.messages >= mostMessages || open.sinceFirst >= mostTime) {
            return true;
        }
        return !open.hasBacklog && open.sinceCommit >= leastTime;
    }
};

} // namespace rowcast
