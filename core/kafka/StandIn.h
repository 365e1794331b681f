// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kafka/Client.h"

namespace rowcast::kafka {

// Whether the client talks to librdkafka's mock cluster, which the demo falls back to where there is no Kafka. That one
// keeps everything as long as it lives and has no topic configurations: asking for them only times out. To be called
// after an answer about topics came; then it costs nothing.
[[nodiscard]] bool isStandIn(const Client &client);

} // namespace rowcast::kafka
