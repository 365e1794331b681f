// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/task/RetryPolicy.h"

#include <QTest>

using namespace rowcast;

class RetryPolicyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void waits_data();
    void waits();
    void beginsAnewAfterProgress();
    void endsAtOnce();
    void looksTwiceAtWhatMayPass();
};

namespace {

const Failure kLost{QStringLiteral("mysql.connection.lost"), QStringLiteral("The link broke."), {}, {}, true};

Failure spoiledAt(const QString &place)
{
    return {QStringLiteral("mysql.binlog.corrupt"), QStringLiteral("Wrong bytes at ") + place, {}, {}, false, true};
}

// Seconds of the waits as far as there are any, six at most: "1 2 4".
QString waitsOf(RetryPolicy &policy)
{
    QStringList waits;
    while (waits.size() < 6) {
        const auto wait = policy.next(kLost);
        if (!wait) {
            return waits.join(QLatin1Char(' ')) + QStringLiteral(" end");
        }
        waits << QString::number(wait->count() / 1000);
    }
    return waits.join(QLatin1Char(' '));
}

RetryPolicy policyOf(const QByteArray &errorBehavior)
{
    const auto settings = TaskSettings::parse("{\"ErrorBehavior\": " + errorBehavior + "}");
    return RetryPolicy(*settings);
}

} // namespace

void RetryPolicyTest::waits_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QString>("waits");
    QTest::newRow("nothing stated") << QByteArray("{}") << QStringLiteral("1 2 4 8 16 30");
    QTest::newRow("an interval") << QByteArray(R"({"RecoverableErrorInterval": 3})")
                                 << QStringLiteral("3 6 12 24 30 30");
    QTest::newRow("no throttling") << QByteArray(
        R"({"RecoverableErrorInterval": 2, "RecoverableErrorThrottling": false})")
                                   << QStringLiteral("2 2 2 2 2 2");
    QTest::newRow("a count") << QByteArray(R"({"RecoverableErrorCount": 2})") << QStringLiteral("1 2 end");
    QTest::newRow("never again") << QByteArray(R"({"RecoverableErrorCount": 0})") << QStringLiteral(" end");
    QTest::newRow("stops behind the longest wait")
        << QByteArray(R"({"RecoverableErrorInterval": 5, "RecoverableErrorThrottlingMax": 20,
                          "RecoverableErrorStopRetryAfterThrottlingMax": true})")
        << QStringLiteral("5 10 20 end");
    QTest::newRow("goes on with the longest wait")
        << QByteArray(R"({"RecoverableErrorInterval": 5, "RecoverableErrorThrottlingMax": 20,
                          "RecoverableErrorStopRetryAfterThrottlingMax": false})")
        << QStringLiteral("5 10 20 20 20 20");
    QTest::newRow("without throttling nothing grows to an end")
        << QByteArray(R"({"RecoverableErrorInterval": 5, "RecoverableErrorThrottlingMax": 5,
                          "RecoverableErrorThrottling": false, "RecoverableErrorStopRetryAfterThrottlingMax": true})")
        << QStringLiteral("5 5 5 5 5 5");
}

void RetryPolicyTest::waits()
{
    QFETCH(QByteArray, settings);
    QFETCH(QString, waits);
    RetryPolicy policy = policyOf(settings);
    QCOMPARE(waitsOf(policy), waits);
}

void RetryPolicyTest::beginsAnewAfterProgress()
{
    RetryPolicy policy = policyOf(R"({"RecoverableErrorInterval": 1, "RecoverableErrorThrottlingMax": 2,
                                      "RecoverableErrorStopRetryAfterThrottlingMax": true})");
    QCOMPARE(waitsOf(policy), QStringLiteral("1 2 end"));
    policy.reset();
    QCOMPARE(policy.attempts(), 0);
    QCOMPARE(waitsOf(policy), QStringLiteral("1 2 end"));
}

void RetryPolicyTest::endsAtOnce()
{
    RetryPolicy policy = policyOf("{}");
    QVERIFY(!policy.next({QStringLiteral("mysql.binlog.purged"), QStringLiteral("The binlog is gone."), {}, {}}));
}

void RetryPolicyTest::looksTwiceAtWhatMayPass()
{
    RetryPolicy policy = policyOf("{}");
    QVERIFY(policy.next(spoiledAt(QStringLiteral("binlog.000007:4"))));
    policy.reset(); // what lies before the place is read again, and delivered
    QVERIFY(!policy.next(spoiledAt(QStringLiteral("binlog.000007:4"))));
    QVERIFY(policy.next(spoiledAt(QStringLiteral("binlog.000007:900"))));
    RetryPolicy none = policyOf(R"({"RecoverableErrorCount": 0})");
    QVERIFY(!none.next(spoiledAt(QStringLiteral("binlog.000007:4"))));
}

QTEST_GUILESS_MAIN(RetryPolicyTest)
#include "tst_retrypolicy.moc"
