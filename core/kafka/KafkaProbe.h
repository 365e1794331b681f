// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kafka/KafkaSettings.h"
#include "core/pipeline/Probe.h"

#include <stop_token>

namespace rowcast {

// "Test connection" of a Kafka target: a ladder of steps, each with what was seen and what to do. Creates no topic and
// writes no message. Steps, in this order: target.name, target.port, target.tls, target.login, target.versions,
// target.advertised, target.topic, target.permission, target.message-size, target.replication, target.checkpoint-topic.
class KafkaProbe {
public:
    KafkaProbe(const KafkaSettings &settings, const ProbeReport &report)
        : m_settings(settings)
        , m_report(report)
    {
    }
    void run(const std::stop_token &stop);

private:
    const KafkaSettings &m_settings;
    const ProbeReport &m_report;
};

} // namespace rowcast
