// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/kafka/ClientConfig.h"
#include "core/kafka/Witness.h"

#include <chrono>
#include <memory>

namespace rowcast::kafka {

// One librdkafka client with its witness. Shared, as calls that were given up on may still use it for a moment. Any
// thread.
class Client {
public:
    static Result<std::shared_ptr<Client>> open(const KafkaSettings &settings, const ClientPlan &plan);
    // May take as long as an unfinished name look-up: use retire() where somebody waits.
    ~Client();
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    [[nodiscard]] rd_kafka_t *handle() const { return m_handle; }
    [[nodiscard]] const Witness &witness() const { return m_witness; }
    [[nodiscard]] Witness &witness() { return m_witness; }
    // A failed call of this client, explained; what: translated, "reading the topics".
    [[nodiscard]] Failure failure(rd_kafka_resp_err_t code, const QString &what, const QString &words = {}) const;

    // Destroys a client on a thread of its own, together with what its messages still point into. Waits for that a
    // moment only: a name look-up that hangs would hold it up.
    static void retire(std::shared_ptr<Client> client, std::shared_ptr<void> keptAlive = {});
    // Waits until no client of this process is left, at most for that time; false: some are.
    static bool awaitRetired(std::chrono::milliseconds most);

private:
    Client() = default;

    bool m_loginNeedsScram = false;
    Witness m_witness;
    rd_kafka_t *m_handle = nullptr;
};

// What the Kafka client of this build cannot do, translated; empty: nothing to say.
[[nodiscard]] QString clientLimitations();
// SCRAM logins to Kafka 4 work.
[[nodiscard]] bool canLoginByScram();

} // namespace rowcast::kafka
