// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/kafka/KafkaSettings.h"
#include "core/kafka/TopicAdmin.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace rowcast::kafka {

// What the brokers tell a user about his own permissions, without trying anything out.

// The operations that are permitted on a topic; nothing where this client or the broker cannot tell.
using Operations = std::vector<rd_kafka_AclOperation_t>;
Result<std::optional<Operations>> topicOperations(
    const TopicAdmin &admin, const QString &topic, const std::stop_token &stop);

// RD_KAFKA_RESOURCE_TRANSACTIONAL_ID, which the headers of librdkafka 2.0 do not name and its client refuses.
inline constexpr auto kTransactionalIdResource = static_cast<rd_kafka_ResourceType_t>(5);

enum class Permission : uint8_t {
    Allowed,
    Denied,
    Unknown, // the broker does not tell this user
};
// Whether the user may write with transactional ids that begin with "rowcast-". Asked of the access control lists,
// which only users with Describe on the cluster may read.
Result<Permission> transactionPermission(
    const TopicAdmin &admin, const KafkaSettings &settings, const std::stop_token &stop);

} // namespace rowcast::kafka
