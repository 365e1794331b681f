// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ConnectionLadder.h"
#include "ui/widgets/LadderStep.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace rowcast;
using namespace rowcast::ui;

namespace {

ProbeStep step(const char *id, StepState state, const QString &cause = {})
{
    ProbeStep result;
    result.id = QString::fromLatin1(id);
    result.title = result.id;
    result.state = state;
    result.evidence = QStringLiteral("seen");
    result.milliseconds = 12;
    result.failure.cause = cause;
    result.failure.remedy = QStringLiteral("Run `GRANT SELECT ON *.* TO dms;`");
    return result;
}

} // namespace

class LadderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysInOneSentence_data()
    {
        QTest::addColumn<QList<int>>("states");
        QTest::addColumn<QString>("sentence");
        const auto passed = int(StepState::Passed);
        const auto warning = int(StepState::Warning);
        const auto failed = int(StepState::Failed);
        const auto skipped = int(StepState::Skipped);
        QTest::newRow("ready") << QList<int>{passed, passed} << QStringLiteral("Ready");
        QTest::newRow("warnings") << QList<int>{passed, warning, warning} << QStringLiteral("Works, 2 warning(s)");
        QTest::newRow("failed") << QList<int>{warning, failed, skipped}
                                << QStringLiteral("Cannot connect: wrong password");
    }
    void saysInOneSentence()
    {
        QFETCH(QList<int>, states);
        QFETCH(QString, sentence);
        std::vector<ProbeStep> steps;
        for (const int state : states) {
            steps.push_back(step("x", StepState(state), QStringLiteral("wrong password")));
        }
        QCOMPARE(LadderVerdict::of(steps, true).sentence, sentence);
    }

    void orderNeverChanges()
    {
        ConnectionLadder ladder;
        ladder.begin();
        for (const char *id : {"name", "port", "login"}) {
            ladder.setStep(step(id, StepState::Pending));
        }
        ladder.setStep(step("login", StepState::Running));
        ladder.setStep(step("name", StepState::Passed));
        ladder.setStep(step("port", StepState::Passed));
        QStringList order;
        for (const ProbeStep &known : ladder.steps()) {
            order.append(known.id);
        }
        QCOMPARE(order, QStringList({QStringLiteral("name"), QStringLiteral("port"), QStringLiteral("login")}));
    }

    void failedStepIsOpenAndWarningIsNot()
    {
        ConnectionLadder ladder;
        ladder.showSteps({step("a", StepState::Warning, QStringLiteral("slow")),
            step("b", StepState::Failed, QStringLiteral("wrong password")), step("c", StepState::Skipped)});
        const auto rungs = ladder.findChildren<LadderStep *>();
        QCOMPARE(rungs.size(), 3);
        QVERIFY(!rungs[0]->isOpen());
        QVERIFY(rungs[1]->isOpen());
        QVERIFY(!rungs[2]->isOpen());
        QVERIFY(rungs[1]->accessibleName().contains(QLatin1String("Failed")));
        QVERIFY(ladder.report().contains(QLatin1String("GRANT SELECT")));
    }

    void cancelIsOfferedWhileRunning()
    {
        ConnectionLadder ladder;
        ladder.show();
        auto *cancel = ladder.findChild<QPushButton *>(QStringLiteral("cancelTest"));
        QVERIFY(!cancel->isVisible());
        ladder.begin();
        QVERIFY(cancel->isVisible());
        QSignalSpy asked(&ladder, &ConnectionLadder::cancelRequested);
        QTest::mouseClick(cancel, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        ladder.setCancelled();
        QVERIFY(!cancel->isVisible());
    }
};

QTEST_MAIN(LadderTest)
#include "tst_ladder.moc"
