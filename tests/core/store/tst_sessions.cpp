// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/SessionSecrets.h"
#include "core/store/Store.h"
#include "core/store/StoreService.h"
#include "tests/core/store/StoreSamples.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace rowcast;

namespace {

const SystemClock kClock;
const QString kTask = QStringLiteral("shop-to-bus");
constexpr int kAnswer = 30'000;

TaskSnapshot snapshotOf(TaskStatus status)
{
    TaskSnapshot snapshot;
    snapshot.identifier = kTask;
    snapshot.status = status;
    return snapshot;
}

// The other program: writes that its task has that status, says so, and waits until it is killed or told to go.
int runOther(const QString &file, TaskStatus status)
{
    const auto store = Store::open(file, kClock);
    if (!store || !(*store)->saveStatistics(snapshotOf(status))) {
        return 1;
    }
    std::puts("ready");
    std::fflush(stdout);
    (void)std::getchar();
    return 0;
}

} // namespace

// Programs that share a file, and how each ends.
class SessionsTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_temporary;
    QString m_path;

    std::unique_ptr<Store> open()
    {
        auto store = Store::open(m_path, kClock);
        if (!store) {
            qFatal("%s", qPrintable(store.error().text()));
        }
        return *std::move(store);
    }
    bool startOther(QProcess &other, TaskStatus status)
    {
        other.start(
            QCoreApplication::applicationFilePath(), {QStringLiteral("--other"), m_path, QString::number(int(status))});
        return QTest::qWaitFor([&] { return other.canReadLine() || other.state() == QProcess::NotRunning; }, kAnswer)
            && other.readLine().startsWith("ready");
    }
    static bool kill(QProcess &other)
    {
        ::kill(pid_t(other.processId()), SIGKILL);
        return other.waitForFinished(kAnswer) && other.exitStatus() == QProcess::CrashExit;
    }
    static StoredTask taskIn(Store &store)
    {
        const auto read = store.definitions();
        const StoredTask *task = read ? read->task(kTask) : nullptr;
        return task != nullptr ? *task : StoredTask();
    }
    static QString newestEvent(Store &store)
    {
        const auto events = store.events(1);
        return events && !events->empty() ? events->front().detail : QString();
    }
    [[nodiscard]] QStringList marks() const
    {
        const QFileInfo file(m_path);
        return file.dir().entryList({file.fileName() + QStringLiteral("-session-*")});
    }

