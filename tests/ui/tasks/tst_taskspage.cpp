// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestSnapshots.h"
#include "tests/ui/ConsoleFixture.h"
#include "tests/ui/WidgetWalk.h"
#include "tests/ui/topics/FeedInstance.h"
#include "ui/tasks/RetentionView.h"
#include "ui/tasks/TaskActions.h"
#include "ui/tasks/TaskListModel.h"
#include "ui/tasks/TaskView.h"
#include "ui/tasks/TasksPage.h"
#include "ui/widgets/CodeBox.h"
#include "ui/widgets/FailureBanner.h"
#include "ui/widgets/TableView.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QChartView>
#include <QLabel>
#include <QLineSeries>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

using namespace rowcast;
using namespace rowcast::ui;
using namespace rowcast::ui::test;

namespace {

// Time as the test sets it.
class StepClock : public Clock {
public:
    [[nodiscard]] int64_t nowMicros() const override { return now; }
    [[nodiscard]] std::chrono::steady_clock::time_point steady() const override
    {
        return std::chrono::steady_clock::time_point(std::chrono::microseconds(now));
    }
    bool sleep(std::chrono::milliseconds, const std::stop_token &) override { return false; }

    int64_t now = SystemClock().nowMicros();
};

} // namespace

class TasksPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listShowsStateAndOutcomeApart();
    void startsAndStops();
    void reloadAsksWithNumbers();
    void deletionCanBeUndone();
    void failureOffersResume();
    void retryCountsDown();
    void retentionBurnsDown();
    void chartsDraw();
    void namesAndTexts();

private:
    void open();
    void shot(const char *name);

    std::unique_ptr<ConsoleFixture> m_fixture;
    std::unique_ptr<FeedInstance> m_instance;
    StepClock m_clock;
    RecordingFrame m_frame;
    std::unique_ptr<TasksPage> m_page;
    QString m_task;
};

void TasksPageTest::init()
{
    m_fixture = std::make_unique<ConsoleFixture>();
    m_fixture->addDefinitions();
    if (qEnvironmentVariable("ROWCAST_TEST_THEME") == QLatin1String("dark")) {
        m_fixture->theme.apply(ThemeChoice::Dark);
    }
    m_instance = std::make_unique<FeedInstance>();
    m_frame = {};
    AppContext context = m_fixture->context(&m_frame);
    context.instance = m_instance.get();
    m_clock = {};
    context.clock = &m_clock;
    m_page = std::make_unique<TasksPage>(context);
    m_page->resize(1280, 860);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_task = m_fixture->store->definitions().tasks.front().spec.identifier;
}

void TasksPageTest::cleanup()
{
    shot(QTest::currentTestFunction());
    m_page.reset();
    m_instance.reset();
    m_fixture.reset();
}

void TasksPageTest::shot(const char *name)
{
    const QString folder = qEnvironmentVariable("ROWCAST_TEST_SHOTS");
    if (!folder.isEmpty() && m_page) {
        m_page->grab().save(QStringLiteral("%1/tasks-%2.png").arg(folder, QLatin1String(name)));
    }
}

void TasksPageTest::open()
{
    m_page->showItem(m_task);
}

void TasksPageTest::listShowsStateAndOutcomeApart()
{
    const QAbstractItemModel &model = *m_page->list().model();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, TaskListModel::State).data().toString(), QStringLiteral("Ready"));
    m_instance->show(running(m_task));
    QCOMPARE(model.index(0, TaskListModel::State).data().toString(), QStringLiteral("Running"));
    QCOMPARE(model.index(0, TaskListModel::Lag).data().toString(), QStringLiteral("1.2 s"));
    QCOMPARE(model.index(0, TaskListModel::Outcome).data().toString(), QString());
    m_instance->show(failed(m_task));
    QCOMPARE(model.index(0, TaskListModel::State).data().toString(), QStringLiteral("Failed"));
    QVERIFY(model.index(0, TaskListModel::Outcome).data().toString().contains(QStringLiteral("binary log")));
    // Enter opens the task
    m_page->list().selectRow(0);
    QTest::keyClick(&m_page->list(), Qt::Key_Return);
    QCOMPARE(m_page->findChild<QLabel *>(QStringLiteral("pageTitle"))->text(), m_task);
}

