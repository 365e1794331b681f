// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kafka/KafkaSettings.h"
#include "core/kafka/TopicAdmin.h"

#include <QHostAddress>
#include <QList>
#include <QMap>

#include <optional>
#include <stop_token>
#include <vector>

namespace rowcast::kafka {

// What the steps of one ladder hand on to each other.
struct ProbeContext {
    struct Bootstrap {
        BrokerAddress broker;
        QList<QHostAddress> addresses;
        bool isOpen = false; // its port takes connections
    };

    const KafkaSettings &settings;
    std::stop_token stop;
    std::vector<Bootstrap> bootstraps; // those whose name is known
    std::optional<TopicAdmin> admin; // from the login on
    std::vector<BrokerInfo> brokers; // as they advertise themselves
    std::optional<TopicInfo> topic; // the endpoint's topic where it exists
    QMap<QString, QString> topicConfig;
    QMap<QString, QString> brokerConfig; // of one broker, where it may be read
};

} // namespace rowcast::kafka
