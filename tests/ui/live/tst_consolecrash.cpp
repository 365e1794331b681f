// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SessionSecrets.h"
#include "tests/live/support/LiveServers.h"
#include "tests/live/support/TopicContent.h"
#include "tests/ui/WidgetWalk.h"
#include "tests/ui/live/LiveConsole.h"
#include "ui/frame/InterruptionBanner.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace rowcast;
using namespace rowcast::ui;

namespace {

const QString kTask = QStringLiteral("shop-to-bus");
const QString kTopic = QStringLiteral("gifts");
constexpr int kAnswer = 60'000; // a real server under load; no success is waited for in vain that long

// The console that will be killed: defines the task of that document, runs it, and says so once changes are followed.
int runOther(const QString &folder, const QString &file)
{
    QFile document(file);
    const auto parsed = document.open(QIODevice::ReadOnly) ? MigrationDocument::parse(document.readAll()) : Failure();
    if (!parsed) {
        return 1;
    }
    Theme theme(*qApp);
    Languages languages;
    ConsoleSession session({.dataFolder = folder}, std::make_unique<SessionSecrets>(), theme, languages);
    QSignalSpy opened(&session.store(), &StoreService::opened);
    session.show();
    if (!opened.wait(kAnswer)) {
        return 1;
    }
    QObject::connect(&session.store(), &StoreService::done, &session,
        [&] { session.instance().startTask(*parsed, StartType::Default); });
    bool isSaid = false;
    QObject::connect(
        &session.instance(), &ReplicationInstance::taskChanged, &session, [&](const TaskSnapshot &snapshot) {
            if (snapshot.phase == TaskPhase::Cdc && !std::exchange(isSaid, true)) {
                session.store().flush();
                std::puts("running");
                std::fflush(stdout);
            }
        });
    session.store().saveMigration(*parsed);
    return QApplication::exec();
}

} // namespace

// A console is killed while its task runs; the next one on its folder says so and goes on where it was.
class ConsoleCrashTest : public QObject, private LiveConsole {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killedConsoleIsNoticed();
    void resumesByTheButton();
    void cleanupTestCase();

private:
    [[nodiscard]] QByteArray document();
    [[nodiscard]] TableFold fold(); // what the topic says of shop.gift

    QTemporaryDir m_folder;
    LiveServers m_servers;
    QProcess m_other;
};

