// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/StateMap.h"

#include <QTest>

using namespace rowcast;
using kafka::StateMap;

// One task's records out of a topic that holds those of many.
class TestStateMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keys()
    {
        QCOMPARE(StateMap::kafkaKey("shop", ""), std::string("shop"));
        QCOMPARE(StateMap::kafkaKey("shop", "schema/a.b"), std::string("shop/schema/a.b"));
    }

    void compacts_data()
    {
        QTest::addColumn<QList<QPair<QString, QString>>>("records"); // "-" is a tombstone
        QTest::addColumn<QString>("expected");
        using Records = QList<QPair<QString, QString>>;
        const auto key = [](const char *text) { return QString::fromLatin1(text); };
        QTest::newRow("nothing") << Records{} << "";
        QTest::newRow("newest value") << Records{{key("shop"), "1"}, {key("shop"), "2"}} << "=2;";
        QTest::newRow("sorted") << Records{{key("shop/z"), "1"}, {key("shop/a"), "2"}, {key("shop"), "3"}}
                                << "=3;a=2;z=1;";
        QTest::newRow("tombstone") << Records{{key("shop/a"), "1"}, {key("shop/a"), "-"}} << "";
        QTest::newRow("written again") << Records{{key("shop/a"), "1"}, {key("shop/a"), "-"}, {key("shop/a"), "2"}}
                                       << "a=2;";
        QTest::newRow("tombstone of nothing") << Records{{key("shop/a"), "-"}} << "";
        QTest::newRow("other tasks") << Records{{key("shopping"), "1"}, {key("sho"), "2"}, {key("shop2/a"), "3"},
            {key("x/shop"), "4"}} << "";
        QTest::newRow("writer is not state") << Records{{key("shop/writer"), "me"}, {key("shop"), "1"}} << "=1;";
        QTest::newRow("empty key behind the slash") << Records{{key("shop/"), "1"}} << "";
        QTest::newRow("empty value") << Records{{key("shop/a"), ""}} << "a=;";
    }
    void compacts()
    {
        using Records = QList<QPair<QString, QString>>;
        QFETCH(Records, records);
        QFETCH(QString, expected);
        StateMap map("shop");
        for (const auto &[key, value] : records) {
            const std::string bytes = value.toStdString();
            map.apply(key.toStdString(), bytes == "-" ? std::nullopt : std::optional<std::string_view>(bytes));
        }
        QString text;
        for (const StateRecord &record : map.records()) {
            text += QString::fromStdString(record.key + '=' + record.value.value_or("?") + ';');
        }
        QCOMPARE(text, expected);
    }

    void writer()
    {
        StateMap map("shop");
        QVERIFY(map.isEmpty());
        map.apply("shop/writer", "first");
        map.apply("shop/writer", "second");
        map.apply("other/writer", "third");
        QCOMPARE(map.writer(), std::optional<std::string>("second"));
        QVERIFY(!map.isEmpty());
        map.apply("shop/writer", std::nullopt);
        QVERIFY(!map.writer().has_value());
    }
};

QTEST_APPLESS_MAIN(TestStateMap)
#include "tst_statemap.moc"
