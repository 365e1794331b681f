// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/SqlClient.h"

#include <mysql.h>

namespace rowcast {

namespace {

MYSQL *handle(void *session)
{
    return static_cast<MYSQL *>(session);
}

Failure sqlFailure(MYSQL *session, const QString &what)
{
    return {.code = QStringLiteral("test.sql"),
        .cause = what,
        .remedy = {},
        .detail = QStringLiteral("%1: %2").arg(mysql_errno(session)).arg(QString::fromUtf8(mysql_error(session))),
        .retryable = false};
}

} // namespace

void SqlClient::Close::operator()(void *session) const
{
    mysql_close(handle(session));
}

SqlClient::SqlClient(Session session)
    : m_session(std::move(session))
{
}

Result<SqlClient> SqlClient::connect(const QString &host, quint16 port, const QString &user, const QString &password)
{
    Session session(mysql_init(nullptr));
    MYSQL *const mysql = handle(session.get());
    mysql_options(mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    if (mysql_real_connect(mysql, host.toUtf8().constData(), user.toUtf8().constData(), password.toUtf8().constData(),
            nullptr, port, nullptr, CLIENT_MULTI_STATEMENTS)
        == nullptr) {
        return sqlFailure(mysql, QStringLiteral("No login at %1:%2.").arg(host).arg(port));
    }
    SqlClient client(std::move(session));
    // Oracle's client greets with a collation that MariaDB does not know, and would be served in latin1.
    auto named = client.execute("SET NAMES utf8mb4");
    return named ? Result<SqlClient>(std::move(client)) : Result<SqlClient>(named.error());
}

Result<void> SqlClient::execute(const QByteArray &statements)
{
    if (mysql_real_query(handle(m_session.get()), statements.constData(), static_cast<unsigned long>(statements.size()))
        != 0) {
        return failure(statements);
    }
    int next = 0;
    do {
        MYSQL_RES *rows = mysql_store_result(handle(m_session.get()));
        if (rows != nullptr) {
            mysql_free_result(rows);
        }
        next = mysql_next_result(handle(m_session.get()));
    } while (next == 0);
    return next > 0 ? failure(statements) : Result<void>();
}

Result<QList<SqlRow>> SqlClient::query(const QByteArray &statement)
{
    if (mysql_real_query(handle(m_session.get()), statement.constData(), static_cast<unsigned long>(statement.size()))
        != 0) {
        return failure(statement);
    }
    const std::unique_ptr<MYSQL_RES, decltype(&mysql_free_result)> result(
        mysql_store_result(handle(m_session.get())), mysql_free_result);
    if (!result) {
        return failure(statement);
    }
    QList<SqlRow> rows;
    while (MYSQL_ROW fields = mysql_fetch_row(result.get())) {
        const unsigned long *lengths = mysql_fetch_lengths(result.get());
        SqlRow row;
        for (unsigned column = 0; column < mysql_num_fields(result.get()); ++column) {
            row.append(fields[column] == nullptr
                    ? std::nullopt
                    : std::optional(QByteArray(fields[column], static_cast<qsizetype>(lengths[column]))));
        }
        rows.append(row);
    }
    return rows;
}

Result<QByteArray> SqlClient::value(const QByteArray &statement)
{
    const auto rows = query(statement);
    if (!rows) {
        return rows.error();
    }
    return rows->isEmpty() ? QByteArray() : rows->first().value(0).value_or(QByteArray());
}

Failure SqlClient::failure(const QByteArray &statement) const
{
    return sqlFailure(handle(m_session.get()), QStringLiteral("Refused: ") + QString::fromUtf8(statement.left(300)));
}

} // namespace rowcast
