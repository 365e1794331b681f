// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sandbox/Ports.h"
#include "core/sandbox/PrivateProcess.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTcpServer>
#include <QTest>

#include <csignal>
#include <thread>

using namespace rowcast;
using namespace std::chrono_literals;

namespace {

// How many processes, zombies aside, belong to the session that this process leads.
int livingInSession(qint64 session)
{
    int living = 0;
    const QStringList processes = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &process : processes) {
        QFile file(QStringLiteral("/proc/%1/stat").arg(process));
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        const QByteArray stat = file.readAll();
        // proc(5): after "(name) " follow state, parent, group, session
        const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (fields.value(3).toLongLong() == session && fields.value(0) != "Z") {
            ++living;
        }
    }
    return living;
}

ProcessCommand shell(const QString &script)
{
    return {.program = QStringLiteral("sh"),
        .arguments = {QStringLiteral("-c"), script},
        .environment = {QStringLiteral("GREETING=good day")},
        .logName = QStringLiteral("log")};
}

PrivateFolder makeFolder()
{
    auto folder = PrivateFolder::make(QStringLiteral("test"));
    if (!folder) {
        qFatal("%s", qPrintable(folder.error().text()));
    }
    return *std::move(folder);
}

} // namespace

class PrivateProcessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void folderIsPrivateAndGoes();
    void exitCodes_data();
    void exitCodes();
    void programThatDoesNotExist();
    void environmentAndLog();
    void endKillsWhatIgnoresTheRequest();
    void groupDiesWithItsLeader();
    void runReportsLastWords();
    void runStops();
    void readinessFails();
    void victimLeavesNothing_data();
    void victimLeavesNothing();
    void takenPortIsNotGiven();
};

void PrivateProcessTest::folderIsPrivateAndGoes()
{
    QString path;
    {
        const PrivateFolder folder = makeFolder();
        path = folder.path();
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
        QVERIFY(QFileInfo(path).isDir());
        QVERIFY(!(QFile::permissions(path) & others));
        QFile file(folder.filePath(QStringLiteral("a file with spaces")));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QVERIFY(!QFileInfo::exists(path));
}

void PrivateProcessTest::exitCodes_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("code");
    QTest::newRow("success") << "true" << 0;
    QTest::newRow("failure") << "exit 7" << 7;
    QTest::newRow("signal") << "kill -TERM $$" << 128 + SIGTERM;
}

void PrivateProcessTest::exitCodes()
{
    QFETCH(QString, script);
    const PrivateFolder folder = makeFolder();
    auto process = PrivateProcess::start(folder, shell(script));
    QVERIFY(process);
    QVERIFY(process->waitForEnd(10s));
    QTEST(process->exitCode().value(), "code");
}

void PrivateProcessTest::programThatDoesNotExist()
{
    const PrivateFolder folder = makeFolder();
    for (const char *program : {"no-such-program", "/no/such/program"}) {
        ProcessCommand command = shell({});
        command.program = QString::fromLatin1(program);
        const auto process = PrivateProcess::start(folder, command);
        QVERIFY(!process);
        QCOMPARE(process.error().code, QStringLiteral("sandbox.start"));
        QVERIFY(process.error().cause.contains(command.program));
        QCOMPARE(process.error().detail, QStringLiteral("No such file or directory"));
    }
}

void PrivateProcessTest::environmentAndLog()
{
    const PrivateFolder folder = makeFolder();
    auto process = PrivateProcess::start(folder, shell(QStringLiteral("echo one; echo \"$GREETING\" >&2; pwd")));
    QVERIFY(process);
    QVERIFY(process->waitForEnd(10s));
    QCOMPARE(process->logTail(2), QStringLiteral("good day\n") + folder.path());
}

void PrivateProcessTest::endKillsWhatIgnoresTheRequest()
{
    const PrivateFolder folder = makeFolder();
    auto process
        = PrivateProcess::start(folder, shell(QStringLiteral("trap '' TERM; echo up; while :; do sleep 1; done")));
    QVERIFY(process);
    QTRY_COMPARE(process->logTail(), QStringLiteral("up"));
    process->end(200ms);
    QCOMPARE(process->exitCode().value(), 128 + SIGKILL);
    process->end(200ms);
}

