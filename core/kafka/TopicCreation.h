// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/kafka/KafkaSettings.h"
#include "core/kafka/TopicAdmin.h"

#include <map>
#include <optional>
#include <stop_token>

namespace rowcast::kafka {

// Waits until the topic is known to the brokers and every partition has a leader; at most ten seconds.
Result<void> awaitTopic(const TopicAdmin &admin, const QString &topic, const std::stop_token &stop);

// The configuration of a topic that one of the brokers knows: waits until the one that answers knows it, too; at most
// ten seconds.
Result<QMap<QString, QString>> awaitTopicConfig(
    const TopicAdmin &admin, const QString &topic, const std::stop_token &stop);

// Makes sure that the topics written to exist, each once, and keeps their limits. One thread.
class TopicCreation {
public:
    TopicCreation(const KafkaSettings &settings, const TopicAdmin &admin)
        : m_settings(settings)
        , m_admin(admin)
    {
    }

    // Where this user may not create topics, the broker may still do it by itself. Failure code
    // kafka.topic.not-created.
    Result<void> ensure(const std::string &topic, const std::stop_token &stop);
    // max.message.bytes of a topic that was ensured; none where it may not be read.
    [[nodiscard]] std::optional<int64_t> sizeLimit(const QString &topic) const;
    // The smallest limit of all of them.
    [[nodiscard]] std::optional<int64_t> smallestLimit() const;

private:
    Result<void> create(const QString &topic, const std::stop_token &stop);
    Result<bool> isCreatedByBroker(const QString &topic, const std::stop_token &stop);

    const KafkaSettings &m_settings;
    const TopicAdmin &m_admin;
    std::map<std::string, std::optional<int64_t>, std::less<>> m_known; // with the limit
};

} // namespace rowcast::kafka
