// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/hardcases/CaseFile.h"
#include "tests/live/hardcases/TopicConsumer.h"
#include "tests/live/support/HardCase.h"
#include "tests/live/support/ServerPool.h"
#include "tests/live/worker/ShopTask.h"
#include "tests/live/worker/TypeOracle.h"

#include <QJsonArray>

using namespace rowcast;
using namespace rowcast::tests;

// Hard cases that are SQL alone (tests/data/hardcases), many to one task of the real worker: it loads what the first
// parts made, and each further part happens while it is stopped. At the end a consumer of the topic has what SELECT
// has.
class HardCasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sameAsSelect_data();
    void sameAsSelect();

private:
    struct Story {
        LiveServers *servers = nullptr;
        TopicConsumer consumer;
        QString log;
    };
    Result<Story> tell(MySqlFlavour flavour);
    const Result<Story> &story(MySqlFlavour flavour);

    ServerPool m_pool;
    LiveServers m_bus;
    std::map<MySqlFlavour, Result<Story>> m_stories;
};

namespace {

constexpr int kMostLines = 40;

QJsonObject rule(const char *action, const char *schema, const char *table)
{
    static int s_id = 0;
    const QString id = QString::number(++s_id);
    return {{QStringLiteral("rule-type"), QStringLiteral("selection")}, {QStringLiteral("rule-id"), id},
        {QStringLiteral("rule-name"), id}, {QStringLiteral("rule-action"), QLatin1String(action)},
        {QStringLiteral("object-locator"),
            QJsonObject{{QStringLiteral("schema-name"), QLatin1String(schema)},
                {QStringLiteral("table-name"), QLatin1String(table)}}}};
}

void fill(ShopTask &task)
{
    const QJsonArray rules{
        rule("include", "hc[_]%", "%"), rule("exclude", "hc[_]%", "unselected%"), rule("exclude", "hc[_]%", "[_]%")};
    task.set({QStringLiteral("ReplicationTask"), QStringLiteral("TableMappings")},
        QJsonObject{{QStringLiteral("rules"), rules}});
    for (const char *setting : {"IncludeTableAlterOperations", "IncludeControlDetails"}) {
        task.set({QStringLiteral("TargetEndpoint"), QStringLiteral("KafkaSettings"), QLatin1String(setting)}, true);
    }
    task.set({QStringLiteral("ReplicationTask"), QStringLiteral("ReplicationTaskSettings")},
        QJsonObject{{QStringLiteral("BeforeImageSettings"),
                        QJsonObject{{QStringLiteral("EnableBeforeImage"), true},
                            {QStringLiteral("FieldName"), QStringLiteral("before-image")},
                            {QStringLiteral("ColumnFilter"), QStringLiteral("all")}}},
            {QStringLiteral("FullLoadSettings"),
                QJsonObject{{QStringLiteral("TargetTablePrepMode"), QStringLiteral("DROP_AND_CREATE")}}}});
}

Failure failed(const QString &what, const QString &detail)
{
    return {QStringLiteral("test.failed"), what, {}, detail, false};
}

Result<void> runPart(const LiveServers &servers, const CaseFile &file, qsizetype part)
{
    const QByteArray schema = '`' + file.schema() + '`';
    const QByteArray begin = part == 0 ? "CREATE DATABASE " + schema + " CHARACTER SET utf8mb4; " : QByteArray();
    auto done = servers.execute(begin + "USE " + schema + "; SET SESSION sql_mode = ''; " + file.parts().at(part));
    return done ? done : failed(file.name(), done.error().text());
}

Result<QList<SqlRow>> tablesOf(SqlClient &sql, const QByteArray &schema)
{
    return sql.query("SELECT table_schema, table_name FROM information_schema.tables WHERE (table_schema = '" + schema
        + "' OR table_schema LIKE '" + QByteArray(schema).replace("_", "\\_")
        + "\\_%') AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'unselected%' AND table_name NOT LIKE '\\_%'");
}

} // namespace

void HardCasesTest::initTestCase()
{
    // summer time, in the servers too
    qputenv("TZ", "America/New_York");
    LIVE_VERIFY(m_bus.startKafka());
}

