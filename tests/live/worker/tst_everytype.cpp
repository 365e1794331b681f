// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/HardCase.h"
#include "tests/live/support/ServerPool.h"
#include "tests/live/worker/ShopTask.h"
#include "tests/live/worker/TypeOracle.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace rowcast;
using namespace rowcast::tests;

// Types at their edges (the SQL of tests/data/mysql), by the real worker: each file once before the task, which loads
// what it made, and once while the task follows. Both times the topic must say what SELECT says.
class EveryTypeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sameAsSelect_data();
    void sameAsSelect();
    void loadAndChangesAgree_data() { sameAsSelect_data(); }
    void loadAndChangesAgree();

private:
    struct Story {
        LiveServers *servers = nullptr;
        std::map<std::pair<QByteArray, QByteArray>, QList<TopicMessage>> messages; // by schema and table
        [[nodiscard]] TableFold fold(
            const QByteArray &schema, const QByteArray &table, const QList<QByteArray> &key) const;
    };
    Result<Story> tell(MySqlFlavour flavour);
    const Result<Story> &story(MySqlFlavour flavour);

    ServerPool m_pool;
    LiveServers m_bus;
    std::map<MySqlFlavour, Result<Story>> m_stories; // told once each, for all its files
};

namespace {

constexpr int kMostLines = 40; // of differences, in one test's report

const QStringList kCaughtUp{QStringLiteral("--until"), QStringLiteral("caught-up")};

const QString kLiveOnly = QStringLiteral("live/"); // what no capture holds

QString dataFolder()
{
    return qEnvironmentVariable("ROWCAST_SOURCE_DIR") + QStringLiteral("/tests/data/mysql/");
}

// Files of captures say by these for which servers they are, others by their names. MySQL 9 runs what 8.0 runs, too.
bool isFor(const QString &file, MySqlFlavour flavour)
{
    if (file.startsWith(QLatin1String("edges"))) {
        const QString other = flavour == MySqlFlavour::MariaDb ? QStringLiteral("-mysql") : QStringLiteral("-mariadb");
        return !file.endsWith(other) && (flavour == MySqlFlavour::MySql9 || !file.endsWith(QLatin1String("-mysql9")));
    }
    const auto exists = [&](const char *server) {
        return QFile::exists(dataFolder() + file + QLatin1Char('-') + QLatin1String(server) + QLatin1String(".binlog"));
    };
    switch (flavour) {
    case MySqlFlavour::MariaDb:
        return exists("mariadb1011");
    case MySqlFlavour::MySql9:
        return exists("mysql80") || exists("mysql97");
    case MySqlFlavour::MySql80:
        break;
    }
    return exists("mysql80");
}

// The hard cases that a file makes.
QList<int> casesOf(const QString &file)
{
    static const QHash<QString, QList<int>> kCases{{QStringLiteral("charsets"), {23}}, {QStringLiteral("images"), {34}},
        {QStringLiteral("json"), {26, 27}}, {QStringLiteral("layouts"), {18, 28, 30}},
        {QStringLiteral("mariadb"), {16, 62}}, {QStringLiteral("metadata"), {18}},
        {QStringLiteral("numbers"), {19, 20, 21, 22}}, {QStringLiteral("partial"), {27}},
        {QStringLiteral("payload"), {30, 49, 61}}, {QStringLiteral("temporal"), {14, 15, 16}},
        {QStringLiteral("texts"), {24, 25}}, {QStringLiteral("vector"), {29}},
        {QStringLiteral("edges"), {24, 33, 35, 49, 60}}, {QStringLiteral("edges-mariadb"), {7, 26, 31}},
        {QStringLiteral("edges-charsets"), {23}}, {QStringLiteral("edges-geometry"), {28}},
        {QStringLiteral("edges-json-mysql"), {26, 27}}, {QStringLiteral("edges-lengths"), {24, 25}},
        {QStringLiteral("edges-numbers"), {18, 19, 20, 21, 22}}, {QStringLiteral("edges-vector-mysql9"), {29}},
        {QStringLiteral("edges-wide"), {34, 50}}, {QStringLiteral("edges-mysql"), {4, 7, 26, 27, 28, 30, 31, 34}}};
    return kCases.value(file);
}

QStringList files()
{
    QStringList names;
    for (const QString &folder : {dataFolder(), dataFolder() + kLiveOnly}) {
        const auto entries = QDir(folder).entryInfoList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
        for (const QFileInfo &entry : entries) {
            names.append(entry.completeBaseName());
        }
    }
    return names;
}

QString pathOf(const QString &name)
{
    const QString file = name + QStringLiteral(".sql");
    return QFile::exists(dataFolder() + file) ? dataFolder() + file : dataFolder() + kLiveOnly + file;
}

// Inserts of sessions with MINIMAL images there: their columns without a value are absent.
bool hasPartialInserts(const QByteArray &phase, const QString &file)
{
    return phase == "late" && (file == QLatin1String("images") || file == QLatin1String("vector"));
}

QByteArray schemaOf(const QByteArray &phase, const QString &file)
{
    return phase + '_' + file.toUtf8();
}

QJsonObject selection()
{
    QJsonArray rules;
    for (const char *schema : {"early%", "late%"}) {
        const QString id = QString::number(rules.size() + 1);
        rules.append(
            QJsonObject{{QStringLiteral("rule-type"), QStringLiteral("selection")}, {QStringLiteral("rule-id"), id},
                {QStringLiteral("rule-name"), id}, {QStringLiteral("rule-action"), QStringLiteral("include")},
                {QStringLiteral("object-locator"),
                    QJsonObject{{QStringLiteral("schema-name"), QLatin1String(schema)},
                        {QStringLiteral("table-name"), QStringLiteral("%")}}}});
    }
    return {{QStringLiteral("rules"), rules}};
}

Result<void> makeTables(const LiveServers &servers, const QByteArray &phase, MySqlFlavour flavour)
{
    for (const QString &name : files()) {
        if (!isFor(name, flavour)) {
            continue;
        }
        QFile file(pathOf(name));
        if (!file.open(QIODevice::ReadOnly)) {
            return Failure{QStringLiteral("test.file"), file.fileName(), {}, file.errorString(), false};
        }
        const QByteArray schema = '`' + schemaOf(phase, name) + '`';
        if (auto made = servers.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4; USE " + schema
                + "; SET SESSION sql_mode = ''; " + file.readAll());
            !made) {
            return made.error();
        }
    }
    return {};
}

