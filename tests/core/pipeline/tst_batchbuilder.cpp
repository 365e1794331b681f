// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/BatchBuilder.h"
#include "core/pipeline/SuspendedTables.h"

#include <QTest>

#include <set>

using namespace rowcast;

namespace {

// Suspends what fails.
class Suspending final : public ErrorHandler {
public:
    Result<void> tableFailed(const TableId &table, const Failure &failure) override
    {
        m_suspended.insert(table);
        codes += failure.code;
        return {};
    }
    Result<void> rowFailed(const TableId &, const QString &, const Failure &failure) override { return failure; }
    Result<void> valueCut(const TableId &, const QString &, const QString &, uint64_t) override { return {}; }
    bool isSuspended(const TableId &table) const override { return m_suspended.contains(table); }

    QStringList codes;

private:
    std::set<TableId> m_suspended;
};

TableSchema schemaOf(const char *table)
{
    TableSchema schema;
    schema.id = {"shop", table};
    schema.columns.push_back({.name = "id"});
    return schema;
}

} // namespace

class BatchBuilderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sparesTheCheckpointTopic_data();
    void sparesTheCheckpointTopic();
    void sparesItWhereAnotherThreadWasFirst();
};

void BatchBuilderTest::sparesTheCheckpointTopic_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("checkpoints");
    QTest::addColumn<bool>("isSpared");
    QTest::newRow("table of that name") << QByteArray("${table}") << QByteArray("cp") << true;
    QTest::newRow("name of two parts") << QByteArray("${schema}.${table}") << QByteArray("shop.cp") << true;
    QTest::newRow("another name") << QByteArray("${table}") << QByteArray("cq") << false;
    QTest::newRow("no pattern") << QByteArray() << QByteArray("cp") << false;
}

void BatchBuilderTest::sparesTheCheckpointTopic()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, checkpoints);
    QFETCH(bool, isSpared);
    MessageSettings settings;
    settings.topic = "messages";
    settings.topicPattern = pattern.toStdString();
    settings.checkpointTopic = checkpoints.toStdString();
    settings.includeTableAlterOperations = true;
    settings.includeControlDetails = true;
    const SystemClock clock;
    Suspending policy;
    BatchBuilder builder(settings, policy, clock);
    const TableSchema schema = schemaOf("cp");
    const TableSchema other = schemaOf("other");
    const std::vector<Cell> row(1);
    for (const TableSchema *each : {&schema, &other, &schema}) {
        QVERIFY(builder.change({Operation::Load, each, {}, row, nullptr, {}}));
    }
    const auto batch = builder.take();
    QCOMPARE(batch->messages.size(), size_t(isSpared ? 1 : 3));
    QCOMPARE(batch->topics.size(), size_t(pattern.isEmpty() || isSpared ? 1 : 2));
    QCOMPARE(policy.isSuspended(schema.id), isSpared);
    QVERIFY(!policy.isSuspended(other.id));
    QCOMPARE(policy.codes, isSpared ? QStringList{QStringLiteral("message.topic.checkpoint")} : QStringList());
    QCOMPARE(suspendedTables(batch->state).contains(schema.id), isSpared); // over restarts, too
}

// Loaders of one table have a builder each; only one of them tells.
void BatchBuilderTest::sparesItWhereAnotherThreadWasFirst()
{
    MessageSettings settings;
    settings.topicPattern = "${table}";
    settings.checkpointTopic = "cp";
    const SystemClock clock;
    Suspending policy;
    BatchBuilder first(settings, policy, clock);
    BatchBuilder second(settings, policy, clock);
    const TableSchema schema = schemaOf("cp");
    const std::vector<Cell> row(1);
    second.noteLoss(schema.id, {}, 0); // met before the first one's failure
    QVERIFY(first.change({Operation::Load, &schema, {}, row, nullptr, {}}));
    QVERIFY(second.change({Operation::Load, &schema, {}, row, nullptr, {}}));
    QVERIFY(first.take()->messages.empty());
    QVERIFY(second.take()->messages.empty());
    QCOMPARE(policy.codes.size(), 1);
}

QTEST_APPLESS_MAIN(BatchBuilderTest)
#include "tst_batchbuilder.moc"
