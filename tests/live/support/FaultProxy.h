// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "tests/live/support/FaultLink.h"

#include <QtGlobal>

#include <memory>
#include <mutex>
#include <thread>

namespace rowcast {

// A TCP proxy on 127.0.0.1 for what networks do to connections: a real one, whose sockets are the system's, in a thread
// of its own. Its port stays the same whatever stands behind it. Every verb may be called from any thread and holds
// until another is called; bytes are counted over all connections of a direction.
//
// A Kafka broker tells clients its own address: give it a listener of its own for them, whose advertised address is
// the proxy's (KafkaServerOptions::properties):
//     listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort},PROXIED://127.0.0.1:BACK
//     advertised.listeners=PLAINTEXT://127.0.0.1:${port},PROXIED://127.0.0.1:PROXY
//     listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,PROXIED:PLAINTEXT
class FaultProxy {
public:
    // backEnd: a port of 127.0.0.1; 0: none yet, connections are reset. Failure "sandbox.ports".
    static Result<std::unique_ptr<FaultProxy>> start(quint16 backEnd);
    ~FaultProxy();
    FaultProxy(const FaultProxy &) = delete;
    FaultProxy &operator=(const FaultProxy &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }

    // The end of every fault: what lay waiting goes on.
    void pass();
    // Nothing moves in either direction and nobody is told: half-open links. New connections are made and stall, too.
    void stall();
    // As stall(), for the connections that stand now; later ones pass.
    void stallOpen();
    // Resets the connections that stand now; later ones pass.
    void cut();
    // Resets the connections that stand now, and every later one.
    void refuse();
    // Each direction, all connections together; 0: no limit.
    void limit(uint64_t bytesPerSecond);
    // Packet loss as programs see it, in both directions: behind a lost segment all waits until it was sent again,
    // after 200 ms, or twice, four times ... that where it was lost again; then what has gathered comes at once. The
    // share of segments, 0 to 1 (0: none), and a seed for which. Loss in the system itself (tc netem) would need a
    // kernel module and rights that computers of a CI lack.
    void lose(double share, unsigned seed);
    // Spoils one byte, when that many more have passed.
    void flipAfter(FaultDirection direction, uint64_t bytes);
    // Ends the connection on which it happens, when that many more bytes have passed.
    void cutAfter(FaultDirection direction, uint64_t bytes);
    // Of later connections; those that stand stay where they are.
    void setBackEnd(quint16 port);

    [[nodiscard]] uint64_t passed(FaultDirection direction) const;
    // Segments that lose() lost, both directions together; those lost again count again.
    [[nodiscard]] uint64_t lost() const;
    // Connections that were made, and those that stand.
    [[nodiscard]] int accepted() const;
    [[nodiscard]] int open() const;
    // Whether the byte of flipAfter(), or of cutAfter(), has not passed yet.
    [[nodiscard]] bool isPending(FaultDirection direction) const;

private:
    FaultProxy(quint16 port, quint16 backEnd, int listener, int wake);
    void run(const std::stop_token &stop);
    void accept();
    [[nodiscard]] std::vector<pollfd> wanted();
    void move(const std::vector<pollfd> &ready);
    void refill();
    void wake() const;
    void resetLinks();
    void endLoss();

    const quint16 m_port;
    const int m_listener;
    const int m_wake; // an eventfd
    mutable std::mutex m_mutex; // guards all below
    quint16 m_backEnd;
    std::vector<std::unique_ptr<FaultLink>> m_links;
    FaultPlans m_plans;
    bool m_isNewStalled = false;
    bool m_isRefusing = false;
    int m_accepted = 0;
    uint64_t m_bytesPerSecond = 0;
    uint64_t m_allowed = 0; // bytes, by the limit
    int64_t m_refilledMicros = 0;
    std::jthread m_thread; // last: it uses all others
};

} // namespace rowcast
