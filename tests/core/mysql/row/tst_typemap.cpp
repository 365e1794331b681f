// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/row/ColumnType.h"
#include "core/mysql/row/TypeMap.h"

#include <QtTest>

using namespace rowcast;
using namespace rowcast::mysql;

namespace {

TableDefinition tableOf(std::initializer_list<const char *> types)
{
    TableDefinition definition;
    definition.id = {"shop", "t"};
    for (const char *type : types) {
        ColumnDefinition column;
        column.name = "c" + std::to_string(definition.columns.size());
        column.type = type;
        definition.columns.push_back(column);
    }
    return definition;
}

// "NUMERIC(10,2)", "WSTRING 20", "BLOB lob"
QString dmsText(const Column &column)
{
    const std::string_view name = dmsTypeName(column.type);
    QString text = QString::fromLatin1(name.data(), qsizetype(name.size()));
    if (column.length > 0) {
        text += QStringLiteral(" %1").arg(column.length);
    }
    if (column.precision > 0) {
        text += QStringLiteral("(%1,%2)").arg(column.precision).arg(column.scale);
    } else if (column.scale > 0) {
        text += QStringLiteral(" .%1").arg(column.scale);
    }
    return column.isLob ? text + QStringLiteral(" lob") : text;
}

} // namespace

class TestTypeMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dmsTypes_data();
    void dmsTypes();
    void labels_data();
    void labels();
    void keyAndOrder();
    void unknownTypes();
    void selectExpressions_data();
    void selectExpressions();
};

void TestTypeMap::dmsTypes_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("dms");
    const auto add = [](const char *type, const char *dms) {
        QTest::newRow(type) << QString::fromUtf8(type) << QString::fromLatin1(dms);
    };
    add("tinyint", "INT1");
    add("tinyint(1)", "INT1");
    add("tinyint unsigned", "UINT1");
    add("smallint(6)", "INT2");
    add("smallint(5) unsigned", "UINT2");
    add("mediumint", "INT4");
    add("mediumint unsigned", "UINT4");
    add("int(11)", "INT4");
    add("int(10) unsigned zerofill", "UINT4");
    add("bigint", "INT8");
    add("bigint unsigned", "UINT8");
    add("decimal(10,2)", "NUMERIC(10,2)");
    add("decimal(65,30) unsigned", "NUMERIC(65,30)");
    add("decimal", "NUMERIC(10,0)");
    add("float", "REAL8");
    add("float(7,4)", "REAL8");
    add("double", "REAL8");
    add("double(10,2) unsigned", "REAL8");
    add("bit(1)", "BOOLEAN");
    add("bit(7)", "BYTES 1");
    add("bit(64)", "BYTES 8");
    add("year", "INT2");
    add("year(4)", "INT2");
    add("date", "DATE");
    add("time", "STRING 10");
    add("time(6)", "STRING 17 .6");
    add("datetime", "DATETIME");
    add("datetime(3)", "DATETIME .3");
    add("timestamp(6)", "DATETIME .6");
    add("datetime /* mariadb-5.3 */", "DATETIME");
    add("char(3)", "WSTRING 3");
    add("varchar(255)", "WSTRING 255");
    add("varchar(2000) /*M!100301 COMPRESSED*/", "WSTRING 2000");
    add("tinytext", "WSTRING 255");
    add("text", "WSTRING 65535");
    add("mediumtext", "NCLOB 16777215 lob");
    add("longtext", "NCLOB 4294967295 lob");
    add("binary(16)", "BYTES 16");
    add("varbinary(300)", "BYTES 300");
    add("tinyblob", "BYTES 255");
    add("blob", "BYTES 65535");
    add("mediumblob", "BLOB 16777215 lob");
    add("longblob", "BLOB 4294967295 lob");
    add("enum('a','long one','ü')", "WSTRING 8");
    add("set('a','b','cd')", "WSTRING 6");
    add("json", "CLOB lob");
    add("point", "BLOB lob");
    add("geometry", "BLOB lob");
    add("geomcollection", "BLOB lob");
    add("vector(3)", "BYTES 12");
    add("uuid", "WSTRING 36");
    add("inet4", "WSTRING 15");
    add("inet6", "WSTRING 39");
}

void TestTypeMap::dmsTypes()
{
    QFETCH(QString, type);
    QFETCH(QString, dms);
    const auto layout = layoutOf(tableOf({type.toUtf8().constData()}));
    QVERIFY2(layout, layout ? "" : qPrintable(layout.error().text()));
    QCOMPARE(dmsText(layout->schema->columns[0]), dms);
    QCOMPARE(layout->schema->columns[0].sourceType, type.toStdString());
}

