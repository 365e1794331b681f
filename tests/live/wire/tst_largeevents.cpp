// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/HardCase.h"
#include "tests/live/wire/FlavourRows.h"
#include "tests/live/wire/HugeTask.h"
#include "tests/live/wire/StreamChecks.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>

using namespace rowcast;
using namespace rowcast::tests;

// Events that the protocol splits into packets of 0xFFFFFF bytes, and how much memory they take.
class LargeEventsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { LIVE_VERIFY(m_bus.startKafka()); }
    void cleanup() { m_pool.forgetFailed(); }
    void valuesInManyPackets_data() { addFlavourRows(); }
    void valuesInManyPackets();
    void memoryOfALargeEvent_data() { addFlavourRows(); }
    void memoryOfALargeEvent();

private:
    Result<LiveServers *> shop(MySqlFlavour flavour);

    ServerPool m_pool;
    LiveServers m_bus;
};

namespace {

#ifdef ROWCAST_CLIENT_ORACLE
constexpr int kClientCopies = 2; // of a packet, in the client library
#else
constexpr int kClientCopies = 1;
#endif

constexpr qint64 kMebi = 1024 * 1024;
constexpr qint64 kPacket = 0xFFFFFF; // the largest; a shorter one, maybe empty, ends a sequence
constexpr int kMinute = 60'000;

// Size and hash of each row's value, since the values are too large to keep.
class ValueLog final : public ChangeHandler {
public:
    Result<void> change(const Change &change) override
    {
        const Cell &value = change.after[1];
        const QByteArrayView bytes(value.text.data(), qsizetype(value.text.size()));
        lines.append(QByteArray::number(qint64(change.after[0].i)) + ' ' + QByteArray::number(bytes.size()) + ' '
            + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        return {};
    }
    Result<void> schemaChange(const SchemaChange &) override { return {}; }
    Result<void> tableFailed(const TableId &, const Failure &failure) override { return failure; }
    void noteLoss(const TableId &, const QString &, uint64_t) override { ++losses; }

    QByteArrayList lines;
    int losses = 0;
};

// No period of the packets' size, so that a byte too many or too few shows.
QByteArray insertOf(int id, qint64 bytes)
{
    const QByteArray size = QByteArray::number(bytes);
    return "INSERT INTO shop.t VALUES (" + QByteArray::number(id) + ", LEFT(REPEAT('0123456789abcde', " + size
        + " / 15 + 1), " + size + "))";
}

// What an event has beside the value of its row.
Result<qint64> overheadOf(LiveServers &servers, MySqlFlavour flavour)
{
    constexpr qint64 kProbe = 100'000;
    auto sql = servers.sql();
    if (!sql) {
        return sql.error();
    }
    const auto status = sql->query(flavour == MySqlFlavour::MySql9 ? "SHOW BINARY LOG STATUS" : "SHOW MASTER STATUS");
    if (!status) {
        return status.error();
    }
    const QByteArray file = status->first().value(0).value_or("");
    const QByteArray from = status->first().value(1).value_or("");
    if (auto inserted = sql->execute(insertOf(0, kProbe)); !inserted) {
        return inserted.error();
    }
    const auto events = sql->query("SHOW BINLOG EVENTS IN '" + file + "' FROM " + from);
    if (!events) {
        return events.error();
    }
    for (const SqlRow &event : *events) {
        if (event.value(2).value_or("").startsWith("Write_rows")) {
            return event.value(4).value_or("").toLongLong() - event.value(1).value_or("").toLongLong() - kProbe;
        }
    }
    return Failure{QStringLiteral("test.event"), {}, {}, {}, false};
}

} // namespace

Result<LiveServers *> LargeEventsTest::shop(MySqlFlavour flavour)
{
    QStringList arguments{QStringLiteral("--max-allowed-packet=1G")};
    if (flavour != MySqlFlavour::MariaDb) {
        arguments.append(QStringLiteral("--innodb-redo-log-capacity=512M"));
    }
    auto server = m_pool.server(flavour, arguments);
    if (server) {
        const auto made
            = (*server)->execute("CREATE DATABASE shop; CREATE TABLE shop.t (id INT PRIMARY KEY, a LONGBLOB)");
        if (!made) {
            return made.error();
        }
    }
    return server;
}

void LargeEventsTest::valuesInManyPackets()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(12, flavour);
    const auto server = shop(flavour);
    LIVE_VERIFY(server);
    const auto overhead = overheadOf(**server, flavour);
    LIVE_VERIFY(overhead);
    QVERIFY(*overhead > 0 && *overhead < 200);
    StreamStory story((*server)->mysql(), kAllOfShop, QStringLiteral("packets"));
    LIVE_VERIFY(story.start());
    const qint64 exact = kPacket - 1 - *overhead; // a byte of the protocol stands in front of each event
    const QList<qint64> sizes{
        16 * kMebi - 1, 16 * kMebi, 17'000'000, 64 * kMebi, exact - 1, exact, exact + 1, exact + kPacket};
    for (int row = 0; row < sizes.size(); ++row) {
        LIVE_VERIFY((*server)->execute(insertOf(row + 1, sizes[row])));
    }
    LIVE_VERIFY((*server)->execute(insertOf(int(sizes.size()) + 1, 3)));
    ValueLog log;
    const QDeadlineTimer deadline(kMinute);
    while (log.lines.size() <= sizes.size() && !deadline.hasExpired()) {
        LIVE_VERIFY(story.source().poll(log, {}));
    }
    auto sql = (*server)->sql();
    LIVE_VERIFY(sql);
    const auto rows
        = sql->query("SELECT CONCAT(id, ' ', LENGTH(a), ' ', SHA2(a, 256)) FROM shop.t WHERE id > 0 ORDER BY id");
    LIVE_VERIFY(rows);
    QByteArrayList expected;
    for (const SqlRow &row : *rows) {
        expected.append(row.first().value_or(QByteArray()));
    }
    QCOMPARE(expected.size(), sizes.size() + 1);
    QCOMPARE(log.lines, expected);
    QCOMPARE(log.losses, 0);
}

