// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/validation/JsonColumns.h"

#include <QTest>

using namespace rowcast;

class JsonColumnsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void differs_data();
    void differs();
    void refuses_data();
    void refuses();
    void writesWhatItRead();
};

void JsonColumnsTest::differs_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QString>("names");
    QTest::newRow("equal") << QByteArray(R"({"a":1})") << QByteArray(R"({ "a" : 1 })") << QString();
    QTest::newRow("digits count") << QByteArray(R"({"a":1.50})") << QByteArray(R"({"a":1.5})") << QStringLiteral("a");
    QTest::newRow("beyond 2^64") << QByteArray(R"({"a":99999999999999999999.1})")
                                 << QByteArray(R"({"a":99999999999999999999.2})") << QStringLiteral("a");
    QTest::newRow("left out: null") << QByteArray(R"({"a":1,"b":null})") << QByteArray(R"({"a":1})") << QString();
    QTest::newRow("left out: empty") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":1,"b":""})") << QString();
    QTest::newRow("null is not empty") << QByteArray(R"({"b":null})") << QByteArray(R"({"b":""})")
                                       << QStringLiteral("b");
    QTest::newRow("lacks a value") << QByteArray(R"({"a":1,"b":2})") << QByteArray(R"({"a":1})") << QStringLiteral("b");
    QTest::newRow("has one too many") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":1,"b":2})")
                                      << QStringLiteral("b");
    QTest::newRow("text and number") << QByteArray(R"({"a":"1"})") << QByteArray(R"({"a":1})") << QStringLiteral("a");
    QTest::newRow("several") << QByteArray(R"({"a":1,"b":"x","c":true})") << QByteArray(R"({"a":2,"b":"x","c":false})")
                             << QStringLiteral("a c");
}

void JsonColumnsTest::differs()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(QString, names);
    const auto leftColumns = jsonColumns(left.toStdString());
    const auto rightColumns = jsonColumns(right.toStdString());
    QVERIFY(leftColumns && rightColumns);
    QStringList found;
    for (const std::string &name : differingColumns(*leftColumns, *rightColumns)) {
        found << QString::fromStdString(name);
    }
    QCOMPARE(found.join(QLatin1Char(' ')), names);
}

void JsonColumnsTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("an array") << QByteArray("[1]");
    QTest::newRow("cut off") << QByteArray(R"({"a":)");
    QTest::newRow("no value") << QByteArray(R"({"a"})");
}

void JsonColumnsTest::refuses()
{
    QFETCH(QByteArray, text);
    QVERIFY(!jsonColumns(text.toStdString()));
}

void JsonColumnsTest::writesWhatItRead()
{
    const auto columns = jsonColumns(R"({"b":"x\"y","a\"q":[1, 2],"c":null})");
    QVERIFY(columns);
    QCOMPARE(jsonColumns(jsonObject(*columns)), columns);
}

QTEST_GUILESS_MAIN(JsonColumnsTest)
#include "tst_jsoncolumns.moc"
