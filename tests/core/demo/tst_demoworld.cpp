// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/DemoWorld.h"
#include "tests/live/support/LiveServers.h"
#include "tests/live/support/TopicContent.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace rowcast;

class DemoWorldTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void worldIsCompleteAndGoes()
    {
        QString folder;
        int port = 0;
        {
            const auto world = DemoWorld::start({.rows = 1000}, {});
            LIVE_VERIFY(world);
            folder = (*world)->dataFolder();
            const MigrationDocument &document = (*world)->document();
            port = document.source.port;
            // the task's own user can do what the task needs
            auto sql = SqlClient::connect(document.source.serverName, static_cast<quint16>(port),
                document.source.userName, document.source.password.secret.reveal());
            LIVE_VERIFY(sql);
            const auto before = sql->value("SELECT MAX(id) FROM shop.orders");
            LIVE_VERIFY(before);
            QVERIFY(!sql->execute("DELETE FROM shop.orders"));
            LIVE_VERIFY(topicNames(document.target.kafka.broker));
            (*world)->startWriter();
            QTRY_VERIFY_WITH_TIMEOUT(sql->value("SELECT MAX(id) FROM shop.orders").value() != *before, 30'000);
            QVERIFY(QFileInfo(folder).isDir());
            (*world)->stop();
            QVERIFY(!SqlClient::connect(document.source.serverName, static_cast<quint16>(port)));
        }
        QVERIFY(!QFileInfo::exists(folder));
    }

    void standInSaysWhatItIs()
    {
        const QTemporaryDir noServers;
        const QByteArray before = qgetenv("ROWCAST_CACHE");
        qputenv("ROWCAST_CACHE", noServers.path().toLocal8Bit());
        const auto world = DemoWorld::start({.rows = 1000}, {});
        before.isNull() ? qunsetenv("ROWCAST_CACHE") : qputenv("ROWCAST_CACHE", before);
        LIVE_VERIFY(world);
        QVERIFY2((*world)->banner().contains(QStringLiteral("fetch.sh kafka")), qPrintable((*world)->banner()));
        const auto names = topicNames((*world)->document().target.kafka.broker);
        LIVE_VERIFY(names);
        QVERIFY(names->contains(QStringLiteral("shop")));
    }

    void startCanBeStopped()
    {
        std::stop_source source;
        source.request_stop();
        const auto world = DemoWorld::start({}, source.get_token());
        QVERIFY(!world);
        if (!isReasonToSkip(world.error())) {
            QVERIFY2(isStopped(world.error()), qPrintable(world.error().text()));
        }
    }
};

QTEST_GUILESS_MAIN(DemoWorldTest)
#include "tst_demoworld.moc"