Result<QList<QByteArray>> tablesOf(SqlClient &sql, const QByteArray &schema)
{
    const auto rows = sql.query("SELECT table_name FROM information_schema.tables WHERE table_schema = '" + schema
        + "' AND table_type = 'BASE TABLE'");
    if (!rows) {
        return rows.error();
    }
    QList<QByteArray> names;
    for (const SqlRow &row : *rows) {
        names.append(*row.value(0));
    }
    return names;
}

Failure failed(const QString &what, const QString &detail)
{
    return {QStringLiteral("test.failed"), what, {}, detail, false};
}

} // namespace

void EveryTypeTest::initTestCase()
{
    LIVE_VERIFY(m_bus.startKafka());
}

// Before anything else is tried: what the first run loads, what the second follows.
Result<EveryTypeTest::Story> EveryTypeTest::tell(MySqlFlavour flavour)
{
    auto server = m_pool.server(flavour, {QStringLiteral("--default-time-zone=+00:00")}, {});
    if (!server) {
        return server.error();
    }
    const QString identifier = QStringLiteral("types-") + flavourName(flavour).remove(QLatin1Char(' '));
    ShopTask task(**server, (*server)->mysql().port(), m_bus.kafka().bootstrapServers(), identifier);
    task.set({QStringLiteral("ReplicationTask"), QStringLiteral("TableMappings")}, selection());
    task.set({QStringLiteral("TargetEndpoint"), QStringLiteral("KafkaSettings"),
                 QStringLiteral("IncludeTableAlterOperations")},
        true);
    // the old key of a row that moved
    task.set({QStringLiteral("ReplicationTask"), QStringLiteral("ReplicationTaskSettings"),
                 QStringLiteral("BeforeImageSettings")},
        QJsonObject{{QStringLiteral("EnableBeforeImage"), true},
            {QStringLiteral("FieldName"), QStringLiteral("before-image")},
            {QStringLiteral("ColumnFilter"), QStringLiteral("pk-only")}});
    WorkerProcess worker(task.document);
    for (const char *phase : {"early", "late"}) {
        if (auto made = makeTables(**server, phase, flavour); !made) {
            return made.error();
        }
        if (worker.run(kCaughtUp, 180'000) != 0) {
            return failed(QString::fromLatin1(phase), worker.errorText());
        }
        if (worker.errorText().contains(QLatin1String("suspended"))) {
            qWarning().noquote() << worker.errorText();
        }
    }
    const auto messages = readTopic(m_bus.kafka().bootstrapServers(), identifier);
    if (!messages) {
        return messages.error();
    }
    Story story{*server, {}};
    for (const TopicMessage &message : *messages) {
        const auto parsed = parseDmsMessage(*message.value);
        if (!parsed) {
            return failed(QStringLiteral("No DMS message."), QString::fromUtf8(message.value->left(200)));
        }
        story.messages[{parsed->schema, parsed->table}].append(message);
    }
    return story;
}

TableFold EveryTypeTest::Story::fold(
    const QByteArray &schema, const QByteArray &table, const QList<QByteArray> &key) const
{
    const auto found = messages.find({schema, table});
    return foldTable(
        found == messages.end() ? QList<TopicMessage>() : found->second, schema, table, key, PartialUpdates::Merge);
}

const Result<EveryTypeTest::Story> &EveryTypeTest::story(MySqlFlavour flavour)
{
    auto found = m_stories.find(flavour);
    if (found == m_stories.end()) {
        found = m_stories.emplace(flavour, tell(flavour)).first;
    }
    return found->second;
}

void EveryTypeTest::sameAsSelect_data()
{
    QTest::addColumn<MySqlFlavour>("flavour");
    QTest::addColumn<QString>("file");
    for (const MySqlFlavour flavour : {MySqlFlavour::MySql80, MySqlFlavour::MySql9, MySqlFlavour::MariaDb}) {
        for (const QString &file : files()) {
            if (isFlavourWanted(flavour) && isFor(file, flavour)) {
                QTest::newRow(qPrintable(flavourName(flavour) + QStringLiteral(", ") + file)) << flavour << file;
            }
        }
    }
}

void EveryTypeTest::sameAsSelect()
{
    QFETCH(MySqlFlavour, flavour);
    QFETCH(QString, file);
    const HardCase mark(casesOf(file), flavour);
    const auto &told = story(flavour);
    LIVE_VERIFY(told);
    auto sql = told->servers->sql();
    LIVE_VERIFY(sql);
    LIVE_VERIFY(sql->execute("SET time_zone = '+00:00'"));
    QStringList wrong;
    for (const char *phase : {"early", "late"}) {
        const QByteArray schema = schemaOf(phase, file);
        const auto tables = tablesOf(*sql, schema);
        LIVE_VERIFY(tables);
        QVERIFY(!tables->isEmpty());
        for (const QByteArray &table : *tables) {
            const auto oracle = TypeOracle::read(*sql, schema, table);
            LIVE_VERIFY(oracle);
            const TableFold fold = told->fold(schema, table, oracle->keyColumns());
            const auto absences = hasPartialInserts(phase, file) ? Absences::Allowed : Absences::Told;
            for (const QString &line : fold.anomalies + oracle->differences(fold, absences)) {
                wrong.append(QString::fromUtf8(schema + '.' + table + ": ") + line);
            }
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, kMostLines).join(QLatin1Char('\n'))));
}