private Q_SLOTS:
    void init()
    {
        static int number = 0;
        m_path = m_temporary.filePath(QStringLiteral("%1.sqlite").arg(++number));
        QVERIFY(open()->saveMigration(sampleMigration()));
        QCOMPARE(marks(), QStringList());
    }

    void killedProgramIsNoticed_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isOffered");
        QTest::newRow("starting") << int(TaskStatus::Starting) << true;
        QTest::newRow("running") << int(TaskStatus::Running) << true;
        QTest::newRow("stopping: what was asked for") << int(TaskStatus::Stopping) << false;
        QTest::newRow("stopped") << int(TaskStatus::Stopped) << false;
        QTest::newRow("failed") << int(TaskStatus::Failed) << false;
    }
    void killedProgramIsNoticed()
    {
        QFETCH(int, status);
        QFETCH(bool, isOffered);
        QProcess other;
        const int64_t before = kClock.nowMicros();
        QVERIFY(startOther(other, TaskStatus(status)));
        QVERIFY(kill(other));
        QCOMPARE(marks().size(), 1);
        auto store = open();
        StoredTask task = taskIn(*store);
        QVERIFY(!isActive(task.last.status));
        QCOMPARE(task.wasInterrupted, isOffered);
        QVERIFY(!task.isRunningElsewhere);
        if (isOffered) {
            QVERIFY(task.interruptedMicros >= before && task.interruptedMicros <= kClock.nowMicros());
            QVERIFY2(newestEvent(*store).startsWith(QLatin1String("the program ended unexpectedly")),
                qPrintable(newestEvent(*store)));
        } else {
            QCOMPARE(task.interruptedMicros, 0);
        }
        QCOMPARE(marks().size(), 1); // its own
        const auto events = store->events(100);
        store = nullptr;
        store = open(); // the offer stays until it is answered, and is told once
        QCOMPARE(taskIn(*store).interruptedMicros, task.interruptedMicros);
        QCOMPARE(store->events(100)->size(), events->size());
    }

    void offerEnds_data()
    {
        QTest::addColumn<bool>("isResumed");
        QTest::newRow("resumed") << true;
        QTest::newRow("not now") << false;
    }
    void offerEnds()
    {
        QFETCH(bool, isResumed);
        QProcess other;
        QVERIFY(startOther(other, TaskStatus::Running));
        QVERIFY(kill(other));
        auto store = open();
        QVERIFY(taskIn(*store).interruptedMicros > 0);
        if (isResumed) {
            QVERIFY(store->saveStatistics(snapshotOf(TaskStatus::Starting)));
        } else {
            QVERIFY(store->dismissInterruptions());
        }
        QCOMPARE(taskIn(*store).interruptedMicros, 0);
        QCOMPARE(taskIn(*store).wasInterrupted, !isResumed); // how its last run ended stays true
        store = nullptr;
        QCOMPARE(taskIn(*open()).interruptedMicros, 0);
    }

    void endThatSomebodyWantedIsNoCrash()
    {
        auto store = open();
        QVERIFY(store->saveStatistics(snapshotOf(TaskStatus::Running)));
        store = nullptr;
        store = open();
        const StoredTask task = taskIn(*store);
        QCOMPARE(task.last.status, TaskStatus::Stopped);
        QVERIFY(!task.wasInterrupted);
        QCOMPARE(task.interruptedMicros, 0);
        QCOMPARE(newestEvent(*store), QStringLiteral("stopped at the end of the program"));
        store = nullptr;
        QCOMPARE(marks(), QStringList());
    }

    void secondProgramIsNoCrash()
    {
        QProcess other;
        QVERIFY(startOther(other, TaskStatus::Running));
        auto store = open();
        for (int look = 0; look < 2; ++look) {
            const StoredTask task = taskIn(*store);
            QCOMPARE(task.last.status, TaskStatus::Running);
            QVERIFY(task.isRunningElsewhere);
            QVERIFY(!task.wasInterrupted);
            QCOMPARE(task.interruptedMicros, 0);
            store = nullptr; // nor does the end of this one stop what the other one runs
            store = open();
        }
        other.write("\n");
        QVERIFY(other.waitForFinished(kAnswer));
        QCOMPARE(taskIn(*store).last.status, TaskStatus::Stopped);
        QVERIFY(!taskIn(*store).wasInterrupted);
    }

    void crashOfTheOtherProgramIsNoticedMeanwhile()
    {
        QProcess other;
        QVERIFY(startOther(other, TaskStatus::Running));
        SessionSecrets secrets;
        StoreService service(m_path, secrets, kClock);
        QSignalSpy opened(&service, &StoreService::opened);
        QVERIFY(opened.wait(kAnswer));
        QVERIFY(service.definitions().task(kTask)->isRunningElsewhere);
        QVERIFY(kill(other));
        QTRY_VERIFY_WITH_TIMEOUT(service.definitions().task(kTask)->interruptedMicros > 0, kAnswer);
        QVERIFY(!service.definitions().task(kTask)->isRunningElsewhere);
    }

    void taskOfAnOlderVersionIsStopped()
    {
        {
            auto store = open();
            QVERIFY(store->saveStatistics(snapshotOf(TaskStatus::Running)));
            auto database = Database::open(m_path, {.version = 1000});
            QVERIFY(database);
            QVERIFY((*database)->execute(QStringLiteral("UPDATE tasks SET session = NULL")));
        }
        const StoredTask task = taskIn(*open());
        QCOMPARE(task.last.status, TaskStatus::Stopped);
        QVERIFY(!task.wasInterrupted);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == QLatin1String("--other")) {
        return runOther(arguments.at(2), TaskStatus(arguments.at(3).toInt()));
    }
    SessionsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sessions.moc"
