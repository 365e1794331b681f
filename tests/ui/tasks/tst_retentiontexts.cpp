// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/RetentionTexts.h"

#include "TestSnapshots.h"

#include <QTest>

using namespace rowcast;
using namespace rowcast::ui;
using namespace rowcast::ui::test;

class RetentionTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spans_data();
    void spans();
    void facts_data();
    void facts();
    void firstOfTheTopics();
};

namespace {

constexpr int64_t kNow = 1'795'410'600'000'000;
constexpr int kHour = 3600;

Retention ofTopic(const char *name, std::optional<int64_t> seconds, int64_t age)
{
    Retention retention = binlogRetention(seconds, kNow - age * 1'000'000);
    retention.holder = Retention::Holder::Topic;
    retention.name = QString::fromLatin1(name);
    return retention;
}

Retention ofBinlog(std::optional<int64_t> seconds, int64_t age)
{
    return binlogRetention(seconds, kNow - age * 1'000'000);
}

} // namespace

void RetentionTextsTest::spans_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << -1.0 << QStringLiteral("0 s");
    QTest::newRow("seconds") << 119.9 << QStringLiteral("119 s");
    QTest::newRow("minutes") << 7199.0 << QStringLiteral("119 min");
    QTest::newRow("hours, rounded down") << 14'399.0 << QStringLiteral("3 h");
    QTest::newRow("a day") << 86'400.0 << QStringLiteral("24 h");
    QTest::newRow("days") << 604'800.0 << QStringLiteral("7 d");
}

void RetentionTextsTest::spans()
{
    QFETCH(double, seconds);
    QTEST(spanText(seconds), "text");
}

void RetentionTextsTest::facts_data()
{
    QTest::addColumn<Retention>("retention");
    QTest::addColumn<QString>("fact");
    QTest::addColumn<QString>("alarm"); // empty: none
    QTest::addColumn<Status>("status");
    const auto row
        = [](const char *name, const Retention &retention, const char *fact, const char *alarm, Status status) {
              QTest::newRow(name) << retention << QString::fromUtf8(fact) << QString::fromUtf8(alarm) << status;
          };
    row("not known", Retention(), "", "", Status::Neutral);
    row("for good", ofBinlog(std::nullopt, 0), "kept for good", "", Status::Neutral);
    row("a second of lag", ofBinlog(24 * kHour, 1), "all of 24 h left", "", Status::Neutral);
    row("long", ofBinlog(24 * kHour, 6 * kHour), "18 h left of 24 h", "", Status::Neutral);
    row("short", ofBinlog(24 * kHour, 20 * kHour), "4 h left of 24 h",
        "binlog retention 24 h, task stopped for 20 h: 4 h left", Status::Warning);
    row("too late", ofBinlog(24 * kHour, 30 * kHour),
        "kept for 24 h, and the task stands 30 h back: it may be purged already",
        "binlog retention 24 h, task stopped for 30 h: it may be purged already", Status::Failed);
    row("as soon as possible", ofBinlog(0, 0),
        "purged as soon as possible: after a stop the task may not be able to go on",
        "binlogs are purged as soon as possible", Status::Warning);
    Retention nowhere = ofBinlog(24 * kHour, 0);
    nowhere.neededMicros = 0;
    row("no position yet", nowhere, "kept for 24 h", "", Status::Neutral);
    Retention room = ofBinlog(24 * kHour, kHour);
    room.mostBytes = 1024 * 1024;
    room.bytesLeft = 1024 * 100;
    row("little room", room, "23 h left of 24 h; room for 100 KiB of 1 MiB left",
        "binlogs: room for 100 KiB of 1 MiB left", Status::Warning);
    row("topic", ofTopic("shop", 168 * kHour, 24 * kHour),
        "shop: a consumer may pause for 7 d; what the task sent first is deleted in 6 d at the earliest", "",
        Status::Neutral);
    row("topic soon to delete", ofTopic("shop", 168 * kHour, 148 * kHour),
        "shop: a consumer may pause for 7 d; what the task sent first is deleted in 20 h at the earliest",
        "topic shop keeps 7 d, and deletes what was sent first in 20 h", Status::Warning);
    row("topic that deletes", ofTopic("shop", 168 * kHour, 500 * kHour),
        "shop: a consumer may pause for 7 d; what the task sent first is being deleted", "", Status::Neutral);
    row("topic for good", ofTopic("shop", std::nullopt, 500 * kHour), "shop: kept for good", "", Status::Neutral);
}

void RetentionTextsTest::facts()
{
    QFETCH(Retention, retention);
    QFETCH(QString, alarm);
    QTEST(retentionText(retention, kNow), "fact");
    QTEST(retentionStatus(retention, kNow), "status");
    QCOMPARE(retention.isAlarming(kNow), !alarm.isEmpty());
    TaskSnapshot stopped;
    stopped.status = TaskStatus::Stopped;
    if (!alarm.isEmpty()) {
        QCOMPARE(retentionAlarmText(retention, stopped, kNow), alarm);
    }
}

void RetentionTextsTest::firstOfTheTopics()
{
    QVERIFY(firstTopic({ofBinlog(kHour, 0)}, kNow) == nullptr);
    const std::vector<Retention> topics
        = {ofBinlog(1, 0), ofTopic("good", std::nullopt, 0), ofTopic("deletes", kHour, 9 * kHour),
            ofTopic("week", 168 * kHour, 24 * kHour), ofTopic("day", 30 * kHour, 24 * kHour)};
    QCOMPARE(firstTopic(topics, kNow)->name, QStringLiteral("day"));
    QCOMPARE(firstTopic({topics[1], topics[2]}, kNow)->name, QStringLiteral("deletes"));
    QCOMPARE(firstTopic({topics[1]}, kNow)->name, QStringLiteral("good"));
}

QTEST_MAIN(RetentionTextsTest)
#include "tst_retentiontexts.moc"