void TestTypeMap::labels_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("labels"); // with a bar between
    QTest::newRow("plain") << "enum('a','b')"
                           << "a|b";
    QTest::newRow("quote") << "enum('it''s','')"
                           << "it's|";
    QTest::newRow("comma and bracket") << "set('x)','y;')"
                                       << "x)|y;";
    QTest::newRow("escapes") << R"(enum('a\\b','c\nd'))"
                             << "a\\b|c\nd";
    QTest::newRow("words of types") << "enum('unsigned','COMPRESSED')"
                                    << "unsigned|COMPRESSED";
    QTest::newRow("unclosed") << "enum('a"
                              << "a";
}

void TestTypeMap::labels()
{
    QFETCH(QString, type);
    QFETCH(QString, labels);
    const ColumnType parsed = ColumnType::parse(type.toStdString());
    QStringList found;
    for (const std::string &label : parsed.labels) {
        found += QString::fromStdString(label);
    }
    QCOMPARE(found.join(u'|'), labels);
    QVERIFY(!parsed.isUnsigned);
    QVERIFY(!parsed.isCompressed);
}

void TestTypeMap::keyAndOrder()
{
    TableDefinition definition = tableOf({"int", "varchar(10)", "int"});
    definition.columns[1].generated = Generated::Virtual;
    definition.columns[2].invisible = true;
    definition.columns[2].nullable = false;
    definition.collation = "utf8mb4_bin";
    definition.primaryKey = {"c2", "c0"};
    const auto layout = layoutOf(definition);
    QVERIFY(layout);
    QCOMPARE(layout->schema->key, (std::vector<uint16_t>{2, 0}));
    QCOMPARE(layout->columns.size(), size_t(3));
    QCOMPARE(layout->schema->columns[1].name, std::string("c1"));
    QVERIFY(!layout->schema->columns[2].nullable);
    QCOMPARE(layout->schema->collation, std::string("utf8mb4_bin"));
    QCOMPARE(layout->schema->id.dotted(), std::string("shop.t"));
}

void TestTypeMap::unknownTypes()
{
    const auto type = layoutOf(tableOf({"int", "hologram(3)"}));
    QVERIFY(!type);
    QCOMPARE(type.error().code, QStringLiteral("mysql.type.unknown"));
    QVERIFY(type.error().cause.contains(QStringLiteral("hologram(3)")));
    QVERIFY(type.error().cause.contains(QStringLiteral("c1")));
    TableDefinition versioned = tableOf({"int"});
    versioned.isVersioned = true;
    const auto history = layoutOf(versioned);
    QCOMPARE(history ? QString() : history.error().code, QStringLiteral("mysql.table.versioned"));
    TableDefinition definition = tableOf({"varchar(3)"});
    definition.columns[0].charset = "klingon";
    const auto charset = layoutOf(definition);
    QVERIFY(!charset);
    QVERIFY(charset.error().detail.contains(QStringLiteral("klingon")));
}

void TestTypeMap::selectExpressions_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("charset");
    QTest::addColumn<QString>("expression");
    QTest::newRow("integer") << "int(11)"
                             << ""
                             << "`a``b`";
    QTest::newRow("float") << "float"
                           << ""
                           << "(`a``b` * 1e0)";
    QTest::newRow("double") << "double unsigned"
                            << ""
                            << "(`a``b` * 1e0)";
    QTest::newRow("float with digits") << "float(7,4)"
                                       << ""
                                       << "`a``b`";
    QTest::newRow("utf8mb4") << "varchar(10)"
                             << "utf8mb4"
                             << "`a``b`";
    QTest::newRow("latin1") << "varchar(10)"
                            << "latin1"
                            << "CONVERT(`a``b` USING binary)";
    QTest::newRow("utf8mb3") << "text"
                             << "utf8mb3"
                             << "CONVERT(`a``b` USING binary)";
    QTest::newRow("enum") << "enum('a')"
                          << "latin1"
                          << "`a``b`";
    QTest::newRow("json") << "json"
                          << ""
                          << "`a``b`";
    QTest::newRow("bit") << "bit(9)"
                         << ""
                         << "`a``b`";
    QTest::newRow("unknown") << "hologram"
                             << ""
                             << "`a``b`";
}

void TestTypeMap::selectExpressions()
{
    QFETCH(QString, type);
    QFETCH(QString, charset);
    QFETCH(QString, expression);
    ColumnDefinition column;
    column.name = "a`b";
    column.type = type.toStdString();
    column.charset = charset.toStdString();
    QCOMPARE(QString::fromStdString(selectExpression(column)), expression);
}

QTEST_GUILESS_MAIN(TestTypeMap)
#include "tst_typemap.moc"
