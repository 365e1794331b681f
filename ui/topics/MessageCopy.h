// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/topics/MessageRow.h"

#include "core/document/EndpointSpec.h"

#include <QString>

// What the viewer puts on the clipboard.

namespace rowcast::ui {

// One line of JSON: partition, offset, timestamp, headers, key and value; a value that is JSON stays JSON.
[[nodiscard]] QString rowAsJson(const MessageRow &row);
// Tab-separated, as the table shows it.
[[nodiscard]] QString rowAsText(const MessageRow &row, const QString &time);
// The kcat call that prints this one message. Passwords are left to the environment variable KAFKA_PASSWORD.
[[nodiscard]] QString kcatCommand(const EndpointSpec &target, const QString &topic, const TopicRecord &record);

} // namespace rowcast::ui
