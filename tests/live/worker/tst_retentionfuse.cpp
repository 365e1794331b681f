// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/FaultProxy.h"
#include "tests/live/worker/ShopTask.h"

#include <QJsonArray>

using namespace rowcast;
using namespace rowcast::tests;

// The retention fuse on real servers: it is long while the task is caught up, burns down while the source cannot be
// reached, warns once with what to do, and is long again afterwards.
class RetentionFuseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { LIVE_VERIFY(m_servers.startKafka()); }
    void warnsWhileTheSourceIsAway_data();
    void warnsWhileTheSourceIsAway();

private:
    LiveServers m_servers;
};

namespace {

constexpr int kBinlogSeconds = 24;
constexpr int kTopicSeconds = 20;

// Of the metrics' retentions the one with that holder; empty: not there.
QJsonObject held(const QJsonObject &line, const char *holder)
{
    for (const QJsonValue value : line[QLatin1String("Retention")].toArray()) {
        if (value[QLatin1String("Holder")].toString() == QLatin1String(holder)) {
            return value.toObject();
        }
    }
    return {};
}

bool isWarning(const QJsonObject &line, const QString &words)
{
    return line[QLatin1String("event")].toString() == QLatin1String("log")
        && line[QLatin1String("Severity")].toString() == QLatin1String("W")
        && line[QLatin1String("Text")].toString().contains(words);
}

bool isLong(const QJsonObject &line)
{
    const QJsonObject source = held(line, "source");
    return source[QLatin1String("HeldSeconds")].toInt() == kBinlogSeconds
        && source[QLatin1String("SecondsLeft")].toDouble() > 0.9 * kBinlogSeconds
        && held(line, "topic")[QLatin1String("HeldSeconds")].toInt() == kTopicSeconds;
}

} // namespace

void RetentionFuseTest::warnsWhileTheSourceIsAway_data()
{
    QTest::addColumn<MySqlFlavour>("flavour");
    QTest::addColumn<QString>("remedy");
    QTest::newRow("mysql80") << MySqlFlavour::MySql80
                             << QStringLiteral("`SET PERSIST binlog_expire_logs_seconds = 604800;`");
    QTest::newRow("mariadb") << MySqlFlavour::MariaDb << QStringLiteral("`SET GLOBAL expire_logs_days = 7;`");
}

void RetentionFuseTest::warnsWhileTheSourceIsAway()
{
    QFETCH(MySqlFlavour, flavour);
    QFETCH(QString, remedy);
    LIVE_VERIFY(m_servers.startMySql(flavour, {QStringLiteral("--binlog-expire-logs-seconds=%1").arg(kBinlogSeconds)}));
    LIVE_VERIFY(ShopTask::createItems(m_servers, 50));
    const auto proxy = FaultProxy::start(m_servers.mysql().port());
    LIVE_VERIFY(proxy);
    ShopTask shop(m_servers, (*proxy)->port(), m_servers.kafka().bootstrapServers(),
        QStringLiteral("retention-%1").arg(QString::fromUtf8(QTest::currentDataTag())));
    shop.set({QStringLiteral("TargetEndpoint"), QStringLiteral("RowcastSettings"), QStringLiteral("TopicConfig")},
        QJsonObject{{QStringLiteral("retention.ms"), QString::number(kTopicSeconds * 1000)}});
    WorkerProcess worker(shop.document);
    worker.start();
    QVERIFY2(worker.waitFor(isLong), qPrintable(worker.errorText()));
    QCOMPARE(
        held(worker.last(QStringLiteral("metrics")), "topic")[QLatin1String("HeldSeconds")].toInt(), kTopicSeconds);
    (*proxy)->refuse();
    QVERIFY2(worker.waitFor([&](const QJsonObject &line) { return isWarning(line, remedy); }),
        qPrintable(worker.errorText()));
    QVERIFY(worker.last(QStringLiteral("status"))[QLatin1String("Attempt")].toInt() > 0);
    const double left = held(worker.last(QStringLiteral("metrics")), "source")[QLatin1String("SecondsLeft")].toDouble();
    QVERIFY2(left > 0 && left <= 0.25 * kBinlogSeconds + 1, qPrintable(QString::number(left)));
    (*proxy)->pass();
    QVERIFY2(worker.waitFor(isLong), qPrintable(worker.errorText()));
    worker.terminate();
    QCOMPARE(worker.waitForEnd(), std::optional(0));
    const auto warnings = [&](const QString &words) {
        return std::count_if(worker.lines().begin(), worker.lines().end(),
            [&](const QJsonObject &line) { return isWarning(line, words); });
    };
    QCOMPARE(warnings(remedy), 1);
    QCOMPARE(warnings(QStringLiteral("--add-config retention.ms=%1").arg(2000 * kTopicSeconds)), 1);
}

QTEST_GUILESS_MAIN(RetentionFuseTest)
#include "tst_retentionfuse.moc"
