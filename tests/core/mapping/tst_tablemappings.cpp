// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mapping/TableMappings.h"

#include <QTest>

using namespace rowcast;

namespace {

QByteArray selection(const char *id, const char *action, const char *schema, const char *table, const char *more = "")
{
    return QByteArray(R"({"rule-type":"selection","rule-id":")") + id + R"(","rule-name":"n)" + id
        + R"(","rule-action":")" + action + R"(","object-locator":{"schema-name":")" + schema + R"(","table-name":")"
        + table + "\"}" + more + '}';
}

QByteArray document(const QByteArrayList &rules)
{
    return R"({"rules":[)" + rules.join(',') + "]}";
}

// The names of those that are selected.
QByteArray selected(const TableMappings &mappings, const QByteArrayList &names)
{
    QByteArrayList list;
    for (const QByteArray &name : names) {
        const bool isView = name.startsWith("view:");
        const QByteArrayList parts = (isView ? name.mid(5) : name).split('.');
        if (mappings.selects({parts[0].toStdString(), parts[1].toStdString()}, isView)) {
            list += name;
        }
    }
    return list.join(' ');
}

} // namespace

class TestTableMappings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void selects_data();
    void selects();
    void ordersLoads();
    void tellsWhereToLook_data();
    void tellsWhereToLook();
    void refuses_data();
    void refuses();
    void survivesTheRoundTrip_data();
    void survivesTheRoundTrip();
    void namesTheWizardsRules();
    void keepsTheOtherRulesWhileTyping();
    void selectsNothingByDefault();
};

void TestTableMappings::selects_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray inShop = selection("1", "include", "shop", "%");
    QTest::newRow("whole schema") << document({inShop}) << QByteArray("shop.a shop.order_items");
    QTest::newRow("exclude wins") << document({selection("2", "exclude", "%", "a"), inShop})
                                  << QByteArray("shop.order_items");
    QTest::newRow("two includes") << document({inShop, selection("2", "include", "other", "a")})
                                  << QByteArray("shop.a shop.order_items other.a");
    QTest::newRow("explicit leaves the rest out")
        << document({inShop, selection("2", "explicit", "shop", "order_items")}) << QByteArray("shop.order_items");
    QTest::newRow("explicit is no pattern")
        << document({selection("1", "explicit", "shop", "orderXitems")}) << QByteArray();
    QTest::newRow("views") << document({QByteArray(
        R"({"rule-type":"selection","rule-id":1,"rule-action":"include","object-locator":{"schema-name":"shop","table-name":"%","table-type":"view"}})")})
                           << QByteArray("view:shop.v");
    QTest::newRow("all") << document({QByteArray(
        R"({"rule-type":"selection","rule-id":"1","rule-name":"1","rule-action":"include","object-locator":{"schema-name":"shop","table-name":"%","table-type":"all"},"filters":[]})")})
                         << QByteArray("shop.a shop.order_items view:shop.v");
    QTest::newRow("rules without effect") << document({inShop,
        R"({"rule-type":"validation","rule-id":"2","rule-name":"2","rule-target":"column","rule-action":"override-validation-function"})",
        R"({"rule-type":"table-settings","rule-id":"3","rule-name":"3","object-locator":{"schema-name":"shop","table-name":"a"},"parallel-load":{"type":"partitions-auto"}})",
        R"({"rule-type":"object-mapping","rule-id":"4","rule-name":"4","rule-action":"map-record-to-record","object-locator":{"schema-name":"shop","table-name":"a"},"mapping-parameters":{}})",
        R"({"rule-type":"transformation","rule-id":"5","rule-name":"5","rule-target":"table-tablespace","rule-action":"rename","value":"x"})"})
                                          << QByteArray("shop.a shop.order_items");
}

void TestTableMappings::selects()
{
    QFETCH(QByteArray, json);
    const Result<TableMappings> mappings = TableMappings::parse(json);
    QVERIFY2(mappings, mappings ? "" : qPrintable(mappings.error().text()));
    QTEST(selected(*mappings, {"shop.a", "shop.order_items", "view:shop.v", "other.a", "Shop.a"}), "expected");
}

void TestTableMappings::ordersLoads()
{
    const Result<TableMappings> mappings
        = TableMappings::parse(document({selection("1", "include", "shop", "%", R"(,"load-order":"2")"),
            selection("2", "include", "shop", "a", R"(,"load-order":"2147483647")")}));
    QVERIFY(mappings);
    QCOMPARE(mappings->loadOrder({"shop", "a"}), int64_t(2147483647));
    QCOMPARE(mappings->loadOrder({"shop", "b"}), int64_t(2));
    QCOMPARE(mappings->loadOrder({"other", "b"}), int64_t(0));
}

