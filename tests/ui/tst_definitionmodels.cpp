// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "ui/models/EndpointModel.h"
#include "ui/models/InstanceModel.h"
#include "ui/models/RelativeTime.h"
#include "ui/widgets/StatusDelegate.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace rowcast;
using namespace rowcast::ui;

namespace {

DefinitionsSnapshot someDefinitions(int64_t now)
{
    DefinitionsSnapshot definitions;
    StoredInstance instance;
    definitions.instances.push_back(instance);
    StoredEndpoint source;
    source.spec.identifier = QStringLiteral("shop");
    source.spec.serverName = QStringLiteral("db");
    source.spec.userName = QStringLiteral("dms");
    ProbeStep failed;
    failed.state = StepState::Failed;
    failed.failure.cause = QStringLiteral("refused");
    source.lastTest = ConnectionTest{.micros = now - 90'000'000, .steps = {failed}, .isCurrent = true};
    definitions.endpoints.push_back(source);
    StoredEndpoint target;
    target.spec.identifier = QStringLiteral("bus");
    target.spec.role = EndpointRole::Target;
    target.spec.engine = Engine::Kafka;
    definitions.endpoints.push_back(target);
    StoredTask task;
    task.spec.identifier = QStringLiteral("t");
    task.instance = instance.spec.identifier;
    task.source = QStringLiteral("shop");
    task.target = QStringLiteral("bus");
    definitions.tasks.push_back(task);
    return definitions;
}

} // namespace

class DefinitionModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endpoints()
    {
        SystemClock clock;
        EndpointModel model(clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDefinitions(someDefinitions(clock.nowMicros()));
        QCOMPARE(model.rowCount(), 2);
        const int row = model.rowOf(QStringLiteral("shop"));
        QCOMPARE(
            model.index(row, EndpointModel::LastTest).data().toString(), QStringLiteral("Cannot connect: refused"));
        QCOMPARE(model.index(row, EndpointModel::LastTest).data(kStatusRole).toInt(), int(Status::Failed));
        QCOMPARE(model.index(row, EndpointModel::TestTime).data().toString(), QStringLiteral("1 min ago"));
        QCOMPARE(model.index(row, EndpointModel::UsedBy).data().toString(), QStringLiteral("1"));
        const int other = model.rowOf(QStringLiteral("bus"));
        QCOMPARE(model.index(other, EndpointModel::LastTest).data().toString(), QStringLiteral("Not tested"));
        QCOMPARE(model.rowOf(QStringLiteral("none")), -1);
        model.refreshTimes();
        model.setDefinitions({});
        QCOMPARE(model.rowCount(), 0);
    }

    void instances()
    {
        InstanceModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDefinitions(someDefinitions(0));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, InstanceModel::Tasks).data().toString(), QStringLiteral("1"));
        QVERIFY(model.index(0, InstanceModel::Memory).data().toString().endsWith(QLatin1String("MiB")));
    }

    void times_data()
    {
        QTest::addColumn<qint64>("secondsAgo");
        QTest::addColumn<QString>("text");
        QTest::newRow("now") << qint64(2) << QStringLiteral("just now");
        QTest::newRow("in the future, as after a changed clock") << qint64(-50) << QStringLiteral("just now");
        QTest::newRow("seconds") << qint64(59) << QStringLiteral("59 s ago");
        QTest::newRow("minutes") << qint64(60) << QStringLiteral("1 min ago");
        QTest::newRow("hours") << qint64(7300) << QStringLiteral("2 h ago");
    }
    void times()
    {
        QFETCH(qint64, secondsAgo);
        QFETCH(QString, text);
        constexpr int64_t now = 1'700'000'000'000'000;
        QCOMPARE(relativeTime(now - secondsAgo * 1'000'000, now), text);
        QCOMPARE(relativeTime(0, now), QString());
    }
};

QTEST_MAIN(DefinitionModelsTest)
#include "tst_definitionmodels.moc"
