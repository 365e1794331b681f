// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/gtid/GtidSet.h"
#include "core/mysql/gtid/MariaDbGtid.h"
#include "tests/core/mysql/Bytes.h"

#include <QtTest>

using namespace rowcast;
using namespace rowcast::mysql;

namespace {

constexpr const char *kA = "3e11fa47-71ca-11e1-9e33-c80aa9429562";
constexpr const char *kB = "fc2b1a00-0000-11e1-9e33-c80aa9429562";

// "A:1-5" with the uuids put in.
std::string full(const char *shortened)
{
    return QString::fromLatin1(shortened)
        .replace(u'A', QLatin1String(kA))
        .replace(u'B', QLatin1String(kB))
        .toStdString();
}

GtidSet set(const char *shortened)
{
    auto parsed = GtidSet::parse(full(shortened));
    return parsed ? *parsed : GtidSet();
}

} // namespace

class TestGtidSet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void wrongTexts_data();
    void wrongTexts();
    void operations();
    void numbersJoinIntervals();
    void binaryForms();
    void serversBinaryForms();
    void wrongBinaryForms_data();
    void wrongBinaryForms();
    void mariaDb();
};

void TestGtidSet::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("normal");
    QTest::newRow("empty") << ""
                           << "";
    QTest::newRow("one") << "A:7"
                         << "A:7";
    QTest::newRow("unsorted") << "A:7-9:1-5"
                              << "A:1-5:7-9";
    QTest::newRow("touching") << "A:1-5:6:7-9"
                              << "A:1-9";
    QTest::newRow("overlapping") << "A:1-5:3-9,A:9-12"
                                 << "A:1-12";
    QTest::newRow("two servers, as SHOW prints them") << "B:1,\nA:1-3"
                                                      << "A:1-3,B:1";
    QTest::newRow("blanks") << " A : 1 - 5 , B:2 "
                            << "A:1-5,B:2";
    QTest::newRow("tag") << "A:1-6:mytag:1-2"
                         << "A:1-6:mytag:1-2";
    QTest::newRow("tags only, upper case") << "A:Zeta:4:_a1:1-2"
                                           << "A:_a1:1-2:zeta:4";
    QTest::newRow("empty interval") << "A:5-3:7"
                                    << "A:7";
    QTest::newRow("largest") << "A:9223372036854775806"
                             << "A:9223372036854775806";
    QTest::newRow("trailing comma") << "A:1,"
                                    << "A:1";
}

void TestGtidSet::texts()
{
    QFETCH(QString, text);
    QFETCH(QString, normal);
    const auto parsed = GtidSet::parse(full(text.toLatin1().constData()));
    QVERIFY(parsed);
    QCOMPARE(parsed->text(), full(normal.toLatin1().constData()));
}

void TestGtidSet::wrongTexts_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"A", "A:", "A:0", "A:1-", "A:-1", "A:x-y", "A:9223372036854775807", "3e11fa47:1",
             "3e11fa47-71ca-11e1-9e33-c80aa942956g:1", "A:1:tag", "A:1-2-3", "A:9tag:1", "0-1-5",
             "A:a23456789012345678901234567890123:1"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void TestGtidSet::wrongTexts()
{
    QFETCH(QString, text);
    const auto parsed = GtidSet::parse(full(text.toLatin1().constData()));
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, QStringLiteral("mysql.gtid.invalid"));
}

void TestGtidSet::operations()
{
    GtidSet rest = set("A:1-10:20-30,B:1-3:tag:1-5");
    rest.subtract(set("A:5-22:25:40,B:1-3,B:tag:2"));
    QCOMPARE(rest.text(), full("A:1-4:23-24:26-30,B:tag:1:3-5"));
    rest.subtract(rest);
    QVERIFY(rest.isEmpty());
    QCOMPARE(set("A:1-10:20-30,B:1").intersection(set("A:5-25,B:2")).text(), full("A:5-10:20-25"));
    QVERIFY(set("A:1-10,B:1-4").contains(set("A:2-3:5,B:4")));
    QVERIFY(!set("A:1-10").contains(set("A:2-11")));
    QVERIFY(!set("A:1-10").contains(set("A:tag:1")));
    QVERIFY(set("A:1").contains(set("")));
    GtidSet sum = set("A:1-3");
    sum.add(set("A:5,B:tag:1"));
    QCOMPARE(sum.text(), full("A:1-3:5,B:tag:1"));
    QCOMPARE(sum.count(), uint64_t(5));
    QVERIFY(sum.hasTags());
}

