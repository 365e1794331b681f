// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/KafkaServer.h"
#include "core/sandbox/MySqlServer.h"
#include "tests/live/support/SqlClient.h"

#include <QTest>

namespace rowcast {

// The servers of a test program: a member of the test class, started in initTestCase() by LIVE_VERIFY and used by all
// its functions.
//     void initTestCase()
//     {
//         LIVE_VERIFY(m_servers.startMySql(MySqlFlavour::MySql80));
//         LIVE_VERIFY(m_servers.startKafka());
//     }
class LiveServers {
public:
    // initialArguments: those that must stand already when the data folder is made.
    Result<void> startMySql(
        MySqlFlavour flavour, const QStringList &arguments = {}, const QStringList &initialArguments = {});
    Result<void> startKafka(const QStringList &properties = {});

    [[nodiscard]] MySqlServer &mysql() { return *m_mysql; }
    [[nodiscard]] KafkaServer &kafka() { return *m_kafka; }
    // A new session of root.
    [[nodiscard]] Result<SqlClient> sql() const;
    // Runs statements in a session of their own.
    Result<void> execute(const QByteArray &statements) const;

private:
    std::unique_ptr<MySqlServer> m_mysql;
    std::unique_ptr<KafkaServer> m_kafka;
};

// Whether this failure means that the test cannot run here (the servers' programs are not there), unless
// ROWCAST_LIVE_REQUIRED is set in the environment: then it is a failure like any other.
[[nodiscard]] bool isReasonToSkip(const Failure &failure);

// "kafka.fenced"; empty for success.
template <typename T> [[nodiscard]] QString failureCodeOf(const Result<T> &result)
{
    return result ? QString() : result.error().code;
}

} // namespace rowcast

// Ends the test function: skipped where servers are not installed, failed for any other Failure.
#define LIVE_VERIFY(expression)                                                                                        \
    do {                                                                                                               \
        const auto &liveResult = (expression);                                                                         \
        if (!liveResult.has_value() && rowcast::isReasonToSkip(liveResult.error())) {                                  \
            QSKIP(qPrintable(liveResult.error().cause + QLatin1Char(' ') + liveResult.error().remedy));                \
        }                                                                                                              \
        QVERIFY2(liveResult.has_value(), liveResult.has_value() ? "" : qPrintable(liveResult.error().text()));         \
    } while (false)
