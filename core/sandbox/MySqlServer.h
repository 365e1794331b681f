// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Installation.h"
#include "core/sandbox/PrivateServer.h"

#include <memory>
#include <optional>

namespace rowcast {

struct MySqlServerOptions {
    MySqlFlavour flavour = MySqlFlavour::MariaDb;
    quint16 port = 0; // 0: a free one
    // Added to and overriding the defaults: binlog in rows with full images, GTIDs (MySQL), small memory, no fsync.
    QStringList arguments;
    // Options that must stand already when the data folder is made, such as --lower-case-table-names=1 (they are given
    // at each start too).
    QStringList initialArguments;
};

// A private MySQL or MariaDB server on 127.0.0.1, data in a private folder; "root" has no password, over TCP too.
// Any thread, one at a time. Every call that starts it waits until it takes logins (60 s at most) and can be stopped.
class MySqlServer final : public PrivateServer {
public:
    static Result<std::unique_ptr<MySqlServer>> start(
        const MySqlServerOptions &options, const std::stop_token &stop = {});

    [[nodiscard]] MySqlFlavour flavour() const { return m_options.flavour; }
    [[nodiscard]] quint16 port() const { return m_options.port; }
    [[nodiscard]] QString user() const { return QStringLiteral("root"); }
    [[nodiscard]] QString socketPath() const { return folder().filePath(QStringLiteral("sock")); }

    // The same data and port; other arguments where given. Stops it first where it runs.
    Result<void> restart(const std::stop_token &stop = {}, const std::optional<QStringList> &arguments = {});

private:
    MySqlServer(MySqlServerOptions options, MySqlInstallation installation, PrivateFolder folder);
    [[nodiscard]] QStringList commonArguments() const;
    [[nodiscard]] QStringList serverArguments() const;
    Result<void> initialise(const std::stop_token &stop) const;
    Result<void> launch(const std::stop_token &stop);

    MySqlServerOptions m_options;
    MySqlInstallation m_installation;
};

} // namespace rowcast
