// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ConsoleFixture.h"
#include "tests/ui/Person.h"
#include "tests/ui/WidgetWalk.h"
#include "ui/forms/TestPanel.h"
#include "ui/wizard/MigrationWizard.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

using namespace rowcast;
using namespace rowcast::ui;

namespace {

class Author : public Person {
public:
    explicit Author(MigrationWizard &wizard)
        : Person(wizard)
    {
        wizard.show();
    }
    void fillSource() const
    {
        QGuiApplication::clipboard()->setText(QStringLiteral("mysql://dms@db.example/shop"));
        find<QLineEdit>("server")->paste();
        typePassword(QStringLiteral("secret"));
    }
    void fillTarget() const
    {
        type("identifier", QStringLiteral("bus"));
        type("brokers", QStringLiteral("h:9092"));
    }
};

} // namespace

class WizardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeWayByMouse()
    {
        ConsoleFixture fixture;
        RecordingFrame frame;
        MigrationWizard wizard(fixture.context(&frame));
        Author person(wizard);
        person.click("next");
        QCOMPARE(wizard.currentStep(), 1);
        person.click("next");
        QCOMPARE(wizard.currentStep(), 1);
        QVERIFY(!person.reason().isEmpty());
        person.fillSource();
        QCOMPARE(person.reason(), QString());
        person.click("testConnection");
        QTRY_VERIFY(!fixture.instance.tested.empty());
        TestPanel *panel = person.testPanel();
        QTRY_COMPARE(panel->verdict().kind, LadderVerdict::Kind::Ready);
        person.click("next");
        QCOMPARE(wizard.currentStep(), 2);
        person.fillTarget();
        person.click("next");
        QCOMPARE(wizard.currentStep(), 3);
        QCOMPARE(person.find<QLineEdit>("identifier")->text(), QStringLiteral("shop-to-bus"));
        person.click("next");
        QCOMPARE(wizard.currentStep(), 4);
        QTRY_VERIFY(!fixture.instance.listed.empty());
        QCOMPARE(fixture.instance.listed.back().password.secret.reveal(), QStringLiteral("secret"));
        QTRY_COMPARE(person.find<QTableView>("tableMatches")->model()->rowCount(), 4);
        person.click("next");
        person.click("next");
        QCOMPARE(wizard.currentStep(), 6);
        const QString review = person.find<QLabel>("review")->text();
        QVERIFY(review.contains(QLatin1String("4 tables selected")));
        QVERIFY(review.contains(QLatin1String("The connection was not tested.")));
        QVERIFY(review.contains(QLatin1String("Written whole")));
        person.click("next");
        QTRY_COMPARE(fixture.instance.started.size(), size_t(1));
        QCOMPARE(fixture.instance.started.front().source.password.secret.reveal(), QStringLiteral("secret"));
        QCOMPARE(frame.shown, QStringList{QStringLiteral("tasks/shop-to-bus")});
        QVERIFY(!wizard.isVisible());
        QTRY_VERIFY(fixture.store->definitions().draft(QStringLiteral("new-migration")) == nullptr);
        QTRY_VERIFY(fixture.store->definitions().endpoint(QStringLiteral("shop"))->lastTest.has_value());
    }

    void wholeWayByKeyboard()
    {
        ConsoleFixture fixture;
        RecordingFrame frame;
        MigrationWizard wizard(fixture.context(&frame));
        Author person(wizard);
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        QTest::keyClick(&wizard, Qt::Key_N, Qt::AltModifier);
        QTRY_COMPARE(wizard.currentStep(), 1); // a button pressed by its letter is down for a moment
        // the first field has the focus; Tab leads through the form
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("shop"));
        QCOMPARE(person.find<QLineEdit>("identifier")->text(), QStringLiteral("shop"));
        QTest::keyClick(&wizard, Qt::Key_S, Qt::AltModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("server"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("db"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("user"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("dms"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(wizard.currentStep(), 2);
        QTest::keyClick(&wizard, Qt::Key_B, Qt::AltModifier);
        QTRY_COMPARE(wizard.currentStep(), 1);
    }

    void typedTextSurvivesClosing()
    {
        ConsoleFixture fixture;
        RecordingFrame frame;
        {
            MigrationWizard wizard(fixture.context(&frame));
            Author person(wizard);
            person.click("next");
            person.fillSource();
            person.click("next");
            person.type("brokers", QStringLiteral("h:9"));
            wizard.close();
        }
        fixture.store->flush();
        QTRY_VERIFY(fixture.store->definitions().draft(QStringLiteral("new-migration")) != nullptr);
        QVERIFY(!fixture.store->definitions().draft(QStringLiteral("new-migration"))->content.contains("\"secret\""));
        MigrationWizard wizard(fixture.context(&frame));
        Author person(wizard);
        QCOMPARE(wizard.currentStep(), 2);
        QCOMPARE(person.find<QLineEdit>("brokers")->text(), QStringLiteral("h:9"));
        wizard.goTo(1);
        QCOMPARE(person.find<QLineEdit>("user")->text(), QStringLiteral("dms"));
        person.click("startOver");
        QTRY_COMPARE(frame.migrations, 1);
        QVERIFY(fixture.store->definitions().draft(QStringLiteral("new-migration")) == nullptr);
    }

    void existingPartsCanBeChosen()
    {
        ConsoleFixture fixture;
        fixture.addDefinitions();
        RecordingFrame frame;
        MigrationWizard wizard(fixture.context(&frame));
        Author person(wizard);
        person.click("next");
        person.find<QComboBox>("endpointChoice")->setCurrentIndex(1);
        person.click("next");
        person.find<QComboBox>("endpointChoice")->setCurrentIndex(1);
        person.click("next");
        QVERIFY(person.reason().contains(QLatin1String("already"))); // the suggested name is taken
        auto *identifier = person.find<QLineEdit>("identifier");
        identifier->selectAll();
        QTest::keyClicks(identifier, QStringLiteral("second"));
        person.click("next");
        QTRY_VERIFY(!fixture.instance.listed.empty());
        // the stored password was filled in
        QCOMPARE(fixture.instance.listed.back().password.secret.reveal(), QStringLiteral("secret"));
        person.click("next");
        person.click("next");
        person.click("next");
        QTRY_COMPARE(fixture.instance.started.size(), size_t(1));
        QCOMPARE(fixture.instance.started.front().source.password.secret.reveal(), QStringLiteral("secret"));
        QCOMPARE(fixture.store->definitions().endpoints.size(), size_t(2));
        QCOMPARE(fixture.store->definitions().tasks.size(), size_t(2));
    }

    void reviewTellsWhatIsCut()
    {
        ConsoleFixture fixture;
        RecordingFrame frame;
        MigrationWizard wizard(fixture.context(&frame));
        MigrationDocument document = ConsoleFixture::document();
        QVERIFY(document.task.settings.set("TargetMetadata.LimitedSizeLobMode", true).has_value());
        QVERIFY(document.task.settings.set("TargetMetadata.LobMaxSize", int64_t(32)).has_value());
        wizard.setDocument(document);
        Author person(wizard);
        for (int step = 0; step < 6; ++step) {
            person.click("next");
        }
        QCOMPARE(wizard.currentStep(), 6);
        QVERIFY(person.find<QLabel>("review")->text().contains(QLatin1String("longer than 32 KiB are cut")));
    }

    void everyControlHasANameAndNothingIsClipped_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en");
        QTest::newRow("Korean") << QStringLiteral("ko");
    }
    void everyControlHasANameAndNothingIsClipped()
    {
        QFETCH(QString, language);
        ConsoleFixture fixture;
        fixture.languages.apply(language);
        RecordingFrame frame;
        MigrationWizard wizard(fixture.context(&frame));
        wizard.setDocument(ConsoleFixture::document());
        Author person(wizard);
        for (int step = 0; step < 7; ++step) {
            QCOMPARE(wizard.currentStep(), step);
            QTest::qWait(0);
            QCOMPARE(namelessControls(wizard).join(QLatin1Char('\n')), QString());
            QCOMPARE(clippedTexts(wizard).join(QLatin1Char('\n')), QString());
            if (step < 6) {
                person.click("next");
            }
        }
        fixture.languages.apply(QStringLiteral("en"));
    }
};

QTEST_MAIN(WizardTest)
#include "tst_wizard.moc"