void TestTableMappings::tellsWhereToLook_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("schemas"); // "*": all
    QTest::addColumn<QByteArray>("tables");
    QTest::newRow("names") << document({selection("1", "include", "b", "x"), selection("2", "include", "a", "y[_]z"),
        selection("3", "exclude", "%", "%old"), selection("4", "include", "b", "x")})
                           << QByteArray("a b") << QByteArray("a.y_z b.x");
    QTest::newRow("tables by pattern") << document({selection("1", "include", "b", "%")}) << QByteArray("b")
                                       << QByteArray("*");
    QTest::newRow("schemas by pattern") << document(
        {selection("1", "include", "b", "x"), selection("2", "include", "b%", "x")})
                                        << QByteArray("*") << QByteArray("*");
}

void TestTableMappings::tellsWhereToLook()
{
    QFETCH(QByteArray, json);
    const Result<TableMappings> mappings = TableMappings::parse(json);
    QVERIFY(mappings);
    QByteArrayList schemas{"*"};
    if (const auto list = mappings->literalSchemas()) {
        schemas.clear();
        for (const std::string &name : *list) {
            schemas += QByteArray::fromStdString(name);
        }
    }
    QByteArrayList tables{"*"};
    if (const auto list = mappings->literalTables()) {
        tables.clear();
        for (const TableId &table : *list) {
            tables += QByteArray::fromStdString(table.dotted());
        }
    }
    QTEST(schemas.join(' '), "schemas");
    QTEST(tables.join(' '), "tables");
}

void TestTableMappings::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("path");
    const QString invalid = QStringLiteral("document.invalid");
    const QString unsupported = QStringLiteral("document.unsupported");
    const auto add = [](const char *name, const QByteArray &json, const QString &code, const char *path) {
        QTest::newRow(name) << json << code << QString::fromLatin1(path);
    };
    const QByteArray good = selection("1", "include", "s", "%");
    add("no JSON", "{\"rules\":[}", invalid, "$:");
    add("no object", "[]", invalid, "$:");
    add("nothing", "", invalid, "$:");
    add("no rules", R"({"rules":[]})", invalid, "$.rules:");
    add("rules missing", "{}", invalid, "$.rules:");
    add("only excludes", document({selection("1", "exclude", "s", "%")}), invalid, "$.rules:");
    add("rules is no list", R"({"rules":{}})", invalid, "$.rules:");
    add("rule is no object", R"({"rules":[1]})", invalid, "$.rules[0]:");
    add("unknown top key", R"({"rules":[)" + good + R"(],"rule":[]})", invalid, "$.rule:");
    add("key twice", R"({"rules":[],"rules":[]})", invalid, "$.rules:");
    add("unknown type", document({good, R"({"rule-type":"selektion","rule-id":"2"})"}), invalid,
        "$.rules[1].rule-type:");
    add("unknown key", document({selection("1", "include", "s", "%", R"(,"load_order":"1")")}), invalid,
        "$.rules[0].load_order:");
    add("unknown locator key",
        document(
            {R"({"rule-type":"selection","rule-id":"1","rule-name":"1","rule-action":"include","object-locator":{"schema-name":"s","table-nam":"t"}})"}),
        invalid, "$.rules[0].object-locator.table-nam:");
    add("action", document({selection("1", "included", "s", "%")}), invalid, "$.rules[0].rule-action:");
    add("id missing", document({R"({"rule-type":"validation","rule-name":"x"})"}), invalid, "$.rules[0].rule-id:");
    add("id no number", document({selection("a", "include", "s", "%")}), invalid, "$.rules[0].rule-id:");
    add("id twice", document({good, good}), invalid, "$.rules[1].rule-id:");
    add("name twice", document({good, R"({"rule-type":"validation","rule-id":"2","rule-name":"n1"})"}), invalid,
        "$.rules[1].rule-name:");
    add("explicit pattern", document({selection("1", "explicit", "s", "t%")}), invalid,
        "$.rules[0].object-locator.table-name:");
    add("load order", document({selection("1", "include", "s", "t", R"(,"load-order":"2147483648")")}), invalid,
        "$.rules[0].load-order:");
    add("filter operator",
        document({selection("1", "include", "s", "t",
            R"(,"filters":[{"filter-type":"source","column-name":"c","filter-conditions":[{"filter-operator":"like","value":"1"}]}])")}),
        invalid, "$.rules[0].filters[0].filter-conditions[0].filter-operator:");
    add("filter on exclude",
        document({good,
            selection("2", "exclude", "s", "t",
                R"(,"filters":[{"filter-type":"source","column-name":"c","filter-conditions":[{"filter-operator":"null"}]}])")}),
        invalid, "$.rules[1].filters:");
    add("filter",
        document({selection("1", "include", "s", "t",
            R"(,"filters":[{"filter-type":"source","column-name":"c","filter-conditions":[{"filter-operator":"between","start-value":"1","end-value":"2"}]}])")}),
        unsupported, "$.rules[0].filters:");
    add("rename",
        document({good,
            R"({"rule-type":"transformation","rule-id":"2","rule-name":"2","rule-target":"schema","object-locator":{"schema-name":"s"},"rule-action":"rename","value":"t"})"}),
        unsupported, "$.rules[1].rule-action:");
    add("object mapping",
        document({good,
            R"({"rule-type":"object-mapping","rule-id":"2","rule-name":"2","rule-action":"map-record-to-record","kafka-target-topic":"x"})"}),
        unsupported, "$.rules[1].kafka-target-topic:");
    add("as document",
        document({good,
            R"({"rule-type":"object-mapping","rule-id":"2","rule-name":"2","rule-action":"map-record-to-document"})"}),
        unsupported, "$.rules[1].rule-action:");
    add("lob settings",
        document({good,
            R"({"rule-type":"table-settings","rule-id":"2","rule-name":"2","lob-settings":{"mode":"limited"}})"}),
        unsupported, "$.rules[1].lob-settings:");
}

