// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Failure.h"
#include "core/kafka/Witness.h"

#include <optional>
#include <vector>

// librdkafka's words turned into failures that a person can act on.

namespace rowcast::kafka {

// What the texts of a client's log tell about why no connection came about: the latest text that is understood counts.
// Codes: kafka.name.unresolved, kafka.connection.refused, kafka.connection.timeout, kafka.tls.untrusted,
// kafka.tls.client-certificate, kafka.tls.handshake, kafka.protocol.mismatch, kafka.login.refused,
// kafka.login.mechanism.
[[nodiscard]] std::optional<Failure> explainConnection(const std::vector<QString> &texts);

// A failed call: by what the client said meanwhile, else by the code alone. what: translated, what was being done
// ("reading the topics").
[[nodiscard]] Failure callFailure(
    rd_kafka_resp_err_t code, const QString &words, const QString &what, const Witness &witness);

// A message that was refused; limit is the topic's max.message.bytes where it is known.
[[nodiscard]] Failure deliveryFailure(const DeliveryError &error, std::optional<int64_t> limit, const Witness &witness);

// The broker did not permit it. operation as Kafka names it ("Write"), resource with its kind ("topic \"shop\"").
[[nodiscard]] Failure notPermitted(
    const QString &operation, const QString &resource, const QString &aclArguments, const QString &words);

// True for the broker's answers that permission is missing.
[[nodiscard]] bool isAuthorizationError(rd_kafka_resp_err_t code);

} // namespace rowcast::kafka
