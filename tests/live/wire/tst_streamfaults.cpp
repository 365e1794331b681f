// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/FaultProxy.h"
#include "tests/live/support/HardCase.h"
#include "tests/live/wire/FlavourRows.h"
#include "tests/live/wire/StreamChecks.h"

#include <QRegularExpression>

using namespace rowcast;

// Checksums, and bytes that do not arrive as they were sent: found, their place named, and each row there once after
// the task has gone on.
class StreamFaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_pool.forgetFailed(); }
    void checksumsChangeWhileStreaming_data() { addFlavourRows(); }
    void checksumsChangeWhileStreaming();
    void spoiledByteIsFound_data() { addFlavourRows(); }
    void spoiledByteIsFound();
    void streamCutInsideAnEvent_data() { addFlavourRows(); }
    void streamCutInsideAnEvent();

private:
    Result<LiveServers *> shop(MySqlFlavour flavour);

    ServerPool m_pool;
};

namespace {

constexpr uint64_t kInsideTheRow = 400'000; // bytes from the server; the row has a million

} // namespace

Result<LiveServers *> StreamFaultsTest::shop(MySqlFlavour flavour)
{
    auto server = m_pool.server(flavour);
    if (server) {
        const auto made = (*server)->execute(
            "SET GLOBAL binlog_checksum = CRC32; CREATE DATABASE shop; CREATE TABLE shop.t (id INT PRIMARY KEY, a "
            "LONGTEXT CHARACTER SET latin1)");
        if (!made) {
            return made.error();
        }
    }
    return server;
}

void StreamFaultsTest::checksumsChangeWhileStreaming()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(43, flavour);
    const auto server = shop(flavour);
    LIVE_VERIFY(server);
    StreamStory story((*server)->mysql(), kAllOfShop, QStringLiteral("checksums"));
    LIVE_VERIFY(story.start());
    LIVE_VERIFY((*server)->execute(
        "INSERT INTO shop.t VALUES (1, 'with'); SET GLOBAL binlog_checksum = NONE; INSERT INTO shop.t VALUES (2, "
        "'without'); SET GLOBAL binlog_checksum = CRC32; INSERT INTO shop.t VALUES (3, 'with')"));
    LIVE_VERIFY(story.follow());
    LIVE_VERIFY((*server)->execute("SET GLOBAL binlog_checksum = NONE; INSERT INTO shop.t VALUES (4, 'without')"));
    LIVE_VERIFY(story.follow());
    VERIFY_SAME(story, **server);
    QCOMPARE(story.log().lines().size(), 4);
    // a stream that begins in a file without them, and meets one with them; and the other way round
    for (const QByteArray &next : {QByteArray("CRC32"), QByteArray("NONE")}) {
        story.crash();
        LIVE_VERIFY(story.resume());
        LIVE_VERIFY(
            (*server)->execute("UPDATE shop.t SET a = CONCAT(a, '+') WHERE id = 1; SET GLOBAL binlog_checksum = " + next
                + "; DELETE FROM shop.t WHERE id = 2; INSERT INTO shop.t VALUES (2, '" + next + "')"));
        LIVE_VERIFY(story.follow());
    }
    VERIFY_SAME(story, **server);
    QCOMPARE(story.log().lines().size(), 10);
}

void StreamFaultsTest::spoiledByteIsFound()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(43, flavour);
    const auto server = shop(flavour);
    LIVE_VERIFY(server);
    const auto proxy = FaultProxy::start((*server)->mysql().port());
    LIVE_VERIFY(proxy);
    StreamStory story((*server)->mysql(), kAllOfShop, QStringLiteral("spoiled"));
    story.settings().connection.port = (*proxy)->port();
    LIVE_VERIFY(story.start());
    LIVE_VERIFY((*server)->execute("INSERT INTO shop.t VALUES (1, 'before')"));
    LIVE_VERIFY(story.follow());
    (*proxy)->flipAfter(FaultDirection::ToClient, kInsideTheRow);
    LIVE_VERIFY((*server)->execute("INSERT INTO shop.t VALUES (2, REPEAT('x', 1000000)), (3, 'behind')"));
    const auto followed = story.follow();
    QVERIFY(!(*proxy)->isPending(FaultDirection::ToClient));
    QCOMPARE(failureCodeOf(followed), QStringLiteral("mysql.binlog.corrupt"));
    static const QRegularExpression place(QStringLiteral("bin[.]\\d{6,}:\\d+|binlog[.]\\d{6,}:\\d+"));
    QVERIFY2(place.match(followed.error().cause).hasMatch(), qPrintable(followed.error().text()));
    QVERIFY2(followed.error().detail.contains(QStringLiteral("checksum")), qPrintable(followed.error().text()));
    story.crash();
    LIVE_VERIFY(story.resume());
    LIVE_VERIFY(story.follow());
    VERIFY_SAME(story, **server);
    QCOMPARE(story.log().lines().size(), 3);
}

void StreamFaultsTest::streamCutInsideAnEvent()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(43, flavour);
    const auto server = shop(flavour);
    LIVE_VERIFY(server);
    const auto proxy = FaultProxy::start((*server)->mysql().port());
    LIVE_VERIFY(proxy);
    StreamStory story((*server)->mysql(), kAllOfShop, QStringLiteral("cut"));
    story.settings().connection.port = (*proxy)->port();
    LIVE_VERIFY(story.start());
    LIVE_VERIFY((*server)->execute("INSERT INTO shop.t VALUES (1, 'before')"));
    LIVE_VERIFY(story.follow());
    (*proxy)->cutAfter(FaultDirection::ToClient, kInsideTheRow);
    LIVE_VERIFY((*server)->execute(
        "BEGIN; INSERT INTO shop.t VALUES (2, 'first'); INSERT INTO shop.t VALUES (3, REPEAT('x', 1000000)); COMMIT"));
    const auto followed = story.follow();
    QCOMPARE(failureCodeOf(followed), QStringLiteral("mysql.connection.lost"));
    QVERIFY(followed.error().retryable);
    QCOMPARE(story.log().lines().size(), 1); // nothing of the transaction that did not come whole
    story.crash();
    LIVE_VERIFY(story.resume());
    LIVE_VERIFY(story.follow());
    VERIFY_SAME(story, **server);
    QCOMPARE(story.log().lines().size(), 3);
}

QTEST_GUILESS_MAIN(StreamFaultsTest)
#include "tst_streamfaults.moc"
