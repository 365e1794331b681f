// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <vector>

namespace rowcast::bench {

// What a program gets that does nothing but produce: messages at a steady rate, in transactions that are committed at a
// given rhythm, or idempotent without any.
struct BareProducer {
    QString brokers;
    QString topic; // exists, with one partition
    QByteArray value;
    size_t messages = 0;
    std::chrono::microseconds between{1000};
    std::chrono::microseconds commitEvery{0}; // 0: no transactions

    // When each message (named by its number, from 1, which is its key) was due.
    Result<std::vector<std::chrono::steady_clock::time_point>> run() const;
};

} // namespace rowcast::bench
