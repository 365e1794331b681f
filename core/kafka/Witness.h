// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kafka/Handles.h"

#include <QByteArray>
#include <QString>

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

// Remembers what a client said in its log and error callbacks. A call to librdkafka often ends with a general "Broker
// transport failure"; which broker, and whether name, TLS or login was at fault, was told only here. Thread-safe: the
// log callback comes from librdkafka's own threads.
class Witness {
public:
    void noteLog(int level, const char *facility, const char *text);
    void noteError(rd_kafka_resp_err_t code, const char *text);
    void noteDelivery(const rd_kafka_message_t &message);

    // What was said since the last forget(), oldest first, at most 50 texts.
    [[nodiscard]] std::vector<QString> texts() const;
    [[nodiscard]] QString lastText() const;
    // The first message that failed.
    [[nodiscard]] std::optional<DeliveryError> deliveryError() const;
    void forget();

private:
    void keep(QString text);

    mutable std::mutex m_mutex;
    std::deque<QString> m_texts;
    std::optional<DeliveryError> m_delivery;
};

} // namespace rowcast::kafka
