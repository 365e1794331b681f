// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/ddl/QueryKind.h"
#include "core/mysql/stream/Savepoints.h"

#include <QtTest>

using namespace rowcast::mysql;

class SavepointsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void statementsAreRead_data();
    void statementsAreRead();
    void whatIsUndone();
};

void SavepointsTest::statementsAreRead_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *sql, QueryKind kind, const char *name) {
        QTest::newRow(sql) << QByteArray(sql) << int(kind) << QString::fromUtf8(name);
    };
    row("SAVEPOINT `s``1`", QueryKind::Savepoint, "s`1");
    row("savepoint s", QueryKind::Savepoint, "s");
    row("ROLLBACK TO `s`", QueryKind::RollbackTo, "s");
    row("ROLLBACK WORK TO SAVEPOINT s", QueryKind::RollbackTo, "s");
    row("ROLLBACK", QueryKind::Rollback, "");
    row("ROLLBACK WORK", QueryKind::Rollback, "");
    row("RELEASE SAVEPOINT s", QueryKind::Inside, "");
}

void SavepointsTest::statementsAreRead()
{
    QFETCH(QByteArray, sql);
    QFETCH(int, kind);
    QFETCH(QString, name);
    const QueryMeaning meaning = meaningOf(sql.toStdString());
    QCOMPARE(int(meaning.kind), kind);
    QCOMPARE(QString::fromStdString(meaning.savepoint), name);
}

void SavepointsTest::whatIsUndone()
{
    Savepoints savepoints;
    QVERIFY(!savepoints.isAnySet());
    savepoints.set("a", 1);
    savepoints.set("b", 3);
    savepoints.rollBackTo("B", 5); // 3, 4
    savepoints.set("c", 6);
    savepoints.set("a", 7); // moved behind c
    savepoints.rollBackTo("nobody", 8);
    savepoints.rollBackTo("c", 9); // 6, 7, 8; a is forgotten
    savepoints.rollBackTo("a", 10);
    QVERIFY(savepoints.isAnySet());
    QString undone;
    for (uint64_t event = 0; event < 12; ++event) {
        undone += savepoints.isUndone(event) ? QString::number(event) : QStringLiteral("-");
    }
    QCOMPARE(undone, QStringLiteral("---34-678---"));
}

QTEST_GUILESS_MAIN(SavepointsTest)
#include "tst_savepoints.moc"