void ConsoleCrashTest::initTestCase()
{
    LIVE_VERIFY(m_servers.startMySql(MySqlFlavour::MySql80));
    LIVE_VERIFY(m_servers.startKafka());
    LIVE_VERIFY(m_servers.execute("CREATE DATABASE shop;"
                                  "CREATE TABLE shop.gift (id INT PRIMARY KEY, name VARCHAR(100));"
                                  "INSERT INTO shop.gift VALUES (1, 'coupon'), (2, 'point'), (3, 'ticket');"
                                  "CREATE USER dms IDENTIFIED BY 'open sesame';"
                                  "GRANT SELECT, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO dms"));
    QFile file(m_folder.filePath(QStringLiteral("task.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(document()) > 0);
    QFile password(m_folder.filePath(QStringLiteral("password")));
    QVERIFY(password.open(QIODevice::WriteOnly) && password.write("open sesame\n") > 0);
    file.close();
    password.close();
    m_other.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_other.start(QCoreApplication::applicationFilePath(),
        {QStringLiteral("--other"), m_folder.filePath(QStringLiteral("data")), file.fileName()});
    QTRY_VERIFY_WITH_TIMEOUT(m_other.canReadLine() || m_other.state() == QProcess::NotRunning, kAnswer);
    QCOMPARE(m_other.readLine(), QByteArray("running\n"));
    LIVE_VERIFY(m_servers.execute("INSERT INTO shop.gift VALUES (4, 'while it ran')"));
    QTRY_COMPARE_WITH_TIMEOUT(fold().inserts, 1, kAnswer);
    ::kill(pid_t(m_other.processId()), SIGKILL);
    QVERIFY(m_other.waitForFinished(kAnswer));
    QCOMPARE(m_other.exitStatus(), QProcess::CrashExit);
}

// The password stays in a file: there is no keychain here that would outlive the killed program.
QByteArray ConsoleCrashTest::document()
{
    return QStringLiteral(R"({
        "ReplicationInstance": {"ReplicationInstanceIdentifier": "this-computer"},
        "SourceEndpoint": {"EndpointIdentifier": "shop", "EndpointType": "source", "EngineName": "mysql",
            "ServerName": "127.0.0.1", "Port": %1, "Username": "dms", "Password": {"file": "%2"}},
        "TargetEndpoint": {"EndpointIdentifier": "bus", "EndpointType": "target", "EngineName": "kafka",
            "KafkaSettings": {"Broker": "%3", "Topic": "%4"}},
        "ReplicationTask": {"ReplicationTaskIdentifier": "%5", "MigrationType": "full-load-and-cdc",
            "TableMappings": {"rules": [{"rule-type": "selection", "rule-id": "1", "rule-name": "1",
                "object-locator": {"schema-name": "shop", "table-name": "%"}, "rule-action": "include"}]}}})")
        .arg(m_servers.mysql().port())
        .arg(m_folder.filePath(QStringLiteral("password")), m_servers.kafka().bootstrapServers(), kTopic, kTask)
        .toUtf8();
}

TableFold ConsoleCrashTest::fold()
{
    const auto read = readTopic(m_servers.kafka().bootstrapServers(), kTopic);
    return read ? foldTable(*read, "shop", "gift", {"id"}) : TableFold();
}

void ConsoleCrashTest::killedConsoleIsNoticed()
{
    LIVE_VERIFY(m_servers.execute("INSERT INTO shop.gift VALUES (5, 'while nobody looked');"
                                  "UPDATE shop.gift SET name = 'late' WHERE id = 1"));
    QVERIFY(start(m_folder.filePath(QStringLiteral("data"))));
    const Person person(window());
    QVERIFY(person.sees("resumeInterrupted"));
    QCOMPARE(QApplication::activeModalWidget(), nullptr); // it says so, and waits
    QVERIFY(session().instance().tasks().empty());
    const StoredTask *task = session().store().definitions().task(kTask);
    QCOMPARE(task->last.status, TaskStatus::Stopped);
    const auto &events = session().store().events();
    QVERIFY(std::any_of(events.begin(), events.end(), [](const Event &event) {
        return event.kind == EventKind::TaskStopped && event.source == kTask
            && event.detail.contains(QLatin1String("ended unexpectedly"));
    }));
    const auto *banner = window().findChild<InterruptionBanner *>();
    QVERIFY(!banner->accessibleName().isEmpty());
    QCOMPARE(namelessControls(*banner), QStringList());
    QCOMPARE(clippedTexts(*banner), QStringList());
    shot("crash-noticed");
    window().showPage(QStringLiteral("tasks"));
    shot("crash-noticed-tasks");
}

void ConsoleCrashTest::resumesByTheButton()
{
    const Person person(window());
    person.tabTo("resumeInterrupted");
    person.press(Qt::Key_Space);
    QTRY_VERIFY2_WITH_TIMEOUT(task().status == TaskStatus::Running && task().phase == TaskPhase::Cdc,
        qPrintable(task().lastFailureMessage), kAnswer);
    QVERIFY(!person.sees("resumeInterrupted"));
    shot("crash-resumed");
    QTRY_COMPARE_WITH_TIMEOUT(fold().updates, 1, kAnswer);
    const TableFold topic = fold();
    QCOMPARE(topic.anomalies, QStringList());
    QCOMPARE(topic.loads, 3); // it went on, it did not begin anew
    QCOMPARE(topic.inserts, 2);
    window().quit(); // before the servers do
    QTRY_VERIFY_WITH_TIMEOUT(!window().isVisible(), kAnswer);
}

void ConsoleCrashTest::cleanupTestCase()
{
    if (m_other.state() != QProcess::NotRunning) {
        m_other.kill();
        m_other.waitForFinished(kAnswer);
    }
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == QLatin1String("--other")) {
        return runOther(arguments.at(2), arguments.at(3));
    }
    ConsoleCrashTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_consolecrash.moc"
