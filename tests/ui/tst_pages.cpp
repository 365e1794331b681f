// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ConsoleFixture.h"
#include "tests/ui/WidgetWalk.h"
#include "ui/forms/SecretField.h"
#include "ui/forms/TestPanel.h"
#include "ui/models/EndpointModel.h"
#include "ui/pages/EndpointDialog.h"
#include "ui/pages/EndpointsPage.h"
#include "ui/pages/InstanceDialog.h"
#include "ui/pages/InstancesPage.h"
#include "ui/pages/TaskDialog.h"
#include "ui/pages/TestDialog.h"
#include "ui/widgets/TableView.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace rowcast;
using namespace rowcast::ui;

namespace {

QAction *verb(const QWidget &page, const QString &text)
{
    for (QAction *action : page.actions()) {
        if (action->text() == text) {
            return action;
        }
    }
    qFatal("no verb %s", qPrintable(text));
}

} // namespace

class PagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endpointIsMadeByHand()
    {
        ConsoleFixture fixture;
        RecordingFrame frame;
        EndpointsPage page(fixture.context(&frame));
        page.show();
        verb(page, QStringLiteral("Create &source endpoint"))->trigger();
        auto *dialog = page.findChild<EndpointDialog *>();
        QVERIFY(dialog != nullptr);
        auto *save = dialog->findChild<QPushButton *>(QStringLiteral("save"));
        QTest::mouseClick(save, Qt::LeftButton);
        QVERIFY(dialog->isVisible()); // nothing is filled in yet
        QGuiApplication::clipboard()->setText(QStringLiteral("mysql://dms@db/shop"));
        dialog->findChild<QLineEdit *>(QStringLiteral("server"))->paste();
        QTest::keyClicks(
            dialog->findChild<SecretField *>(QStringLiteral("password"))->focusProxy(), QStringLiteral("secret"));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("testConnection")), Qt::LeftButton);
        auto *panel = dialog->findChild<TestPanel *>();
        QTRY_COMPARE(panel->verdict().kind, LadderVerdict::Kind::Ready);
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_VERIFY(fixture.store->definitions().endpoint(QStringLiteral("shop")) != nullptr);
        // the test's result is kept with it
        QTRY_VERIFY(fixture.store->definitions().endpoint(QStringLiteral("shop"))->lastTest.has_value());
        QTRY_COMPARE(page.findChild<TableView *>()->model()->rowCount(), 1);
    }

    void failedTestIsMended()
    {
        ConsoleFixture fixture;
        fixture.addDefinitions();
        fixture.instance.rightPassword = QStringLiteral("changed");
        RecordingFrame frame;
        EndpointsPage page(fixture.context(&frame));
        page.show();
        page.showItem(QStringLiteral("shop"));
        verb(page, QStringLiteral("&Test connection"))->trigger();
        auto *dialog = page.findChild<TestDialog *>();
        QTRY_COMPARE(dialog->panel().verdict().kind, LadderVerdict::Kind::Failed);
        QVERIFY(dialog->panel().verdict().sentence.contains(QLatin1String("wrong password for user dms")));
        dialog->close();
        QTRY_COMPARE(lastTestText(*fixture.store->definitions().endpoint(QStringLiteral("shop"))),
            QStringLiteral("Cannot connect: wrong password for user dms"));
        page.showItem(QStringLiteral("shop"));
        verb(page, QStringLiteral("&Edit"))->trigger();
        auto *edit = page.findChild<EndpointDialog *>();
        QTest::keyClicks(
            edit->findChild<SecretField *>(QStringLiteral("password"))->focusProxy(), QStringLiteral("changed"));
        auto *panel = edit->findChild<TestPanel *>();
        panel->start();
        QTRY_COMPARE(panel->verdict().kind, LadderVerdict::Kind::Ready);
        // an edit takes the result back
        edit->findChild<QSpinBox *>(QStringLiteral("port"))->setValue(3307);
        QCOMPARE(panel->verdict().kind, LadderVerdict::Kind::None);
        panel->start();
        QTRY_COMPARE(panel->verdict().kind, LadderVerdict::Kind::Ready);
        QTest::mouseClick(edit->findChild<QPushButton *>(QStringLiteral("save")), Qt::LeftButton);
        QTRY_COMPARE(
            lastTestText(*fixture.store->definitions().endpoint(QStringLiteral("shop"))), QStringLiteral("Ready"));
    }

    void storedPasswordIsKeptWhenTheFieldIsEmpty()
    {
        ConsoleFixture fixture;
        fixture.addDefinitions();
        RecordingFrame frame;
        EndpointDialog dialog(fixture.context(&frame), EndpointRole::Source, QStringLiteral("shop"));
        dialog.show();
        auto *panel = dialog.findChild<TestPanel *>();
        panel->start();
        QTRY_COMPARE(panel->verdict().kind, LadderVerdict::Kind::Ready);
        QCOMPARE(fixture.instance.tested.back().password.secret.reveal(), QStringLiteral("secret"));
    }

    void testCanBeCancelled()
    {
        ConsoleFixture fixture;
        fixture.addDefinitions();
        fixture.instance.isHolding = true;
        RecordingFrame frame;
        TestDialog dialog(fixture.context(&frame), QStringLiteral("shop"));
        dialog.show();
        QTRY_VERIFY(!dialog.panel().steps().empty());
        QCOMPARE(fixture.jobs.running().size(), 1);
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("cancelTest")), Qt::LeftButton);
        QCOMPARE(dialog.panel().verdict().kind, LadderVerdict::Kind::Cancelled);
        QVERIFY(!fixture.instance.cancelled.empty());
        QVERIFY(fixture.jobs.running().isEmpty());
    }

    void deletionCanBeUndone()
    {
        ConsoleFixture fixture;
        fixture.store->saveEndpoint(ConsoleFixture::document().source);
        QTRY_COMPARE(fixture.store->definitions().endpoints.size(), size_t(1));
        RecordingFrame frame;
        EndpointsPage page(fixture.context(&frame));
        page.show();
        page.showItem(QStringLiteral("shop"));
        verb(page, QStringLiteral("&Delete"))->trigger();
        QTRY_VERIFY(fixture.store->definitions().endpoints.empty());
        QTRY_VERIFY(bool(frame.undo));
        frame.undo();
        QTRY_COMPARE(fixture.store->definitions().endpoints.size(), size_t(1));
    }

    void taskIsEditedWithTheWizardsForms()
    {
        ConsoleFixture fixture;
        fixture.addDefinitions();
        RecordingFrame frame;
        TaskDialog dialog(fixture.context(&frame), QStringLiteral("shop-to-bus"));
        dialog.show();
        dialog.findChild<QSpinBox *>(QStringLiteral("CommitRate"))->setValue(777);
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("save")), Qt::LeftButton);
        QTRY_COMPARE(fixture.store->definitions()
                         .task(QStringLiteral("shop-to-bus"))
                         ->spec.settings.integer("FullLoadSettings.CommitRate"),
            int64_t(777));
    }

    void everyControlHasAName()
    {
        ConsoleFixture fixture;
        fixture.addDefinitions();
        RecordingFrame frame;
        const AppContext context = fixture.context(&frame);
        EndpointsPage endpoints(context);
        InstancesPage instances(context);
        EndpointDialog source(context, EndpointRole::Source, QStringLiteral("shop"));
        EndpointDialog target(context, EndpointRole::Target, {});
        InstanceDialog instance(context, {});
        TaskDialog task(context, QStringLiteral("shop-to-bus"));
        for (QWidget *widget :
            std::initializer_list<QWidget *>{&endpoints, &instances, &source, &target, &instance, &task}) {
            widget->show();
            QCOMPARE(namelessControls(*widget).join(QLatin1Char('\n')), QString());
        }
    }
};

QTEST_MAIN(PagesTest)
#include "tst_pages.moc"
