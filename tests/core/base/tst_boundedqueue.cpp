// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/BoundedQueue.h"

#include <QtTest>

#include <thread>

using namespace rowcast;
using namespace std::chrono_literals;

class BoundedQueueTest : public QObject {
    Q_OBJECT

    SystemThreads threads;

private Q_SLOTS:
    void keepsOrder();
    void waitsForRoom();
    void takesOneGiantWhenEmpty();
    void stopEndsEveryWait();
    void closedQueueGivesTheRest();
    void tellsOfAWaitingConsumer();
};

void BoundedQueueTest::keepsOrder()
{
    BoundedQueue<int> queue(100, threads);
    for (int i = 0; i < 5; ++i) {
        QVERIFY(queue.push(i, 10, {}));
    }
    QCOMPARE(queue.bytes(), size_t(50));
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(queue.pop(0ms, {}).value(), i);
    }
    QVERIFY(!queue.pop(0ms, {}));
}

void BoundedQueueTest::waitsForRoom()
{
    BoundedQueue<int> queue(10, threads);
    QVERIFY(queue.push(1, 8, {}));
    std::atomic<bool> isIn = false;
    std::jthread producer([&] { isIn = queue.push(2, 8, {}); });
    QCOMPARE(queue.pop(5s, {}).value(), 1);
    QCOMPARE(queue.pop(5s, {}).value(), 2);
    producer.join();
    QVERIFY(isIn);
}

void BoundedQueueTest::takesOneGiantWhenEmpty()
{
    BoundedQueue<int> queue(10, threads);
    QVERIFY(queue.push(1, 1'000'000, {}));
    QCOMPARE(queue.pop(0ms, {}).value(), 1);
    QCOMPARE(queue.bytes(), size_t(0));
}

void BoundedQueueTest::stopEndsEveryWait()
{
    BoundedQueue<int> queue(1, threads);
    QVERIFY(queue.push(1, 1, {}));
    std::stop_source stop;
    std::jthread producer([&] { QVERIFY(!queue.push(2, 1, stop.get_token())); });
    stop.request_stop();
    producer.join();
    BoundedQueue<int> empty(1, threads);
    QVERIFY(!empty.pop(1h, stop.get_token()));
}

void BoundedQueueTest::closedQueueGivesTheRest()
{
    BoundedQueue<int> queue(10, threads);
    QVERIFY(queue.push(1, 1, {}));
    queue.close();
    QVERIFY(!queue.push(2, 1, {}));
    QVERIFY(!queue.isFinished());
    QCOMPARE(queue.pop(0ms, {}).value(), 1);
    QVERIFY(queue.isFinished());
    QVERIFY(!queue.pop(1h, {}));
}

void BoundedQueueTest::tellsOfAWaitingConsumer()
{
    BoundedQueue<int> queue(10, threads);
    QVERIFY(!queue.isConsumerWaiting());
    std::jthread consumer([&] { QCOMPARE(queue.pop(1h, {}).value(), 7); });
    QTRY_VERIFY(queue.isConsumerWaiting());
    QVERIFY(queue.push(7, 1, {}));
    consumer.join();
    QVERIFY(!queue.isConsumerWaiting());
}

QTEST_GUILESS_MAIN(BoundedQueueTest)
#include "tst_boundedqueue.moc"
