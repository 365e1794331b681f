// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/live/support/LiveServers.h"

#include <QTemporaryDir>

#include <optional>

namespace rowcast {

// A server whose binlogs are encrypted on its disk, each flavour in its own way: by a keyring plugin (MySQL 8.0), a
// keyring component (MySQL 9), a key file (MariaDB). The object keeps the keys.
class EncryptedServer {
public:
    EncryptedServer();
    ~EncryptedServer();
    Q_DISABLE_COPY_MOVE(EncryptedServer)

    // False where MariaDB's plugin for key files is not installed.
    [[nodiscard]] static bool isAvailable(MySqlFlavour flavour);
    Result<void> start(MySqlFlavour flavour);
    [[nodiscard]] LiveServers &servers() { return m_servers; }
    // Whether a text of a row can be read in the binlog's files.
    [[nodiscard]] bool isReadable(const QByteArray &text);

private:
    Result<void> startMySql9();
    Result<void> startMariaDb();
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    QTemporaryDir m_folder;
    LiveServers m_servers;
};

} // namespace rowcast
