// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/TopicRetention.h"

#include <QTest>

using namespace rowcast;
using namespace rowcast::kafka;

class TopicRetentionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void read_data();
    void read();
};

void TopicRetentionTest::read_data()
{
    QTest::addColumn<QStringList>("config"); // cleanup.policy, retention.ms, retention.bytes
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<qint64>("seconds"); // -1: for good
    QTest::addColumn<qint64>("bytes"); // -1: no limit
    QTest::addColumn<QString>("setting"); // at the remedy's end; empty: no remedy
    const auto row
        = [](const char *name, const char *config, bool isKnown, qint64 seconds, qint64 bytes, const char *setting) {
              QTest::newRow(name) << QString::fromLatin1(config).split(QLatin1Char(' ')) << isKnown << seconds << bytes
                                  << QString::fromLatin1(setting);
          };
    row("a week", "delete 604800000 -1", true, 604'800, -1, "retention.ms=1209600000`");
    row("for good", "delete -1 -1", true, -1, -1, "");
    row("by size", "delete -1 1073741824", true, -1, 1'073'741'824, "retention.bytes=2147483648`");
    row("both", "delete 60000 1000", true, 60, 1000, "retention.ms=120000,retention.bytes=2000`");
    row("compacted", "compact 604800000 -1", true, -1, -1, "");
    row("compacted and deleted", "compact,delete 86400000 -1", true, 86'400, -1, "retention.ms=172800000`");
    row("neither (Kafka 4)", "none 604800000 -1", true, -1, -1, "");
    row("not told", "  ", false, -1, -1, "");
}

void TopicRetentionTest::read()
{
    QFETCH(QStringList, config);
    QFETCH(QString, setting);
    const Retention retention = topicRetention(QStringLiteral("shop"),
        {{QStringLiteral("cleanup.policy"), config[0]}, {QStringLiteral("retention.ms"), config[1]},
            {QStringLiteral("retention.bytes"), config[2]}});
    QTEST(retention.isKnown, "isKnown");
    QTEST(qint64(retention.heldSeconds.value_or(-1)), "seconds");
    QTEST(retention.mostBytes ? qint64(*retention.mostBytes) : qint64(-1), "bytes");
    QCOMPARE(retention.name, QStringLiteral("shop"));
    QCOMPARE(retention.remedy.isEmpty(), setting.isEmpty());
    QVERIFY2(setting.isEmpty() || retention.remedy.endsWith(setting), qPrintable(retention.remedy));
}

QTEST_GUILESS_MAIN(TopicRetentionTest)
#include "tst_topicretention.moc"