void TestTableMappings::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, path);
    const Result<TableMappings> mappings = TableMappings::parse(json);
    QVERIFY(!mappings);
    QTEST(mappings.error().code, "code");
    QVERIFY2(mappings.error().cause.startsWith(path + QLatin1Char(' ')), qPrintable(mappings.error().text()));
}

void TestTableMappings::survivesTheRoundTrip_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("simple") << document({selection("1", "include", "shop", "%")});
    QTest::newRow("all keys") << document(
        {QByteArray(
             R"({"rule-type":"selection","rule-id":"7","rule-name":"Grüße","rule-action":"explicit","object-locator":{"schema-name":"s","table-name":"t","table-type":"all"},"load-order":"0"})"),
            selection("8", "exclude", "a", "b"),
            R"({"rule-type":"validation","rule-id":"9","rule-name":"9","rule-target":"column","anything":{"deep":[1,2]}})"});
}

void TestTableMappings::survivesTheRoundTrip()
{
    QFETCH(QByteArray, json);
    const Result<TableMappings> first = TableMappings::parse(json);
    QVERIFY(first);
    const Result<TableMappings> second = TableMappings::parse(first->json());
    QVERIFY2(second, second ? "" : qPrintable(second.error().text()));
    QVERIFY(*first == *second);
    QCOMPARE(first->json(), second->json());
}

void TestTableMappings::namesTheWizardsRules()
{
    SelectionRule rule;
    rule.schema = QStringLiteral("shop");
    SelectionRule taken;
    taken.id = QStringLiteral("1");
    const TableMappings mappings({rule, taken, rule});
    QCOMPARE(mappings.rules()[0].id, QStringLiteral("2"));
    QCOMPARE(mappings.rules()[2].id, QStringLiteral("3"));
    QVERIFY(mappings.selects({"shop", "x"}));
    const Result<TableMappings> parsed = TableMappings::parse(mappings.json());
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().text()));
    QVERIFY(*parsed == mappings);
}

// Half of a pattern is none that a document may hold.
void TestTableMappings::keepsTheOtherRulesWhileTyping()
{
    const auto mappings = TableMappings::parse(document({selection("1", "include", "shop", "%"),
        R"({"rule-type":"validation","rule-id":"9","rule-name":"9","rule-target":"column"})"}));
    QVERIFY(mappings);
    std::vector<SelectionRule> rules = mappings->rules();
    rules[0].table = QStringLiteral("t[");
    const TableMappings typing = mappings->withSelections(rules);
    QVERIFY(!TableMappings::parse(typing.json()));
    rules[0].table = QStringLiteral("t[_]%");
    const auto typed = TableMappings::parse(typing.withSelections(rules).json());
    QVERIFY(typed);
    QVERIFY(typed->json().contains("validation"));
    QCOMPARE(typed->rules().size(), size_t(1));
}

void TestTableMappings::selectsNothingByDefault()
{
    QVERIFY(!TableMappings().selects({"a", "b"}));
    QCOMPARE(TableMappings().literalTables()->size(), size_t(0));
}

QTEST_APPLESS_MAIN(TestTableMappings)
#include "tst_tablemappings.moc"
