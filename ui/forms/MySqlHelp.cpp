// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/MySqlHelp.h"

#include <QCoreApplication>

namespace rowcast::ui::mysqlhelp {

namespace {

struct Help {
    Q_DECLARE_TR_FUNCTIONS(rowcast::ui::MySqlHelp)
};

} // namespace

FieldHelp identifier()
{
    return {Help::tr("Endpoint identifier"), Help::tr("What the endpoint is called in lists and tasks."),
        Help::tr("Endpoint identifier"), QStringLiteral("shop"),
        Help::tr("Letters, digits and hyphens only; it begins with a letter.")};
}

FieldHelp engine()
{
    return {Help::tr("Source engine"),
        Help::tr("Which kind of server this is. The test finds out by itself and says so where it is another one."),
        Help::tr("Source engine"), QString(),
        Help::tr("Aurora Serverless v1 has no binary log: full load works, changes do not.")};
}

FieldHelp server()
{
    return {Help::tr("Server name"),
        Help::tr(
            "Host name or address of the server. A whole mysql:// or JDBC address can be pasted: it is taken apart "
            "into the fields below."),
        Help::tr("Server name"), QStringLiteral("shop.cluster-abc.ap-northeast-2.rds.amazonaws.com"),
        Help::tr("For Aurora: the cluster (writer) endpoint. A reader has no binary log. A name that does not resolve "
                 "often belongs to another network.")};
}

FieldHelp port()
{
    return {Help::tr("Port"), Help::tr("The server's TCP port."), Help::tr("Port"), QStringLiteral("3306"),
        Help::tr(
            "A time-out means that a security group or firewall drops packets: allow inbound TCP on this port from "
            "the address of this computer. A refusal means that no server listens there.")};
}

FieldHelp user()
{
    return {Help::tr("User name"),
        Help::tr("An account that may read the tables and, to follow changes, the binary log."), Help::tr("User name"),
        QStringLiteral("CREATE USER 'dms'@'%' IDENTIFIED BY '...';\n"
                       "GRANT SELECT, REPLICATION CLIENT, REPLICATION SLAVE ON *.* TO 'dms'@'%';"),
        Help::tr(
            "The account may be limited to other hosts than this computer, or lack REPLICATION SLAVE. The test says "
            "exactly which grant is missing.")};
}

FieldHelp password()
{
    return {Help::tr("Password"),
        Help::tr("The account's password. It is kept in the desktop's keychain, never in a file of Rowcast, never in a "
                 "log or an export."),
        Help::tr("Password"), QString(),
        Help::tr("An account with caching_sha2_password wants TLS, or that the server's public key may be fetched.")};
}

FieldHelp sslMode()
{
    return {Help::tr("Secure Socket Layer mode"),
        Help::tr(
            "none: no TLS. require: TLS without looking at the certificate. verify-ca: the certificate is signed by "
            "the authority below. verify-full: its name fits the server too."),
        Help::tr("Secure Socket Layer (SSL) mode"), QString(),
        Help::tr(
            "A server with require_secure_transport=ON refuses none. verify-full wants the name that stands in the "
            "certificate, not an address.")};
}

FieldHelp caCertificate()
{
    return {Help::tr("CA certificate"),
        Help::tr("PEM file of the authority that signed the server's certificate, or the PEM text itself."),
        Help::tr("CA certificate"), QStringLiteral("/etc/ssl/certs/rds-global-bundle.pem"),
        Help::tr("For RDS and Aurora: the global bundle that AWS offers for download.")};
}

FieldHelp databaseName()
{
    return {Help::tr("Database name"), Help::tr("A note only: the table mappings choose schemas and tables."),
        Help::tr("Database name"), QString(), QString()};
}

FieldHelp serverTimezone()
{
    return {Help::tr("Server time zone"),
        Help::tr(
            "The zone that the server's DATETIME values are meant in. DATETIME has no zone of its own, and DMS marks "
            "it with Z."),
        Help::tr("ServerTimezone"), QStringLiteral("Asia/Seoul"),
        Help::tr(
            "Left empty where the server's zone is not UTC, DATETIME values look as if they were UTC. The test warns "
            "about it.")};
}

FieldHelp afterConnectScript()
{
    return {Help::tr("After connect script"), Help::tr("SQL that runs after each connect, before anything else."),
        Help::tr("AfterConnectScript"), QStringLiteral("SET SESSION net_read_timeout = 600;"),
        Help::tr("An error in it fails the connection.")};
}

FieldHelp eventsPollInterval()
{
    return {Help::tr("Events poll interval"),
        Help::tr("How long to wait at most for the binary log when it is idle, in seconds."),
        Help::tr("EventsPollInterval"), QStringLiteral("5"), QString()};
}

FieldHelp executeTimeout()
{
    return {Help::tr("Execute timeout"), Help::tr("How long a statement may take, in seconds."),
        Help::tr("ExecuteTimeout"), QStringLiteral("60"), QString()};
}

FieldHelp connectionTimeout()
{
    return {Help::tr("Connection timeout"), Help::tr("How long connecting may take, in seconds."),
        Help::tr("ConnectionTimeout (extra connection attribute)"), QStringLiteral("10"), QString()};
}

FieldHelp cleanMetadata()
{
    return {Help::tr("Read definitions again on mismatch"),
        Help::tr("When rows of the binary log do not fit the known definition of their table, the definition is read "
                 "again from the server."),
        Help::tr("CleanSourceMetadataOnMismatch"), QString(), QString()};
}

FieldHelp skipSuspension()
{
    return {Help::tr("Go on after partition DDL"),
        Help::tr("A statement about a table's partitions does not suspend the table."),
        Help::tr("skipTableSuspensionForPartitionDdl"), QString(),
        Help::tr("DROP PARTITION removes rows without a change record for each of them.")};
}

FieldHelp ignoreOpenXa()
{
    return {Help::tr("Ignore open XA transactions"),
        Help::tr("The load does not wait for XA transactions that were prepared and never ended."),
        Help::tr("IgnoreOpenXaTransactionsCheck"), QString(), QString()};
}

FieldHelp serverId()
{
    return {Help::tr("Server id"),
        Help::tr("The number by which Rowcast reads the binary log as a replica. Empty: derived from the task's "
                 "identifier and moved on where it is taken."),
        QString(), QStringLiteral("54321"),
        Help::tr("Two replicas with the same number throw each other out. The number must be unique among the replicas "
                 "of this server.")};
}

} // namespace rowcast::ui::mysqlhelp