void TestGtidSet::numbersJoinIntervals()
{
    GtidSet all;
    const GtidSource source{*parseUuid(kA), {}};
    for (const unsigned number : {1U, 2U, 3U, 10U, 5U, 4U, 9U, 2U, 7U, 6U, 8U}) {
        all.add(source, number);
    }
    QCOMPARE(all.text(), full("A:1-10"));
    QVERIFY(all.contains(source, 10));
    QVERIFY(!all.contains(source, 11));
    QVERIFY(!all.contains(source, 0));
    QVERIFY(!all.contains(GtidSource{*parseUuid(kB), {}}, 1));
    QCOMPARE(source.text(), std::string(kA));
}

void TestGtidSet::binaryForms()
{
    for (const char *text : {"", "A:1-5:7", "A:1,B:2-3", "A:1-6:mytag:1-2", "A:a:1:b:2,B:7"}) {
        const GtidSet original = set(text);
        const std::string binary = original.binary();
        const auto back = GtidSet::fromBinary({reinterpret_cast<const uint8_t *>(binary.data()), binary.size()});
        QVERIFY(back);
        QCOMPARE(back->text(), original.text());
    }
    QCOMPARE(set("A:1-5").binary(),
        textOf("0100000000000000 3e11fa4771ca11e19e33c80aa9429562 0100000000000000"
               "0100000000000000 0600000000000000"));
}

// PREVIOUS_GTIDS of MySQL 9.7 after `SET gtid_next='AUTOMATIC:mytag'`.
void TestGtidSet::serversBinaryForms()
{
    const auto tagged = GtidSet::fromBinary(bytesOf(
        "0102000000000001 d191adcae6f611f18abe02fc00000001 00 0100000000000000 0100000000000000 0700000000000000"
        "d191adcae6f611f18abe02fc00000001 0a6d79746167 0100000000000000 0100000000000000 0200000000000000"));
    QVERIFY(tagged);
    QCOMPARE(tagged->text(), std::string("d191adca-e6f6-11f1-8abe-02fc00000001:1-6:mytag:1"));
}

void TestGtidSet::wrongBinaryForms_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("more sources than bytes") << QByteArray("ffffffffffffff00");
    QTest::newRow("bytes behind") << QByteArray("0000000000000000 00");
    const QByteArray uuid = "0100000000000000 3e11fa4771ca11e19e33c80aa9429562 ";
    QTest::newRow("more intervals than bytes") << uuid + "ffffffffffffffff";
    QTest::newRow("empty interval") << uuid + "0100000000000000 0500000000000000 0500000000000000";
    QTest::newRow("tag that is none") << QByteArray("0101000000000001 3e11fa4771ca11e19e33c80aa9429562 06 613a31"
                                                    "0100000000000000 0100000000000000 0500000000000000");
    QTest::newRow("interval from zero") << uuid + "0100000000000000 0000000000000000 0500000000000000";
}

void TestGtidSet::wrongBinaryForms()
{
    QFETCH(QByteArray, bytes);
    const auto parsed = GtidSet::fromBinary(bytesOf(bytes.constData()));
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, QStringLiteral("mysql.binlog.corrupt"));
}

void TestGtidSet::mariaDb()
{
    auto list = MariaDbGtidList::parse(" 1-1-9,0-1-270 ");
    QVERIFY(list);
    QCOMPARE(list->text(), std::string("0-1-270,1-1-9"));
    QVERIFY(list->contains(*MariaDbGtid::parse("0-2-270")));
    QVERIFY(!list->contains(*MariaDbGtid::parse("0-1-271")));
    QVERIFY(!list->contains(*MariaDbGtidList::parse("2-1-1")));
    QVERIFY(list->contains(*MariaDbGtidList::parse("1-1-1")));
    list->set({0, 2, 271});
    QCOMPARE(list->text(), std::string("0-2-271,1-1-9"));
    QVERIFY(MariaDbGtidList::parse("")->isEmpty());
    for (const char *wrong : {"0-1", "0-1-x", "a", "0-1-2,0-1-3", "0-1-2-3", "4294967296-1-1", "-1-1-1", "0-1-1,,"}) {
        const auto parsed = MariaDbGtidList::parse(wrong);
        QVERIFY2(!parsed, wrong);
        QCOMPARE(parsed.error().code, QStringLiteral("mysql.gtid.invalid"));
    }
}

QTEST_GUILESS_MAIN(TestGtidSet)
#include "tst_gtidset.moc"
