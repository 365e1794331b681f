// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/mysql/TableWriter.h"

namespace rowcast {

namespace {

std::string filled(std::string expression, int number)
{
    for (size_t at = expression.find("{i}"); at != std::string::npos; at = expression.find("{i}", at)) {
        expression.replace(at, 3, std::to_string(number));
    }
    return expression;
}

std::string whereOf(const TableWriter::Shape &shape, int number)
{
    std::string where;
    for (size_t i = 0; i < shape.columns.size(); ++i) {
        where += (where.empty() ? "" : " AND ") + shape.columns[i] + " = " + filled(shape.expressions[i], number);
    }
    return where;
}

std::string assignmentOf(const TableWriter::Shape &shape, int number)
{
    std::string assignment;
    for (size_t i = 0; i < shape.columns.size(); ++i) {
        assignment
            += (assignment.empty() ? "" : ", ") + shape.columns[i] + " = " + filled(shape.expressions[i], number);
    }
    return assignment;
}

// xorshift: the same moves in every run
uint32_t nextRandom(uint32_t &state)
{
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}

} // namespace

std::string TableWriter::expressionsOf(const Shape &shape, int number)
{
    std::string list;
    for (const std::string &expression : shape.expressions) {
        list += (list.empty() ? "" : ", ") + filled(expression, number);
    }
    return list;
}

TableWriter::TableWriter(const mysql::ConnectionSettings &connection, Shape shape, int sessions)
    : m_connection(connection)
    , m_shape(std::move(shape))
{
    for (int session = 0; session < sessions; ++session) {
        m_threads.emplace_back([this, session](const std::stop_token &stop) { run(stop, session); });
    }
}

TableWriter::~TableWriter()
{
    stop();
}

void TableWriter::stop()
{
    for (std::jthread &thread : m_threads) {
        thread.request_stop();
    }
    m_threads.clear();
}

std::string TableWriter::statement(uint32_t &state) const
{
    const auto number = [&] { return int(nextRandom(state) % uint32_t(2 * m_shape.rows)); };
    const int first = number();
    switch (nextRandom(state) % 4) {
    case 0:
        return "INSERT IGNORE INTO " + m_shape.table + " VALUES (" + expressionsOf(m_shape, first) + ", "
            + std::to_string(nextRandom(state) % 1000) + ')';
    case 1:
        return "UPDATE " + m_shape.table + " SET v = v + 1 WHERE " + whereOf(m_shape, first);
    case 2:
        return "UPDATE IGNORE " + m_shape.table + " SET v = v + 1, " + assignmentOf(m_shape, number()) + " WHERE "
            + whereOf(m_shape, first);
    default:
        return "DELETE FROM " + m_shape.table + " WHERE " + whereOf(m_shape, first);
    }
}

void TableWriter::run(const std::stop_token &stop, int session)
{
    auto connection = mysql::Connection::open(m_connection, {});
    if (!connection) {
        m_failure = connection.error().text();
        return;
    }
    uint32_t state = 2463534242U + uint32_t(session) * 7919U;
    while (!stop.stop_requested()) {
        std::vector<std::string> statements = {"BEGIN"};
        for (uint32_t count = nextRandom(state) % 5 + 1; count > 0; --count) {
            statements.push_back(statement(state));
        }
        statements.emplace_back("COMMIT");
        for (const std::string &sql : statements) {
            const auto done = (*connection)->execute(sql, {});
            if (!done && !done.error().code.startsWith(QLatin1String("mysql.lock"))) {
                m_failure = done.error().text() + QLatin1Char(' ') + QString::fromStdString(sql);
                return;
            }
        }
        ++m_transactions;
    }
}

} // namespace rowcast
