// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/Schema.h"
#include "core/store/Store.h"

#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace rowcast;

namespace {

const SystemClock kClock;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

// A store of an older version, with what that version could hold.
void makeStore(const QString &path, int version)
{
    auto database = Database::open(path, {.version = version});
    QVERIFY2(database, database ? "" : qPrintable(database.error().text()));
    QVERIFY(migrate(**database, version));
    if (version == 0) {
        return;
    }
    QVERIFY((*database)->execute(QStringLiteral(
        "INSERT INTO instances (uid, identifier, document, created, changed) "
        "VALUES ('u1', 'this-computer', '{\"ReplicationInstanceIdentifier\": \"this-computer\"}', 1, 2)")));
}

QString openCode(const QString &path, const Database::Options &options = {})
{
    const auto store = Store::open(path, kClock, options);
    return store ? QString() : store.error().code;
}

} // namespace

class DatabaseTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_path;

private Q_SLOTS:
    void init()
    {
        static int number = 0;
        m_path = m_folder.filePath(QStringLiteral("%1/store.sqlite").arg(++number));
        QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
    }

    void migratesFromEveryVersion_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 0; version <= schemaVersion(); ++version) {
            QTest::addRow("version %d", version) << version;
        }
    }
    void migratesFromEveryVersion()
    {
        QFETCH(int, version);
        makeStore(m_path, version);
        const auto store = Store::open(m_path, kClock);
        QVERIFY2(store, store ? "" : qPrintable(store.error().text()));
        const auto definitions = (*store)->definitions();
        QVERIFY(definitions);
        QCOMPARE(definitions->instances.size(), size_t(version > 0 ? 1 : 0));
        QVERIFY((*store)->addEvent(EventKind::InstanceCreated, QStringLiteral("x"), {}));
        QVERIFY((*store)->saveDraft(QStringLiteral("new-migration"), "{}"));
    }

    void migrationThatFailsChangesNothing()
    {
        makeStore(m_path, 1);
        {
            // version 3 will want to make this table itself
            auto database = Database::open(m_path, {.version = 1});
            QVERIFY(database);
            QVERIFY((*database)->execute(QStringLiteral("CREATE TABLE drafts (x)")));
        }
        QCOMPARE(openCode(m_path), QStringLiteral("store.sql"));
        auto database = Database::open(m_path, {.version = 1});
        QVERIFY(database);
        QCOMPARE((*database)->version().value(), 1);
        QVERIFY(!(*database)->rows(QStringLiteral("SELECT * FROM events")));
    }

    void refusesWhatItCannotUse_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("store.damaged") << QStringLiteral("text");
        QTest::newRow("store.damaged ") << QStringLiteral("broken page");
        QTest::newRow("store.newer") << QStringLiteral("newer");
        QTest::newRow("store.foreign") << QStringLiteral("foreign");
    }
    void refusesWhatItCannotUse()
    {
        QFETCH(QString, kind);
        if (kind == QLatin1String("text")) {
            write(m_path, QByteArray("This is no database at all. ").repeated(200));
        } else if (kind == QLatin1String("broken page")) {
            makeStore(m_path, schemaVersion());
            QByteArray content = contentOf(m_path);
            QVERIFY(content.size() > 3 * 4096);
            write(m_path, content.left(4096) + QByteArray(4096, '\x5a') + content.mid(2 * 4096));
        } else if (kind == QLatin1String("newer")) {
            makeStore(m_path, schemaVersion());
            auto database = Database::open(m_path, {.version = schemaVersion()});
            QVERIFY((*database)->setVersion(schemaVersion() + 1));
        } else {
            const QString name = QStringLiteral("foreign");
            {
                QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
                other.setDatabaseName(m_path);
                QVERIFY(other.open());
                other.exec(QStringLiteral("CREATE TABLE cookies (x)"));
            }
            QSqlDatabase::removeDatabase(name);
        }
        const QByteArray before = contentOf(m_path);
        const auto store = Store::open(m_path, kClock);
        QVERIFY(!store);
        QCOMPARE(store.error().code, QString::fromLatin1(QTest::currentDataTag()).trimmed());
        QVERIFY2(store.error().cause.contains(m_path), qPrintable(store.error().cause));
        QVERIFY(!store.error().remedy.isEmpty());
        QCOMPARE(contentOf(m_path), before);
    }

    void folderThatCannotBeMade()
    {
        QCOMPARE(openCode(QStringLiteral("/proc/rowcast/store.sqlite")), QStringLiteral("store.read-only"));
    }

    void fullDiskKeepsWhatWasSaved()
    {
        auto store = Store::open(m_path, kClock, {.mostBytes = 200 * 1024});
        QVERIFY2(store, store ? "" : qPrintable(store.error().text()));
        QVERIFY((*store)->saveDraft(QStringLiteral("small"), "{}"));
        const auto refused = (*store)->saveDraft(QStringLiteral("large"), QByteArray(1024 * 1024, 'x'));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QStringLiteral("store.disk-full"));
        QVERIFY(refused.error().retryable);
        QVERIFY((*store)->saveDraft(QStringLiteral("other"), "{}"));
        const auto definitions = (*store)->definitions();
        QVERIFY(definitions);
        QCOMPARE(definitions->drafts.size(), size_t(2));
    }

    void twoProgramsShareOneFile()
    {
        auto first = Store::open(m_path, kClock);
        auto second = Store::open(m_path, kClock);
        QVERIFY(first && second);
        QVERIFY((*first)->saveDraft(QStringLiteral("one"), "{}"));
        QVERIFY((*second)->saveDraft(QStringLiteral("two"), "{}"));
        QCOMPARE((*first)->definitions()->drafts.size(), size_t(2));
    }
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
