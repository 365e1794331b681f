// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/kafka/Handles.h"
#include "core/kafka/KafkaSettings.h"

#include <chrono>

namespace rowcast::kafka {

// What a client is for; decides its properties.
enum class ClientRole : uint8_t {
    TransactionalProducer,
    IdempotentProducer,
    CommittedReader, // isolation.level read_committed
    AllReader, // read_uncommitted; also for questions to the cluster, as a consumer never creates topics by asking
};

struct ClientPlan {
    ClientRole role = ClientRole::AllReader;
    QString transactionalId{}; // TransactionalProducer only
    int batchBytes = 1'000'000; // producers: most bytes of one request to a partition
    int queuedKilobytes = 1024; // readers: prefetched per partition
    bool tellsBrokers = false; // fills Witness::learnedBrokers()
    std::chrono::milliseconds fetchWait{500}; // readers: how long the broker may hold back an empty answer
};

// Our own transactions' time-out where ProducerProperties names none.
inline constexpr std::chrono::milliseconds kTransactionTimeout{60'000};

// librdkafka's configuration for the plan, without callbacks. Fails for files that cannot be read and for values that
// librdkafka refuses. User properties win over ours except where checkProducerProperties() refuses them.
[[nodiscard]] Result<ConfHandle> makeConfig(const KafkaSettings &settings, const ClientPlan &plan);

// The time-out that the producers of these settings use.
[[nodiscard]] std::chrono::milliseconds transactionTimeout(const KafkaSettings &settings);

} // namespace rowcast::kafka
