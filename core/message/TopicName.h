// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/TableId.h"
#include "core/message/MessageSettings.h"

#include <string>
#include <string_view>

namespace rowcast {

inline constexpr size_t kMostTopicBytes = 249; // Kafka's own limit
// Whether Kafka takes it (Topic.validate() of its clients).
[[nodiscard]] bool isTopicName(std::string_view name);

// The topic of a table's messages: MessageSettings::topic, or the pattern with ${schema} and ${table} filled in. Bytes
// that Kafka does not take in a name become '_', and a name is cut at Kafka's 249 bytes; a name that was altered so
// ends with '-' and the first 8 hex digits of the SHA-256 of the unaltered one.
[[nodiscard]] std::string topicName(const MessageSettings &settings, const TableId &table);
// Whether the pattern sends the table to where the checkpoints lie: nothing may be written there.
[[nodiscard]] bool isCheckpointTopic(const MessageSettings &settings, const TableId &table);

} // namespace rowcast
