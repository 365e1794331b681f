// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sandbox/LoopbackSocket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace rowcast {

namespace {

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

} // namespace

LoopbackSocket::LoopbackSocket()
    : m_handle(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
}

LoopbackSocket::~LoopbackSocket()
{
    if (m_handle >= 0) {
        ::close(m_handle);
    }
}

bool LoopbackSocket::bindTo(quint16 port) const
{
    // as servers do it: connections of a server that ended a moment ago do not count
    const int yes = 1;
    ::setsockopt(m_handle, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    const sockaddr_in address = loopback(port);
    return ::bind(m_handle, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
        && ::listen(m_handle, 1) == 0;
}

bool LoopbackSocket::connectTo(quint16 port) const
{
    const sockaddr_in address = loopback(port);
    return ::connect(m_handle, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

bool LoopbackSocket::write(const QByteArray &bytes) const
{
    return ::send(m_handle, bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL) == bytes.size();
}

QByteArray LoopbackSocket::read(qsizetype count, std::chrono::milliseconds timeout) const
{
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    QByteArray bytes(count, '\0');
    qsizetype filled = 0;
    while (filled < count) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        pollfd waited = {m_handle, POLLIN, 0};
        if (left.count() <= 0 || ::poll(&waited, 1, static_cast<int>(left.count())) < 1) {
            return {};
        }
        const ssize_t arrived = ::recv(m_handle, bytes.data() + filled, static_cast<size_t>(count - filled), 0);
        if (arrived <= 0) {
            return {};
        }
        filled += arrived;
    }
    return bytes;
}

} // namespace rowcast
