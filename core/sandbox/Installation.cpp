// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sandbox/Installation.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace rowcast {

namespace {

Failure missingFailure(const QString &what, const QString &command)
{
    return {.code = QStringLiteral("sandbox.missing"),
        .cause = QCoreApplication::translate("Sandbox", "%1 is not on this computer.").arg(what),
        .remedy = QCoreApplication::translate("Sandbox", "Bring it by `%1`.").arg(command),
        .detail = {},
        .retryable = false};
}

// A program that distributions put where only root's PATH looks.
QString findServerProgram(const QString &name)
{
    const QString inPath = QStandardPaths::findExecutable(name);
    return inPath.isEmpty() ? QStandardPaths::findExecutable(
               name, {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin"), QStringLiteral("/usr/libexec")})
                            : inPath;
}

// Changes whenever the program does; starting it only to ask would cost more than a server's start from a template.
QString stampOf(const QString &program)
{
    const QFileInfo file(program);
    return QStringLiteral("%1-%2").arg(file.size()).arg(file.lastModified().toSecsSinceEpoch());
}

Result<MySqlInstallation> findCachedMySql(MySqlFlavour flavour, const QString &name)
{
    const QString folder = cacheFolder() + QLatin1Char('/') + name;
    MySqlInstallation found;
    found.flavour = flavour;
    found.server = folder + QStringLiteral("/bin/mysqld");
    if (!QFileInfo(found.server).isExecutable()) {
        return missingFailure(flavourName(flavour), QStringLiteral("bash packaging/servers/fetch.sh ") + name);
    }
    const QString unpacked = folder + QStringLiteral("/root/usr");
    if (QFileInfo(unpacked).isDir()) {
        found.arguments = {QStringLiteral("--basedir=") + unpacked,
            QStringLiteral("--lc-messages-dir=%1/share/mysql").arg(unpacked),
            QStringLiteral("--character-sets-dir=%1/share/mysql/charsets").arg(unpacked),
            QStringLiteral("--plugin-dir=%1/lib/mysql/plugin").arg(unpacked)};
        // its own, newer OpenSSL must not read this system's configuration
        found.environment = {QStringLiteral("OPENSSL_CONF=/dev/null")};
        found.version = stampOf(unpacked + QStringLiteral("/sbin/mysqld"));
    } else {
        found.arguments = {QStringLiteral("--basedir=") + folder};
        found.version = stampOf(found.server);
    }
    return found;
}

Result<MySqlInstallation> findMariaDb()
{
    MySqlInstallation found;
    found.flavour = MySqlFlavour::MariaDb;
    found.server = findServerProgram(QStringLiteral("mariadbd"));
    found.initialiser = findServerProgram(QStringLiteral("mariadb-install-db"));
    if (found.server.isEmpty() || found.initialiser.isEmpty()) {
        return missingFailure(
            flavourName(MySqlFlavour::MariaDb), QStringLiteral("sudo apt-get install mariadb-server"));
    }
    found.version = stampOf(found.server);
    return found;
}

QString findJava()
{
    const QString home = qEnvironmentVariable("JAVA_HOME");
    const QString ofHome = home + QStringLiteral("/bin/java");
    return !home.isEmpty() && QFileInfo(ofHome).isExecutable() ? ofHome
                                                               : QStandardPaths::findExecutable(QStringLiteral("java"));
}

} // namespace

QString flavourName(MySqlFlavour flavour)
{
    switch (flavour) {
    case MySqlFlavour::MySql80:
        return QStringLiteral("MySQL 8.0");
    case MySqlFlavour::MySql9:
        return QStringLiteral("MySQL 9");
    case MySqlFlavour::MariaDb:
        break;
    }
    return QStringLiteral("MariaDB");
}

QString cacheFolder()
{
    const QString own = qEnvironmentVariable("ROWCAST_CACHE");
    if (!own.isEmpty()) {
        return own;
    }
    const QString caches = qEnvironmentVariable("XDG_CACHE_HOME");
    return (caches.isEmpty() ? QDir::homePath() + QStringLiteral("/.cache") : caches) + QStringLiteral("/rowcast");
}

Result<MySqlInstallation> findMySql(MySqlFlavour flavour)
{
    switch (flavour) {
    case MySqlFlavour::MySql80:
        return findCachedMySql(flavour, QStringLiteral("mysql80"));
    case MySqlFlavour::MySql9:
        return findCachedMySql(flavour, QStringLiteral("mysql9"));
    case MySqlFlavour::MariaDb:
        break;
    }
    return findMariaDb();
}

Result<KafkaInstallation> findKafka()
{
    KafkaInstallation found;
    found.java = findJava();
    if (found.java.isEmpty()) {
        return missingFailure(QStringLiteral("Java"), QStringLiteral("sudo apt-get install default-jre-headless"));
    }
    const QDir libs(cacheFolder() + QStringLiteral("/kafka/libs"));
    const QString broker = libs.entryList({QStringLiteral("kafka_2.1*.jar")}).value(0);
    if (broker.isEmpty()) {
        return missingFailure(QStringLiteral("Apache Kafka"), QStringLiteral("bash packaging/servers/fetch.sh kafka"));
    }
    found.classPath = libs.path() + QStringLiteral("/*");
    found.version = QFileInfo(broker).completeBaseName().section(QLatin1Char('-'), 1);
    return found;
}

} // namespace rowcast
