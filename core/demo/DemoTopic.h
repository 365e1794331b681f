// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>

#include <stop_token>

namespace rowcast {

// Has the demo's broker make a topic (auto.create.topics.enable), so that it can be watched before the task's first
// message. Waits until it is there, 10 s at most. Any thread.
Result<void> makeDemoTopic(const QString &brokers, const QString &topic, const std::stop_token &stop);

} // namespace rowcast
