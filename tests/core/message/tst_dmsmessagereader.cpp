// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/DmsMessageReader.h"

#include <QTest>

using namespace rowcast;

class DmsMessageReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void forgetsTheMessageBefore();
};

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

// "sound|record-type operation key-type schema.table transaction|body|before"
QString described(DmsMessageReader &reader, const QByteArray &value)
{
    DmsMessageParts parts;
    const bool isSound = reader.read({value.constData(), size_t(value.size())}, parts);
    return QStringLiteral("%1|%2 %3 %4 %5.%6 %7|%8|%9")
        .arg(isSound ? QStringLiteral("sound") : QStringLiteral("broken"), text(parts.recordType),
            text(parts.operation), text(parts.keyType), text(parts.schema), text(parts.table))
        .arg(parts.transaction)
        .arg(text(parts.body), text(parts.before));
}

const QByteArray kMetadata = R"("metadata":{"timestamp":"t","record-type":"data","operation":"update",)"
                             R"("partition-key-type":"primary-key","schema-name":"가게","table-name":"g\"ift",)"
                             R"("transaction-id":12})";

} // namespace

void DmsMessageReaderTest::reads_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("parts");
    const auto sound = [](const char *bodies) {
        return QStringLiteral("sound|data update primary-key 가게.g\"ift 12") + QString::fromLatin1(bodies);
    };
    QTest::newRow("data") << "{\"data\":{\"id\":1}," + kMetadata + "}" << sound("|{\"id\":1}|");
    QTest::newRow("white space behind an object")
        << "{ \"data\" : {\"id\": 1 } \n, " + kMetadata + " }" << sound("|{\"id\": 1 }|");
    QTest::newRow("control") << "{\"control\":{\"a\":{}}," + kMetadata + "}" << sound("|{\"a\":{}}|");
    QTest::newRow("before image") << "{\"data\":{\"id\":1},\"before\":{\"id\":2}," + kMetadata + "}"
                                  << sound("|{\"id\":1}|{\"id\":2}");
    QTest::newRow("metadata first") << "{" + kMetadata + ",\"data\":{}}" << sound("|{}|");
    QTest::newRow("data is no object") << "{\"data\":\"x\"," + kMetadata + "}" << sound("||");
    QTest::newRow("metadata is no object")
        << QByteArray(R"({"data":{"id":1},"metadata":[]})") << QStringLiteral("broken|   . 0|{\"id\":1}|");
    QTest::newRow("a name that is no text")
        << QByteArray(R"({"data":{"id":1},"metadata":{"operation":5}})") << QStringLiteral("broken|   . 0|{\"id\":1}|");
    QTest::newRow("a transaction that is no number")
        << QByteArray(R"({"metadata":{"transaction-id":"x","operation":"load"}})")
        << QStringLiteral("sound| load  . 0||");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("broken|   . 0||");
    QTest::newRow("an array") << QByteArray("[1]") << QStringLiteral("broken|   . 0||");
    QTest::newRow("other JSON") << QByteArray("{\"a\":1}") << QStringLiteral("sound|   . 0||");
}

void DmsMessageReaderTest::reads()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, parts);
    DmsMessageReader reader("before");
    QCOMPARE(described(reader, value), parts);
}

void DmsMessageReaderTest::forgetsTheMessageBefore()
{
    DmsMessageReader reader;
    QVERIFY(described(reader, "{\"data\":{\"id\":1}," + kMetadata + "}").startsWith(QStringLiteral("sound|data")));
    QCOMPARE(described(reader, "{}"), QStringLiteral("sound|   . 0||"));
}

QTEST_GUILESS_MAIN(DmsMessageReaderTest)
#include "tst_dmsmessagereader.moc"
