// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/Composition.h"
#include "core/instance/LocalInstance.h"
#include "tests/live/worker/ShopTask.h"

#include <QDir>
#include <QJsonDocument>

#include <algorithm>

using namespace rowcast;
using namespace rowcast::tests;

// What one process bears: 24 tasks at once, and starts and stops without end. ROWCAST_ROUNDS sets how many of these
// (short form: 12).
class ManyTasksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void twentyFourAtOnce();
    void leavesNothingBehind();

private:
    [[nodiscard]] ShopTask task(const QString &identifier)
    {
        return {m_servers, m_servers.mysql().port(), m_servers.kafka().bootstrapServers(), identifier};
    }

    LiveServers m_servers;
    LogSink m_log;
    SystemClock m_clock;
    Composition m_connectors;
};

namespace {

constexpr int kTasks = 24;
constexpr int kWarmRounds = 4; // until libraries and pools have what they keep

int rounds()
{
    return std::max(1, qEnvironmentVariable("ROWCAST_ROUNDS", QStringLiteral("12")).toInt());
}

Result<MigrationDocument> documentOf(const ShopTask &shop)
{
    return MigrationDocument::parse(QJsonDocument(shop.document).toJson());
}

int entries(const char *folder)
{
    return int(
        QDir(QString::fromLatin1(folder)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System).size());
}

bool areAll(const LocalInstance &instance, TaskStatus status)
{
    const auto tasks = instance.tasks();
    return std::all_of(tasks.begin(), tasks.end(), [&](const TaskSnapshot &task) {
        return task.status == status && (status != TaskStatus::Running || task.phase == TaskPhase::Cdc);
    });
}

QString failuresOf(const LocalInstance &instance)
{
    QStringList lines;
    for (const TaskSnapshot &task : instance.tasks()) {
        lines << task.identifier + QLatin1Char(' ') + task.lastFailureMessage;
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

void ManyTasksTest::initTestCase()
{
    LIVE_VERIFY(m_servers.startMySql(MySqlFlavour::MySql80));
    LIVE_VERIFY(m_servers.startKafka());
}

void ManyTasksTest::twentyFourAtOnce()
{
    LIVE_VERIFY(ShopTask::createItems(m_servers, 300));
    LocalInstance instance(QStringLiteral("many"), m_connectors, m_clock, m_log);
    std::vector<ShopTask> shops;
    for (int i = 0; i < kTasks; ++i) {
        shops.push_back(task(QStringLiteral("many-%1").arg(i)));
        const auto document = documentOf(shops.back());
        LIVE_VERIFY(document);
        instance.startTask(*document, StartType::Default);
    }
    QTRY_VERIFY2_WITH_TIMEOUT(areAll(instance, TaskStatus::Running), qPrintable(failuresOf(instance)), 120'000);
    LIVE_VERIFY(m_servers.execute("UPDATE shop.items SET note = 'all'; DELETE FROM shop.items WHERE id % 30 = 0;"));
    for (const ShopTask &shop : shops) {
        QStringList found;
        const bool isEqual = QTest::qWaitFor(
            [&] {
                found = shop.compare();
                return found.isEmpty();
            },
            90'000);
        QVERIFY2(isEqual, qPrintable(shop.topic() + QLatin1Char(' ') + found.mid(0, 5).join(QLatin1Char('\n'))));
    }
    instance.stopAll();
    QTRY_VERIFY2_WITH_TIMEOUT(areAll(instance, TaskStatus::Stopped), qPrintable(failuresOf(instance)), 30'000);
}

// Descriptors and threads after the last round are those after the first few.
void ManyTasksTest::leavesNothingBehind()
{
    LIVE_VERIFY(ShopTask::createItems(m_servers, 50));
    LocalInstance instance(QStringLiteral("rounds"), m_connectors, m_clock, m_log);
    const ShopTask shop = task(QStringLiteral("rounds"));
    const auto document = documentOf(shop);
    LIVE_VERIFY(document);
    int descriptors = 0;
    int threads = 0;
    for (int round = 0; round < kWarmRounds + rounds(); ++round) {
        instance.startTask(*document, StartType::Default);
        QTRY_VERIFY2_WITH_TIMEOUT(areAll(instance, TaskStatus::Running), qPrintable(failuresOf(instance)), 60'000);
        instance.stopTask(shop.topic());
        QTRY_VERIFY2_WITH_TIMEOUT(areAll(instance, TaskStatus::Stopped), qPrintable(failuresOf(instance)), 30'000);
        if (round == kWarmRounds - 1) {
            descriptors = entries("/proc/self/fd");
            threads = entries("/proc/self/task");
        }
    }
    // clients of Kafka end in the background
    QTRY_VERIFY2_WITH_TIMEOUT(entries("/proc/self/fd") <= descriptors && entries("/proc/self/task") <= threads,
        qPrintable(QStringLiteral("%1 descriptors after %2, %3 threads after %4")
                       .arg(entries("/proc/self/fd"))
                       .arg(descriptors)
                       .arg(entries("/proc/self/task"))
                       .arg(threads)),
        30'000);
    VERIFY_NONE(shop.compare());
}

QTEST_GUILESS_MAIN(ManyTasksTest)
#include "tst_manytasks.moc"