void TasksPageTest::startsAndStops()
{
    m_page->list().selectRow(0);
    QAction *start = m_page->taskActions().start();
    QVERIFY(start->isEnabled());
    QVERIFY(!m_page->taskActions().stop()->isEnabled());
    start->trigger();
    QTRY_COMPARE(m_instance->started.size(), size_t(1));
    QCOMPARE(int(m_instance->startTypes[0]), int(StartType::StartReplication));
    m_instance->show(running(m_task));
    QVERIFY(!start->isEnabled());
    QVERIFY(!m_page->taskActions().remove()->isEnabled());
    QVERIFY(!m_page->taskActions().modify()->isEnabled());
    m_page->taskActions().stop()->trigger();
    QCOMPARE(m_instance->stopped, QStringList(m_task));
    TaskSnapshot stopped = running(m_task);
    stopped.status = TaskStatus::Stopped;
    stopped.stopReason = QStringLiteral("Stop Reason NORMAL");
    m_instance->show(stopped);
    QVERIFY(start->text().contains(QStringLiteral("sume")));
    start->trigger();
    QTRY_COMPARE(m_instance->started.size(), size_t(2));
    QCOMPARE(int(m_instance->startTypes[1]), int(StartType::Default));
}

void TasksPageTest::reloadAsksWithNumbers()
{
    m_instance->show(failed(m_task));
    m_page->list().selectRow(0);
    m_page->taskActions().reload()->trigger();
    auto *box = m_page->findChild<QMessageBox *>();
    QVERIFY(box != nullptr);
    QVERIFY2(box->informativeText().contains(QStringLiteral("1.4 million")), qPrintable(box->informativeText()));
    QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(m_instance->started.empty());
    m_page->taskActions().reload()->trigger();
    QTRY_COMPARE(m_page->findChildren<QMessageBox *>().size(), 1);
    box = m_page->findChild<QMessageBox *>();
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole) {
            QTest::mouseClick(button, Qt::LeftButton);
            break;
        }
    }
    QTRY_COMPARE(m_instance->started.size(), size_t(1));
    QCOMPARE(int(m_instance->startTypes[0]), int(StartType::ReloadTarget));
}

void TasksPageTest::deletionCanBeUndone()
{
    open();
    m_page->taskActions().remove()->trigger();
    QTRY_COMPARE(m_page->list().model()->rowCount(), 0);
    QTRY_VERIFY(m_frame.undo);
    QVERIFY(m_page->list().isVisible()); // back at the list, which has a next step
    m_frame.undo();
    QTRY_COMPARE(m_page->list().model()->rowCount(), 1);
}

void TasksPageTest::failureOffersResume()
{
    open();
    m_instance->show(running(m_task));
    QVERIFY(!m_page->view().banner().isVisible());
    m_instance->show(failed(m_task));
    QVERIFY(m_page->view().banner().isVisible());
    QPushButton *resume = nullptr;
    for (QPushButton *button : m_page->view().banner().findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Resume")) {
            resume = button;
        }
    }
    QVERIFY(resume != nullptr && resume->isVisible());
    QTest::mouseClick(resume, Qt::LeftButton);
    QTRY_COMPARE(m_instance->started.size(), size_t(1));
}

void TasksPageTest::retryCountsDown()
{
    open();
    m_instance->show(retrying(m_task));
    QVERIFY(m_page->view().banner().isVisible());
    QStringList texts;
    for (const QLabel *label : m_page->view().banner().findChildren<QLabel *>()) {
        texts.append(label->text());
    }
    const QString all = texts.join(QLatin1Char(' '));
    QVERIFY2(all.contains(QStringLiteral("Attempt 3. The next one in")), qPrintable(all));
    m_instance->show(running(m_task));
    QVERIFY(!m_page->view().banner().isVisible());
}