// Also where SELECT is no oracle: invalid text, dates outside the calendar.
void EveryTypeTest::loadAndChangesAgree()
{
    QFETCH(MySqlFlavour, flavour);
    QFETCH(QString, file);
    const auto &told = story(flavour);
    LIVE_VERIFY(told);
    auto sql = told->servers->sql();
    LIVE_VERIFY(sql);
    const auto tables = tablesOf(*sql, schemaOf("early", file));
    LIVE_VERIFY(tables);
    QStringList wrong;
    for (const QByteArray &table : *tables) {
        const auto oracle = TypeOracle::read(*sql, schemaOf("early", file), table);
        LIVE_VERIFY(oracle);
        const auto rows
            = [&](const char *phase) { return told->fold(schemaOf(phase, file), table, oracle->keyColumns()).rows; };
        const auto loaded = rows("early");
        for (const auto &[key, row] : rows("late")) {
            const auto found = loaded.find(key);
            if (found == loaded.end()) {
                wrong.append(QString::fromUtf8(table + ": row " + key + " was not loaded"));
                continue;
            }
            for (const QByteArray &column : oracle->columnNames()) {
                const auto changed = row.find(column);
                const auto same = found->second.find(column);
                if (changed != row.end() && (same == found->second.end() || same->second != changed->second)) {
                    wrong.append(QString::fromUtf8(table + ": row " + key + " column " + column + " differs"));
                }
            }
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, kMostLines).join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(EveryTypeTest)
#include "tst_everytype.moc"
