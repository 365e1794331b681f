// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/Failures.h"

#include "core/mysql/server/Connection.h"
#include "core/mysql/server/GrantRemedy.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rowcast::mysql {

namespace {

// A failure for a group of error numbers. %1 is "host:port", %2 the user, %3 the host alone.
struct Rule {
    std::array<unsigned, 6> numbers; // 0: unused
    const char *words; // must be in the server's text; null: any
    const char *code;
    bool retryable;
    const char *cause;
    const char *remedy;
    bool isBusy = false; // Failure::isBusy
};

// The first rule that fits counts.
constexpr Rule kRules[] = {
    {{2002, 2003}, "(111)", "mysql.connection.refused", true,
        QT_TRANSLATE_NOOP("MySqlFailures", "Nothing listens at %1: the connection was refused."),
        QT_TRANSLATE_NOOP(
            "MySqlFailures", "Check that the server runs and that the port is right (MySQL's default is 3306).")},
    {{2002, 2003, 2013}, "(110)", "mysql.connection.timeout", true,
        QT_TRANSLATE_NOOP("MySqlFailures", "No answer from %1 in time: packets are lost on the way."),
        QT_TRANSLATE_NOOP("MySqlFailures",
            "Allow inbound TCP to this port from this computer (security group, firewall), and check route and "
            "peering.")},
    // MariaDB's library connects without blocking and keeps the "in progress" of the first call when the answer is no.
    {{2002, 2003}, "(115)", "mysql.connection.refused", true,
        QT_TRANSLATE_NOOP("MySqlFailures", "Nothing listens at %1: the connection was refused."),
        QT_TRANSLATE_NOOP(
            "MySqlFailures", "Check that the server runs and that the port is right (MySQL's default is 3306).")},
    {{2002, 2003}, nullptr, "mysql.connection.unreachable", true,
        QT_TRANSLATE_NOOP("MySqlFailures", "%1 cannot be reached from this computer."),
        QT_TRANSLATE_NOOP(
            "MySqlFailures", "Check host, port, network and VPN; the detail has the system's error number.")},
    {{2005}, "(-3)", "mysql.connection.name-server", true,
        QT_TRANSLATE_NOOP("MySqlFailures", "The name %3 could not be looked up: no name server answers."),
        QT_TRANSLATE_NOOP("MySqlFailures", "Check this computer's network and DNS settings.")},
    {{2005}, nullptr, "mysql.connection.host-unknown", false,
        QT_TRANSLATE_NOOP("MySqlFailures", "There is no host named %3."),
        QT_TRANSLATE_NOOP("MySqlFailures",
            "Check the server name; for Aurora take the cluster (writer) endpoint as the RDS console shows it.")},
    {{1045, 1698}, nullptr, "mysql.login.denied", false,
        QT_TRANSLATE_NOOP("MySqlFailures",
            "%1 refuses the login of user %2: the user name or the password is wrong, or the user may not come from "
            "this host."),
        QT_TRANSLATE_NOOP("MySqlFailures",
            "Check user and password. To make the user: `CREATE USER '%2'@'%' IDENTIFIED BY '<password>';`, to change "
            "its "
            "password: `ALTER USER '%2'@'%' IDENTIFIED BY '<password>';`")},
    {{1130}, nullptr, "mysql.login.host-denied", false,
        QT_TRANSLATE_NOOP("MySqlFailures", "%1 has no user that may connect from this computer's address."),
        QT_TRANSLATE_NOOP(
            "MySqlFailures", "The detail names the address. `CREATE USER '%2'@'%' IDENTIFIED BY '<password>';`")},
    {{1129}, nullptr, "mysql.login.host-blocked", false,
        QT_TRANSLATE_NOOP("MySqlFailures", "%1 has blocked this computer's address after many broken connections."),
        QT_TRANSLATE_NOOP("MySqlFailures", "`FLUSH HOSTS;` (or `mysqladmin flush-hosts`) lifts the block.")},
    {{1862, 1820}, nullptr, "mysql.login.expired", false,
        QT_TRANSLATE_NOOP("MySqlFailures", "The password of user %2 at %1 has expired."),
        QT_TRANSLATE_NOOP(
            "MySqlFailures", "`ALTER USER '%2'@'%' IDENTIFIED BY '<new password>' PASSWORD EXPIRE NEVER;`")},
    {{3118, 4151}, nullptr, "mysql.login.locked", false,
        QT_TRANSLATE_NOOP("MySqlFailures", "The account of user %2 at %1 is locked."),
        QT_TRANSLATE_NOOP("MySqlFailures", "`ALTER USER '%2'@'%' ACCOUNT UNLOCK;`")},
    {{1251, 2059, 2061, 2049, 1275, 5010}, nullptr, "mysql.login.plugin", false,
        QT_TRANSLATE_NOOP(
            "MySqlFailures", "User %2 logs in to %1 by a method that this build's client library does not have."),
        QT_TRANSLATE_NOOP("MySqlFailures",
            "Use TLS, or give the user another method: `ALTER USER '%2'@'%' IDENTIFIED WITH caching_sha2_password BY "
            "'<password>';` (MySQL 5.7 and MariaDB: `mysql_native_password`)")},
    {{3159}, nullptr, "mysql.tls.required", false,
        QT_TRANSLATE_NOOP("MySqlFailures", "%1 accepts only connections with TLS."),
        QT_TRANSLATE_NOOP(
            "MySqlFailures", "Set the endpoint's SSL mode to verify-ca or verify-full and give the server's CA file.")},
    {{2026}, "required, but the server does not support", "mysql.tls.unsupported", false,
        QT_TRANSLATE_NOOP("MySqlFailures", "%1 does not offer TLS."),
        QT_TRANSLATE_NOOP("MySqlFailures", "Set the endpoint's SSL mode to none, or switch TLS on at the server.")},
    {{2026}, "does not support SSL", "mysql.tls.unsupported", false,
        QT_TRANSLATE_NOOP("MySqlFailures", "%1 does not offer TLS."),
        QT_TRANSLATE_NOOP("MySqlFailures", "Set the endpoint's SSL mode to none, or switch TLS on at the server.")},
    {{2026}, "Validation of SSL server certificate failed", "mysql.tls.host-name", false,
        QT_TRANSLATE_NOOP("MySqlFailures", "The certificate of %1 is not for the host name %3."),
        QT_TRANSLATE_NOOP("MySqlFailures", "Use the name that the certificate has, or the SSL mode verify-ca.")},
    {{2026}, "Failed to verify the server certificate via X509", "mysql.tls.host-name", false,
        QT_TRANSLATE_NOOP("MySqlFailures", "The certificate of %1 is not for the host name %3."),
        QT_TRANSLATE_NOOP("MySqlFailures", "Use the name that the certificate has, or the SSL mode verify-ca.")},
    {{2026}, "certif", "mysql.tls.certificate", false,
        QT_TRANSLATE_NOOP("MySqlFailures", "The certificate of %1 is not signed by the given CA."),
        QT_TRANSLATE_NOOP("MySqlFailures",
            "Give the CA file of this server. RDS and Aurora: "
            "`https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem`")},
    {{2026}, nullptr, "mysql.tls.failed", false,
        QT_TRANSLATE_NOOP("MySqlFailures", "The TLS handshake with %1 failed."),
        QT_TRANSLATE_NOOP("MySqlFailures",
            "The detail has the library's words. Check the CA file and the TLS versions of the server (`SHOW VARIABLES "
            "LIKE "
            "'tls_version';`).")},
    {{1040, 1203, 1226}, nullptr, "mysql.connections.too-many", true,
        QT_TRANSLATE_NOOP("MySqlFailures", "%1 has no connection left for user %2: a limit is reached."),
        QT_TRANSLATE_NOOP("MySqlFailures",
            "End other sessions, load fewer tables at once, or raise the limit: `SET GLOBAL max_connections = <n>;`"),
        true},
    {{1053, 1077, 1079, 1927, 3169, 1317}, nullptr, "mysql.server.shutdown", true,
        QT_TRANSLATE_NOOP("MySqlFailures", "%1 ended the session: it shuts down, or somebody killed the session."),
        QT_TRANSLATE_NOOP("MySqlFailures", "The task goes on when the server is back.")},
    {{1213}, nullptr, "mysql.lock.deadlock", true,
        QT_TRANSLATE_NOOP("MySqlFailures", "%1 chose this session as the victim of a deadlock."),
        QT_TRANSLATE_NOOP("MySqlFailures", "Nothing to do: it is tried again.")},
    {{1205}, nullptr, "mysql.lock.timeout", true,
        QT_TRANSLATE_NOOP(
            "MySqlFailures", "A statement waited too long for a lock at %1: a DDL or LOCK TABLES holds it."),
        QT_TRANSLATE_NOOP("MySqlFailures", "See who holds it: `SHOW PROCESSLIST;`")},
    {{1969, 3024}, nullptr, "mysql.statement.timeout", true,
        QT_TRANSLATE_NOOP("MySqlFailures", "%1 ended a statement because it took too long."),
        QT_TRANSLATE_NOOP(
            "MySqlFailures", "Raise `max_statement_time` (MariaDB) or `max_execution_time` (MySQL) of the user.")},
    {{1412, 1054}, nullptr, "mysql.table.changed", true,
        QT_TRANSLATE_NOOP("MySqlFailures", "A table at %1 was altered while it was read."),
        QT_TRANSLATE_NOOP("MySqlFailures", "Nothing to do: it is read again with its new definition.")},
    {{1146, 1049, 1051}, nullptr, "mysql.table.missing", false,
        QT_TRANSLATE_NOOP("MySqlFailures", "A table or schema at %1 is not there any more."),
        QT_TRANSLATE_NOOP("MySqlFailures", "Check the table mappings; the detail names the table.")},
    {{1044, 1142, 1143, 1227, 1370, 1410}, nullptr, "mysql.grant.missing", false,
        QT_TRANSLATE_NOOP("MySqlFailures", "User %2 lacks a privilege at %1."),
        QT_TRANSLATE_NOOP(
            "MySqlFailures", "The detail names it; \"Test connection\" shows the exact `GRANT` statement.")},
    {{1381}, nullptr, "mysql.binlog.off", false, QT_TRANSLATE_NOOP("MySqlFailures", "%1 writes no binary log."),
        QT_TRANSLATE_NOOP("MySqlFailures",
            "Switch it on: `log_bin` in the server's configuration and a restart; RDS: automatic backups; Aurora: "
            "`binlog_format=ROW` in the cluster parameter group and a reboot.")},
};

bool isLost(unsigned number)
{
    constexpr std::array kLost
        = {2006U, 2013U, 2055U, 2012U, 1152U, 1158U, 1159U, 1160U, 1161U, 5013U, 5014U, 4031U, 1184U};
    return std::find(kLost.begin(), kLost.end(), number) != kLost.end();
}

Failure fill(const Rule &rule, const ServerError &error, const ConnectionSettings &connection)
{
    // one after the other, since an account may be written as 'user'@'%'
    const auto told = [&](const char *text) {
        return QCoreApplication::translate("MySqlFailures", text)
            .replace(QStringLiteral("%1"), connection.address())
            .replace(QStringLiteral("%2"), connection.user)
            .replace(QStringLiteral("%3"), connection.host);
    };
    const QString code = QString::fromLatin1(rule.code);
    const QString grant = code == QLatin1String("mysql.grant.missing") ? grantFor(error, connection) : QString();
    return {.code = code,
        .cause = told(rule.cause),
        .remedy = grant.isEmpty() ? told(rule.remedy) : grant,
        .detail = error.detail(),
        .retryable = rule.retryable,
        .isBusy = rule.isBusy};
}

} // namespace

