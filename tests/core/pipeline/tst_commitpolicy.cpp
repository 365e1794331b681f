// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/CommitPolicy.h"

#include <QtTest>

using namespace rowcast;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(CommitPolicy::Open)

class CommitPolicyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isDue_data();
    void isDue();
};

void CommitPolicyTest::isDue_data()
{
    QTest::addColumn<CommitPolicy::Open>("open");
    QTest::addColumn<bool>("due");
    using Open = CommitPolicy::Open;
    const size_t megabyte = 1024 * 1024;
    QTest::newRow("idle: at once") << Open{100, 1, 1ms, 20ms, true, false} << true;
    QTest::newRow("idle, but just committed") << Open{100, 1, 1ms, 5ms, true, false} << false;
    QTest::newRow("backlog: collects") << Open{100, 1, 900ms, 900ms, true, true} << false;
    QTest::newRow("backlog, bytes reached") << Open{16 * megabyte, 1, 1ms, 1ms, true, true} << true;
    QTest::newRow("backlog, messages reached") << Open{100, 100'000, 1ms, 1ms, true, true} << true;
    QTest::newRow("backlog, time reached") << Open{100, 1, 1000ms, 1ms, true, true} << true;
    QTest::newRow("inside a transaction: waits for its end") << Open{20 * megabyte, 1, 2s, 2s, false, false} << false;
    QTest::newRow("inside a transaction too large: cut") << Open{32 * megabyte, 1, 1ms, 1ms, false, true} << true;
    QTest::newRow("inside a transaction too long: cut") << Open{100, 1, 10s, 10s, false, true} << true;
}

void CommitPolicyTest::isDue()
{
    QFETCH(CommitPolicy::Open, open);
    QFETCH(bool, due);
    QCOMPARE(CommitPolicy{}.isDue(open), due);
}

QTEST_GUILESS_MAIN(CommitPolicyTest)
#include "tst_commitpolicy.moc"
