// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/Composition.h"

#include <QTest>

using namespace rowcast;

class CompositionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesProducerProperties_data();
    void judgesProducerProperties();
    void judgesStartPositions_data();
    void judgesStartPositions();
};

void CompositionTest::judgesProducerProperties_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("path"); // behind ProducerProperties; empty: accepted
    const auto add = [](const char *row, const char *name, const char *value, const char *path) {
        QTest::newRow(row) << QString::fromLatin1(name) << QString::fromLatin1(value) << QString::fromLatin1(path);
    };
    add("known", "linger.ms", "5", "");
    add("of the connection", "socket.timeout.ms", "5000", "");
    add("unknown name", "foo", "bar", ".foo");
    add("wrong value", "linger.ms", "x", "['linger.ms']");
    add("out of range", "transaction.timeout.ms", "1", "['transaction.timeout.ms']");
    add("promise", "enable.idempotence", "false", "['enable.idempotence']");
    add("promise of one word", "acks", "1", ".acks");
    add("our own id", "transactional.id", "x", "['transactional.id']");
    add("field of its own", "bootstrap.servers", "x:1", "['bootstrap.servers']");
    add("no name at all", "", "x", "['']");
}

void CompositionTest::judgesProducerProperties()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, path);
    MigrationDocument document;
    document.target.kafkaExtras.producerProperties = {{QStringLiteral("batch.size"), QStringLiteral("1000")}};
    document.target.kafkaExtras.producerProperties[name] = value;
    const auto checked = Composition::check(document);
    QCOMPARE(bool(checked), path.isEmpty());
    if (!checked) {
        QCOMPARE(checked.error().code, QStringLiteral("document.invalid"));
        const QString start = QStringLiteral("$.TargetEndpoint.RowcastSettings.ProducerProperties") + path;
        QVERIFY2(checked.error().cause.startsWith(start + QStringLiteral(": ")), qPrintable(checked.error().cause));
        QVERIFY(!checked.error().remedy.isEmpty());
    }
}

void CompositionTest::judgesStartPositions_data()
{
    QTest::addColumn<QString>("position");
    QTest::addColumn<bool>("isAccepted");
    const auto add = [](const char *row, const char *position, bool isAccepted) {
        QTest::newRow(row) << QString::fromLatin1(position) << isAccepted;
    };
    add("none", "", true);
    add("file and offset", "mysql-bin-changelog.000024:373", true);
    add("file alone", "binlog.000024", true);
    add("checkpoint",
        "checkpoint:V1#27#mysql-bin-changelog.157832:1975:-1:2002:677883278264080:mysql-bin-changelog.157832:1876#0#0#*"
        "#0#93",
        true);
    add("GTID set", "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5, 3e11fa47-71ca-11e1-9e33-c80aa9429563:1:7", true);
    add("GTIDs of MariaDB", "0-1-270,1-2-3", true);
    add("word", "foo", false);
    add("blank", " ", false);
    add("time", "2018-02-09T12:12:12", false);
    add("offset that is no number", "binlog.000024:x", false);
    add("checkpoint cut off", "checkpoint:V1#27#mysql-bin-changelog.157832:1975", false);
    add("uuid alone", "3e11fa47-71ca-11e1-9e33-c80aa9429562", false);
}

void CompositionTest::judgesStartPositions()
{
    QFETCH(QString, position);
    QFETCH(bool, isAccepted);
    MigrationDocument document;
    document.task.cdcStartPosition = position;
    const auto checked = Composition::check(document);
    QCOMPARE(bool(checked), isAccepted);
    if (!checked) {
        QCOMPARE(checked.error().code, QStringLiteral("document.invalid"));
        QVERIFY2(checked.error().cause.startsWith(QStringLiteral("$.ReplicationTask.CdcStartPosition: ")),
            qPrintable(checked.error().cause));
    }
}

QTEST_APPLESS_MAIN(CompositionTest)
#include "tst_composition.moc"
