// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/Retention.h"

#include <QTest>

using namespace rowcast;

class RetentionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsDown_data();
    void countsDown();
};

namespace {

constexpr int64_t kHour = 3600;
constexpr int64_t kNow = 1'795'410'000'000'000;

using Holder = Retention::Holder;
using State = Retention::State;

Retention held(Holder holder, std::optional<int64_t> seconds, int64_t ageSeconds)
{
    Retention retention;
    retention.holder = holder;
    retention.isKnown = true;
    retention.heldSeconds = seconds;
    retention.neededMicros = kNow - ageSeconds * 1'000'000;
    return retention;
}

Retention withRoom(Retention retention, uint64_t most, std::optional<uint64_t> left)
{
    retention.mostBytes = most;
    retention.bytesLeft = left;
    return retention;
}

} // namespace

void RetentionTest::countsDown_data()
{
    QTest::addColumn<Retention>("retention");
    QTest::addColumn<double>("seconds"); // -1: none
    QTest::addColumn<double>("share"); // -1: none
    QTest::addColumn<State>("state");
    QTest::addColumn<bool>("isAlarming");
    const auto row
        = [](const char *name, const Retention &retention, double seconds, double share, State state, bool isAlarming) {
              QTest::newRow(name) << retention << seconds << share << state << isAlarming;
          };
    row("caught up", held(Holder::Source, 24 * kHour, 0), 86'400, 1, State::Burning, false);
    row("half", held(Holder::Source, 24 * kHour, 12 * kHour), 43'200, 0.5, State::Burning, false);
    row("just above a quarter", held(Holder::Source, 24 * kHour, 18 * kHour - 1), 21'601, 21'601 / 86'400.0,
        State::Burning, false);
    row("a quarter", held(Holder::Source, 24 * kHour, 18 * kHour), 21'600, 0.25, State::Short, true);
    row("stopped for 20 of 24 h", held(Holder::Source, 24 * kHour, 20 * kHour), 14'400, 1 / 6.0, State::Short, true);
    row("too late", held(Holder::Source, 24 * kHour, 30 * kHour), 0, 0, State::BurntDown, true);
    row("RDS without retention", held(Holder::Source, 0, 0), 0, 0, State::BurntDown, true);
    Retention unasked = held(Holder::Source, 0, 0);
    unasked.neededMicros = 0;
    row("RDS without retention, nothing read yet", unasked, 0, 0, State::BurntDown, true);
    row("for good", held(Holder::Source, std::nullopt, 1000 * kHour), -1, -1, State::ForGood, false);
    row("the clock was set back", held(Holder::Source, 24 * kHour, -5 * kHour), 86'400, 1, State::Burning, false);
    Retention unknown = held(Holder::Source, 24 * kHour, 20 * kHour);
    unknown.isKnown = false;
    row("not told", unknown, -1, -1, State::Unknown, false);
    Retention nowhere = held(Holder::Source, 24 * kHour, 0);
    nowhere.neededMicros = 0;
    row("no position yet", nowhere, -1, -1, State::Unknown, false);
    row("room alone", withRoom(held(Holder::Source, std::nullopt, kHour), 1000, 400), -1, 0.4, State::Burning, false);
    row("little room, much time", withRoom(held(Holder::Source, 24 * kHour, kHour), 1000, 200), 82'800, 0.2,
        State::Short, true);
    row("much room, little time", withRoom(held(Holder::Source, 24 * kHour, 20 * kHour), 1000, 900), 14'400, 1 / 6.0,
        State::Short, true);
    row("no room", withRoom(held(Holder::Source, 24 * kHour, kHour), 1000, 0), 82'800, 0, State::BurntDown, true);
    row("more room than there is", withRoom(held(Holder::Source, std::nullopt, kHour), 1000, 2000), -1, 1,
        State::Burning, false);
    row("a position in no file", withRoom(held(Holder::Source, std::nullopt, kHour), 1000, std::nullopt), -1, -1,
        State::Unknown, false);
    row("a young topic", held(Holder::Topic, 168 * kHour, kHour), 167.0 * 3600, 167 / 168.0, State::Burning, false);
    row("a topic soon to delete", held(Holder::Topic, 168 * kHour, 140 * kHour), 28.0 * 3600, 28 / 168.0, State::Short,
        true);
    row("a topic that deletes", held(Holder::Topic, 168 * kHour, 500 * kHour), 0, 0, State::BurntDown, false);
    row("a compacted topic", held(Holder::Topic, std::nullopt, 500 * kHour), -1, -1, State::ForGood, false);
    row("a topic of a size", withRoom(held(Holder::Topic, std::nullopt, kHour), 1000, std::nullopt), -1, -1,
        State::Unknown, false);
}

void RetentionTest::countsDown()
{
    QFETCH(Retention, retention);
    QFETCH(State, state);
    QFETCH(bool, isAlarming);
    QTEST(retention.secondsLeft(kNow).value_or(-1), "seconds");
    QTEST(retention.shareLeft(kNow).value_or(-1), "share");
    QCOMPARE(int(retention.state(kNow)), int(state));
    QCOMPARE(retention.isAlarming(kNow), isAlarming);
}

QTEST_GUILESS_MAIN(RetentionTest)
#include "tst_retention.moc"