Result<HardCasesTest::Story> HardCasesTest::tell(MySqlFlavour flavour)
{
    auto server = m_pool.server(flavour, {}, {});
    if (!server) {
        return server.error();
    }
    const QString identifier = QStringLiteral("hard-") + flavourId(flavour);
    ShopTask task(**server, (*server)->mysql().port(), m_bus.kafka().bootstrapServers(), identifier);
    fill(task);
    WorkerProcess worker(task.document);
    const QList<CaseFile> files = CaseFile::all(flavour);
    const auto most = std::max_element(files.begin(), files.end(),
        [](const CaseFile &a, const CaseFile &b) { return a.parts().size() < b.parts().size(); });
    Story story{*server, {}, {}};
    for (qsizetype part = 0; part < most->parts().size(); ++part) {
        for (const CaseFile &file : files) {
            if (part < file.parts().size()) {
                if (auto done = runPart(**server, file, part); !done) {
                    return done.error();
                }
            }
        }
        if (worker.run(kUntilCaughtUp, 180'000) != 0) {
            return failed(QStringLiteral("part %1").arg(part + 1), worker.errorText());
        }
        story.log += worker.errorText();
    }
    const auto messages = readTopic(m_bus.kafka().bootstrapServers(), identifier);
    if (!messages) {
        return messages.error();
    }
    story.consumer.apply(*messages);
    return story;
}

const Result<HardCasesTest::Story> &HardCasesTest::story(MySqlFlavour flavour)
{
    auto found = m_stories.find(flavour);
    if (found == m_stories.end()) {
        found = m_stories.emplace(flavour, tell(flavour)).first;
    }
    return found->second;
}

void HardCasesTest::sameAsSelect_data()
{
    QTest::addColumn<MySqlFlavour>("flavour");
    QTest::addColumn<qsizetype>("file");
    for (const MySqlFlavour flavour : {MySqlFlavour::MySql80, MySqlFlavour::MySql9, MySqlFlavour::MariaDb}) {
        const QList<CaseFile> files = isFlavourWanted(flavour) ? CaseFile::all(flavour) : QList<CaseFile>();
        for (qsizetype file = 0; file < files.size(); ++file) {
            QTest::newRow(qPrintable(flavourName(flavour) + QStringLiteral(", ") + files.at(file).name()))
                << flavour << file;
        }
    }
}

void HardCasesTest::sameAsSelect()
{
    QFETCH(MySqlFlavour, flavour);
    QFETCH(qsizetype, file);
    const CaseFile story = CaseFile::all(flavour).at(file);
    const HardCase mark(story.number(), flavour);
    const auto &told = this->story(flavour);
    LIVE_VERIFY(told);
    auto sql = told->servers->sql();
    LIVE_VERIFY(sql);
    LIVE_VERIFY(sql->execute("SET time_zone = '+00:00'"));
    const auto tables = tablesOf(*sql, story.schema());
    LIVE_VERIFY(tables);
    QStringList wrong = told->consumer.anomalies(story.schema());
    QList<QByteArray> gone = told->consumer.tablesWithRows(story.schema());
    for (const SqlRow &name : *tables) {
        const QByteArray schema = *name.at(0);
        const QByteArray table = *name.at(1);
        if (schema == story.schema()) {
            gone.removeAll(table);
        }
        if (story.suspended().count(table) != 0) {
            continue;
        }
        const auto oracle = TypeOracle::read(*sql, schema, table);
        LIVE_VERIFY(oracle);
        const auto absences = told->consumer.hasNewColumns(schema, table) ? Absences::Allowed : Absences::Told;
        const TableFold fold = told->consumer.fold(schema, table, oracle->keyColumns());
        for (const QString &line : oracle->differences(fold, absences)) {
            wrong.append(QString::fromUtf8(schema + '.' + table + ": ") + line);
        }
    }
    for (const auto &[table, code] : story.suspended()) {
        gone.removeAll(table);
        const QString named = QString::fromUtf8(story.schema() + '.' + table);
        const QStringList lines = told->log.split(QLatin1Char('\n')).filter(named).filter(code);
        QVERIFY2(!lines.isEmpty(), qPrintable(named + QStringLiteral(" was not suspended:\n") + told->log));
    }
    for (const QByteArray &table : std::as_const(gone)) {
        wrong.append(QString::fromUtf8(table) + QStringLiteral(" has rows in the topic alone"));
    }
    if (!wrong.isEmpty()) {
        wrong.append(told->log.split(QLatin1Char('\n')).filter(QString::fromUtf8(story.schema())));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, kMostLines).join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(HardCasesTest)
#include "tst_hardcases.moc"
