// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/validation/RowMessageReader.h"

#include <QTest>

using namespace rowcast;

class RowMessageReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void keys_data();
    void keys();
    void keysWithEscapedNames_data();
    void keysWithEscapedNames();
};

namespace {

QByteArray message(const QByteArray &body, const QByteArray &recordType, const QByteArray &operation)
{
    return "{" + body + R"("metadata":{"timestamp":"t","record-type":")" + recordType + R"(","operation":")" + operation
        + R"(","partition-key-type":"primary-key","schema-name":"shop","table-name":"gift"}})";
}

} // namespace

void RowMessageReaderTest::reads_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected"); // kind table data before; "-": no message
    const QByteArray row = R"("data":{"id":1,"n":"x"},)";
    QTest::newRow("load") << message(row, "data", "load") << QStringLiteral("0 shop.gift {\"id\":1,\"n\":\"x\"} ");
    QTest::newRow("insert") << message(row, "data", "insert") << QStringLiteral("0 shop.gift {\"id\":1,\"n\":\"x\"} ");
    QTest::newRow("update with before image") << message(row + R"("bi":{"id":2},)", "data", "update")
                                              << QStringLiteral("1 shop.gift {\"id\":1,\"n\":\"x\"} {\"id\":2}");
    QTest::newRow("delete") << message(R"("data": {"id": 1 } ,)", "data", "delete")
                            << QStringLiteral("2 shop.gift {\"id\": 1 } ");
    QTest::newRow("drop-table") << message(R"("control":{},)", "control", "drop-table")
                                << QStringLiteral("3 shop.gift  ");
    QTest::newRow("create-table") << message(R"("control":{"a":1},)", "control", "create-table")
                                  << QStringLiteral("4 shop.gift  ");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("-");
    QTest::newRow("text") << QByteArray("hello") << QStringLiteral("-");
    QTest::newRow("cut off") << message(row, "data", "load").chopped(20) << QStringLiteral("-");
    QTest::newRow("no data") << message("", "data", "load") << QStringLiteral("-");
    QTest::newRow("data is text") << message(R"("data":"x",)", "data", "load") << QStringLiteral("-");
}

void RowMessageReaderTest::reads()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, expected);
    RowMessageReader reader("bi");
    const auto read = reader.read({value.constData(), size_t(value.size())});
    const auto text = [](std::string_view view) { return QString::fromUtf8(view.data(), qsizetype(view.size())); };
    const QString found = read ? QStringLiteral("%1 %2.%3 %4 %5")
                                     .arg(int(read->kind))
                                     .arg(text(read->schema), text(read->table), text(read->data), text(read->before))
                               : QStringLiteral("-");
    QCOMPARE(found, expected);
}

void RowMessageReaderTest::keys_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("key");
    QTest::newRow("one of two") << QByteArray(R"({"id":1})") << QStringLiteral("-");
    QTest::newRow("both, in the key's order")
        << QByteArray(R"({"b":"x, y","id":1,"c":0})") << QStringLiteral("1, \"x, y\"");
    QTest::newRow("not an object") << QByteArray("[]") << QStringLiteral("-");
}

void RowMessageReaderTest::keys()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, key);
    RowMessageReader reader({});
    const auto found = reader.key(row.toStdString(), {"id", "b"});
    QCOMPARE(found ? QString::fromStdString(readableKey(*found)) : QStringLiteral("-"), key);
}

void RowMessageReaderTest::keysWithEscapedNames_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("key");
    QTest::newRow("in any order") << QByteArray(R"({"t\tab":3,"a\"":1,"plain":4,"b\\":2})")
                                  << QStringLiteral("1, 4, 2, 3");
    QTest::newRow("one is missing") << QByteArray(R"({"a\"":1,"plain":4,"b\\":2})") << QStringLiteral("-");
}

void RowMessageReaderTest::keysWithEscapedNames()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, key);
    RowMessageReader reader({});
    const auto found = reader.key(row.toStdString(), {"a\"", "plain", "b\\", "t\tab"});
    QCOMPARE(found ? QString::fromStdString(readableKey(*found)) : QStringLiteral("-"), key);
}

QTEST_GUILESS_MAIN(RowMessageReaderTest)
#include "tst_rowmessagereader.moc"
