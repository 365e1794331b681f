// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>

namespace rowcast {

using SqlRow = QList<std::optional<QByteArray>>; // the server's own text; none: NULL

// A plain SQL session for tests, by the client library alone. One thread at a time.
class SqlClient {
public:
    static Result<SqlClient> connect(
        const QString &host, quint16 port, const QString &user = QStringLiteral("root"), const QString &password = {});

    // One or more statements separated by semicolons; rows are dropped.
    Result<void> execute(const QByteArray &statements);
    // All rows of one statement.
    Result<QList<SqlRow>> query(const QByteArray &statement);
    // The first column of the first row; empty for NULL or no row.
    Result<QByteArray> value(const QByteArray &statement);

private:
    struct Close {
        void operator()(void *session) const;
    };
    using Session = std::unique_ptr<void, Close>; // MYSQL, whose tag differs between the client libraries
    explicit SqlClient(Session session);
    [[nodiscard]] Failure failure(const QByteArray &statement) const;

    Session m_session;
};

} // namespace rowcast
