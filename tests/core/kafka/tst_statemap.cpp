// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/StateMap.h"

#include <QTest>

using namespace rowcast;
using kafka::StateMap;

namespace {

using Records = QList<QPair<QByteArray, QByteArray>>; // "-" is a tombstone

} // namespace

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
        QTest::addColumn<Records>("records");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << Records{} << "";
        QTest::newRow("newest value") << Records{{"shop", "1"}, {"shop", "2"}} << "=2;";
        QTest::newRow("sorted") << Records{{"shop/z", "1"}, {"shop/a", "2"}, {"shop", "3"}} << "=3;a=2;z=1;";
        QTest::newRow("tombstone") << Records{{"shop/a", "1"}, {"shop/a", "-"}} << "";
        QTest::newRow("written again") << Records{{"shop/a", "1"}, {"shop/a", "-"}, {"shop/a", "2"}} << "a=2;";
        QTest::newRow("tombstone of nothing") << Records{{"shop/a", "-"}} << "";
        QTest::newRow("other tasks") << Records{{"shopping", "1"}, {"sho", "2"}, {"shop2/a", "3"}, {"x/shop", "4"}}
                                     << "";
        QTest::newRow("writer is not state") << Records{{"shop/writer", "me"}, {"shop", "1"}} << "=1;";
        QTest::newRow("empty key behind the slash") << Records{{"shop/", "1"}} << "";
        QTest::newRow("empty value") << Records{{"shop/a", ""}} << "a=;";
    }
    void compacts()
    {
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
