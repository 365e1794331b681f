// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Database.h"
#include "tests/ui/ConsoleFixture.h"
#include "tests/ui/Person.h"
#include "tests/ui/WidgetWalk.h"
#include "ui/frame/InterruptionBanner.h"
#include "ui/frame/MainWindow.h"
#include "ui/widgets/FailureDialog.h"

#include <QApplication>
#include <QDateTime>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace rowcast;
using namespace rowcast::ui;

// What the window says after a crash. That a crash is noticed at all is the store's: tests/core/store/tst_sessions.
class InterruptionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingIsSaidWithoutACrash();
    void saysSoAndStartsNothing();
    void resumesAll();
    void notNowIsForGood();
    void startedElsewhereIsNotOffered();
    void missingSecretIsToldAndTheOfferStays();
    void looks_data();
    void looks();

private:
    void crash();
    void open();
    [[nodiscard]] MainWindow &window() { return m_console->window(); }
    [[nodiscard]] InterruptionBanner &banner() { return *window().findChild<InterruptionBanner *>(); }
    [[nodiscard]] QString sentence() { return banner().accessibleName(); }

    std::unique_ptr<ConsoleFixture> m_fixture;
    std::unique_ptr<Console> m_console;
};

namespace {

const QString kFirst = QStringLiteral("orders-to-bus");
const QString kSecond = QStringLiteral("shop-to-bus");
const char *kResume = "resumeInterrupted";
const char *kNotNow = "dismissInterrupted";

} // namespace

void InterruptionTest::init()
{
    m_fixture = std::make_unique<ConsoleFixture>();
    m_fixture->addDefinitions();
    TaskSpec second = ConsoleFixture::document().task;
    second.identifier = kFirst;
    const StoredTask first = m_fixture->store->definitions().tasks.front();
    m_fixture->store->saveTask(second, first.instance, first.source, first.target);
    QTRY_COMPARE(m_fixture->store->definitions().tasks.size(), size_t(2));
}

void InterruptionTest::cleanup()
{
    m_console.reset();
    m_fixture.reset();
}

// What the store says after one.
void InterruptionTest::crash()
{
    auto database = Database::open(m_fixture->store->file(), {.version = 1000});
    QVERIFY(database);
    const qint64 seen = QDateTime(QDate(2026, 11, 23), QTime(14, 2)).toMSecsSinceEpoch() * 1000;
    QVERIFY((*database)->execute(QStringLiteral("UPDATE tasks SET interrupted = ?"), {seen}));
    m_fixture->store->removeDraft(QStringLiteral("none")); // reads all again
    QTRY_COMPARE(m_fixture->store->definitions().tasks.back().interruptedMicros, seen);
}

void InterruptionTest::open()
{
    m_console = std::make_unique<Console>(m_fixture->parts());
    m_console->show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void InterruptionTest::nothingIsSaidWithoutACrash()
{
    open();
    QVERIFY(!banner().isVisible());
}

void InterruptionTest::saysSoAndStartsNothing()
{
    crash();
    open();
    QVERIFY(banner().isVisible());
    QVERIFY2(sentence().contains(QLatin1String("while 2 tasks were running")), qPrintable(sentence()));
    QVERIFY2(sentence().contains(QStringLiteral("2026-11-23 ")), qPrintable(sentence()));
    QCOMPARE(QApplication::activeModalWidget(), nullptr);
    QVERIFY(m_fixture->instance.started.empty());
    QCOMPARE(namelessControls(banner()), QStringList());
    QCOMPARE(clippedTexts(banner()), QStringList());
    QCOMPARE(Person(window()).find<QPushButton>(kResume)->accessibleDescription(),
        QStringLiteral("orders-to-bus, shop-to-bus"));
}

void InterruptionTest::resumesAll()
{
    crash();
    open();
    Person(window()).press(Qt::Key_U, Qt::AltModifier);
    QTRY_COMPARE(m_fixture->instance.started.size(), size_t(2));
    QTRY_VERIFY(!banner().isVisible());
}

void InterruptionTest::notNowIsForGood()
{
    crash();
    open();
    const Person person(window());
    person.tabTo(kNotNow);
    person.press(Qt::Key_Space);
    QTRY_VERIFY(!banner().isVisible());
    QVERIFY(m_fixture->instance.started.empty());
    open();
    QVERIFY(!banner().isVisible());
}

void InterruptionTest::startedElsewhereIsNotOffered()
{
    crash();
    open();
    MigrationDocument first = ConsoleFixture::document();
    first.task.identifier = kFirst;
    m_fixture->instance.startTask(first, StartType::Default);
    QVERIFY2(sentence().contains(QLatin1String("while 1 task was running")), qPrintable(sentence()));
    Person(window()).click(kResume);
    QTRY_COMPARE(m_fixture->instance.started.size(), size_t(2));
    QCOMPARE(m_fixture->instance.started.back().task.identifier, kSecond);
}

void InterruptionTest::missingSecretIsToldAndTheOfferStays()
{
    const StoredEndpoint *source = m_fixture->store->definitions().endpoint(QStringLiteral("shop"));
    m_fixture->secrets.remove(QStringLiteral("endpoint/%1/Password").arg(source->uid), [](const Result<void> &) {});
    crash();
    open();
    Person(window()).click(kResume);
    QTRY_VERIFY(window().findChild<FailureDialog *>() != nullptr);
    QCOMPARE(window().findChildren<FailureDialog *>().size(), 1); // not one for each task
    QVERIFY(m_fixture->instance.started.empty());
    QVERIFY(banner().isVisible());
    QVERIFY(Person(window()).find<QPushButton>(kResume)->isEnabled());
}

void InterruptionTest::looks_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << QStringLiteral("en") << false << QSize(1280, 800);
    QTest::newRow("dark") << QStringLiteral("en") << true << QSize(1280, 800);
    QTest::newRow("korean") << QStringLiteral("ko") << false << QSize(1280, 800);
    QTest::newRow("narrow") << QStringLiteral("en") << false << QSize(800, 600);
}

void InterruptionTest::looks()
{
    QFETCH(QString, language);
    QFETCH(bool, isDark);
    QFETCH(QSize, size);
    m_fixture->languages.apply(language);
    m_fixture->theme.apply(isDark ? ThemeChoice::Dark : ThemeChoice::Light);
    crash();
    open();
    window().resize(size);
    window().showPage(pages::kTasks);
    QTRY_VERIFY(banner().isVisible() && banner().height() >= banner().minimumSizeHint().height());
    QCOMPARE(clippedTexts(banner()), QStringList());
    const QString folder = qEnvironmentVariable("ROWCAST_TEST_SHOTS");
    if (!folder.isEmpty()) {
        window().grab().save(
            QStringLiteral("%1/interruption-%2.png").arg(folder, QLatin1String(QTest::currentDataTag())));
    }
    m_fixture->languages.apply(QStringLiteral("en"));
}

QTEST_MAIN(InterruptionTest)
#include "tst_interruption.moc"
