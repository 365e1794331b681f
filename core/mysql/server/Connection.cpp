// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/Connection.h"

#include "core/base/StoppableCall.h"
#include "core/mysql/server/ClientRows.h"

namespace rowcast::mysql {

namespace {

struct Login {
    std::unique_ptr<ClientHandle> handle;
    bool hasSucceeded = false;
};

// The library wants to be told once before threads use it.
void initialiseLibrary()
{
    static const int status = mysql_library_init(0, nullptr, nullptr);
    static_cast<void>(status);
}

} // namespace

QString ConnectionSettings::address() const
{
    return QStringLiteral("%1:%2").arg(host).arg(port);
}

Connection::Connection(ConnectionSettings settings, std::unique_ptr<ClientHandle> handle)
    : m_settings(std::move(settings))
    , m_handle(std::move(handle))
{
}

Connection::~Connection() = default;

Result<std::unique_ptr<Connection>> Connection::open(const ConnectionSettings &settings, const std::stop_token &stop)
{
    initialiseLibrary();
    // the library cannot be interrupted in a login; one that nobody waits for any more ends with its time-out
    auto login = callStoppable(stop, [settings] {
        const ClientThread scope;
        auto handle = std::make_unique<ClientHandle>();
        const bool hasSucceeded = handle->connect(settings);
        return Login{std::move(handle), hasSucceeded};
    });
    if (!login) {
        return stoppedFailure();
    }
    if (!login->hasSucceeded) {
        return connectFailure(login->handle->lastError(), settings);
    }
    std::unique_ptr<Connection> connection(new Connection(settings, std::move(login->handle)));
    auto prepared = connection->runAfterConnectScript(stop);
    if (prepared) {
        prepared = connection->prepareSession(stop);
    }
    if (!prepared) {
        return std::move(prepared).error();
    }
    return connection;
}

Result<void> Connection::runAfterConnectScript(const std::stop_token &stop)
{
    if (m_settings.afterConnectScript.trimmed().isEmpty()) {
        return {};
    }
    // Oracle's client greets MariaDB with a collation that it does not know: the session would read the script as
    // latin1
    auto named = execute("SET NAMES utf8mb4", stop);
    return named ? execute(m_settings.afterConnectScript.toStdString(), stop) : std::move(named);
}

// After the user's script, so that what exactness rests on holds in any case.
Result<void> Connection::prepareSession(const std::stop_token &stop)
{
    const bool isMariaDb = greeting().find("MariaDB") != std::string::npos;
    const std::string statement = std::string("SET SESSION autocommit = 1, time_zone = '+00:00', sql_mode = '', ")
        + "net_read_timeout = 600, net_write_timeout = 3600, wait_timeout = 28800, lock_wait_timeout = 50, "
        + "sql_select_limit = DEFAULT, sql_big_selects = 1, "
        + (isMariaDb ? "max_statement_time = 0" : "max_execution_time = 0");
    auto done = execute(statement, stop);
    if (done) {
        done = execute("SET NAMES utf8mb4", stop);
    }
    return done ? execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ", stop) : std::move(done);
}

bool Connection::isAlive() const
{
    return m_isAlive;
}

uint64_t Connection::id() const
{
    return mysql_thread_id(m_handle->get());
}

QString Connection::tlsCipher() const
{
    return QString::fromLatin1(mysql_get_ssl_cipher(m_handle->get()));
}

std::string Connection::greeting() const
{
    return mysql_get_server_info(m_handle->get());
}

Failure Connection::lastFailure(const std::stop_token &stop)
{
    if (stop.stop_requested()) {
        m_isAlive = false;
        return stoppedFailure();
    }
    const ServerError error = m_handle->lastError();
    m_isAlive = m_isAlive && !error.endsConnection();
    return queryFailure(error, m_settings);
}

void Connection::abandon()
{
    m_handle->shutDown();
    m_isAlive = false;
}

Result<void> Connection::endStatement(const std::stop_token &stop)
{
    MYSQL *mysql = m_handle->get();
    for (;;) {
        if (mysql_errno(mysql) != 0) {
            return lastFailure(stop);
        }
        const int more = mysql_next_result(mysql);
        if (more != 0) {
            return more < 0 ? Result<void>() : Result<void>(lastFailure(stop));
        }
        const std::unique_ptr<MYSQL_RES, FreeRows> ignored(mysql_store_result(mysql));
    }
}

Result<void> Connection::execute(std::string_view sql, const std::stop_token &stop)
{
    return stoppable(stop, [&]() -> Result<void> {
        if (mysql_real_query(m_handle->get(), sql.data(), static_cast<unsigned long>(sql.size())) != 0) {
            return lastFailure(stop);
        }
        const std::unique_ptr<MYSQL_RES, FreeRows> ignored(mysql_store_result(m_handle->get()));
        return endStatement(stop);
    });
}

Result<std::unique_ptr<RowCursor>> Connection::cursor(std::string_view sql, const std::stop_token &stop)
{
    return stoppable(stop, [&]() -> Result<std::unique_ptr<RowCursor>> {
        MYSQL *mysql = m_handle->get();
        if (mysql_real_query(mysql, sql.data(), static_cast<unsigned long>(sql.size())) != 0) {
            return lastFailure(stop);
        }
        auto rows = std::make_unique<RowCursor::Rows>();
        rows->pointer.reset(mysql_use_result(mysql));
        if (rows->pointer == nullptr) {
            if (auto ended = endStatement(stop); !ended) {
                return std::move(ended).error();
            }
        }
        return std::unique_ptr<RowCursor>(new RowCursor(*this, std::move(rows)));
    });
}

Result<QueryRows> Connection::query(std::string_view sql, const std::stop_token &stop)
{
    const auto rows = cursor(sql, stop);
    if (!rows) {
        return rows.error();
    }
    QueryRows result((*rows)->columns());
    for (;;) {
        const auto row = (*rows)->next(stop);
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return result;
        }
        result.append(**row);
    }
}

Result<std::optional<std::string>> Connection::value(std::string_view sql, const std::stop_token &stop)
{
    auto rows = query(sql, stop);
    if (!rows) {
        return std::move(rows).error();
    }
    return rows->at(0, size_t(0));
}

} // namespace rowcast::mysql
