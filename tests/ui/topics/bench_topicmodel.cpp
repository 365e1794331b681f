// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestMessages.h"
#include "ui/topics/MessageFilter.h"
#include "ui/topics/MessageTable.h"
#include "ui/topics/TopicMessageModel.h"

#include <QElapsedTimer>
#include <QTest>

using namespace rowcast::ui;
using namespace rowcast::ui::test;

// The viewer's two limits: a flush into a full ring with the table shown, and a filter over the ring.
class TopicModelBench : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void flushOfAFullRing();
    void parse();
    void filter_data();
    void filter();
};

void TopicModelBench::flushOfAFullRing()
{
    constexpr int kFlushes = 40;
    constexpr int kRows = 1500; // of a flush at 20,000 a second
    TopicMessageModel model;
    MessageTable table(model, nullptr);
    table.resize(1200, 800);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    model.append(rows(0, 100'000));
    model.flush();
    std::vector<SharedMessageRows> batches;
    for (int i = 0; i < kFlushes; ++i) {
        batches.push_back(rows(100'000 + i * kRows, kRows));
    }
    qint64 worst = 0;
    qint64 total = 0;
    qint64 rowsOnly = 0;
    for (const SharedMessageRows &batch : batches) {
        QElapsedTimer timer;
        timer.start();
        model.append(batch);
        model.flush();
        rowsOnly += timer.nsecsElapsed();
        table.scrollToBottom();
        table.viewport()->repaint();
        worst = std::max(worst, timer.nsecsElapsed());
        total += timer.nsecsElapsed();
    }
    qInfo("flush of %d rows into 100,000: %.2f ms, with scrolling and painting %.2f ms on average, %.2f ms at worst",
        kRows, double(rowsOnly) / kFlushes / 1e6, double(total) / kFlushes / 1e6, double(worst) / 1e6);
    QCOMPARE(model.rowCount(), 100'000);
    QVERIFY(double(total) / kFlushes / 1e6 < 300);
}

void TopicModelBench::parse()
{
    const auto records = batch(0, 20'000);
    MessageParser parser;
    MessageRows kept;
    kept.reserve(records->size());
    QElapsedTimer timer;
    timer.start();
    for (const rowcast::TopicRecord &entry : *records) {
        kept.push_back(parser.read(entry));
    }
    const double perSecond = double(kept.size()) * 1e9 / double(timer.nsecsElapsed());
    qInfo("parsing: %.0f messages/s", perSecond);
    QVERIFY(perSecond > 40'000);
}

void TopicModelBench::filter_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<double>("least");
    QTest::newRow("substring") << QStringLiteral("not there") << 100'000.0;
    QTest::newRow("operation and table") << QStringLiteral("op:update table:gift") << 100'000.0;
    QTest::newRow("field") << QStringLiteral("data.price:>20") << 50'000.0;
}

void TopicModelBench::filter()
{
    QFETCH(QString, line);
    QFETCH(double, least);
    const auto all = rows(0, 100'000);
    const MessageFilter filter = MessageFilter::parse(line);
    MessageParser parser;
    int matched = 0;
    QElapsedTimer timer;
    timer.start();
    for (const MessageRowPtr &row : *all) {
        matched += filter.matches(*row, parser) ? 1 : 0;
    }
    const double perSecond = double(all->size()) * 1e9 / double(timer.nsecsElapsed());
    qInfo("%s: %.0f rows/s, %d matched", qPrintable(line), perSecond, matched);
    QVERIFY(perSecond > least);
}

QTEST_MAIN(TopicModelBench)
#include "bench_topicmodel.moc"
