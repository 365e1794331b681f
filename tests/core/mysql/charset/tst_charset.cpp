// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/charset/CharsetDecoder.h"
#include "core/mysql/charset/CollationCharset.h"
#include "tests/core/mysql/Bytes.h"

#include <QtTest>

using namespace rowcast;
using namespace rowcast::mysql;

// Expected texts are MySQL 8.0.33's: CONVERT(CONVERT(x'..' USING charset) USING utf8mb4).
class TestCharset : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void everyCharsetOfTheServersIsKnown();
    void plainAsciiIsNotCopied();
    void collations();
};

void TestCharset::texts_data()
{
    QTest::addColumn<QString>("charset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("replaced");
    const auto add = [](const char *charset, const char *name, const char *bytes, const char *text, int replaced = 0) {
        QTest::addRow("%s: %s", charset, name)
            << QString::fromLatin1(charset) << QByteArray(bytes) << QString::fromUtf8(text) << replaced;
    };
    add("utf8mb4", "emoji", "f09f9880", "😀");
    add("utf8mb4", "invalid", "61 ff c3", "a\uFFFD\uFFFD", 2);
    add("utf8mb4", "a stored U+FFFD is no loss", "efbfbd ff", "\uFFFD\uFFFD", 1);
    add("utf8mb3", "korean", "ed959c", "한");
    add("ascii", "upper half", "61 80 62", "a\uFFFDb", 1);
    add("latin1", "euro of cp1252", "80", "€");
    add("latin1", "the five that cp1252 lacks", "81 8d 8f 90 9d", "\u0081\u008d\u008f\u0090\u009d");
    add("latin1", "e acute", "e9", "é");
    add("latin2", "l stroke", "b3", "ł");
    add("cp1250", "undefined", "81 b3", "\uFFFDł", 1);
    add("cp1251", "cyrillic", "cff0e8", "При");
    add("koi8r", "cyrillic", "f0d2c9", "При");
    add("cp850", "box", "c4", "─");
    add("swe7", "letters in place of signs", "5b 5c 5d 7b 7c 7d 40 60", "ÄÖÅäöåÉé");
    add("tis620", "thai", "a1", "ก");
    add("ucs2", "han", "65e5", "日");
    add("ucs2", "surrogate and odd byte", "d800 0041 00", "\uFFFDA\uFFFD", 2);
    add("utf16", "pair", "d83dde00", "😀");
    add("utf16", "half a pair", "d83d 0041", "\uFFFDA", 1);
    add("utf16", "low half alone", "de00", "\uFFFD", 1);
    add("utf16le", "pair", "3dd800de", "😀");
    add("utf32", "emoji", "0001f600", "😀");
    add("utf32", "beyond and cut", "00110000 0000d800 00", "\uFFFD\uFFFD\uFFFD", 3);
    add("sjis", "backslash and tilde stay", "5c 7e", "\\~");
    add("sjis", "wave dash", "8160", "〜");
    add("sjis", "815F is a backslash", "815f", "\\");
    add("cp932", "wave dash is a tilde", "8160", "～");
    add("cp932", "half-width katakana", "b1", "ｱ");
    add("cp932", "lead alone", "81", "\uFFFD", 1);
    add("ujis", "three bytes", "8fb0a1", "丂");
    add("ujis", "user-defined", "f5a1", "\uE000");
    add("eucjpms", "tilde", "a1c1", "～");
    add("eucjpms", "control", "85", "\uFFFD", 1);
    add("big5", "han", "a4a4a4e5", "中文");
    add("big5", "hiragana of the server's own rows", "c6a5", "ぁ");
    add("big5", "not mapped", "a15a", "\uFFFDZ", 1);
    add("gbk", "han", "d6d0", "中");
    add("gbk", "euro of newer tables", "80", "\uFFFD", 1);
    add("gb2312", "han", "d6d0", "中");
    add("euckr", "han", "c7d1", "한");
    add("euckr", "cp949's", "8141", "갂");
    add("gb18030", "four bytes", "81308130", "\u0080");
    add("gb18030", "supplementary", "9439fc36", "😀");
    add("gb18030", "corrected", "a6d9", "\uE78D");
    add("gb18030", "beyond", "e3329a36", "\uFFFD2\uFFFD6", 2);
    add("binary", "as UTF-8", "c3a9", "é");
}

void TestCharset::texts()
{
    QFETCH(QString, charset);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(int, replaced);
    const CharsetDecoder *decoder = CharsetDecoder::find(charset.toStdString());
    QVERIFY(decoder != nullptr);
    Arena arena;
    uint64_t count = 0;
    const std::string stored = textOf(bytes.constData());
    const std::string_view decoded = decoder->decode(stored, arena, count);
    QCOMPARE(QString::fromUtf8(decoded.data(), qsizetype(decoded.size())), text);
    QCOMPARE(int(count), replaced);
}

// SHOW CHARACTER SET of MySQL 9.7 and MariaDB 10.11.
void TestCharset::everyCharsetOfTheServersIsKnown()
{
    for (const char *name : {"armscii8", "ascii", "big5", "binary", "cp1250", "cp1251", "cp1256", "cp1257", "cp850",
             "cp852", "cp866", "cp932", "dec8", "eucjpms", "euckr", "gb18030", "gb2312", "gbk", "geostd8", "greek",
             "hebrew", "hp8", "keybcs2", "koi8r", "koi8u", "latin1", "latin2", "latin5", "latin7", "macce", "macroman",
             "sjis", "swe7", "tis620", "ucs2", "ujis", "utf16", "utf16le", "utf32", "utf8", "utf8mb3", "utf8mb4"}) {
        QVERIFY2(CharsetDecoder::find(name) != nullptr, name);
        QCOMPARE(CharsetDecoder::find(name), CharsetDecoder::find(name));
    }
    QVERIFY(CharsetDecoder::find("klingon") == nullptr);
    QVERIFY(CharsetDecoder::find("") == nullptr);
}

void TestCharset::plainAsciiIsNotCopied()
{
    const std::string text = "only plain letters";
    for (const char *name : {"utf8mb4", "latin1", "sjis", "gb18030", "ascii"}) {
        Arena arena;
        uint64_t replaced = 0;
        QVERIFY2(CharsetDecoder::find(name)->decode(text, arena, replaced).data() == text.data(), name);
    }
}

void TestCharset::collations()
{
    QCOMPARE(std::string(charsetOfCollation(8)), std::string("latin1"));
    QCOMPARE(std::string(charsetOfCollation(33)), std::string("utf8mb3"));
    QCOMPARE(std::string(charsetOfCollation(63)), std::string("binary"));
    QCOMPARE(std::string(charsetOfCollation(255)), std::string("utf8mb4"));
    QCOMPARE(std::string(charsetOfCollation(248)), std::string("gb18030"));
    QCOMPARE(std::string(charsetOfCollation(1069)), std::string("utf8mb4")); // MariaDB: utf8mb4_general_nopad_ci
    QCOMPARE(std::string(charsetOfCollation(2304)), std::string("utf8mb4")); // MariaDB: utf8mb4_uca1400_ai_ci
    QCOMPARE(std::string(charsetOfCollation(17)), std::string());
    QCOMPARE(std::string(charsetOfCollation(60000)), std::string());
}

QTEST_GUILESS_MAIN(TestCharset)
#include "tst_charset.moc"
