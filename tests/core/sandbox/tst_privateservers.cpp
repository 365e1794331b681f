// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sandbox/Greeting.h"
#include "core/sandbox/KafkaServer.h"
#include "core/sandbox/MySqlServer.h"
#include "core/sandbox/Ports.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace rowcast;
using namespace std::chrono_literals;

#define START_OR_SKIP(started)                                                                                         \
    if (!(started) && (started).error().code == QStringLiteral("sandbox.missing")) {                                   \
        QSKIP(qPrintable((started).error().cause + QLatin1Char(' ') + (started).error().remedy));                      \
    }                                                                                                                  \
    QVERIFY2(started, (started) ? "" : qPrintable((started).error().text()))

class PrivateServersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mySqlLivesDiesAndReturns_data();
    void mySqlLivesDiesAndReturns();
    void copiesAreServersOfTheirOwn();
    void wrongOptionIsToldInTheServersWords();
    void kafkaLivesDiesAndReturns();
    void missingServersNameTheRemedy();
};

void PrivateServersTest::mySqlLivesDiesAndReturns_data()
{
    QTest::addColumn<int>("flavour");
    QTest::newRow("MySQL 8.0") << static_cast<int>(MySqlFlavour::MySql80);
    QTest::newRow("MySQL 9") << static_cast<int>(MySqlFlavour::MySql9);
    QTest::newRow("MariaDB") << static_cast<int>(MySqlFlavour::MariaDb);
}

void PrivateServersTest::mySqlLivesDiesAndReturns()
{
    QFETCH(int, flavour);
    QString folder;
    quint16 port = 0;
    {
        MySqlServerOptions options;
        options.flavour = static_cast<MySqlFlavour>(flavour);
        auto started = MySqlServer::start(options);
        START_OR_SKIP(started);
        MySqlServer &server = **started;
        folder = server.folder().path();
        port = server.port();
        QVERIFY(QFileInfo::exists(server.socketPath()));
        server.kill();
        QVERIFY(!isListening(port));
        QVERIFY(server.restart());
        QCOMPARE(server.port(), port);
        server.pause();
        QVERIFY(server.isRunning());
        QVERIFY(!isMySqlGreeting(port, 100ms));
        server.resume();
        QTRY_VERIFY(isMySqlGreeting(port, 1s));
        server.stop();
        QVERIFY(!server.isRunning());
        QVERIFY(server.restart({}, QStringList{QStringLiteral("--max-connections=17")}));
    }
    QVERIFY(!isListening(port));
    QVERIFY(!QFileInfo::exists(folder));
}

void PrivateServersTest::copiesAreServersOfTheirOwn()
{
    MySqlServerOptions options;
    options.flavour = MySqlFlavour::MySql80;
    auto first = MySqlServer::start(options);
    START_OR_SKIP(first);
    auto second = MySqlServer::start(options);
    QVERIFY(second);
    QByteArray identities[2];
    for (int index = 0; index < 2; ++index) {
        QFile file((index == 0 ? *first : *second)->dataFolder() + QStringLiteral("/auto.cnf"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        identities[index] = file.readAll();
    }
    QVERIFY(!identities[0].isEmpty());
    QVERIFY(identities[0] != identities[1]);
}

void PrivateServersTest::wrongOptionIsToldInTheServersWords()
{
    MySqlServerOptions options;
    options.arguments = {QStringLiteral("--no-such-option=1")};
    const auto started = MySqlServer::start(options);
    if (!started && started.error().code == QStringLiteral("sandbox.missing")) {
        QSKIP(qPrintable(started.error().cause));
    }
    QVERIFY(!started);
    QCOMPARE(started.error().code, QStringLiteral("sandbox.ended"));
    QVERIFY2(started.error().detail.contains(QStringLiteral("no-such-option")), qPrintable(started.error().detail));
}

void PrivateServersTest::kafkaLivesDiesAndReturns()
{
    QString folder;
    {
        auto started = KafkaServer::start({});
        START_OR_SKIP(started);
        KafkaServer &server = **started;
        folder = server.folder().path();
        QVERIFY(isKafkaAnswering(server.port(), 5s));
        server.kill();
        QVERIFY(!isListening(server.port()));
        const auto restarted = server.restart();
        QVERIFY2(restarted, restarted ? "" : qPrintable(restarted.error().text()));
        QVERIFY(isKafkaAnswering(server.port(), 5s));
        server.pause();
        QVERIFY(server.isRunning());
        server.resume();
        server.stop();
        QVERIFY(!server.isRunning());
    }
    QVERIFY(!QFileInfo::exists(folder));
}

void PrivateServersTest::missingServersNameTheRemedy()
{
    const QTemporaryDir empty;
    const QByteArray before = qgetenv("ROWCAST_CACHE");
    qputenv("ROWCAST_CACHE", empty.path().toLocal8Bit());
    const auto mysql = findMySql(MySqlFlavour::MySql80);
    const auto kafka = findKafka();
    before.isNull() ? qunsetenv("ROWCAST_CACHE") : qputenv("ROWCAST_CACHE", before);
    QVERIFY(!mysql);
    QCOMPARE(mysql.error().code, QStringLiteral("sandbox.missing"));
    QVERIFY(mysql.error().remedy.contains(QStringLiteral("`bash packaging/servers/fetch.sh mysql80`")));
    QVERIFY(!kafka);
    QCOMPARE(kafka.error().code, QStringLiteral("sandbox.missing"));
}

QTEST_GUILESS_MAIN(PrivateServersTest)
#include "tst_privateservers.moc"
