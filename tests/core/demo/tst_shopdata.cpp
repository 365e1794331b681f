// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/ShopData.h"
#include "core/demo/ShopWriter.h"
#include "tests/live/support/LiveServers.h"
#include "tests/live/support/ServerLogin.h"

#include <QTest>

using namespace rowcast;

// The shop must be made and keep changing on every server that the demo may find.
class ShopDataTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shopIsMadeAndChanges_data()
    {
        QTest::addColumn<int>("flavour");
        QTest::newRow("MySQL 8.0") << static_cast<int>(MySqlFlavour::MySql80);
        QTest::newRow("MariaDB") << static_cast<int>(MySqlFlavour::MariaDb);
    }
    void shopIsMadeAndChanges()
    {
        QFETCH(int, flavour);
        LiveServers servers;
        LIVE_VERIFY(servers.startMySql(static_cast<MySqlFlavour>(flavour)));
        for (const std::string &statement : shopStatements(6000)) {
            LIVE_VERIFY(servers.execute(QByteArray::fromStdString(statement)));
        }
        auto sql = servers.sql();
        LIVE_VERIFY(sql);
        const int rows
            = sql->value("SELECT (SELECT COUNT(*) FROM shop.customers) + (SELECT COUNT(*) FROM shop.products) "
                         "+ (SELECT COUNT(*) FROM shop.orders) + (SELECT COUNT(*) FROM shop.order_items)")
                  .value()
                  .toInt();
        QVERIFY2(rows > 4000 && rows < 8000, qPrintable(QString::number(rows)));
        QCOMPARE(sql->value("SELECT COUNT(*) FROM kwtoon.gift").value(), QByteArray("2"));

        const ShopWriter writer(loginOf(servers.mysql()));
        // one whole turn has come by when a gift has been taken and a customer has been welcomed
        const auto came = [&](const QByteArray &question) { return sql->value(question).value() == "1"; };
        QTRY_VERIFY_WITH_TIMEOUT(came("SELECT EXISTS(SELECT 1 FROM shop.customers WHERE name LIKE 'Guest %')"), 30'000);
        // the third gift has come and gone
        QVERIFY(sql->execute("INSERT INTO kwtoon.gift (name) VALUES ('probe')"));
        QVERIFY(came("SELECT LAST_INSERT_ID() > 3"));
        QVERIFY(came("SELECT NOT EXISTS(SELECT 1 FROM kwtoon.gift WHERE id = 3)"));
        QVERIFY(came("SELECT NOT EXISTS(SELECT 1 FROM shop.orders WHERE id = 1)"));
        QVERIFY(came("SELECT NOT EXISTS(SELECT 1 FROM shop.order_items WHERE order_id = 1)"));
        QVERIFY(came("SELECT EXISTS(SELECT 1 FROM shop.orders o WHERE o.id > 1000 AND o.total = "
                     "(SELECT SUM(quantity * price) FROM shop.order_items WHERE order_id = o.id))"));
    }
};

QTEST_GUILESS_MAIN(ShopDataTest)
#include "tst_shopdata.moc"
