// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/wire/EncryptedServer.h"

#include <QDir>
#include <QFile>

namespace rowcast {

namespace {

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

// Links to all entries of a folder but one.
bool linkAll(const QString &from, const QString &into, const QString &except = {})
{
    bool isDone = QDir().mkpath(into);
    for (const QString &name : QDir(from).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System)) {
        isDone
            = isDone && (name == except || QFile::link(from + QLatin1Char('/') + name, into + QLatin1Char('/') + name));
    }
    return isDone;
}

// Where MariaDB's plugin for key files lies; empty: nowhere. Some distributions pack it apart from the server.
QString mariaDbPlugins()
{
    for (const QString &plugins :
        {QStringLiteral("/usr/lib/mysql/plugin"), cacheFolder() + QStringLiteral("/mariadb/plugin")}) {
        if (QFile::exists(plugins + QStringLiteral("/file_key_management.so"))) {
            return plugins;
        }
    }
    return {};
}

} // namespace

EncryptedServer::EncryptedServer() = default;
EncryptedServer::~EncryptedServer() = default;

bool EncryptedServer::isAvailable(MySqlFlavour flavour)
{
    return flavour != MySqlFlavour::MariaDb || !mariaDbPlugins().isEmpty();
}

Result<void> EncryptedServer::start(MySqlFlavour flavour)
{
    switch (flavour) {
    case MySqlFlavour::MySql80:
        return m_servers.startMySql(flavour,
            {QStringLiteral("--early-plugin-load=keyring_file.so"),
                QStringLiteral("--keyring-file-data=") + path("keyring"), QStringLiteral("--binlog-encryption=ON")});
    case MySqlFlavour::MySql9:
        return startMySql9();
    case MySqlFlavour::MariaDb:
        break;
    }
    return startMariaDb();
}

// The component is named by a file beside the program, so the program gets another place: links to all of its own.
Result<void> EncryptedServer::startMySql9()
{
    const QString real = cacheFolder() + QStringLiteral("/mysql9");
    const QString own = path("cache/mysql9");
    const QString plugins = QStringLiteral("/root/usr/lib/mysql/plugin");
    if (const auto found = findMySql(MySqlFlavour::MySql9); !found) {
        return found.error();
    }
    const QByteArray keys = R"({"path": ")" + path("keyring").toUtf8() + R"(", "read_only": false})";
    const bool isMade
        = linkAll(real + QStringLiteral("/root/usr"), own + QStringLiteral("/root/usr"), QStringLiteral("lib"))
        && linkAll(
            real + QStringLiteral("/root/usr/lib"), own + QStringLiteral("/root/usr/lib"), QStringLiteral("mysql"))
        && linkAll(real + plugins, own + plugins) && QDir().mkpath(own + QStringLiteral("/bin"))
        && QFile::copy(real + QStringLiteral("/bin/mysqld"), own + QStringLiteral("/bin/mysqld"))
        && write(own + plugins + QStringLiteral("/component_keyring_file.cnf"), keys)
        && write(own + QStringLiteral("/bin/mysqld.my"), R"({"components": "file://component_keyring_file"})");
    if (!isMade) {
        return Failure{QStringLiteral("test.files"), own, {}, {}, false};
    }
    const QByteArray before = qgetenv("ROWCAST_CACHE");
    qputenv("ROWCAST_CACHE", path("cache").toUtf8());
    auto started = m_servers.startMySql(MySqlFlavour::MySql9, {QStringLiteral("--binlog-encryption=ON")});
    before.isEmpty() ? qunsetenv("ROWCAST_CACHE") : qputenv("ROWCAST_CACHE", before);
    return started;
}

Result<void> EncryptedServer::startMariaDb()
{
    if (!write(path("keys"), "1;" + QByteArray("0123456789abcdef").repeated(4) + '\n')) {
        return Failure{QStringLiteral("test.files"), path("keys"), {}, {}, false};
    }
    return m_servers.startMySql(MySqlFlavour::MariaDb,
        {QStringLiteral("--plugin-dir=") + mariaDbPlugins(), QStringLiteral("--plugin-load-add=file_key_management"),
            QStringLiteral("--file-key-management-filename=") + path("keys"), QStringLiteral("--encrypt-binlog=ON")});
}

bool EncryptedServer::isReadable(const QByteArray &text)
{
    const QDir data(m_servers.mysql().dataFolder());
    for (const QString &name : data.entryList({QStringLiteral("binlog.0*")})) {
        QFile file(data.filePath(name));
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text)) {
            return true;
        }
    }
    return false;
}

} // namespace rowcast
