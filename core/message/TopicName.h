// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/TableId.h"
#include "core/message/MessageSettings.h"

#include <string>

namespace rowcast {

// The topic of a table's messages: MessageSettings::topic, or the pattern with ${schema} and ${table} filled in. Bytes
// that Kafka does not take in a name become '_', and a name is cut at Kafka's 249 bytes.
[[nodiscard]] std::string topicName(const MessageSettings &settings, const TableId &table);

} // namespace rowcast
