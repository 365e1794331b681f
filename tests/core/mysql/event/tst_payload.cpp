// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/event/PayloadEvent.h"
#include "tests/core/mysql/Bytes.h"

#include <QtTest>

#include <zstd.h>

#include <cstring>
#include <fstream>

using namespace rowcast;
using namespace rowcast::mysql;

namespace {

std::vector<uint8_t> innerEvent(uint32_t bytes, uint8_t fill)
{
    std::vector<uint8_t> event(bytes, fill);
    std::memcpy(event.data() + 9, &bytes, sizeof bytes);
    return event;
}

std::vector<uint8_t> compressed(const std::vector<uint8_t> &plain)
{
    std::vector<uint8_t> out(ZSTD_compressBound(plain.size()));
    out.resize(ZSTD_compress(out.data(), out.size(), plain.data(), plain.size(), 3));
    return out;
}

TransactionPayloadEvent payloadOf(const std::vector<uint8_t> &bytes, PayloadCompression compression)
{
    TransactionPayloadEvent event;
    event.compression = compression;
    event.payload = bytes;
    return event;
}

// Sizes of the events until the end, then the failure's code or nothing: "19 40 end", "19 mysql.binlog.corrupt".
QString walk(const TransactionPayloadEvent &event)
{
    PayloadReader reader(event);
    QStringList seen;
    while (true) {
        const auto next = reader.next();
        if (!next) {
            return (seen << next.error().code).join(u' ');
        }
        if (!*next) {
            return (seen << QStringLiteral("end")).join(u' ');
        }
        seen << QString::number((*next)->size());
    }
}

uint64_t residentBytes()
{
    uint64_t total = 0;
    uint64_t resident = 0;
    std::ifstream("/proc/self/statm") >> total >> resident;
    return resident * 4096;
}

} // namespace

// Payloads of real servers are read in tst_rowdecoder.
class TestPayload : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void header();
    void events_data();
    void events();
    void cutPayloadsAreRefused();
    void hugePayloadNeedsLittleMemory();
    void claimedSizesAllocateNothing();
};

void TestPayload::header()
{
    // fields: size 3, compression none, a field of a newer server, uncompressed size 3, end
    const auto bytes = bytesOf("01 01 03  02 03 fcff00  09 02 0000  03 01 03  00  616263");
    const auto event = parseTransactionPayload(bytes);
    QVERIFY(event);
    QVERIFY(event->compression == PayloadCompression::None);
    QCOMPARE(event->uncompressedBytes, uint64_t(3));
    QCOMPARE(event->payload.size(), size_t(3));
    QVERIFY(!parseTransactionPayload(bytesOf("02 01 05 00"))); // unknown compression
    QVERIFY(!parseTransactionPayload(bytesOf("01 01 04 00 616263"))); // less than it says
    QVERIFY(!parseTransactionPayload(bytesOf("01 01 04"))); // no end of the fields
}

void TestPayload::events_data()
{
    QTest::addColumn<QByteArray>("plain"); // sizes of the events; the last one may be cut
    QTest::addColumn<int>("cut");
    QTest::addColumn<QString>("walk");
    QTest::newRow("none") << QByteArray("") << 0 << "end";
    QTest::newRow("three") << QByteArray("19 40 100000") << 0 << "19 40 100000 end";
    QTest::newRow("cut in a header") << QByteArray("40 19") << 5 << "40 mysql.binlog.corrupt";
    QTest::newRow("cut in a body") << QByteArray("40 50000") << 1 << "40 mysql.binlog.corrupt";
    QTest::newRow("larger than the buffer")
        << QByteArray("9000000 19 20000000 30") << 0 << "9000000 19 20000000 30 end";
}

