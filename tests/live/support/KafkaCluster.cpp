// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/KafkaCluster.h"

#include "core/sandbox/Ports.h"
#include "tests/live/support/TopicContent.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace rowcast {

namespace {

// A dead broker is missed after seconds, as a story waits for that; a heartbeat comes often enough for a busy computer.
const QStringList kProperties = {
    QStringLiteral("min.insync.replicas=2"),
    QStringLiteral("offsets.topic.replication.factor=3"),
    QStringLiteral("offsets.topic.num.partitions=1"),
    QStringLiteral("transaction.state.log.replication.factor=3"),
    QStringLiteral("transaction.state.log.min.isr=2"),
    QStringLiteral("transaction.state.log.num.partitions=1"),
    QStringLiteral("broker.session.timeout.ms=3000"),
    QStringLiteral("broker.heartbeat.interval.ms=300"),
};

// Small, and compiled as quickly as can be: three of them start at once.
const QStringList kJava
    = {QStringLiteral("-Xms64m"), QStringLiteral("-Xmx256m"), QStringLiteral("-XX:TieredStopAtLevel=1")};

using Ports = std::array<quint16, KafkaCluster::kBrokers>;

Result<Ports> controllerPorts()
{
    Ports ports{};
    for (quint16 &port : ports) {
        while (port == 0 || std::ranges::count(ports, port) > 1) {
            const auto free = freePort();
            if (!free) {
                return free.error();
            }
            port = *free;
        }
    }
    return ports;
}

QString votersProperty(const Ports &ports)
{
    QStringList voters;
    for (quint16 port : ports) {
        voters.append(QStringLiteral("%1@127.0.0.1:%2").arg(voters.size() + 1).arg(port));
    }
    return QStringLiteral("controller.quorum.voters=") + voters.join(QLatin1Char(','));
}

} // namespace

const QString KafkaCluster::kTransactions = QStringLiteral("__transaction_state");

Result<std::unique_ptr<KafkaCluster>> KafkaCluster::start()
{
    const auto ports = controllerPorts();
    if (!ports) {
        return ports.error();
    }
    KafkaServerOptions options{
        .properties = kProperties, .formatArguments = {}, .javaArguments = kJava, .clusterId = KafkaServer::randomId()};
    options.properties.append(votersProperty(*ports));
    std::array<std::optional<Failure>, kBrokers> failures;
    std::unique_ptr<KafkaCluster> cluster(new KafkaCluster);
    {
        std::vector<std::jthread> starts;
        for (size_t index = 0; index < kBrokers; ++index) {
            options.nodeId = int(index) + 1;
            options.controllerPort = (*ports)[index];
            starts.emplace_back([&cluster, &failures, index, options] {
                auto started = KafkaServer::start(options);
                if (started) {
                    cluster->m_brokers[index] = *std::move(started);
                } else {
                    failures[index] = started.error();
                }
            });
        }
    }
    for (const auto &failure : failures) {
        if (failure) {
            return *failure;
        }
    }
    return cluster;
}

QString KafkaCluster::bootstrapServers() const
{
    QStringList all;
    for (const auto &broker : m_brokers) {
        all.append(broker->bootstrapServers());
    }
    return all.join(QLatin1Char(','));
}

int KafkaCluster::leaderOf(const QString &topic) const
{
    const auto state = clusterState(bootstrapServers());
    for (const PartitionState &partition : state ? state->partitions : QList<PartitionState>()) {
        if (partition.topic == topic && partition.partition == 0) {
            return std::max(partition.leader, 0);
        }
    }
    return 0;
}

bool KafkaCluster::goesOnWithout(int id) const
{
    const auto state = clusterState(bootstrapServers());
    return state && std::ranges::all_of(state->partitions, [&](const PartitionState &partition) {
        return partition.replicas.size() < kBrokers || (partition.leader > 0 && !partition.inSync.contains(id));
    });
}

bool KafkaCluster::isInSync() const
{
    const auto state = clusterState(bootstrapServers());
    return state && state->brokers == kBrokers
        && std::ranges::all_of(state->partitions, [](const PartitionState &partition) {
               return partition.leader > 0 && partition.inSync.size() == partition.replicas.size();
           });
}

} // namespace rowcast
