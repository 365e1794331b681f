// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/Connection.h"

#include "core/base/Log.h"
#include "core/mysql/ClientLibrary.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace rowcast::mysql {

namespace {

// A login that nobody waits for any more must still end somewhere: the library cannot be interrupted in it.
struct Login {
    explicit Login(ConnectionSettings given)
        : settings(std::move(given))
        , handle(std::make_unique<ClientHandle>())
    {
    }
    void run()
    {
        const ClientThread scope;
        const bool isOpen = handle->connect(settings);
        const std::lock_guard lock(mutex);
        isDone = true;
        succeeded = isOpen;
        changed.notify_all();
    }

    const ConnectionSettings settings;
    std::unique_ptr<ClientHandle> handle;
    std::mutex mutex;
    std::condition_variable_any changed;
    bool isDone = false;
    bool succeeded = false;
};

// The library wants to be told once before threads use it.
void initialiseLibrary()
{
    static const int status = mysql_library_init(0, nullptr, nullptr);
    static_cast<void>(status);
}

std::vector<std::string> columnNames(MYSQL_RES *rows)
{
    std::vector<std::string> names;
    const unsigned count = mysql_num_fields(rows);
    const MYSQL_FIELD *fields = mysql_fetch_fields(rows);
    names.reserve(count);
    for (unsigned i = 0; i < count; ++i) {
        names.emplace_back(fields[i].name, fields[i].name_length);
    }
    return names;
}

using RowsPointer = std::unique_ptr<MYSQL_RES, void (*)(MYSQL_RES *)>;

RowsPointer owned(MYSQL_RES *rows)
{
    return {rows, [](MYSQL_RES *done) {
                if (done != nullptr) {
                    mysql_free_result(done);
                }
            }};
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
    const auto login = std::make_shared<Login>(settings);
    std::thread thread([login] { login->run(); });
    {
        std::unique_lock lock(login->mutex);
        login->changed.wait(lock, stop, [&] { return login->isDone; });
        if (!login->isDone) {
            thread.detach(); // ends with the connect time-out
            return stoppedFailure();
        }
    }
    thread.join();
    if (!login->succeeded) {
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
    return m_settings.afterConnectScript.trimmed().isEmpty()
        ? Result<void>()
        : execute(m_settings.afterConnectScript.toStdString(), stop);
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

template <typename Work> auto Connection::stoppable(const std::stop_token &stop, Work work) -> decltype(work())
{
    if (stop.stop_requested()) {
        return stoppedFailure();
    }
    const std::stop_callback shut(stop, [this] { m_handle->shutDown(); });
    return work();
}

Result<void> Connection::execute(std::string_view sql, const std::stop_token &stop)
{
    return stoppable(stop, [&]() -> Result<void> {
        MYSQL *mysql = m_handle->get();
        if (mysql_real_query(mysql, sql.data(), static_cast<unsigned long>(sql.size())) != 0) {
            return lastFailure(stop);
        }
        for (;;) {
            const auto rows = owned(mysql_store_result(mysql));
            if (rows == nullptr && mysql_errno(mysql) != 0) {
                return lastFailure(stop);
            }
            const int more = mysql_next_result(mysql);
            if (more != 0) {
                return more < 0 ? Result<void>() : Result<void>(lastFailure(stop));
            }
        }
    });
}

Result<void> Connection::readRows(
    std::string_view sql, const NamesHandler &names, const RowHandler &handler, const std::stop_token &stop)
{
    MYSQL *mysql = m_handle->get();
    if (mysql_real_query(mysql, sql.data(), static_cast<unsigned long>(sql.size())) != 0) {
        return lastFailure(stop);
    }
    auto rows = owned(mysql_use_result(mysql));
    if (rows == nullptr) {
        return mysql_errno(mysql) != 0 ? Result<void>(lastFailure(stop)) : Result<void>();
    }
    if (names) {
        names(columnNames(rows.get()));
    }
    std::vector<FieldView> fields(mysql_num_fields(rows.get()));
    while (const MYSQL_ROW row = mysql_fetch_row(rows.get())) {
        const unsigned long *lengths = mysql_fetch_lengths(rows.get());
        for (size_t i = 0; i < fields.size(); ++i) {
            fields[i] = row[i] == nullptr ? FieldView() : FieldView(std::string_view(row[i], lengths[i]));
        }
        if (auto handled = handler(fields); !handled) {
            // reading the rest of a large table to throw it away could take for ever
            m_handle->shutDown();
            m_isAlive = false;
            return handled;
        }
    }
    if (mysql_errno(mysql) != 0) {
        return lastFailure(stop);
    }
    rows.reset();
    while (mysql_next_result(mysql) == 0) { // CALL ends with a status of its own
        owned(mysql_store_result(mysql));
    }
    return {};
}

Result<void> Connection::stream(std::string_view sql, const RowHandler &handler, const std::stop_token &stop)
{
    return stoppable(stop, [&] { return readRows(sql, {}, handler, stop); });
}

Result<QueryRows> Connection::query(std::string_view sql, const std::stop_token &stop)
{
    return stoppable(stop, [&]() -> Result<QueryRows> {
        QueryRows result({});
        const auto done = readRows(
            sql, [&](std::vector<std::string> names) { result = QueryRows(std::move(names)); },
            [&](std::span<const FieldView> fields) {
                result.append(fields);
                return Result<void>();
            },
            stop);
        return done ? Result<QueryRows>(std::move(result)) : Result<QueryRows>(done.error());
    });
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