void TestPayload::events()
{
    QFETCH(QByteArray, plain);
    QFETCH(int, cut);
    QFETCH(QString, walk);
    std::vector<uint8_t> bytes;
    for (const QByteArray &size : plain.split(' ')) {
        if (!size.isEmpty()) {
            const auto event = innerEvent(size.toUInt(), 7);
            bytes.insert(bytes.end(), event.begin(), event.end());
        }
    }
    bytes.resize(bytes.size() - size_t(cut));
    QCOMPARE(::walk(payloadOf(bytes, PayloadCompression::None)), walk);
    QCOMPARE(::walk(payloadOf(compressed(bytes), PayloadCompression::Zstd)), walk);
}

// Cut at any place, also where the plain bytes so far end with an event.
void TestPayload::cutPayloadsAreRefused()
{
    std::vector<uint8_t> plain;
    for (int i = 0; i < 20; ++i) {
        const auto event = innerEvent(5000, uint8_t(i));
        plain.insert(plain.end(), event.begin(), event.end());
    }
    const auto whole = compressed(plain);
    for (size_t size = 1; size < whole.size(); ++size) {
        const std::vector<uint8_t> cut(whole.begin(), whole.begin() + std::ptrdiff_t(size));
        QVERIFY2(walk(payloadOf(cut, PayloadCompression::Zstd)).endsWith(QStringLiteral("corrupt")),
            qPrintable(QString::number(size)));
    }
}

// 1.2 GB of events in some hundred kilobytes.
void TestPayload::hugePayloadNeedsLittleMemory()
{
    constexpr uint32_t kEventBytes = 8192;
    constexpr int kEvents = 150'000;
    const auto event = innerEvent(kEventBytes, 0);
    std::vector<uint8_t> bytes(1024 * 1024);
    ZSTD_CCtx *context = ZSTD_createCCtx();
    ZSTD_outBuffer out{bytes.data(), bytes.size(), 0};
    for (int i = 0; i < kEvents; ++i) {
        ZSTD_inBuffer in{event.data(), event.size(), 0};
        QVERIFY(
            !ZSTD_isError(ZSTD_compressStream2(context, &out, &in, i + 1 < kEvents ? ZSTD_e_continue : ZSTD_e_end)));
        QCOMPARE(in.pos, in.size);
    }
    ZSTD_freeCCtx(context);
    bytes.resize(out.pos);

    const uint64_t before = residentBytes();
    PayloadReader reader(payloadOf(bytes, PayloadCompression::Zstd));
    uint64_t total = 0;
    while (true) {
        const auto next = reader.next();
        QVERIFY(next);
        if (!*next) {
            break;
        }
        total += (*next)->size();
    }
    QCOMPARE(total, uint64_t(kEventBytes) * kEvents);
    const uint64_t after = residentBytes();
    QVERIFY2(after < before + 32 * 1024 * 1024, qPrintable(QString::number((after - before) / 1024)));
}

void TestPayload::claimedSizesAllocateNothing()
{
    auto event = innerEvent(64, 1);
    const uint32_t claimed = 0xFFFFFFF0;
    std::memcpy(event.data() + 9, &claimed, sizeof claimed);
    const uint64_t before = residentBytes();
    QCOMPARE(walk(payloadOf(compressed(event), PayloadCompression::Zstd)), QStringLiteral("mysql.binlog.corrupt"));
    QCOMPARE(walk(payloadOf(event, PayloadCompression::None)), QStringLiteral("mysql.binlog.corrupt"));
    const uint32_t none = 0;
    std::memcpy(event.data() + 9, &none, sizeof none);
    QCOMPARE(walk(payloadOf(event, PayloadCompression::None)), QStringLiteral("mysql.binlog.corrupt"));
    QCOMPARE(walk(payloadOf(bytesOf("00 01 02 03"), PayloadCompression::Zstd)), QStringLiteral("mysql.binlog.corrupt"));
    QVERIFY(residentBytes() < before + 32 * 1024 * 1024);
}

QTEST_GUILESS_MAIN(TestPayload)
#include "tst_payload.moc"
