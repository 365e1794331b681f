// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/kafka/TopicAdmin.h"
#include "core/pipeline/Retention.h"

#include <QMap>

#include <string>
#include <vector>

namespace rowcast::kafka {

// What a topic's configuration (cleanup.policy, retention.ms, retention.bytes) says; a topic that is only compacted
// keeps the newest record of each key for good. How full a partition is no client is told, so the room left is not
// known. neededMicros stays 0.
[[nodiscard]] Retention topicRetention(const QString &topic, const QMap<QString, QString> &config);

// Of those of the topics that exist; not known of one whose configuration may not be read. Any thread.
[[nodiscard]] Result<std::vector<Retention>> readTopicRetentions(
    const TopicAdmin &admin, const std::vector<std::string> &topics, const std::stop_token &stop);

} // namespace rowcast::kafka
