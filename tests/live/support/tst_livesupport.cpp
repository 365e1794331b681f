// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/LiveServers.h"
#include "tests/live/support/TableFold.h"

#include <QTest>

using namespace rowcast;

namespace {

TopicMessage message(int64_t offset, const QByteArray &value)
{
    TopicMessage made;
    made.offset = offset;
    made.value = value;
    return made;
}

QByteArray dataMessage(const QByteArray &operation, const QByteArray &data)
{
    return "{\"data\":" + data + R"(,"metadata":{"record-type":"data","operation":")" + operation
        + R"(","schema-name":"shop","table-name":"t"}})";
}

} // namespace

// The tools that the stories judge by must themselves see what is wrong.
class LiveSupportTest : public QObject {
    Q_OBJECT

private:
    LiveServers m_servers;

private Q_SLOTS:
    void initTestCase()
    {
        LIVE_VERIFY(m_servers.startMySql(MySqlFlavour::MariaDb));
        LIVE_VERIFY(m_servers.startKafka());
    }

    void messageKeepsEveryDigit()
    {
        const auto parsed
            = parseDmsMessage(dataMessage("insert", R"({"a":1.0000,"b":18446744073709551615,"c":null,"d":true})"));
        QVERIFY(parsed);
        QCOMPARE(parsed->data.at("a").value(), QByteArray("1.0000"));
        QCOMPARE(parsed->data.at("b").value(), QByteArray("18446744073709551615"));
        QVERIFY(!parsed->data.at("c"));
        QCOMPARE(parsed->data.at("d").value(), QByteArray("true"));
        QVERIFY(!parseDmsMessage("{\"data\":{}}"));
        QVERIFY(!parseDmsMessage("{\"metadata\":{"));
    }

    void foldSeesWhatIsTwiceOrMissing()
    {
        const TableFold fold = foldTable({message(0, dataMessage("load", R"({"id":1,"v":"a"})")),
                                             message(1, dataMessage("insert", R"({"id":1,"v":"a"})")),
                                             message(2, dataMessage("update", R"({"id":2,"v":"b"})")),
                                             message(3, dataMessage("delete", R"({"id":3,"v":"c"})"))},
            "shop", "t", {"id"});
        QCOMPARE(fold.anomalies.size(), 3);
        QCOMPARE(fold.dataMessages(), 4);
        QCOMPARE(fold.rows.size(), size_t(2));
    }

    void differencesAreTold()
    {
        auto sql = m_servers.sql();
        LIVE_VERIFY(sql);
        QVERIFY(sql->execute("CREATE DATABASE shop; CREATE TABLE shop.t (id INT PRIMARY KEY, v VARCHAR(9));"
                             "INSERT INTO shop.t VALUES (1, 'a'), (2, NULL), (3, 'c')"));
        const TableFold fold = foldTable({message(0, dataMessage("load", R"({"id":1,"v":"a"})")),
                                             message(1, dataMessage("load", R"({"id":2,"v":""})")),
                                             message(2, dataMessage("load", R"({"id":4,"v":"d"})"))},
            "shop", "t", {"id"});
        const QStringList found = differences(fold, *sql, "SELECT id, v FROM shop.t", {"id", "v"}, {"id"});
        QCOMPARE(found,
            (QStringList{QStringLiteral("source: id=2, v=NULL; topic: id=2, v="),
                QStringLiteral("not in the topic: id=3, v=c"), QStringLiteral("only in the topic: id=4, v=d")}));
        const auto refused = sql->execute("SELECT 1; SELEKT 2");
        QVERIFY(!refused);
        QVERIFY(refused.error().detail.startsWith(QLatin1String("1064")));
    }

    void topicThatDoesNotExistIsEmpty()
    {
        const auto read = readTopic(m_servers.kafka().bootstrapServers(), QStringLiteral("nothing-here"));
        LIVE_VERIFY(read);
        QVERIFY(read->isEmpty());
        const auto names = topicNames(m_servers.kafka().bootstrapServers());
        LIVE_VERIFY(names);
        QVERIFY2(names->isEmpty(), qPrintable(names->join(QLatin1Char(' '))));
    }
};

QTEST_GUILESS_MAIN(LiveSupportTest)
#include "tst_livesupport.moc"
