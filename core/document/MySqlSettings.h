// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace rowcast {

// DMS's MySQLSettings of a source endpoint, those with an effect.
struct MySqlSettings {
    int eventsPollInterval = 5; // seconds, 1-60
    QString serverTimezone; // IANA name or offset; empty: the server's own
    QString afterConnectScript; // SQL run after each connect
    bool cleanSourceMetadataOnMismatch = false;
    bool skipTableSuspensionForPartitionDdl = false;
    bool ignoreOpenXaTransactionsCheck = true;
    int executeTimeout = 60; // seconds
    int connectionTimeout = 10; // seconds

    bool operator==(const MySqlSettings &) const = default;
};

} // namespace rowcast
