// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"
#include "core/mysql/server/QueryRows.h"
#include "core/mysql/server/RowCursor.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace rowcast::mysql {

class ClientHandle;

enum class TlsMode : uint8_t { None, Require, VerifyCa, VerifyFull }; // DMS's SslMode; Require checks no certificate

// How to reach and to greet a server. A plain value.
struct ConnectionSettings {
    QString host;
    uint16_t port = 3306;
    QString user;
    Secret password;
    TlsMode tls = TlsMode::None;
    QString caCertificate; // path of a PEM file, or its text; empty: the system's certificate authorities
    std::chrono::seconds connectTimeout{10}; // DMS: ConnectionTimeout
    std::chrono::seconds readTimeout{60}; // without a byte from the server; DMS: ExecuteTimeout
    QString
        afterConnectScript; // DMS: AfterConnectScript, statements separated by ';'; before the session's own settings

    [[nodiscard]] QString address() const; // "host:port", for messages to people
};

// One connection to a server, with a session in a known state: UTC, utf8mb4, no SQL mode, no statement time-out,
// REPEATABLE READ. Used by one thread at a time. A request to stop shuts the socket at once: the call returns
// stoppedFailure() and the connection is dead from then on, as after a lost connection. Failures are told by
// Failures.h.
class Connection {
public:
    // Waits at most for connectTimeout for each of name, port and login.
    static Result<std::unique_ptr<Connection>> open(const ConnectionSettings &settings, const std::stop_token &stop);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    // A statement whose rows, if any, do not matter.
    Result<void> execute(std::string_view sql, const std::stop_token &stop);
    // All rows in memory; for small results.
    Result<QueryRows> query(std::string_view sql, const std::stop_token &stop);
    // Rows as they arrive.
    Result<std::unique_ptr<RowCursor>> cursor(std::string_view sql, const std::stop_token &stop);
    // The one value of a query of one; empty for NULL or no row.
    Result<std::optional<std::string>> value(std::string_view sql, const std::stop_token &stop);

    // False after a failure that ended the connection.
    [[nodiscard]] bool isAlive() const;
    [[nodiscard]] const ConnectionSettings &settings() const { return m_settings; }
    [[nodiscard]] uint64_t id() const; // as SHOW PROCESSLIST has it
    [[nodiscard]] QString tlsCipher() const; // empty without TLS
    [[nodiscard]] std::string greeting() const; // the version the server stated at the handshake
    // For BinlogStream only.
    [[nodiscard]] ClientHandle &handle() { return *m_handle; }

private:
    friend class RowCursor;
    Connection(ConnectionSettings settings, std::unique_ptr<ClientHandle> handle);
    Result<void> prepareSession(const std::stop_token &stop);
    Result<void> runAfterConnectScript(const std::stop_token &stop);
    // Behind the last row: the statement's status, and what else a CALL sends.
    Result<void> endStatement(const std::stop_token &stop);
    void abandon(); // in the middle of the rows
    Failure lastFailure(const std::stop_token &stop);
    template <typename Work> auto stoppable(const std::stop_token &stop, Work work) -> decltype(work());

    ConnectionSettings m_settings;
    std::unique_ptr<ClientHandle> m_handle;
    bool m_isAlive = true;
};

} // namespace rowcast::mysql
