// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QStringList>

namespace rowcast {

enum class MySqlFlavour : uint8_t {
    MySql80, // 8.0.33, the generation of Aurora MySQL 3; in the cache
    MySql9, // the distribution's newest; in the cache
    MariaDb, // the distribution's own, in PATH
};
// "MySQL 8.0", for messages; not translated.
[[nodiscard]] QString flavourName(MySqlFlavour flavour);

// $ROWCAST_CACHE, else $XDG_CACHE_HOME/rowcast, else ~/.cache/rowcast, as the scripts in packaging/ have it.
[[nodiscard]] QString cacheFolder();

// Where a server's programs lie and what it must be told to find its own files.
struct MySqlInstallation {
    MySqlFlavour flavour = MySqlFlavour::MariaDb;
    QString server; // mysqld or mariadbd
    QString initialiser; // mariadb-install-db; empty: the server initialises itself
    QStringList arguments; // such as --basedir
    QStringList environment;
    QString version; // one line, as the server prints it
};

struct KafkaInstallation {
    QString java;
    QString classPath; // "…/libs/*"
    QString version; // of the broker's jar: "4.3.1"
};

// What is not there is the Failure "sandbox.missing", whose remedy brings it.
Result<MySqlInstallation> findMySql(MySqlFlavour flavour);
Result<KafkaInstallation> findKafka();

} // namespace rowcast
