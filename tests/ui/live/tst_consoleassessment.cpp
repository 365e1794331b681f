// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/support/LiveServers.h"
#include "tests/ui/WidgetWalk.h"
#include "tests/ui/live/LiveConsole.h"
#include "ui/tasks/AssessmentView.h"
#include "ui/tasks/TaskActions.h"
#include "ui/widgets/CheckList.h"
#include "ui/widgets/LadderStep.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace rowcast;
using namespace rowcast::ui;

// The premigration assessment in the console, on a real server whose tables have what no task can deliver.
class ConsoleAssessmentTest : public QObject, private LiveConsole {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void menuRunsIt();
    void resultIsKept();
    void cancelBringsTheLastResultBack();
    void serverThatIsGoneIsTold();

private:
    [[nodiscard]] AssessmentView &view() const { return tasks().view().assessment(); }
    [[nodiscard]] ProbeStep step(const char *id) const;
    [[nodiscard]] QString verdict() const;

    LiveServers m_servers;
};

namespace {

const QString kTask = QStringLiteral("shop-to-bus");
constexpr int kAnswer = 60'000; // a real server under load; no success is waited for in vain that long

} // namespace

void ConsoleAssessmentTest::initTestCase()
{
    LIVE_VERIFY(m_servers.startMySql(MySqlFlavour::MySql80));
    LIVE_VERIFY(m_servers.execute("CREATE DATABASE shop; USE shop;"
                                  "CREATE TABLE reader (id INT PRIMARY KEY, nick VARCHAR(40));"
                                  "CREATE TABLE gift (id INT PRIMARY KEY, reader INT,"
                                  " FOREIGN KEY (reader) REFERENCES reader(id) ON DELETE CASCADE);"
                                  "CREATE TABLE visit (line VARCHAR(100));"
                                  "CREATE USER dms IDENTIFIED BY 'open sesame';"
                                  "GRANT SELECT, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO dms"));
    QVERIFY(start());
    const auto document = MigrationDocument::parse(QStringLiteral(R"({
        "ReplicationInstance": {"ReplicationInstanceIdentifier": "this-computer"},
        "SourceEndpoint": {"EndpointIdentifier": "shop", "EndpointType": "source", "EngineName": "mysql",
            "ServerName": "127.0.0.1", "Port": %1, "Username": "dms", "Password": "open sesame"},
        "TargetEndpoint": {"EndpointIdentifier": "bus", "EndpointType": "target", "EngineName": "kafka",
            "KafkaSettings": {"Broker": "127.0.0.1:1", "Topic": "gifts"}},
        "ReplicationTask": {"ReplicationTaskIdentifier": "shop-to-bus", "MigrationType": "full-load-and-cdc",
            "TableMappings": {"rules": [{"rule-type": "selection", "rule-id": "1", "rule-name": "1",
                "object-locator": {"schema-name": "shop", "table-name": "%"}, "rule-action": "include"}]}}})")
                                                       .arg(m_servers.mysql().port())
                                                       .toUtf8());
    QVERIFY2(document, document ? "" : qPrintable(document.error().text()));
    QSignalSpy saved(&session().store(), &StoreService::done);
    const quint64 request = session().store().saveMigration(*document);
    // the task is seen before its password is kept
    QTRY_VERIFY_WITH_TIMEOUT(saved.contains(QVariantList{request}), kAnswer);
    QVERIFY(session().store().definitions().task(kTask) != nullptr);
}

ProbeStep ConsoleAssessmentTest::step(const char *id) const
{
    for (const ProbeStep &found : view().list().steps()) {
        if (found.id == QLatin1String("assessment.") + QLatin1String(id)) {
            return found;
        }
    }
    return {};
}

QString ConsoleAssessmentTest::verdict() const
{
    return Person(window()).find<QLabel>("assessmentVerdict")->text();
}

void ConsoleAssessmentTest::menuRunsIt()
{
    const Person person(window());
    person.press(Qt::Key_4, Qt::ControlModifier);
    tasks().showItem(kTask);
    openTab(TaskView::Assessment);
    shot("assessment-empty");
    QVERIFY(view().list().isEmpty());
    QAction *assess = tasks().taskActions().assess();
    QVERIFY(window().currentPage()->actions().contains(assess)); // so it stands in the window's menu
    openTab(TaskView::Overview);
    assess->trigger();
    QCOMPARE(tasks().view().tabs().currentIndex(), int(TaskView::Assessment));
    QVERIFY(view().isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!view().isRunning(), kAnswer);
    QVERIFY2(step("selection").state == StepState::Passed, qPrintable(step("selection").failure.text()));
    for (const char *id : {"keys", "cascades"}) {
        QCOMPARE(step(id).state, StepState::Warning);
        QVERIFY(!step(id).evidence.isEmpty());
        QVERIFY(!step(id).failure.remedy.isEmpty());
    }
    QVERIFY(step("keys").evidence.contains(QLatin1String("shop.visit")));
    shot("assessment");
    const auto rungs = view().findChildren<LadderStep *>();
    rungs.at(1)->setOpen(true);
    shot("assessment-open");
    QCOMPARE(namelessControls(view()), QStringList());
    QCOMPARE(clippedTexts(view()), QStringList());
    person.click("copyAssessment");
    QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("shop.visit")));
}

void ConsoleAssessmentTest::resultIsKept()
{
    const auto kept = [this] { return session().store().definitions().task(kTask)->lastAssessment; };
    QTRY_VERIFY(kept().has_value());
    QCOMPARE(kept()->verdict(), StepState::Warning);
    const QString before = verdict();
    const size_t checks = view().list().steps().size();
    // a new window has nothing but what was kept
    Q_EMIT window().languageChosen(qEnvironmentVariable("ROWCAST_TEST_LANGUAGE", QStringLiteral("en")));
    const QWidget *old = &window();
    QTRY_VERIFY(&window() != old);
    tasks().showItem(kTask);
    window().showPage(QStringLiteral("tasks"));
    openTab(TaskView::Assessment);
    QCOMPARE(view().list().steps().size(), checks);
    QCOMPARE(verdict(), before);
    shot("assessment-kept");
}

void ConsoleAssessmentTest::cancelBringsTheLastResultBack()
{
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    const Person person(window());
    const QString before = verdict();
    person.tabTo("startAssessment");
    person.press(Qt::Key_Space);
    QVERIFY(view().isRunning());
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("cancelAssessment"));
    person.press(Qt::Key_Space);
    QVERIFY(!view().isRunning());
    QCOMPARE(verdict(), before);
    QVERIFY(!view().list().isEmpty());
}

void ConsoleAssessmentTest::serverThatIsGoneIsTold()
{
    m_servers.mysql().stop();
    Person(window()).click("startAssessment");
    QTRY_VERIFY_WITH_TIMEOUT(!view().isRunning(), kAnswer);
    QCOMPARE(step("selection").state, StepState::Failed);
    QCOMPARE(step("keys").state, StepState::Skipped);
    QVERIFY(!step("selection").failure.cause.isEmpty());
    shot("assessment-failed");
}

QTEST_MAIN(ConsoleAssessmentTest)
#include "tst_consoleassessment.moc"
