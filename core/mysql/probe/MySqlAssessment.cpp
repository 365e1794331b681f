// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/probe/MySqlAssessment.h"

#include "core/mysql/row/TypeMap.h"
#include "core/mysql/schema/CatalogReader.h"
#include "core/mysql/server/ServerInfo.h"
#include "core/pipeline/ProbeLadder.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace rowcast::mysql {

namespace {

constexpr qsizetype kMostNames = 10; // in one line of evidence

QString listed(QStringList names)
{
    names.removeDuplicates();
    const qsizetype more = names.size() - kMostNames;
    if (more <= 0) {
        return names.join(QStringLiteral(", "));
    }
    return QCoreApplication::translate("MySqlAssessment", "%1 and %n more", nullptr, int(more))
        .arg(names.mid(0, kMostNames).join(QStringLiteral(", ")));
}

ProbeOutcome warning(const char *code, const QStringList &names, const QString &cause, const QString &remedy)
{
    return ProbeOutcome::warning(listed(names),
        {.code = QLatin1String("mysql.assessment.") + QLatin1String(code),
            .cause = cause,
            .remedy = remedy,
            .detail = {},
            .retryable = false});
}

// One run: the steps share a connection and what the first of them found.
class Run {
public:
    Run(const AssessmentPlan &plan, const std::stop_token &stop)
        : m_plan(plan)
        , m_stop(stop)
    {
    }
    void run(const ConnectionSettings &settings, const ProbeReport &report);

private:
    ProbeOutcome selection(const ConnectionSettings &settings);
    ProbeOutcome keys();
    ProbeOutcome engines();
    ProbeOutcome virtualColumns();
    ProbeOutcome lobs();
    ProbeOutcome cascades();
    ProbeOutcome binlogFilters();
    ProbeOutcome binlogBypass();

    [[nodiscard]] bool selects(const std::string &schema, const std::string &table) const;
    // Of tables for which the rule holds.
    template <typename Rule> [[nodiscard]] QStringList namesWhere(const Rule &rule) const;