QString ServerError::detail() const
{
    return QStringLiteral("%1 (%2): %3").arg(number).arg(QString::fromStdString(state), QString::fromStdString(text));
}

bool ServerError::endsConnection() const
{
    constexpr std::array kEnds = {1053U, 1077U, 1079U, 1927U, 3169U};
    return isLost(number) || number == 2014 || std::find(kEnds.begin(), kEnds.end(), number) != kEnds.end();
}

Failure queryFailure(const ServerError &error, const ConnectionSettings &connection)
{
    for (const Rule &rule : kRules) {
        const bool isNumber = std::find(rule.numbers.begin(), rule.numbers.end(), error.number) != rule.numbers.end();
        if (isNumber && (rule.words == nullptr || error.text.find(rule.words) != std::string::npos)) {
            return fill(rule, error, connection);
        }
    }
    if (isLost(error.number)) {
        return {.code = QStringLiteral("mysql.connection.lost"),
            .cause
            = QCoreApplication::translate("MySqlFailures", "The connection to %1 was lost.").arg(connection.address()),
            .remedy = QCoreApplication::translate(
                "MySqlFailures", "Check server and network; the task connects again by itself."),
            .detail = error.detail(),
            .retryable = true};
    }
    return {.code = QStringLiteral("mysql.query"),
        .cause = QCoreApplication::translate("MySqlFailures", "%1 refused a statement.").arg(connection.address()),
        .remedy = QCoreApplication::translate("MySqlFailures", "The detail has the server's reason."),
        .detail = error.detail(),
        .retryable = false};
}

