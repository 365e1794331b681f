// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mapping/NamePattern.h"

#include <QElapsedTimer>
#include <QTest>

#include <string>

using namespace rowcast;

class TestNamePattern : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void matches_data();
    void matches();
    void knowsLiterals_data();
    void knowsLiterals();
    void takesNamesAsTheyAre();
    void knowsMalformed_data();
    void knowsMalformed();
    void staysQuick();
};

void TestNamePattern::matches_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isMatch");
    const auto add = [](const char *row, const char *pattern, const char *name, bool isMatch) {
        QTest::newRow(row) << QByteArray(pattern) << QByteArray(name) << isMatch;
    };
    add("same", "gift", "gift", true);
    add("case counts", "gift", "Gift", false);
    add("any run", "%", "anything", true);
    add("any run, empty", "%", "", true);
    add("lead", "shop%", "shop_1", true);
    add("lead, other", "shop%", "ashop", false);
    add("tail", "%_log", "xlog", true);
    add("tail needs a character", "%_log", "log", false);
    add("middle", "a%b%c", "a12b34c", true);
    add("middle, out of order", "a%b%c", "a12c34b", false);
    add("retry", "%ab", "aab", true);
    add("one character", "t_", "t1", true);
    add("one character, two", "t_", "t12", false);
    add("one character beyond ASCII", "t_", "tü", true);
    add("one character beyond the plane", "t_", "t😀", true);
    add("literal underscore", "t[_]1", "t_1", true);
    add("literal underscore, other", "t[_]1", "tx1", false);
    add("literal percent", "t[%]", "t%", true);
    add("set", "t[ab]", "tb", true);
    add("set, outside", "t[ab]", "tc", false);
    add("range", "t[a-d]", "td", true);
    add("range, outside", "t[a-d]", "te", false);
    add("range and character", "t[0-9x]", "tx", true);
    add("range beyond ASCII", "[가-힣]%", "한글", true);
    add("hyphen at the end", "t[a-]", "t-", true);
    add("never closed", "t[a", "t[a", true);
    add("empty brackets", "t[]", "t[]", true);
    add("empty pattern", "", "", true);
    add("empty pattern, name", "", "x", false);
    add("broken bytes", "t_", "t\xff", true);
    add("broken bytes are not letters", "t\xff", "t\xfe", false);
}

void TestNamePattern::matches()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, name);
    QTEST(NamePattern(pattern.toStdString()).matches(name.toStdString()), "isMatch");
}

void TestNamePattern::knowsLiterals_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<bool>("isLiteral");
    QTest::addColumn<QByteArray>("literal");
    QTest::newRow("name") << QByteArray("gift") << true << QByteArray("gift");
    QTest::newRow("brackets") << QByteArray("order[_]items[%]") << true << QByteArray("order_items%");
    QTest::newRow("percent") << QByteArray("gift%") << false << QByteArray();
    QTest::newRow("underscore") << QByteArray("order_items") << false << QByteArray();
    QTest::newRow("set") << QByteArray("t[ab]") << false << QByteArray();
}

void TestNamePattern::knowsLiterals()
{
    QFETCH(QByteArray, pattern);
    const NamePattern made(pattern.toStdString());
    QTEST(made.isLiteral(), "isLiteral");
    QTEST(QByteArray::fromStdString(made.literal()), "literal");
}

void TestNamePattern::takesNamesAsTheyAre()
{
    const NamePattern made = NamePattern::ofName("a_[b]%");
    QVERIFY(made.matches("a_[b]%"));
    QVERIFY(!made.matches("ax[b]%"));
}

void TestNamePattern::knowsMalformed_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<bool>("isWellFormed");
    QTest::newRow("name") << QByteArray("gift_%") << true;
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("set") << QByteArray("a[bc]d[x-z]") << true;
    QTest::newRow("hyphens at the ends") << QByteArray("[-a][a-]") << true;
    QTest::newRow("one bracket") << QByteArray("[[]") << true;
    QTest::newRow("closing bracket alone") << QByteArray("a]") << true;
    QTest::newRow("range beyond ASCII") << QByteArray("[가-힣]") << true;
    QTest::newRow("never closed") << QByteArray("[ab") << false;
    QTest::newRow("last is an opening one") << QByteArray("ab[") << false;
    QTest::newRow("second never closed") << QByteArray("[a][b") << false;
    QTest::newRow("nothing inside") << QByteArray("a[]") << false;
    QTest::newRow("downwards") << QByteArray("[z-a]") << false;
    QTest::newRow("downwards behind others") << QByteArray("[a-z09-0]") << false;
}

void TestNamePattern::knowsMalformed()
{
    QFETCH(QByteArray, pattern);
    QTEST(NamePattern::isWellFormed(pattern.toStdString()), "isWellFormed");
}

// A pattern that makes backtracking matchers take for ever.
void TestNamePattern::staysQuick()
{
    std::string pattern;
    for (int i = 0; i < 50; ++i) {
        pattern += "%a";
    }
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!NamePattern(pattern + 'b').matches(std::string(2000, 'a')));
    QVERIFY2(timer.elapsed() < 5000, "matching is not bounded by pattern times name");
}

QTEST_APPLESS_MAIN(TestNamePattern)
#include "tst_namepattern.moc"
