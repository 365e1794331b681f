// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/ConnectionUrl.h"

#include <QTest>

using rowcast::ui::ConnectionUrl;

class ConnectionUrlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesApart_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("parts"); // host|port|user|password|database|sslMode|maria
        QTest::newRow("mysql") << QStringLiteral("mysql://dms:s%40cret@db.example:3307/shop")
                               << QStringLiteral("db.example|3307|dms|s@cret|shop||0");
        QTest::newRow("mysql without port")
            << QStringLiteral("mysql://db.example/shop") << QStringLiteral("db.example|-|||shop||0");
        QTest::newRow("jdbc with query") << QStringLiteral(
            "jdbc:mysql://db.example:3306/shop?user=dms&password=x&sslMode=VERIFY_CA")
                                         << QStringLiteral("db.example|3306|dms|x|shop|VERIFY_CA|0");
        QTest::newRow("jdbc of several hosts")
            << QStringLiteral("jdbc:mysql:replication://writer:3306,reader:3306/shop")
            << QStringLiteral("writer|3306|||shop||0");
        QTest::newRow("jdbc of MariaDB") << QStringLiteral("jdbc:mariadb:aurora://c.example/shop")
                                         << QStringLiteral("c.example|-|||shop||1");
        QTest::newRow("driver in the scheme")
            << QStringLiteral("mysql+pymysql://u@h/d") << QStringLiteral("h|-|u||d||0");
        QTest::newRow("host and port") << QStringLiteral(" 10.0.0.5:3306 ") << QStringLiteral("10.0.0.5|3306|||||0");
    }
    void takesApart()
    {
        QFETCH(QString, text);
        QFETCH(QString, parts);
        const auto url = ConnectionUrl::parse(text);
        QVERIFY(url.has_value());
        const QString port = url->port ? QString::number(*url->port) : QStringLiteral("-");
        const QStringList found{
            url->host, port, url->user, url->password, url->database, url->sslMode, QString::number(url->isMariaDb)};
        QCOMPARE(found.join(QLatin1Char('|')), parts);
    }

    void leavesAlone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("host name") << QStringLiteral("db.example");
        QTest::newRow("being typed") << QStringLiteral("mysql:/");
        QTest::newRow("another kind") << QStringLiteral("postgres://h/d");
        QTest::newRow("no host") << QStringLiteral("mysql:///shop");
        QTest::newRow("port out of range") << QStringLiteral("h:99999");
        QTest::newRow("empty") << QString();
    }
    void leavesAlone()
    {
        QFETCH(QString, text);
        QVERIFY(!ConnectionUrl::parse(text).has_value());
    }
};

QTEST_GUILESS_MAIN(ConnectionUrlTest)
#include "tst_connectionurl.moc"
