// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

namespace rowcast {

// A TCP port of 127.0.0.1 that nobody listens on at this moment, outside the range from which the system takes the
// ports of outgoing connections (one of those could take it while a server restarts). ROWCAST_PORTS="21500-21549"
// in the environment narrows the choice. Failure "sandbox.ports" where none is free. Thread-safe.
Result<quint16> freePort();

// True when something accepts a connection on 127.0.0.1:port.
[[nodiscard]] bool isListening(quint16 port);

} // namespace rowcast
