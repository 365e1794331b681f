// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/live/support/LiveServers.h"
#include "tests/live/support/TableFold.h"
#include "tests/live/worker/WorkerProcess.h"

#include <QJsonObject>

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

namespace rowcast::tests {

// A task of the stories: schema `shop`, table `items`, and the document that moves it.
class ShopTask {
public:
    // identifier also names the topic, so that stories on one broker stay apart.
    ShopTask(const LiveServers &servers, quint16 databasePort, const QString &brokers, const QString &identifier);

    // For changes of the document before it is run: "TargetEndpoint", "KafkaSettings", "Topic" ...
    QJsonObject document;
    void set(const QStringList &path, const QJsonValue &value);

    [[nodiscard]] QString topic() const { return m_identifier; }
    // Creates schema and table anew with that many rows.
    static Result<void> createItems(const LiveServers &servers, int rows);
    [[nodiscard]] Result<TableFold> fold() const;
    // The topic folded by key against SELECT; each difference is one line.
    [[nodiscard]] QStringList compare() const;
    // The rows alone, however often a change was sent: what at-least-once promises.
    [[nodiscard]] QStringList compareRows() const;

private:
    [[nodiscard]] QStringList differencesOf(const Result<TableFold> &folded) const;

    const LiveServers &m_servers;
    QString m_brokers;
    QString m_identifier;
};

// Sets a value deep in a JSON object.
void setPath(QJsonObject &object, QStringList path, const QJsonValue &value);

// Waits until a comparison finds nothing while the worker runs; false when the time has passed (QTRY_VERIFY counts its
// turns, and each of these takes seconds), or the worker has ended.
bool waitForNone(WorkerProcess &worker, const std::function<QStringList()> &compare, int milliseconds = 90'000);

// Writers that insert, replace, update and delete rows of `shop.items` until the object goes; counts their committed
// rows.
class BusyWriters {
public:
    // pace: between two statements of a writer, where the servers need the computer for other things, too.
    BusyWriters(const LiveServers &servers, int writers, std::chrono::milliseconds pace = {});
    ~BusyWriters() { stop(); }
    void stop();
    [[nodiscard]] int changes() const { return m_changes; }

private:
    std::atomic<int> m_changes = 0;
    std::vector<std::jthread> m_threads;
};

} // namespace rowcast::tests

// The test fails with the first of the differences that a comparison found.
#define VERIFY_NONE(found)                                                                                             \
    do {                                                                                                               \
        const QStringList lines = (found);                                                                             \
        QVERIFY2(lines.isEmpty(), qPrintable(lines.mid(0, 10).join(QLatin1Char('\n'))));                               \
    } while (false)
