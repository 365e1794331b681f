// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ConsoleFixture.h"
#include "tests/ui/WidgetWalk.h"
#include "tests/ui/tasks/TestSnapshots.h"
#include "tests/ui/topics/FeedInstance.h"
#include "ui/dashboard/Card.h"
#include "ui/dashboard/DashboardFacts.h"
#include "ui/dashboard/DashboardPage.h"
#include "ui/frame/FirstRun.h"
#include "ui/tasks/TaskBook.h"

#include <QPushButton>
#include <QTest>

using namespace rowcast;
using namespace rowcast::ui;
using namespace rowcast::ui::test;

class DashboardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void firstRunWhileNothingIsDefined();
    void countsAndLeads();
    void factsOfTasksAndTests();
    void retentionsThatRunOut();

private:
    void makePage();

    std::unique_ptr<FeedInstance> m_instance;
    std::unique_ptr<ConsoleFixture> m_fixture;
    RecordingFrame m_frame;
    std::unique_ptr<DashboardPage> m_page;
};

void DashboardTest::init()
{
    m_page.reset();
    m_frame = {};
    m_fixture = std::make_unique<ConsoleFixture>();
    m_instance = std::make_unique<FeedInstance>();
    if (qEnvironmentVariable("ROWCAST_TEST_THEME") == QLatin1String("dark")) {
        m_fixture->theme.apply(ThemeChoice::Dark);
    }
}

void DashboardTest::makePage()
{
    AppContext context = m_fixture->context(&m_frame);
    context.instance = m_instance.get();
    m_page = std::make_unique<DashboardPage>(context);
    m_page->resize(1200, 760);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void DashboardTest::firstRunWhileNothingIsDefined()
{
    makePage();
    auto *first = m_page->findChild<FirstRun *>();
    QVERIFY(first != nullptr && first->isVisible());
    m_fixture->addDefinitions();
    QTRY_VERIFY(!first->isVisible());
}

void DashboardTest::countsAndLeads()
{
    m_fixture->addDefinitions();
    makePage();
    const QString task = m_fixture->store->definitions().tasks.front().spec.identifier;
    m_instance->show(running(task));
    const auto figures = [this] {
        QStringList all;
        for (const Card *card : m_page->findChildren<Card *>()) {
            all.append(card->figure());
        }
        return all;
    };
    QTRY_VERIFY2(figures().contains(QStringLiteral("1.2 s")), qPrintable(figures().join(QLatin1Char('|'))));
    QVERIFY(figures().contains(QStringLiteral("8,190/s")));
    m_instance->show(failed(task));
    QPushButton *why = nullptr;
    const auto hasWhy = [&] {
        for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
            why = button->text() == QStringLiteral("Why?") ? button : why;
        }
        return why != nullptr;
    };
    QTRY_VERIFY(hasWhy());
    const QString folder = qEnvironmentVariable("ROWCAST_TEST_SHOTS");
    if (!folder.isEmpty()) {
        QCoreApplication::processEvents();
        m_page->grab().save(folder + QStringLiteral("/dashboard.png"));
    }
    QTest::mouseClick(why, Qt::LeftButton);
    QCOMPARE(m_frame.shown, QStringList(QStringLiteral("tasks/") + task));
    QCOMPARE(namelessControls(*m_page), QStringList());
}

void DashboardTest::factsOfTasksAndTests()
{
    TaskBook book(*m_instance, *m_fixture->store, m_fixture->clock);
    DefinitionsSnapshot definitions;
    for (const char *name : {"a", "b", "c"}) {
        StoredTask task;
        task.spec.identifier = QString::fromLatin1(name);
        definitions.tasks.push_back(task);
    }
    TaskSnapshot slow = running(QStringLiteral("b"));
    slow.metrics.cdcLatencyTarget = 90;
    m_instance->show(running(QStringLiteral("a")));
    m_instance->show(slow);
    m_instance->show(retrying(QStringLiteral("c")));
    const int64_t now = m_fixture->clock.nowMicros();
    ProbeStep passed;
    passed.state = StepState::Passed;
    ProbeStep broken;
    broken.state = StepState::Failed;
    const auto addEndpoint = [&](const char *name, const std::optional<ConnectionTest> &test) {
        StoredEndpoint endpoint;
        endpoint.spec.identifier = QString::fromLatin1(name);
        endpoint.lastTest = test;
        definitions.endpoints.push_back(endpoint);
    };
    addEndpoint("never", std::nullopt);
    addEndpoint("fresh", ConnectionTest{now, {passed}, true});
    addEndpoint("edited", ConnectionTest{now, {passed}, false});
    addEndpoint("old", ConnectionTest{now - int64_t(8) * 86'400'000'000, {passed}, true});
    addEndpoint("broken", ConnectionTest{now, {broken}, true});
    const DashboardFacts facts = DashboardFacts::of(book, definitions);
    QCOMPARE(facts.running, 3);
    QCOMPARE(facts.worstTask, QStringLiteral("b"));
    QCOMPARE(facts.worstLag, 90.0);
    QCOMPARE(facts.failures.size(), size_t(1));
    QVERIFY(facts.failures[0].isRetrying);
    QStringList due;
    for (const auto &test : facts.dueTests) {
        due.append(test.endpoint);
    }
    const QStringList expected
        = {QStringLiteral("broken"), QStringLiteral("never"), QStringLiteral("edited"), QStringLiteral("old")};
    QCOMPARE(due, expected);
}

void DashboardTest::retentionsThatRunOut()
{
    m_fixture->addDefinitions();
    makePage();
    const QString task = m_fixture->store->definitions().tasks.front().spec.identifier;
    const auto open = [this]() -> QPushButton * {
        for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
            if (button->accessibleName().contains(QStringLiteral("retention"))) {
                return button;
            }
        }
        return nullptr;
    };
    const int64_t now = m_fixture->clock.nowMicros();
    m_instance->show(stoppedFor(task, 17 * 3600, now));
    QTRY_VERIFY(open() == nullptr);
    m_instance->show(stoppedFor(task, 20 * 3600 + 60, now));
    QTRY_VERIFY(open() != nullptr);
    QCOMPARE(open()->accessibleName(),
        QStringLiteral("Open: %1: binlog retention 24 h, task stopped for 20 h: 3 h left").arg(task));
    const QString folder = qEnvironmentVariable("ROWCAST_TEST_SHOTS");
    if (!folder.isEmpty()) {
        m_page->grab().save(folder + QStringLiteral("/dashboard-retention.png"));
    }
    QTest::mouseClick(open(), Qt::LeftButton);
    QCOMPARE(m_frame.shown, QStringList(QStringLiteral("tasks/") + task));
}

QTEST_MAIN(DashboardTest)
#include "tst_dashboard.moc"