// Once in the client library's buffer and nowhere else; what goes out is cut as the task's settings say.
void LargeEventsTest::memoryOfALargeEvent()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(12, flavour);
    constexpr int kEventMegabytes = 64;
    constexpr int kMostMegabytes = kClientCopies * kEventMegabytes + 50; // one more copy would be more
    const auto server = shop(flavour);
    LIVE_VERIFY(server);
    ShopTask shop(**server, (*server)->mysql().port(), m_bus.kafka().bootstrapServers(),
        QStringLiteral("large-event-") + flavourId(flavour));
    shop.set({QStringLiteral("ReplicationTask"), QStringLiteral("MigrationType")}, QStringLiteral("cdc"));
    shop.set({QStringLiteral("ReplicationTask"), QStringLiteral("ReplicationTaskSettings"),
                 QStringLiteral("TargetMetadata")},
        QJsonObject{{QStringLiteral("FullLobMode"), false}, {QStringLiteral("LimitedSizeLobMode"), true},
            {QStringLiteral("LobMaxSize"), 32}});
    WorkerProcess worker(shop.document);
    worker.start();
    QVERIFY2(worker.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc")), qPrintable(worker.errorText()));
    LIVE_VERIFY((*server)->execute(insertOf(1, 5) + ';' + insertOf(2, kEventMegabytes * kMebi) + ';' + insertOf(3, 5)));
    const auto arrived = [&] {
        const auto messages = readTopic(m_bus.kafka().bootstrapServers(), shop.topic());
        return messages ? foldTable(*messages, "shop", "t", {"id"}) : TableFold{};
    };
    QTRY_VERIFY2_WITH_TIMEOUT(arrived().inserts == 3, qPrintable(worker.errorText()), kMinute);
    const int peak = residentPeak(worker.processId());
    worker.terminate();
    QCOMPARE(worker.waitForEnd().value_or(-1), 0);
    const TableFold fold = arrived();
    QCOMPARE(fold.anomalies, QStringList());
    auto sql = (*server)->sql();
    LIVE_VERIFY(sql);
    const auto prefix = sql->value("SELECT CONCAT('0x', LOWER(HEX(LEFT(a, 32768)))) FROM shop.t WHERE id = 2");
    LIVE_VERIFY(prefix);
    QCOMPARE(fold.rows.at("2").at("a").value_or(QByteArray()).size(), prefix->size());
    QCOMPARE(fold.rows.at("2").at("a").value_or(QByteArray()), *prefix);
    qInfo("an event of %d MB: %d MB resident", kEventMegabytes, peak);
    QVERIFY(peak > 0 && peak < kMostMegabytes);
}

QTEST_GUILESS_MAIN(LargeEventsTest)
#include "tst_largeevents.moc"
