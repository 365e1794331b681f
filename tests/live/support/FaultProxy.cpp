// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/FaultProxy.h"

#include "core/sandbox/Ports.h"

#include <algorithm>
#include <chrono>
#include <limits>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace rowcast {

namespace {

constexpr int kTurn = 5; // ms; how often a proxy looks that has to do with time
constexpr uint64_t kTurnsASecond = 50; // at most that part of a second's bytes goes out at once

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int64_t nowMicros()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

int listenAt(quint16 port)
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int yes = 1;
    ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    const sockaddr_in address = loopback(port);
    if (::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || ::listen(listener, SOMAXCONN) != 0) {
        ::close(listener);
        return -1;
    }
    return listener;
}

// A socket that does not block; -1 where nobody listens. On the loopback that is known at once.
int connectTo(quint16 port)
{
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    if (port == 0 || ::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(server);
        return -1;
    }
    ::fcntl(server, F_SETFL, O_NONBLOCK);
    return server;
}

void sendAtOnce(int socket)
{
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

} // namespace

Result<std::unique_ptr<FaultProxy>> FaultProxy::start(quint16 backEnd)
{
    const auto port = freePort();
    if (!port) {
        return port.error();
    }
    const int listener = listenAt(*port);
    const int wake = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (listener < 0 || wake < 0) {
        return Failure{
            QStringLiteral("sandbox.ports"), QStringLiteral("The proxy's port %1 was taken.").arg(*port), {}, {}, true};
    }
    return std::unique_ptr<FaultProxy>(new FaultProxy(*port, backEnd, listener, wake));
}

FaultProxy::FaultProxy(quint16 port, quint16 backEnd, int listener, int wake)
    : m_port(port)
    , m_listener(listener)
    , m_wake(wake)
    , m_backEnd(backEnd)
    , m_refilledMicros(nowMicros())
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

FaultProxy::~FaultProxy()
{
    m_thread.request_stop();
    wake();
    m_thread.join();
    ::close(m_listener);
    ::close(m_wake);
}

void FaultProxy::wake() const
{
    ::eventfd_write(m_wake, 1);
}

void FaultProxy::pass()
{
    const std::scoped_lock lock(m_mutex);
    m_isNewStalled = false;
    m_isRefusing = false;
    m_bytesPerSecond = 0;
    for (FaultPlan &plan : m_plans) {
        plan.flipAt.reset();
        plan.cutAt.reset();
    }
    for (const auto &link : m_links) {
        link->isStalled = false;
    }
    endLoss();
    wake();
}

void FaultProxy::stall()
{
    stallOpen();
    const std::scoped_lock lock(m_mutex);
    m_isNewStalled = true;
}

void FaultProxy::stallOpen()
{
    const std::scoped_lock lock(m_mutex);
    for (const auto &link : m_links) {
        link->isStalled = true;
    }
    wake();
}

void FaultProxy::resetLinks()
{
    for (const auto &link : m_links) {
        link->reset();
    }
    wake();
}

void FaultProxy::cut()
{
    const std::scoped_lock lock(m_mutex);
    resetLinks();
}

void FaultProxy::refuse()
{
    const std::scoped_lock lock(m_mutex);
    m_isRefusing = true;
    resetLinks();
}

void FaultProxy::limit(uint64_t bytesPerSecond)
{
    const std::scoped_lock lock(m_mutex);
    m_bytesPerSecond = bytesPerSecond;
    m_allowed = 0;
    m_refilledMicros = nowMicros();
    wake();
}

void FaultProxy::lose(double share, unsigned seed)
{
    const std::scoped_lock lock(m_mutex);
    endLoss();
    for (FaultPlan &plan : m_plans) {
        plan.lossShare = share;
        plan.chance.seed(seed++);
    }
    wake();
}

void FaultProxy::endLoss()
{
    for (FaultPlan &plan : m_plans) {
        plan.lossShare = 0;
    }
    for (const auto &link : m_links) {
        link->release();
    }
}

void FaultProxy::flipAfter(FaultDirection direction, uint64_t bytes)
{
    const std::scoped_lock lock(m_mutex);
    FaultPlan &plan = m_plans.at(size_t(direction));
    plan.flipAt = plan.passed + bytes;
}

