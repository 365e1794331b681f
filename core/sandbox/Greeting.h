// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace rowcast {

// Whether a private server on 127.0.0.1 is ready for work, asked in its own protocol, as an open port alone says
// little. Both may be called from any thread and wait for an answer as long as the timeout says.

// A MySQL server greets: it takes logins. (MySQL source documentation, Protocol::HandshakeV10.)
[[nodiscard]] bool isMySqlGreeting(quint16 port, std::chrono::milliseconds timeout);

// A Kafka broker answers a Metadata request, and knows of a broker that serves: itself. (Apache Kafka protocol guide,
// Metadata version 1.)
[[nodiscard]] bool isKafkaAnswering(quint16 port, std::chrono::milliseconds timeout);

} // namespace rowcast
