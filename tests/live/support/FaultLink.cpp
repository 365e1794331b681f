// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/FaultLink.h"

#include <algorithm>
#include <cerrno>

#include <sys/socket.h>
#include <unistd.h>

namespace rowcast {

namespace {

constexpr size_t kChunk = 64 * 1024; // read at once, so that little lies in the proxy itself
constexpr uint8_t kSpoiled = 0x55;
constexpr size_t kSegment = 1448; // bytes of a TCP segment on Ethernet
constexpr std::chrono::milliseconds kFirstPause{200}; // Linux's shortest retransmission time-out
constexpr double kLostAgain = 1.0 / 3; // losses come in bursts: so pauses of seconds happen, too

bool isPassing(ssize_t result)
{
    return result < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
}

} // namespace

FaultLink::FaultLink(int client, int server)
    : m_client(client)
    , m_server(server)
{
    m_ways[size_t(FaultDirection::ToServer)] = {client, server, {}};
    m_ways[size_t(FaultDirection::ToClient)] = {server, client, {}};
}

FaultLink::~FaultLink()
{
    ::close(m_client);
    ::close(m_server);
}

void FaultLink::release()
{
    for (Way &way : m_ways) {
        way.pause = {};
        way.heldUntil = {};
    }
}

void FaultLink::reset()
{
    const linger now{1, 0};
    ::setsockopt(m_client, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::setsockopt(m_server, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    m_isOver = true;
}

std::array<pollfd, 2> FaultLink::wanted(bool mayRead) const
{
    std::array<pollfd, 2> sockets{pollfd{m_client, 0, 0}, pollfd{m_server, 0, 0}};
    for (const Way &way : m_ways) {
        auto &from = sockets[way.from == m_client ? 0 : 1];
        auto &to = sockets[way.to == m_client ? 0 : 1];
        if (way.waiting.empty() && !way.isEnded && mayRead) {
            from.events |= POLLIN;
        } else if (!way.waiting.empty() && mayRead && !way.isHeld()) {
            to.events |= POLLOUT;
        }
    }
    for (pollfd &socket : sockets) {
        if (isStalled || socket.events == 0) {
            socket.fd = -1; // else an end would be told again and again
        }
    }
    return sockets;
}

uint64_t FaultLink::move(const std::array<pollfd, 2> &ready, FaultPlans &plans, uint64_t most)
{
    uint64_t written = 0;
    for (size_t direction = 0; direction < m_ways.size() && !m_isOver; ++direction) {
        Way &way = m_ways[direction];
        const pollfd &from = ready[way.from == m_client ? 0 : 1];
        const pollfd &to = ready[way.to == m_client ? 0 : 1];
        if (way.waiting.empty() && !way.isEnded && (from.revents & (POLLIN | POLLHUP | POLLERR)) != 0) {
            read(way, most - written);
        }
        if (!way.waiting.empty() && !way.isHeld() && ((to.revents & POLLOUT) != 0 || (from.revents & POLLIN) != 0)) {
            written += write(way, plans[direction], most - written);
        }
        if (way.isEnded && way.waiting.empty() && !way.isShut) {
            ::shutdown(way.to, SHUT_WR);
            way.isShut = true;
        }
    }
    m_isOver = m_isOver || (m_ways[0].isShut && m_ways[1].isShut);
    return written;
}

void FaultLink::read(Way &way, uint64_t most)
{
    way.waiting.resize(std::min<uint64_t>(kChunk, std::max<uint64_t>(most, 1)));
    const ssize_t arrived = ::recv(way.from, way.waiting.data(), way.waiting.size(), 0);
    way.waiting.resize(arrived > 0 ? size_t(arrived) : 0);
    if (arrived == 0) {
        way.isEnded = true;
    } else if (arrived < 0 && !isPassing(arrived)) {
        reset();
    }
}

size_t FaultLink::untilLoss(Way &way, FaultPlan &plan, size_t count)
{
    if (plan.lossShare <= 0) {
        return count;
    }
    for (size_t passing = 0; passing < count; passing += kSegment) {
        const bool isAgain = way.pause.count() > 0;
        if (std::bernoulli_distribution(isAgain ? kLostAgain : plan.lossShare)(plan.chance)) {
            ++plan.lost;
            way.pause = isAgain ? way.pause * 2 : kFirstPause;
            way.heldUntil = std::chrono::steady_clock::now() + way.pause;
            return passing;
        }
        way.pause = {};
    }
    return count;
}

uint64_t FaultLink::write(Way &way, FaultPlan &plan, uint64_t most)
{
    size_t count = untilLoss(way, plan, std::min<uint64_t>(way.waiting.size(), most));
    const bool isCut = plan.cutAt && *plan.cutAt < plan.passed + count;
    if (isCut) {
        count = *plan.cutAt - plan.passed;
    }
    if (plan.flipAt && *plan.flipAt >= plan.passed && *plan.flipAt < plan.passed + count) {
        way.waiting[*plan.flipAt - plan.passed] ^= kSpoiled;
        plan.flipAt.reset();
    }
    const ssize_t sent = count == 0 ? 0 : ::send(way.to, way.waiting.data(), count, MSG_NOSIGNAL);
    if (sent < 0 && !isPassing(sent)) {
        reset();
        return 0;
    }
    const size_t done = sent > 0 ? size_t(sent) : 0;
    way.waiting.erase(way.waiting.begin(), way.waiting.begin() + ptrdiff_t(done));
    plan.passed += done;
    if (isCut && plan.passed == *plan.cutAt) {
        plan.cutAt.reset();
        // closed, not reset: what was sent before arrives
        m_isOver = true;
    }
    return done;
}

} // namespace rowcast
