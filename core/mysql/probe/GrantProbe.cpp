// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/probe/GrantProbe.h"

#include "core/mysql/ddl/Sql.h"
#include "core/mysql/schema/CatalogReader.h"
#include "core/mysql/server/BinlogStream.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace rowcast::mysql {

namespace {

constexpr size_t kMostTables = 2000; // asked one by one
constexpr size_t kMostNamed = 10; // tables in one remedy; more of a schema become schema.*

bool isDenied(const Failure &failure)
{
    return failure.code == QLatin1String("mysql.grant.missing");
}

// Reads the catalogue, then each selected table; schemas that a rule names and nothing is seen of count as denied.
Result<size_t> findUnreadable(ProbeContext &context, const TableMappings &mappings, MissingGrants &missing)
{
    const auto schemas = mappings.literalSchemas();
    const auto all
        = CatalogReader::tables(*context.connection, schemas.value_or(std::vector<std::string>()), context.stop);
    if (!all) {
        return all.error();
    }
    std::map<std::string, std::vector<TableId>> denied;
    size_t selected = 0;
    for (const TableFacts &table : *all) {
        if (!mappings.selects(table.id, table.isView) || ++selected > kMostTables) {
            continue;
        }
        const auto read
            = context.connection->execute("SELECT * FROM " + quotedName(table.id) + " LIMIT 0", context.stop);
        if (!read && isDenied(read.error())) {
            denied[table.id.schema].push_back(table.id);
        } else if (!read && isStopped(read.error())) {
            return read.error();
        }
    }
    for (const auto &[schema, tables] : denied) {
        if (tables.size() > kMostNamed) {
            missing.schemas.push_back(schema);
        } else {
            missing.tables.insert(missing.tables.end(), tables.begin(), tables.end());
        }
    }
    for (const std::string &schema : schemas.value_or(std::vector<std::string>())) {
        const bool isSeen
            = std::any_of(all->begin(), all->end(), [&](const auto &table) { return table.id.schema == schema; });
        if (!isSeen) {
            missing.schemas.push_back(schema);
        }
    }
    return selected;
}

// Without a task there are no selected tables: at least something must be readable.
Result<bool> mayReadSomething(const ProbeContext &context)
{
    const auto tables = CatalogReader::tables(*context.connection, {}, context.stop);
    if (!tables) {
        return tables.error();
    }
    if (!tables->empty()) {
        return true;
    }
    const auto global = context.connection->value(
        "SELECT COUNT(*) FROM information_schema.user_privileges WHERE privilege_type = 'SELECT'", context.stop);
    return global ? Result<bool>(global->value_or("0") != "0") : Result<bool>(global.error());
}

// A short stream of the first events there are. Without a binlog nobody is refused for want of a privilege.
Result<bool> mayDump(const ProbeContext &context)
{
    const auto stream = BinlogStream::open(context.plan.connection, {}, BinlogStart::at({}, 4), context.stop);
    if (!stream) {
        return isStopped(stream.error()) ? Result<bool>(stream.error()) : Result<bool>(!isDenied(stream.error()));
    }
    const auto event = (*stream)->next(context.stop);
    if (!event && isStopped(event.error())) {
        return event.error();
    }
    return event || !isDenied(event.error());
}

Result<void> findMissingReplication(ProbeContext &context, MissingGrants &missing)
{
    const auto end = readBinlogEnd(*context.connection, context.info, context.stop);
    if (!end && isStopped(end.error())) {
        return end.error();
    }
    missing.replicationClient = !end && isDenied(end.error());
    const auto dumps = mayDump(context);
    if (!dumps) {
        return dumps.error();
    }
    missing.replicationSlave = !*dumps;
    context.canReadStatus = !missing.replicationClient;
    context.canDump = !missing.replicationSlave;
    return {};
}

QString evidenceOf(const ProbeContext &context, size_t selected)
{
    QString text = context.plan.areChangesWanted
        ? QCoreApplication::translate("MySqlProbe", "%1 may read the binlog").arg(context.account)
        : context.account;
    if (context.plan.mappings) {
        text += QStringLiteral("; ")
            + QCoreApplication::translate("MySqlProbe", "%n selected table(s) can be read", nullptr, int(selected));
    }
    return text;
}

} // namespace

QString grantStatements(const MissingGrants &missing, const QString &account, bool isMariaDb)
{
    QStringList statements;
    QStringList global;
    if (missing.replicationClient) {
        global << (isMariaDb ? QStringLiteral("BINLOG MONITOR") : QStringLiteral("REPLICATION CLIENT"));
    }
    if (missing.replicationSlave) {
        global << QStringLiteral("REPLICATION SLAVE");
    }
    if (!global.isEmpty()) {
        statements << QStringLiteral("GRANT %1 ON *.* TO %2;").arg(global.join(QStringLiteral(", ")), account);
    }
    if (missing.anySelect) {
        statements << QStringLiteral("GRANT SELECT ON `<schema>`.* TO %1;").arg(account);
    }
    for (const std::string &schema : missing.schemas) {
        statements
            << QStringLiteral("GRANT SELECT ON %1.* TO %2;").arg(QString::fromStdString(quotedName(schema)), account);
    }
    for (const TableId &table : missing.tables) {
        statements
            << QStringLiteral("GRANT SELECT ON %1 TO %2;").arg(QString::fromStdString(quotedName(table)), account);
    }
    return statements.join(QLatin1Char('\n'));
}

ProbeOutcome probeGrants(ProbeContext &context)
{
    MissingGrants missing;
    if (context.plan.areChangesWanted) {
        if (const auto found = findMissingReplication(context, missing); !found) {
            return ProbeOutcome::failed({}, found.error());
        }
    }
    size_t selected = 0;
    if (context.plan.mappings) {
        const auto found = findUnreadable(context, *context.plan.mappings, missing);
        if (!found) {
            return ProbeOutcome::failed({}, found.error());
        }
        selected = *found;
    } else {
        const auto readable = mayReadSomething(context);
        if (!readable) {
            return ProbeOutcome::failed({}, readable.error());
        }
        missing.anySelect = !*readable;
    }
    if (missing.isEmpty()) {
        return ProbeOutcome::passed(evidenceOf(context, selected));
    }
    const QString statements = grantStatements(missing, context.account, context.info.isMariaDb());
    return ProbeOutcome::failed({},
        {.code = QStringLiteral("mysql.grant.missing"),
            .cause = QCoreApplication::translate("MySqlProbe", "User %1 lacks privileges that this task needs.")
                         .arg(context.account),
            .remedy = QLatin1Char('`') + statements + QLatin1Char('`'),
            .detail = {},
            .retryable = false});
}

} // namespace rowcast::mysql