void TasksPageTest::retentionBurnsDown()
{
    open();
    m_instance->show(stoppedFor(m_task, 4 * 3600, m_clock.now));
    const auto views = m_page->findChildren<RetentionView *>();
    QCOMPARE(views.size(), 2);
    const auto *text = views[0]->findChild<QLabel *>();
    const auto *bar = views[0]->findChild<QProgressBar *>();
    const auto *code = views[0]->findChild<CodeBox *>();
    QCOMPARE(text->accessibleName(), QStringLiteral("Binlog at the source"));
    QCOMPARE(text->text(), QStringLiteral("20 h left of 24 h"));
    QVERIFY(bar->isVisible() && bar->value() == 84 && !code->isVisible());
    const QColor usual = bar->palette().color(QPalette::Highlight);
    // nothing happens but time
    m_clock.now += int64_t(16) * 3600 * 1'000'000;
    QTRY_COMPARE(text->text(), QStringLiteral("4 h left of 24 h"));
    QVERIFY(code->isVisible() && code->code().startsWith(QStringLiteral("CALL mysql.rds_set_configuration")));
    QVERIFY(bar->palette().color(QPalette::Highlight) != usual);
    QVERIFY(views[1]->findChild<QLabel *>()->text().startsWith(QStringLiteral("shop: a consumer may pause for 7 d")));
    QCOMPARE(namelessControls(*m_page), QStringList());
}

void TasksPageTest::chartsDraw()
{
    open();
    m_page->view().showTab(TaskView::Charts);
    const int64_t now = m_clock.now;
    for (int second = 600; second >= 0; --second) {
        if (second > 400 && second < 440) {
            continue; // a gap
        }
        m_clock.now = now - int64_t(second) * 1'000'000;
        TaskSnapshot snapshot = running(m_task);
        snapshot.metrics.sourceRowsPerSecond = 6000 + 2000.0 * ((second * 7919) % 13) / 13;
        snapshot.metrics.targetRowsPerSecond = snapshot.metrics.sourceRowsPerSecond * 0.97;
        snapshot.metrics.cdcLatencyTarget = 0.8 + double(second % 30) / 30;
        m_instance->show(snapshot);
    }
    QCOMPARE(m_page->view().tabs().currentIndex(), int(TaskView::Charts));
    const auto charts = m_page->findChildren<QChartView *>();
    QCOMPARE(charts.size(), 3);
    int lines = 0;
    int samples = 0;
    for (const QAbstractSeries *series : charts[0]->chart()->series()) {
        if (const auto *line = qobject_cast<const QLineSeries *>(series)) {
            ++lines;
            samples += int(line->count());
        }
    }
    QCOMPARE(lines, 2 * 2); // two curves, each in two parts: no line through the gap
    QVERIFY(samples > 2 * 500);
    QTest::keyClick(charts[0], Qt::Key_Left); // the crosshair
}

void TasksPageTest::namesAndTexts()
{
    open();
    m_instance->show(running(m_task));
    QCOMPARE(namelessControls(*m_page), QStringList());
    for (const auto tab : {TaskView::Statistics, TaskView::Log, TaskView::Definition, TaskView::Overview}) {
        m_page->view().showTab(tab);
        Q_EMIT m_instance->logLines({{m_fixture->clock.nowMicros(), 'I', QStringLiteral("SOURCE_CAPTURE"), m_task,
                                         QStringLiteral("reading from mysql-bin-changelog.000017:48211")},
            {m_fixture->clock.nowMicros(), 'W', QStringLiteral("TARGET_APPLY"), m_task,
                QStringLiteral("value of shop.gift.note was cut to 32 KB")}});
        QCoreApplication::processEvents();
        shot(qPrintable(QStringLiteral("tab%1").arg(int(tab))));
    }
}

QTEST_MAIN(TasksPageTest)
#include "tst_taskspage.moc"
