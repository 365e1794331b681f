// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestMessages.h"
#include "ui/topics/TopicMessageModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace rowcast::ui;
using namespace rowcast::ui::test;

using Mode = TopicMessageModel::Mode;

class TopicMessageModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void boundsWorkWhateverTheRate();
    void keepsWithinTheBytes();
    void pausedNothingMoves();
    void fillingStopsWhenFull();
    void formats();
    void timerFlushes();
};

void TopicMessageModelTest::boundsWorkWhateverTheRate()
{
    TopicMessageModel model({.rows = 10'000});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(rows(0, 10'000));
    model.flush();
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int i = 0; i < 5; ++i) {
        model.append(rows(10'000 + i * 1000, 1000)); // five batches
    }
    model.flush();
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(model.rowCount(), 10'000);
    QCOMPARE(model.row(0)->record.offset, 5000);
    QCOMPARE(model.row(9999)->record.offset, 14'999);
    // more than the ring holds in one go
    model.append(rows(20'000, 25'000));
    model.flush();
    QCOMPARE(inserted.count(), 2);
    QCOMPARE(removed.count(), 2);
    QCOMPARE(model.rowCount(), 10'000);
    QCOMPARE(model.row(0)->record.offset, 35'000);
    QCOMPARE(model.waiting(), 0);
}

void TopicMessageModelTest::keepsWithinTheBytes()
{
    const auto one = rows(0, 1);
    const uint64_t size = one->front()->record.sizeBytes;
    TopicMessageModel model({.rows = 10'000, .bytes = size * 100});
    for (int i = 0; i < 10; ++i) {
        model.append(rows(i * 50, 50));
        model.flush();
    }
    QVERIFY2(model.bytes() <= size * 100, qPrintable(QString::number(model.bytes())));
    QVERIFY(model.rowCount() > 50);
    QCOMPARE(model.row(model.rowCount() - 1)->record.offset, 499);
}

void TopicMessageModelTest::pausedNothingMoves()
{
    TopicMessageModel model({.rows = 1000});
    model.append(rows(0, 1000));
    model.flush();
    model.setMode(Mode::Paused);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.append(rows(1000, 999));
    model.flush();
    QCOMPARE(inserted.count(), 0);
    QCOMPARE(model.waiting(), 999);
    QVERIFY(!model.isBusy());
    model.append(rows(1999, 1));
    QVERIFY(model.isBusy()); // the reading waits instead of dropping
    model.setMode(Mode::Following);
    model.flush();
    QCOMPARE(model.waiting(), 0);
    QCOMPARE(model.row(0)->record.offset, 1000);
}

void TopicMessageModelTest::fillingStopsWhenFull()
{
    TopicMessageModel model({.rows = 100});
    model.setMode(Mode::Filling);
    model.append(rows(0, 150));
    model.flush();
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.row(0)->record.offset, 0);
    QCOMPARE(model.waiting(), 50);
    model.setMode(Mode::Following);
    model.flush();
    QCOMPARE(model.row(0)->record.offset, 50);
}

void TopicMessageModelTest::formats()
{
    TopicMessageModel model;
    model.setUtc(true);
    model.append(rows(0, 3));
    model.flush();
    const auto text = [&](int column) { return model.index(1, column).data().toString(); };
    const QString time = model.timeText(model.row(1)->record.timestampMillis);
    QCOMPARE(time, QStringLiteral("2026-11-23 05:00:00.001"));
    QVERIFY(time.contains(text(TopicMessageModel::Time)));
    QCOMPARE(text(TopicMessageModel::Operation), QStringLiteral("I"));
    QCOMPARE(text(TopicMessageModel::Table), QStringLiteral("kwtoon.gift"));
    QCOMPARE(text(TopicMessageModel::Key), QStringLiteral("kwtoon.gift.1"));
    QCOMPARE(text(TopicMessageModel::Value), QStringLiteral("{\"id\":1,\"name\":\"name 1\",\"price\":12.3400}"));
    QCOMPARE(model.rowOf(2, 2), 2);
    QCOMPARE(model.rowOf(1, 2), -1);
    auto aborted = SharedMessageRows::create();
    MessageParser parser;
    std::vector<rowcast::TopicRecord> entry = *batch(3, 1);
    entry[0].isAborted = true;
    aborted->push_back(parser.read(entry[0]));
    model.append(aborted);
    model.flush();
    QVERIFY(model.index(3, 0).data(Qt::FontRole).value<QFont>().strikeOut());
    QVERIFY(model.index(3, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("aborted")));
}

void TopicMessageModelTest::timerFlushes()
{
    TopicMessageModel model;
    QSignalSpy flushed(&model, &TopicMessageModel::flushed);
    model.append(rows(0, 3));
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(flushed.wait(2000));
    QCOMPARE(model.rowCount(), 3);
}

QTEST_MAIN(TopicMessageModelTest)
#include "tst_topicmessagemodel.moc"
