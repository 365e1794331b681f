// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/support/LiveServers.h"
#include "tests/live/support/TopicContent.h"
#include "tests/ui/live/LiveConsole.h"
#include "ui/forms/TestPanel.h"
#include "ui/tasks/TaskActions.h"
#include "ui/tasks/TaskTexts.h"
#include "ui/topics/DetailPane.h"
#include "ui/topics/MessageTable.h"
#include "ui/topics/PauseBar.h"
#include "ui/widgets/LadderStep.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace rowcast;
using namespace rowcast::ui;

// The main job as a person does it in the console, on real servers and on the parts that the program is joined from:
// one story, whose functions go on from each other.
class ConsoleJobTest : public QObject, private LiveConsole {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void firstRunLeadsIntoTheWizard();
    void wrongPasswordIsToldAndMended();
    void wrongPortIsToldAndMended();
    void taskIsCreatedByKeyboard();
    void taskRunsAndStatisticsFill();
    void changesArriveInTheViewer();
    void stopsAndResumes();
    void reloadTellsWhatItWillDo();
    void closingStopsTheTask();

private:
    [[nodiscard]] TableFold fold(); // what the topic says of kwtoon.gift

    LiveServers m_servers;
    bool m_isBroken = false; // an earlier part of the story failed
};

namespace {

const QString kTask = QStringLiteral("shop-to-bus");
const QString kTopic = QStringLiteral("gifts");
constexpr int kAnswer = 60'000; // a real server under load; no success is waited for in vain that long

bool isPassed(const TestPanel &panel)
{
    return panel.verdict().kind == LadderVerdict::Kind::Ready || panel.verdict().kind == LadderVerdict::Kind::Warnings;
}

} // namespace

void ConsoleJobTest::initTestCase()
{
    LIVE_VERIFY(m_servers.startMySql(MySqlFlavour::MySql80));
    LIVE_VERIFY(m_servers.startKafka());
    LIVE_VERIFY(m_servers.execute(
        "CREATE DATABASE kwtoon CHARACTER SET utf8mb4;"
        "CREATE TABLE kwtoon.gift (id INT PRIMARY KEY, name VARCHAR(100), created DATETIME);"
        "CREATE TABLE kwtoon.reader (id INT PRIMARY KEY, nick VARCHAR(40));"
        "CREATE TABLE kwtoon.tmp_import (line TEXT);"
        "INSERT INTO kwtoon.gift VALUES (1, 'coupon', '2020-11-26 12:38:28'), (2, '쿠폰', '2020-11-26 12:40:00'),"
        " (3, 'point', NULL);"
        "INSERT INTO kwtoon.reader VALUES (1, 'Jiwoo'), (2, 'Minjun');"
        "CREATE USER dms IDENTIFIED BY 'open sesame';"
        "GRANT SELECT, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO dms"));
    QVERIFY(start());
}

void ConsoleJobTest::init()
{
    QVERIFY2(!m_isBroken, "the part of the story before this one failed");
}

void ConsoleJobTest::cleanup()
{
    m_isBroken = m_isBroken || QTest::currentTestFailed();
    if (QTest::currentTestFailed()) {
        shot("failed");
    }
}

TableFold ConsoleJobTest::fold()
{
    const auto read = readTopic(m_servers.kafka().bootstrapServers(), kTopic);
    return read ? foldTable(*read, "kwtoon", "gift", {"id"}) : TableFold();
}

void ConsoleJobTest::firstRunLeadsIntoTheWizard()
{
    shot("first-run");
    Person(window()).click("connectOwn");
    QTRY_VERIFY(window().findChild<MigrationWizard *>() != nullptr && wizard().isVisible());
    QVERIFY(QTest::qWaitForWindowActive(&wizard()));
    shot("wizard-instance");
    // A letter counts for the active window alone, and on a busy computer the window below may still come to the front
    // once: the person presses again.
    const auto isNext = [this] { return wizard().currentStep() == 1; };
    for (int presses = 0; presses < 5 && !isNext(); ++presses) {
        wizard().activateWindow();
        QTRY_VERIFY(wizard().isActiveWindow() && wizard().isAncestorOf(QApplication::focusWidget()));
        Person(wizard()).press(Qt::Key_N, Qt::AltModifier);
        (void)QTest::qWaitFor(isNext, 3000); // what it came to is compared below
    }
    QCOMPARE(wizard().currentStep(), 1);
}

