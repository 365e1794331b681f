// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/server/Connection.h"

#include <QString>
#include <QStringList>

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace rowcast {

// Sessions that change one table of the form (key columns, v INT) all the time: inserts, updates, deletes, and rows
// that move to another key, in transactions of a few statements. Ends with the object.
class TableWriter {
public:
    // key: SQL for the key columns of row number %1, as "a = %1 AND b = 'k%1'" needs it: one expression per column.
    struct Shape {
        std::string table; // `schema`.`table`
        std::vector<std::string> columns;
        std::vector<std::string> expressions; // with {i} in the place of the number
        int rows = 1000; // numbers 0 to 2 * rows are used
    };
    TableWriter(const mysql::ConnectionSettings &connection, Shape shape, int sessions);
    ~TableWriter();

    void stop();
    [[nodiscard]] uint64_t transactions() const { return m_transactions; }
    // What went wrong but deadlocks and duplicates.
    [[nodiscard]] QString failure() const { return m_failure; }

    [[nodiscard]] static std::string expressionsOf(const Shape &shape, int number);

private:
    void run(const std::stop_token &stop, int session);
    [[nodiscard]] std::string statement(uint32_t &state) const;

    const mysql::ConnectionSettings m_connection;
    const Shape m_shape;
    std::atomic<uint64_t> m_transactions = 0;
    QString m_failure;
    std::vector<std::jthread> m_threads;
};

} // namespace rowcast