    const AssessmentPlan &m_plan;
    const std::stop_token &m_stop;
    std::unique_ptr<Connection> m_connection;
    ServerInfo m_info;
    std::vector<TableFacts> m_facts;
    std::vector<TrackedTable> m_tables; // of m_facts, in their order
};

void Run::run(const ConnectionSettings &settings, const ProbeReport &report)
{
    ProbeLadder ladder;
    const auto add = [&ladder](const char *id, const QString &title, std::function<ProbeOutcome()> step) {
        ladder.add(QStringLiteral("assessment.") + QLatin1String(id), title, std::move(step));
    };
    add("selection", QCoreApplication::translate("MySqlAssessment", "Selected tables"),
        [&] { return selection(settings); });
    add("keys", QCoreApplication::translate("MySqlAssessment", "Keys"), [this] { return keys(); });
    add("engines", QCoreApplication::translate("MySqlAssessment", "Storage engines"), [this] { return engines(); });
    add("virtual-columns", QCoreApplication::translate("MySqlAssessment", "Virtual columns"),
        [this] { return virtualColumns(); });
    add("lobs", QCoreApplication::translate("MySqlAssessment", "LOB columns"), [this] { return lobs(); });
    if (m_plan.areChangesWanted) {
        add("cascades", QCoreApplication::translate("MySqlAssessment", "Foreign keys that cascade"),
            [this] { return cascades(); });
        add("binlog-filters", QCoreApplication::translate("MySqlAssessment", "Filters of the binary log"),
            [this] { return binlogFilters(); });
        add("binlog-bypass", QCoreApplication::translate("MySqlAssessment", "Sessions without binary log"),
            [this] { return binlogBypass(); });
    }
    ladder.run(report, m_stop);
}

template <typename Rule> QStringList Run::namesWhere(const Rule &rule) const
{
    QStringList names;
    for (size_t i = 0; i < m_tables.size(); ++i) {
        if (rule(m_facts[i], m_tables[i])) {
            names << QString::fromStdString(m_facts[i].id.dotted());
        }
    }
    return names;
}

bool Run::selects(const std::string &schema, const std::string &table) const
{
    return std::any_of(m_facts.begin(), m_facts.end(), [&](const TableFacts &facts) {
        return facts.id == TableId{schema, table};
    });
}

ProbeOutcome Run::selection(const ConnectionSettings &settings)
{
    auto connection = Connection::open(settings, m_stop);
    if (!connection) {
        return ProbeOutcome::end(connection.error());
    }
    m_connection = *std::move(connection);
    auto info = ServerInfo::read(*m_connection, m_stop);
    if (!info) {
        return ProbeOutcome::end(info.error());
    }
    m_info = *std::move(info);
    auto facts = CatalogReader::tables(
        *m_connection, m_plan.mappings.literalSchemas().value_or(std::vector<std::string>()), m_stop);
    if (!facts) {
        return ProbeOutcome::end(facts.error());
    }
    m_facts = *std::move(facts);
    std::erase_if(
        m_facts, [this](const TableFacts &table) { return table.isView || !m_plan.mappings.selects(table.id); });
    auto tables = CatalogReader::definitions(*m_connection, m_facts, m_stop);
    if (!tables) {
        return ProbeOutcome::end(tables.error());
    }
    m_tables = *std::move(tables);
    if (m_tables.empty() || m_tables.size() != m_facts.size()) {
        return ProbeOutcome::end({.code = QStringLiteral("mysql.assessment.selection"),
            .cause
            = QCoreApplication::translate("MySqlAssessment", "The rules select no table that this account sees."),
            .remedy = QCoreApplication::translate("MySqlAssessment",
                "Compare the rules' schema and table names with `SHOW TABLES`, and grant SELECT on the tables."),
            .detail = {},
            .retryable = false});
    }
    return ProbeOutcome::passed(
        QCoreApplication::translate("MySqlAssessment", "%n tables", nullptr, int(m_facts.size())));
}

ProbeOutcome Run::keys()
{
    const QStringList names = namesWhere([](const TableFacts &, const TrackedTable &table) {
        return table.definition.primaryKey.empty() && table.definition.uniqueKeys.empty();
    });
    if (names.isEmpty()) {
        return ProbeOutcome::passed(
            QCoreApplication::translate("MySqlAssessment", "every table has a primary or unique key"));
    }
    return warning("keys", names,
        QCoreApplication::translate("MySqlAssessment",
            "These tables have no key: all their messages have the key `schema.table`, a load that is killed starts "
            "such a table over, and validation cannot compare its rows."),
        QCoreApplication::translate(
            "MySqlAssessment", "`ALTER TABLE <table> ADD COLUMN id BIGINT AUTO_INCREMENT PRIMARY KEY;`"));
}

ProbeOutcome Run::engines()
{
    const QStringList names
        = namesWhere([](const TableFacts &facts, const TrackedTable &) { return facts.engine != "InnoDB"; });
    if (names.isEmpty()) {
        return ProbeOutcome::passed(QStringLiteral("InnoDB"));
    }
    return warning("engines", names,
        QCoreApplication::translate("MySqlAssessment",
            "These tables are not InnoDB's: they have no transactions, so what a rolled back transaction wrote stays, "
            "and "
            "is delivered."),
        QCoreApplication::translate("MySqlAssessment", "`ALTER TABLE <table> ENGINE = InnoDB;`"));
}

ProbeOutcome Run::virtualColumns()
{
    const QStringList names = namesWhere([](const TableFacts &, const TrackedTable &table) {
        const auto &columns = table.definition.columns;
        return std::any_of(columns.begin(), columns.end(),
            [](const ColumnDefinition &column) { return column.generated == Generated::Virtual; });
    });
    if (names.isEmpty()) {
        return ProbeOutcome::passed(QCoreApplication::translate("MySqlAssessment", "none"));
    }
    return warning("virtual-columns", names,
        QCoreApplication::translate("MySqlAssessment",
            "Columns that are computed when they are read (VIRTUAL) are not stored: changes carry them only where the "
            "server logs them."),
        QCoreApplication::translate("MySqlAssessment",
            "Let consumers compute them, or make them STORED: `ALTER TABLE <table> MODIFY <column> ... STORED;`"));
}

ProbeOutcome Run::lobs()
{
    QStringList names;
    for (const TrackedTable &table : m_tables) {
        const auto layout = layoutOf(table.definition);
        const bool hasLobs = layout
            && std::any_of(layout->schema->columns.begin(), layout->schema->columns.end(),
                [](const Column &column) { return column.isLob; });
        if (hasLobs) {
            names << QString::fromStdString(layout->schema->id.dotted());
        }
    }
    if (names.isEmpty() || !m_plan.lobMaxBytes) {
        return ProbeOutcome::passed(names.isEmpty() ? QCoreApplication::translate("MySqlAssessment", "none")
                                                    : QCoreApplication::translate("MySqlAssessment", "written whole"));
    }
    return warning("lobs", names,
        QCoreApplication::translate("MySqlAssessment", "Limited LOB mode cuts longer values of these tables at %1 KB.")
            .arg(*m_plan.lobMaxBytes / 1024),
        QCoreApplication::translate("MySqlAssessment",
            "Set `LobMaxSize` to the longest value (`SELECT MAX(LENGTH(<column>)) FROM <table>;`), and the topic's "
            "`max.message.bytes` above it."));
}

ProbeOutcome Run::cascades()
{
    const auto rows = m_connection->query("SELECT constraint_schema AS s, table_name AS t, constraint_name AS c FROM "
                                          "information_schema.referential_constraints WHERE "
            + CatalogReader::userSchemasOnly("constraint_schema")
            + " AND (delete_rule IN ('CASCADE', 'SET NULL') OR update_rule IN ('CASCADE', 'SET NULL')) ORDER BY 1, 2, "
              "3",
        m_stop);
    if (!rows) {
        return ProbeOutcome::failed({}, rows.error());
    }
    QStringList names;
    for (size_t row = 0; row < rows->size(); ++row) {
        const TableId child{rows->text(row, "s"), rows->text(row, "t")};
        if (selects(child.schema, child.table)) {
            names << QString::fromStdString(child.dotted() + " (" + rows->text(row, "c") + ')');
        }
    }
    if (names.isEmpty() || m_info.logsCascades) {
        return ProbeOutcome::passed(names.isEmpty()
                ? QCoreApplication::translate("MySqlAssessment", "none")
                : QCoreApplication::translate("MySqlAssessment", "this server writes what they do to its binlog"));
    }
    return warning("cascades", names,
        QCoreApplication::translate("MySqlAssessment",
            "InnoDB itself changes rows of these tables when their parent's row changes (CASCADE, SET NULL), and no "
            "binlog "
            "has it: consumers keep the old rows."),
        QCoreApplication::translate("MySqlAssessment",
            "Let the application delete or update the children itself, and replace the constraint: `ALTER TABLE "
            "<table> "
            "DROP FOREIGN KEY <name>, ADD FOREIGN KEY ... ON DELETE RESTRICT;`. MySQL 9.6 and newer log it. "
            "`rowcast-worker validate` shows what has drifted."));
}

ProbeOutcome Run::binlogFilters()
{
    const auto status = readBinlogStatus(*m_connection, m_info, m_stop);
    if (!status) {
        return ProbeOutcome::failed({}, status.error());
    }
    const auto schemasIn = [&](const char *column) {
        const QString text = status->isEmpty() ? QString() : QString::fromStdString(status->text(0, column));
        return text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    };
    const QStringList only = schemasIn("Binlog_Do_DB");
    const QStringList never = schemasIn("Binlog_Ignore_DB");
    const QStringList lost = namesWhere([&](const TableFacts &facts, const TrackedTable &) {
        const QString schema = QString::fromStdString(facts.id.schema);
        return never.contains(schema) || (!only.isEmpty() && !only.contains(schema));
    });
    if (lost.isEmpty()) {
        return ProbeOutcome::passed(only.isEmpty() && never.isEmpty()
                ? QCoreApplication::translate("MySqlAssessment", "none")
                : QCoreApplication::translate("MySqlAssessment", "they leave the selected tables in"));
    }
    return ProbeOutcome::failed(listed(lost),
        {.code = QStringLiteral("mysql.assessment.binlog-filters"),
            .cause = QCoreApplication::translate("MySqlAssessment",
                "The server's binlog-do-db or binlog-ignore-db keeps changes of these tables out of its binlog."),
            .remedy = QCoreApplication::translate("MySqlAssessment",
                "Remove `binlog-do-db` and `binlog-ignore-db` from the server's configuration and restart it."),
            .detail = QStringLiteral("Binlog_Do_DB=%1 Binlog_Ignore_DB=%2")
                          .arg(only.join(QLatin1Char(',')), never.join(QLatin1Char(','))),
            .retryable = false});
}

ProbeOutcome Run::binlogBypass()
{
    const auto rows = m_connection->query(
        "SELECT DISTINCT grantee AS grantee FROM information_schema.user_privileges WHERE privilege_type IN ('SUPER', "
        "'SYSTEM_VARIABLES_ADMIN', 'SESSION_VARIABLES_ADMIN', 'BINLOG ADMIN') AND grantee NOT LIKE '''mysql.%' ORDER "
        "BY 1",
        m_stop);
    if (!rows) {
        return ProbeOutcome::failed({}, rows.error());
    }
    if (rows->isEmpty()) {
        return ProbeOutcome::passed(QCoreApplication::translate("MySqlAssessment",
            "what a session writes after `SET sql_log_bin = 0` is in no binlog; this account sees nobody who may"));
    }
    QStringList names;
    for (size_t row = 0; row < rows->size(); ++row) {
        names << QString::fromStdString(rows->text(row, "grantee"));
    }
    return warning("binlog-bypass", names,
        QCoreApplication::translate("MySqlAssessment",
            "These accounts may write past the binlog (`SET sql_log_bin = 0`, as some maintenance and restore tools "
            "do): "
            "nobody can deliver what is not in it."),
        QCoreApplication::translate("MySqlAssessment",
            "Load the tables again after such work (`--start-type reload-target`); `rowcast-worker validate` shows "
            "what "
            "has drifted."));
}

} // namespace

void assessMySql(const ConnectionSettings &settings, const AssessmentPlan &plan, const ProbeReport &report,
    const std::stop_token &stop)
{
    Run(plan, stop).run(settings, report);
}

} // namespace rowcast::mysql
