// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ConsoleFixture.h"
#include "tests/ui/WidgetWalk.h"
#include "ui/frame/MainWindow.h"
#include "ui/frame/NavigationBar.h"
#include "ui/frame/Page.h"
#include "ui/frame/ScreenshotTour.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/Toast.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace rowcast;
using namespace rowcast::ui;

class WindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagesByKeyboard()
    {
        ConsoleFixture fixture;
        Console console(fixture.parts());
        console.show();
        MainWindow &window = console.window();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        for (size_t i = 0; i < window.pages().size(); ++i) {
            QTest::keyClick(&window, Qt::Key(int(Qt::Key_1) + int(i)), Qt::ControlModifier);
            QCOMPARE(window.currentPage(), window.pages()[i]);
        }
    }

    void theFocusGoesWithTheMark()
    {
        ConsoleFixture fixture;
        Console console(fixture.parts());
        console.show();
        MainWindow &window = console.window();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *navigation = window.findChild<NavigationBar *>();
        navigation->setFocus();
        QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
        const auto *entry = qobject_cast<QAbstractButton *>(window.focusWidget());
        QVERIFY(entry != nullptr && navigation->isAncestorOf(entry));
        QVERIFY(entry->isChecked());
    }

    void aNarrowHeaderKeepsTheButtonsNames()
    {
        QPixmap sign(16, 16); // no theme's: this test alone has chosen none
        sign.fill(Qt::red);
        QAction action(QIcon(sign), QStringLiteral("&Delete this task"));
        QAction primary(QIcon(sign), QStringLiteral("New migration"));
        PageHeader header(QString(200, QLatin1Char('x')));
        header.setState(QString(300, QLatin1Char('y')));
        const QPushButton *button = header.addAction(&action);
        const QPushButton *first = header.setPrimaryAction(&primary);
        header.show();
        QVERIFY2(header.minimumSizeHint().width() < 600, "a long name would widen the window");
        header.resize(2000, header.height());
        QTRY_COMPARE(button->text(), action.text());
        header.resize(header.minimumSizeHint().width(), header.height());
        QTRY_COMPARE(button->text(), QString());
        QCOMPARE(button->accessibleName(), QStringLiteral("Delete this task"));
        QCOMPARE(button->toolTip(), QStringLiteral("Delete this task"));
        QCOMPARE(first->text(), primary.text());
        QVERIFY(first->geometry().right() < header.width());
        header.resize(2000, header.height());
        QTRY_COMPARE(button->text(), action.text());
    }

    void languageChangesWhileItRuns()
    {
        ConsoleFixture fixture;
        Console console(fixture.parts());
        console.show();
        console.window().showPage(QStringLiteral("endpoints"));
        Q_EMIT console.window().languageChosen(QStringLiteral("ko"));
        QTRY_COMPARE(fixture.languages.code(), QStringLiteral("ko"));
        QTRY_COMPARE(console.window().currentPage()->description().title, QStringLiteral("엔드포인트"));
        QVERIFY(console.window().isVisible());
        fixture.languages.apply(QStringLiteral("en"));
    }

    void geometryIsRemembered()
    {
        ConsoleFixture fixture;
        {
            Console console(fixture.parts());
            console.show();
            console.window().resize(1234, 789);
            console.window().findChild<NavigationBar *>()->setFolded(true);
            console.window().close();
        }
        Console console(fixture.parts());
        console.show();
        QCOMPARE(console.window().size(), QSize(1234, 789));
        QVERIFY(console.window().findChild<NavigationBar *>()->isFolded());
    }

    void runningTasksStopBeforeItEnds()
    {
        ConsoleFixture fixture;
        fixture.instance.startTask(ConsoleFixture::document(), StartType::Default);
        Console console(fixture.parts());
        console.show();
        const auto answer = [](const QString &wanted) {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            for (QAbstractButton *button : box->buttons()) {
                if (button->text() == wanted) {
                    button->click();
                }
            }
        };
        console.window().close();
        QTRY_VERIFY(QApplication::activeModalWidget() != nullptr);
        console.window().close(); // the same question, not a second one
        QCOMPARE(console.window().findChildren<QMessageBox *>().size(), 1);
        answer(QStringLiteral("Keep running"));
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        QVERIFY(console.window().isVisible());
        QCOMPARE(fixture.instance.tasks().front().status, TaskStatus::Running);
        console.window().close();
        QTRY_VERIFY(QApplication::activeModalWidget() != nullptr);
        answer(QStringLiteral("Stop tasks and quit"));
        QTRY_VERIFY(!console.window().isVisible());
        QCOMPARE(fixture.instance.tasks().front().status, TaskStatus::Stopped);
    }

    void theEndOfTheSessionAsksNothing()
    {
        ConsoleFixture fixture;
        fixture.instance.startTask(ConsoleFixture::document(), StartType::Default);
        Console console(fixture.parts());
        console.show();
        console.window().quit();
        QVERIFY(QApplication::activeModalWidget() == nullptr);
        QTRY_VERIFY(!console.window().isVisible());
        QCOMPARE(fixture.instance.tasks().front().status, TaskStatus::Stopped);
    }

    void toastOffersUndoOnce()
    {
        QWidget parent;
        parent.resize(600, 400);
        parent.show();
        Toast toast(&parent);
        int undone = 0;
        int expired = 0;
        toast.showText(
            QStringLiteral("one"), [&] { ++undone; }, [&] { ++expired; });
        toast.showText(
            QStringLiteral("two"), [&] { ++undone; }, [&] { ++expired; });
        QCOMPARE(expired, 1); // the first one's time ended
        QTest::mouseClick(toast.findChild<QPushButton *>(QStringLiteral("undo")), Qt::LeftButton);
        QCOMPARE(undone, 1);
        QCOMPARE(expired, 1);
        QVERIFY(!toast.isVisible());
    }

    void everyPageReadsWell_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("hasDefinitions");
        for (const char *language : {"en", "ko"}) {
            QTest::addRow("%s, empty", language) << QString::fromLatin1(language) << false;
            QTest::addRow("%s, filled", language) << QString::fromLatin1(language) << true;
        }
    }
    void everyPageReadsWell()
    {
        QFETCH(QString, language);
        QFETCH(bool, hasDefinitions);
        ConsoleFixture fixture;
        if (hasDefinitions) {
            fixture.addDefinitions();
        }
        fixture.languages.apply(language);
        Console console(fixture.parts());
        console.show();
        for (Page *page : console.window().pages()) {
            console.window().showPage(page->description().id);
            QApplication::processEvents();
            QCOMPARE(namelessControls(console.window()).join(QLatin1Char('\n')), QString());
            QCOMPARE(clippedTexts(console.window()).join(QLatin1Char('\n')), QString());
        }
        fixture.languages.apply(QStringLiteral("en"));
    }

    void tourSavesEveryStop()
    {
        ConsoleFixture fixture;
        fixture.addDefinitions();
        Console console(fixture.parts());
        console.show();
        size_t stops = 0;
        for (Page *page : console.window().pages()) {
            stops += page->tourStops().size();
        }
        const QString folder = fixture.folder.filePath(QStringLiteral("tour"));
        ScreenshotTour tour(console.window(), folder);
        QSignalSpy finished(&tour, &ScreenshotTour::finished);
        tour.start();
        QVERIFY(finished.wait(120'000));
        QCOMPARE(finished.front().front().toString(), QString());
        const QStringList files = QDir(folder).entryList({QStringLiteral("*.png")});
        QCOMPARE(size_t(files.size()), stops);
        for (const QString &file : files) {
            QVERIFY2(!QImage(folder + QLatin1Char('/') + file).isNull(), qPrintable(file));
        }
    }
};

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
