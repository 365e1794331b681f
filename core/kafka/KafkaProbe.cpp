// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/KafkaProbe.h"

#include "core/kafka/BrokerSteps.h"
#include "core/kafka/TopicSteps.h"

#include <QCoreApplication>

#include <array>

namespace rowcast {

using namespace kafka;

namespace {

struct Rung {
    const char *id;
    const char *title;
    ProbeOutcome (*work)(ProbeContext &);
};

constexpr std::array kRungs = {
    Rung{"target.name", QT_TRANSLATE_NOOP("KafkaProbe", "Broker names"), probeNames},
    Rung{"target.port", QT_TRANSLATE_NOOP("KafkaProbe", "Ports"), probePorts},
    Rung{"target.tls", QT_TRANSLATE_NOOP("KafkaProbe", "TLS"), probeTls},
    Rung{"target.login", QT_TRANSLATE_NOOP("KafkaProbe", "Login"), probeLogin},
    Rung{"target.versions", QT_TRANSLATE_NOOP("KafkaProbe", "Cluster and versions"), probeVersions},
    Rung{"target.advertised", QT_TRANSLATE_NOOP("KafkaProbe", "Advertised addresses"), probeAdvertised},
    Rung{"target.topic", QT_TRANSLATE_NOOP("KafkaProbe", "Topic"), probeTopic},
    Rung{"target.permission", QT_TRANSLATE_NOOP("KafkaProbe", "Permissions"), probePermission},
    Rung{"target.message-size", QT_TRANSLATE_NOOP("KafkaProbe", "Message size"), probeMessageSize},
    Rung{"target.replication", QT_TRANSLATE_NOOP("KafkaProbe", "Replication"), probeReplication},
    Rung{"target.checkpoint-topic", QT_TRANSLATE_NOOP("KafkaProbe", "Checkpoint topic"), probeCheckpointTopic},
};

} // namespace

void KafkaProbe::run(const std::stop_token &stop)
{
    ProbeContext context{.settings = m_settings,
        .stop = stop,
        .bootstraps = {},
        .admin = {},
        .brokers = {},
        .topic = {},
        .topicConfig = {},
        .brokerConfig = {}};
    ProbeLadder ladder;
    for (const Rung &rung : kRungs) {
        ladder.add(QLatin1String(rung.id), QCoreApplication::translate("KafkaProbe", rung.title),
            [&context, &rung] { return rung.work(context); });
    }
    ladder.run(m_report, stop);
    if (context.admin) {
        auto client = context.admin->client();
        context.admin.reset();
        Client::retire(std::move(client));
    }
}

} // namespace rowcast
