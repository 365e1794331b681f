// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/StandIn.h"

#include <QByteArray>

namespace rowcast::kafka {

namespace {

constexpr int kWaitMs = 1000;

} // namespace

bool isStandIn(const Client &client)
{
    char *text = rd_kafka_clusterid(client.handle(), kWaitMs);
    const QByteArray clusterId(text);
    if (text != nullptr) {
        rd_kafka_mem_free(client.handle(), text);
    }
    return clusterId.startsWith("mockCluster");
}

} // namespace rowcast::kafka
