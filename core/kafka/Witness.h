// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kafka/Handles.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

namespace rowcast::kafka {

// A message that the broker or the client refused.
struct DeliveryError {
    rd_kafka_resp_err_t code = RD_KAFKA_RESP_ERR_NO_ERROR;
    QString text; // librdkafka's
    QString topic;
    QByteArray key; // cut to 200 bytes
    size_t bytes = 0; // key and value
};

// A broker as the cluster advertises it.
struct BrokerInfo {
    int32_t id = -1;
    QString host;
    uint16_t port = 0;
};

// Remembers what a client said in its log and error callbacks. A call to librdkafka often ends with a general "Broker
// transport failure"; which broker, and whether name, TLS or login was at fault, was told only here. Thread-safe: the
// log callback comes from librdkafka's own threads.
class Witness {
public:
    void noteLog(int level, const char *facility, const char *text);
    void noteError(rd_kafka_resp_err_t code, const char *text);
    void noteDelivery(const rd_kafka_message_t &message);
    // librdkafka's statistics (STATISTICS.md).
    void noteStatistics(const QByteArray &json);

    // What was said in the last two minutes, oldest first, at most 50 texts: what was wrong long ago explains nothing.
    [[nodiscard]] std::vector<QString> texts() const;
    [[nodiscard]] QString lastText() const;
    // The first message that failed.
    [[nodiscard]] std::optional<DeliveryError> deliveryError() const;
    // The brokers that the cluster named, whether they can be reached or not; the statistics tell them.
    [[nodiscard]] std::vector<BrokerInfo> learnedBrokers() const;

private:
    void keep(QString text);

    mutable std::mutex m_mutex;
    struct Text {
        std::chrono::steady_clock::time_point at;
        QString words;
    };
    std::deque<Text> m_texts;
    std::optional<DeliveryError> m_delivery;
    std::vector<BrokerInfo> m_brokers;
};

} // namespace rowcast::kafka