void ConsoleJobTest::wrongPasswordIsToldAndMended()
{
    const Person person(wizard());
    person.click("next"); // too early: it says why
    QCOMPARE(wizard().currentStep(), 1);
    QVERIFY(!person.reason().isEmpty());
    shot("wizard-source-empty");
    person.tabTo("identifier");
    person.typeHere(QStringLiteral("shop"));
    person.tabTo("engine");
    person.press(Qt::Key_Home);
    person.press(Qt::Key_Down); // Aurora MySQL, MySQL, MariaDB
    person.tabTo("server");
    person.typeHere(QStringLiteral("127.0.0.1"));
    person.replace("port", QString::number(m_servers.mysql().port()));
    person.tabTo("user");
    person.typeHere(QStringLiteral("dms"));
    person.typePassword(QStringLiteral("open barley"));
    person.click("testConnection");
    QTRY_COMPARE_WITH_TIMEOUT(person.testPanel()->verdict().kind, LadderVerdict::Kind::Failed, kAnswer);
    QTRY_VERIFY(failedStep(person) != nullptr);
    const LadderStep *step = failedStep(person);
    QCOMPARE(step->step().failure.code, QStringLiteral("mysql.login.denied"));
    QVERIFY(step->isOpen());
    QVERIFY(!step->step().failure.cause.isEmpty());
    QVERIFY(!step->step().failure.remedy.isEmpty());
    shot("wizard-source-wrong-password");

    person.replace("password", QStringLiteral("open sesame"));
    QTRY_COMPARE(person.testPanel()->verdict().kind, LadderVerdict::Kind::None); // what was tested is no longer there
    person.tabTo("testConnection");
    person.press(Qt::Key_Space);
    QTRY_VERIFY2_WITH_TIMEOUT(
        isPassed(*person.testPanel()), qPrintable(person.testPanel()->ladder().report()), kAnswer);
    shot("wizard-source-passed");
    person.press(Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(wizard().currentStep(), 2);
}

void ConsoleJobTest::wrongPortIsToldAndMended()
{
    const Person person(wizard());
    shot("wizard-target-empty");
    person.typeHere(QStringLiteral("bus"));
    person.type("brokers", QStringLiteral("127.0.0.1:1")); // nothing listens there
    person.tabTo("topic");
    person.typeHere(kTopic);
    person.click("testConnection");
    QTRY_COMPARE_WITH_TIMEOUT(person.testPanel()->verdict().kind, LadderVerdict::Kind::Failed, kAnswer);
    QTRY_VERIFY(failedStep(person) != nullptr);
    QCOMPARE(failedStep(person)->step().failure.code, QStringLiteral("network.port.refused"));
    QVERIFY(failedStep(person)->isOpen());
    shot("wizard-target-wrong-port");
    person.replace("brokers", m_servers.kafka().bootstrapServers());
    person.click("testConnection");
    QTRY_VERIFY2_WITH_TIMEOUT(
        isPassed(*person.testPanel()), qPrintable(person.testPanel()->ladder().report()), kAnswer);
    shot("wizard-target-passed");
    person.click("next");
    QCOMPARE(wizard().currentStep(), 3);
}

void ConsoleJobTest::taskIsCreatedByKeyboard()
{
    const Person person(wizard());
    QCOMPARE(person.find<QLineEdit>("identifier")->text(), kTask);
    shot("wizard-task");
    person.press(Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(wizard().currentStep(), 4);
    person.replace("schemaPattern", QStringLiteral("kwtoon"));
    auto *matches = person.find<QTableView>("tableMatches");
    QTRY_VERIFY_WITH_TIMEOUT(matches->model()->rowCount() >= 3, kAnswer);
    person.replace("tablePattern", QStringLiteral("gift%"));
    QCOMPARE(person.reason(), QString());
    shot("wizard-tables");
    person.press(Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(wizard().currentStep(), 5);
    shot("wizard-settings");
    person.press(Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(wizard().currentStep(), 6);
    const QString review = person.find<QLabel>("review")->text();
    QVERIFY2(review.contains(kTask) && review.contains(kTopic), qPrintable(review));
    QVERIFY(!review.contains(QLatin1String("sesame")));
    shot("wizard-review");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // the default button: Create
    QTRY_VERIFY(window().findChild<MigrationWizard *>() == nullptr);
    QTRY_COMPARE(window().currentPage(), &tasks());
}

void ConsoleJobTest::taskRunsAndStatisticsFill()
{
    const Person person(window());
    QTRY_VERIFY2_WITH_TIMEOUT(task().status == TaskStatus::Running && task().phase == TaskPhase::Cdc,
        qPrintable(task().lastFailureMessage), kAnswer);
    QCOMPARE(person.find<QLabel>("pageTitle")->text(), kTask);
    shot("task-overview");
    openTab(TaskView::Statistics);
    QTRY_COMPARE_WITH_TIMEOUT(statistic(TableStatisticsModel::LoadRows), QStringLiteral("3"), kAnswer);
    shot("task-statistics");
    openTab(TaskView::Charts);
    shot("task-charts");
    openTab(TaskView::Log);
    shot("task-log");
}

void ConsoleJobTest::changesArriveInTheViewer()
{
    const Person person(window());
    person.press(Qt::Key_5, Qt::ControlModifier);
    auto *topics = person.find<QTableView>("topic-list");
    const auto named = [topics] {
        return topics->model()->match(topics->model()->index(0, 0), Qt::DisplayRole, kTopic, 1, Qt::MatchExactly);
    };
    QTRY_VERIFY_WITH_TIMEOUT(!named().isEmpty(), kAnswer);
    QTest::mouseClick(topics->viewport(), Qt::LeftButton, {}, topics->visualRect(named().front()).center());
    QTRY_COMPARE(viewer().topic(), kTopic);
    QTRY_COMPARE_WITH_TIMEOUT(kinds().count(MessageKind::Load), 3, kAnswer);
    QTest::keyClick(person.find<QWidget>("viewerStart"), Qt::Key_Home); // the live tail
    QTRY_VERIFY_WITH_TIMEOUT(kinds().isEmpty() && viewer().session().counters().behind == 0, kAnswer);
    shot("viewer-live-tail");
    LIVE_VERIFY(m_servers.execute("INSERT INTO kwtoon.gift VALUES (4, 'ticket', '2020-11-26 13:00:00');"
                                  "UPDATE kwtoon.gift SET name = 'cash' WHERE id = 1;"
                                  "DELETE FROM kwtoon.gift WHERE id = 3"));
    const QList<MessageKind> expected{MessageKind::Insert, MessageKind::Update, MessageKind::Delete};
    QTRY_COMPARE_WITH_TIMEOUT(kinds(), expected, kAnswer);
    shot("viewer-changes");
    MessageTable &table = viewer().table();
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(table.model()->index(1, 0)).center());
    auto *text = viewer().details().findChild<QPlainTextEdit *>();
    QTRY_VERIFY(text->toPlainText().contains(QLatin1String("\"cash\"")));
    QVERIFY(!viewer().pauseBar().sentence().isEmpty()); // who looks at one is not carried away by the next
    shot("viewer-detail");
    QTest::keyClick(&table, Qt::Key_End);
    QTRY_VERIFY(viewer().pauseBar().isHidden());
}

void ConsoleJobTest::stopsAndResumes()
{
    const Person person(window());
    person.press(Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(window().currentPage(), &tasks());
    openTab(TaskView::Statistics);
    QTRY_COMPARE_WITH_TIMEOUT(statistic(TableStatisticsModel::Updates), QStringLiteral("1"), kAnswer);
    person.press(Qt::Key_F5, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(task().status, TaskStatus::Stopped, kAnswer);
    shot("task-stopped");
    LIVE_VERIFY(m_servers.execute("INSERT INTO kwtoon.gift (id, name) VALUES (5, 'while it stood');"
                                  "UPDATE kwtoon.gift SET name = 'late' WHERE id = 2"));
    person.press(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(fold().updates, 2, kAnswer);
    QTRY_COMPARE(task().status, TaskStatus::Running); // the state is shown twice a second
    const TableFold topic = fold();
    QCOMPARE(topic.anomalies, QStringList());
    QCOMPARE(topic.loads, 3);
    QCOMPARE(topic.inserts, 2);
    QCOMPARE(topic.deletes, 1);
}

void ConsoleJobTest::reloadTellsWhatItWillDo()
{
    const Person person(window());
    person.click("stop");
    QTRY_COMPARE_WITH_TIMEOUT(task().status, TaskStatus::Stopped, kAnswer);
    QTRY_VERIFY(person.find<QPushButton>("reload")->isEnabled());
    person.click("reload");
    QTRY_VERIFY(question() != nullptr);
    QVERIFY(question()->text().contains(kTask));
    QCOMPARE(question()->informativeText(), tasks().taskActions().reloadConsequence());
    QVERIFY(question()->informativeText().contains(countText(reloadRows(task()))));
    shot("reload-question");
    QVERIFY(QTest::qWaitForWindowActive(question()));
    QTest::keyClick(question(), Qt::Key_Return); // the safe answer is the default
    QTRY_VERIFY(question() == nullptr);
    QCOMPARE(task().status, TaskStatus::Stopped);
    person.click("reload");
    QTRY_VERIFY(question() != nullptr);
    answer(QMessageBox::DestructiveRole);
    QTRY_COMPARE_WITH_TIMEOUT(fold().loads, 3 + 4, kAnswer);
    QTRY_VERIFY_WITH_TIMEOUT(task().status == TaskStatus::Running && task().phase == TaskPhase::Cdc, kAnswer);
}

void ConsoleJobTest::closingStopsTheTask()
{
    const Person person(window());
    person.press(Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(question() != nullptr);
    shot("quit-question");
    QVERIFY(QTest::qWaitForWindowActive(question()));
    QTest::keyClick(question(), Qt::Key_Escape);
    QTRY_VERIFY(question() == nullptr);
    QVERIFY(window().isVisible());
    QCOMPARE(task().status, TaskStatus::Running);
    person.press(Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(question() != nullptr);
    answer(QMessageBox::DestructiveRole);
    constexpr int kLongest = 5'000;
    QTRY_VERIFY_WITH_TIMEOUT(!window().isVisible(), kLongest);
    QCOMPARE(task().status, TaskStatus::Stopped);
}

QTEST_MAIN(ConsoleJobTest)
#include "tst_consolejob.moc"
