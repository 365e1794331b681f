// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>
#include <QStringList>

#include <memory>

struct rd_kafka_s;

namespace rowcast {

// librdkafka's mock cluster in this process, for a demo on a computer without Java: it takes messages and gives them to
// readers, but isolates no transactions and finds no offsets by time. Never used where delivery is tested. Any thread.
class MockBroker {
public:
    // topics: made with one partition each, as the mock does not make them on request.
    static Result<std::unique_ptr<MockBroker>> start(const QStringList &topics);
    [[nodiscard]] const QString &bootstrapServers() const { return m_bootstrapServers; }

private:
    struct Destroy {
        void operator()(rd_kafka_s *client) const;
    };
    MockBroker() = default;

    std::unique_ptr<rd_kafka_s, Destroy> m_client; // the cluster belongs to it
    QString m_bootstrapServers;
};

} // namespace rowcast
