// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/KafkaServer.h"

#include <array>
#include <memory>

namespace rowcast {

// Three private brokers that are one cluster, each also a voter of its controller, with small heaps: what is written is
// kept as long as any two of them live (min.insync.replicas=2; topics that are made with three replicas). Transactions
// have one coordinator, so that it is known: the leader of partition 0 of kTransactions. Any thread, one at a time.
class KafkaCluster {
public:
    static constexpr int kBrokers = 3;
    static const QString kTransactions;

    // Waits until all answer (90 s at most).
    static Result<std::unique_ptr<KafkaCluster>> start();

    [[nodiscard]] QString bootstrapServers() const; // of all
    [[nodiscard]] KafkaServer &broker(int id) { return *m_brokers.at(size_t(id) - 1); } // 1 to kBrokers

    // The broker that leads the topic's partition 0; 0 where there is none, or nobody tells.
    [[nodiscard]] int leaderOf(const QString &topic) const;
    // Whether the cluster has noticed that this broker is away: others lead all that can be led.
    [[nodiscard]] bool goesOnWithout(int id) const;
    // Whether all brokers serve, and each partition has a leader and all its replicas in sync.
    [[nodiscard]] bool isInSync() const;

private:
    KafkaCluster() = default;

    std::array<std::unique_ptr<KafkaServer>, kBrokers> m_brokers;
};

} // namespace rowcast
