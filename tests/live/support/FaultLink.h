// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <vector>

#include <poll.h>

namespace rowcast {

// Which way bytes go through a FaultProxy.
enum class FaultDirection : uint8_t { ToServer, ToClient };

// What a proxy does to the bytes of one direction, of all its connections together, in the order in which they pass.
struct FaultPlan {
    uint64_t passed = 0; // bytes so far
    std::optional<uint64_t> flipAt; // the number of the byte to spoil
    std::optional<uint64_t> cutAt; // the connection is reset in front of it
    double lossShare = 0; // of the segments, 0 to 1
    std::mt19937 chance; // which of them
    uint64_t lost = 0; // segments so far
};
using FaultPlans = std::array<FaultPlan, 2>; // by FaultDirection

// One connection through a FaultProxy: two sockets, and what was read of each and is not written yet. Belongs to the
// proxy's thread.
class FaultLink {
public:
    // Takes both sockets, which do not block.
    FaultLink(int client, int server);
    ~FaultLink();
    FaultLink(const FaultLink &) = delete;
    FaultLink &operator=(const FaultLink &) = delete;

    // Nothing moves and nothing is noticed, not even an end.
    bool isStalled = false;

    // What to wait for, in the order client, server. mayRead: false while the limit of speed says no.
    [[nodiscard]] std::array<pollfd, 2> wanted(bool mayRead) const;
    // Moves what is ready, at most that many bytes; returns how many were written. Spoils them as planned.
    uint64_t move(const std::array<pollfd, 2> &ready, FaultPlans &plans, uint64_t most);
    // What waits for a lost segment waits no more.
    void release();
    // The next closing is a reset.
    void reset();
    [[nodiscard]] bool isOver() const { return m_isOver; }

private:
    struct Way {
        int from = -1;
        int to = -1;
        std::vector<uint8_t> waiting;
        bool isEnded = false; // the sender has nothing more
        bool isShut = false; // and the receiver was told
        // Its first segment was lost: the sender tries again after this pause, which doubles each time.
        std::chrono::milliseconds pause{0};
        std::chrono::steady_clock::time_point heldUntil{};
        [[nodiscard]] bool isHeld() const { return std::chrono::steady_clock::now() < heldUntil; }
    };
    void read(Way &way, uint64_t most);
    uint64_t write(Way &way, FaultPlan &plan, uint64_t most);
    // How many of the next bytes pass before a lost segment, for which the way is held from now on.
    [[nodiscard]] static size_t untilLoss(Way &way, FaultPlan &plan, size_t count);

    int m_client;
    int m_server;
    std::array<Way, 2> m_ways; // by FaultDirection
    bool m_isOver = false;
};

} // namespace rowcast