Failure connectFailure(const ServerError &error, const ConnectionSettings &connection)
{
    if (error.number == 2013 && error.text.find("system error: 110") != std::string::npos) {
        ServerError timeout = error;
        timeout.text += " (110)";
        return queryFailure(timeout, connection);
    }
    if (isLost(error.number)) {
        return {.code = QStringLiteral("mysql.connection.lost"),
            .cause = QCoreApplication::translate("MySqlFailures", "%1 ended the connection before the login was done.")
                         .arg(connection.address()),
            .remedy = QCoreApplication::translate("MySqlFailures",
                "Check that a MySQL server listens there, and that no proxy stands between that has no server left."),
            .detail = error.detail(),
            .retryable = true};
    }
    return queryFailure(error, connection);
}

Failure silentFailure(const ConnectionSettings &connection, int seconds)
{
    return {.code = QStringLiteral("mysql.connection.silent"),
        .cause = QCoreApplication::translate(
            "MySqlFailures", "%1 sent neither a change nor a heartbeat for %2 seconds: the connection is dead.")
                     .arg(connection.address())
                     .arg(seconds),
        .remedy
        = QCoreApplication::translate("MySqlFailures", "Check server and network; the task connects again by itself."),
        .detail = {},
        .retryable = true};
}

} // namespace rowcast::mysql
