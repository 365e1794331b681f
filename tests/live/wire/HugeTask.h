// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/live/worker/ShopTask.h"

namespace rowcast::tests {

// One transaction of any size and what a topic must hold of it: all rows of `shop.big` are updated again and again, so
// that each row's counter shows whether an update is missing, there twice or out of order.
class HugeTask {
public:
    // megabytes: of row images in the binlog.
    HugeTask(LiveServers &servers, const QString &brokers, const QString &identifier, int megabytes);

    [[nodiscard]] ShopTask &shop() { return m_shop; }
    // Creates the table and fills it.
    Result<void> fill();
    // The transaction. isCompressed: MySQL's binlog_transaction_compression.
    Result<void> update(bool isCompressed);
    [[nodiscard]] int updates() const { return m_rows * m_rounds; }
    // Whether the topic shows the first committed messages.
    [[nodiscard]] bool hasBegun() const;
    // Committed messages of the topic.
    [[nodiscard]] Result<int> delivered() const;
    // The topic against what was written, and that against a SELECT; each difference is a line. Forgets nothing: after
    // update() was called so often.
    [[nodiscard]] QStringList compare(int transactions = 1) const;

private:
    [[nodiscard]] static QByteArray padOf(int row);

    LiveServers &m_servers;
    QString m_brokers;
    ShopTask m_shop;
    int m_rounds;
    int m_rows;
};

// The most memory that a process has had, in megabytes (VmHWM); 0 when it has ended.
[[nodiscard]] int residentPeak(qint64 processId);
// Waits for a worker's end, watching its memory: its exit code, and the peak.
[[nodiscard]] std::pair<int, int> watchToEnd(WorkerProcess &worker, int milliseconds);

} // namespace rowcast::tests