void FaultProxy::cutAfter(FaultDirection direction, uint64_t bytes)
{
    const std::scoped_lock lock(m_mutex);
    FaultPlan &plan = m_plans.at(size_t(direction));
    plan.cutAt = plan.passed + bytes;
}

void FaultProxy::setBackEnd(quint16 port)
{
    const std::scoped_lock lock(m_mutex);
    m_backEnd = port;
}

uint64_t FaultProxy::passed(FaultDirection direction) const
{
    const std::scoped_lock lock(m_mutex);
    return m_plans.at(size_t(direction)).passed;
}

uint64_t FaultProxy::lost() const
{
    const std::scoped_lock lock(m_mutex);
    return m_plans[0].lost + m_plans[1].lost;
}

bool FaultProxy::isPending(FaultDirection direction) const
{
    const std::scoped_lock lock(m_mutex);
    const FaultPlan &plan = m_plans.at(size_t(direction));
    return plan.flipAt || plan.cutAt;
}

int FaultProxy::accepted() const
{
    const std::scoped_lock lock(m_mutex);
    return m_accepted;
}

int FaultProxy::open() const
{
    const std::scoped_lock lock(m_mutex);
    return int(m_links.size());
}

void FaultProxy::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        std::vector<pollfd> sockets = wanted();
        const bool isTimed = sockets.back().events != 0;
        sockets.pop_back();
        ::poll(sockets.data(), sockets.size(), isTimed ? kTurn : -1);
        eventfd_t count = 0;
        ::eventfd_read(m_wake, &count);
        const std::scoped_lock lock(m_mutex);
        move(sockets);
        if ((sockets[1].revents & POLLIN) != 0) {
            accept();
        }
    }
}

// The eventfd, the listener, two for each link, and one more whose events say whether time alone makes a difference.
std::vector<pollfd> FaultProxy::wanted()
{
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_links, [](const auto &link) { return link->isOver(); });
    refill();
    std::vector<pollfd> sockets{{m_wake, POLLIN, 0}, {m_listener, POLLIN, 0}};
    for (const auto &link : m_links) {
        const auto both = link->wanted(m_allowed > 0);
        sockets.insert(sockets.end(), both.begin(), both.end());
    }
    const bool isTimed = m_bytesPerSecond > 0 || m_plans[0].lossShare > 0;
    sockets.push_back({-1, short(isTimed ? POLLIN : 0), 0});
    return sockets;
}

void FaultProxy::refill()
{
    if (m_bytesPerSecond == 0) {
        m_allowed = std::numeric_limits<uint64_t>::max();
        return;
    }
    const int64_t now = nowMicros();
    const uint64_t earned = uint64_t(now - m_refilledMicros) * m_bytesPerSecond / 1'000'000;
    if (earned > 0) {
        const uint64_t most = std::max<uint64_t>(m_bytesPerSecond / kTurnsASecond, 1);
        m_allowed = std::min(m_allowed + earned, most);
        m_refilledMicros = now;
    }
}

void FaultProxy::move(const std::vector<pollfd> &ready)
{
    for (size_t index = 0; index < m_links.size() && m_allowed > 0; ++index) {
        FaultLink &link = *m_links[index];
        if (link.isStalled || link.isOver() || 2 * index + 3 >= ready.size()) {
            continue;
        }
        const uint64_t moved = link.move({ready[2 * index + 2], ready[2 * index + 3]}, m_plans, m_allowed);
        m_allowed -= m_bytesPerSecond > 0 ? moved : 0;
    }
}

void FaultProxy::accept()
{
    for (int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK); client >= 0;
         client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK)) {
        ++m_accepted;
        const int server = m_isRefusing ? -1 : connectTo(m_backEnd);
        if (server < 0) {
            const linger now{1, 0};
            ::setsockopt(client, SOL_SOCKET, SO_LINGER, &now, sizeof now);
            ::close(client);
            continue;
        }
        sendAtOnce(client);
        sendAtOnce(server);
        m_links.push_back(std::make_unique<FaultLink>(client, server));
        m_links.back()->isStalled = m_isNewStalled;
    }
}

} // namespace rowcast