void PrivateProcessTest::groupDiesWithItsLeader()
{
    const PrivateFolder folder = makeFolder();
    auto process = PrivateProcess::start(folder, shell(QStringLiteral("sleep 600 & echo up; wait")));
    QVERIFY(process);
    QTRY_COMPARE(process->logTail(), QStringLiteral("up"));
    const qint64 session = process->processId();
    QCOMPARE(livingInSession(session), 2);
    process->kill();
    QTRY_COMPARE(livingInSession(session), 0);
}

void PrivateProcessTest::runReportsLastWords()
{
    const PrivateFolder folder = makeFolder();
    const auto result = PrivateProcess::run(folder, shell(QStringLiteral("echo 'disk on fire'; exit 3")), 10s, {});
    QVERIFY(!result);
    QCOMPARE(result.error().code, QStringLiteral("sandbox.command"));
    QVERIFY(result.error().cause.contains(QLatin1Char('3')));
    QCOMPARE(result.error().detail, QStringLiteral("disk on fire"));
}

void PrivateProcessTest::runStops()
{
    const PrivateFolder folder = makeFolder();
    std::stop_source source;
    std::jthread stopper([&] { source.request_stop(); });
    const auto result = PrivateProcess::run(folder, shell(QStringLiteral("sleep 600")), 60s, source.get_token());
    QVERIFY(!result);
    QVERIFY(isStopped(result.error()));
}

void PrivateProcessTest::readinessFails()
{
    const PrivateFolder folder = makeFolder();
    auto ended = PrivateProcess::start(folder, shell(QStringLiteral("echo 'port is taken'")));
    QVERIFY(ended);
    const auto early = waitUntilReady(*ended, QStringLiteral("The server"), [] { return false; }, 10s, {});
    QCOMPARE(early.error().code, QStringLiteral("sandbox.ended"));
    QCOMPARE(early.error().detail, QStringLiteral("port is taken"));
    auto slow = PrivateProcess::start(folder, shell(QStringLiteral("sleep 600")));
    QVERIFY(slow);
    const auto late = waitUntilReady(*slow, QStringLiteral("The server"), [] { return false; }, 100ms, {});
    QCOMPARE(late.error().code, QStringLiteral("sandbox.deadline"));
}

void PrivateProcessTest::victimLeavesNothing_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("killed") << SIGKILL;
    QTest::newRow("crashed") << SIGSEGV;
    QTest::newRow("asked to end") << SIGTERM;
}

void PrivateProcessTest::victimLeavesNothing()
{
    QFETCH(int, signal);
    QProcess victim;
    victim.start(qEnvironmentVariable("ROWCAST_SANDBOX_VICTIM"), QStringList());
    QVERIFY(victim.waitForReadyRead(10000));
    const QList<QByteArray> words = victim.readAllStandardOutput().trimmed().split(' ');
    const QString folder = QString::fromLocal8Bit(words.value(0));
    const qint64 process = words.value(1).toLongLong();
    QVERIFY(QFileInfo(folder).isDir());
    QVERIFY(livingInSession(process) > 0);
    ::kill(static_cast<pid_t>(victim.processId()), signal);
    QVERIFY(victim.waitForFinished(10000));
    QTRY_COMPARE_WITH_TIMEOUT(livingInSession(process), 0, 10000);
    QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(folder), 10000);
}

void PrivateProcessTest::takenPortIsNotGiven()
{
    const auto port = freePort();
    QVERIFY(port);
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost, *port));
    QVERIFY(isListening(*port));
    qputenv("ROWCAST_PORTS", QStringLiteral("%1-%1").arg(*port).toLatin1());
    const auto refused = freePort();
    qunsetenv("ROWCAST_PORTS");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("sandbox.ports"));
}

QTEST_GUILESS_MAIN(PrivateProcessTest)
#include "tst_privateprocess.moc"
