// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QHostAddress>
#include <QList>

#include <chrono>
#include <cstdint>
#include <stop_token>

namespace rowcast {

// The lowest rungs of a connection test, whatever is tested. Both wait on the calling thread and end at once when
// stopped.

// The addresses of a name or of a numeric address, at least one. Failure codes network.name.unknown (no such name) and
// network.name.failed (nobody answered).
Result<QList<QHostAddress>> resolveName(const QString &host, const std::stop_token &stop);

struct OpenedPort {
    QHostAddress address; // that answered
    QHostAddress localAddress; // from which it was reached: what a firewall rule must let through
};

// Opens a TCP connection to the first address that answers, and closes it. host is for messages. Failure codes
// network.port.refused, network.port.timeout, network.port.unreachable.
Result<OpenedPort> openPort(const QString &host, const QList<QHostAddress> &addresses, uint16_t port,
    std::chrono::milliseconds timeout, const std::stop_token &stop);

} // namespace rowcast
