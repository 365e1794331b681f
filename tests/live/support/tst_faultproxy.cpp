// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/FaultProxy.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace rowcast;

// The proxy must spoil what it was told to, where it was told to, and nothing else.
class FaultProxyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyByteOnce();
    void stalledLinksGoOn();
    void oneByteIsSpoiled();
    void cutInFrontOfAByte();
    void cutAndRefused();
    void otherBackEnd();
    void slowLink();
    void lostSegmentsComeLate();

private:
    // A connection through the proxy: the client's end and the server's.
    bool connectBoth(QTcpServer &server);
    [[nodiscard]] QByteArray readAll(qsizetype bytes, int milliseconds = 10'000);

    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QTcpServer> m_other;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<QTcpSocket> m_client;
    QTcpSocket *m_peer = nullptr;
};

void FaultProxyTest::init()
{
    m_server = std::make_unique<QTcpServer>();
    m_other = std::make_unique<QTcpServer>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    QVERIFY(m_other->listen(QHostAddress::LocalHost));
    auto proxy = FaultProxy::start(m_server->serverPort());
    QVERIFY(proxy);
    m_proxy = *std::move(proxy);
}

void FaultProxyTest::cleanup()
{
    m_client.reset();
    m_proxy.reset();
    m_server.reset();
    m_other.reset();
}

bool FaultProxyTest::connectBoth(QTcpServer &server)
{
    m_client = std::make_unique<QTcpSocket>();
    m_client->connectToHost(QHostAddress::LocalHost, m_proxy->port());
    if (!m_client->waitForConnected(5000) || !server.waitForNewConnection(5000)) {
        return false;
    }
    m_peer = server.nextPendingConnection();
    return m_peer != nullptr;
}

QByteArray FaultProxyTest::readAll(qsizetype bytes, int milliseconds)
{
    QByteArray all;
    QElapsedTimer clock;
    clock.start();
    while (all.size() < bytes && clock.elapsed() < milliseconds) {
        if (m_peer->bytesToWrite() > 0) {
            m_peer->flush();
        }
        m_client->waitForReadyRead(20);
        all += m_client->readAll();
        if (m_client->state() != QAbstractSocket::ConnectedState && m_client->bytesAvailable() == 0) {
            break;
        }
    }
    return all;
}

void FaultProxyTest::everyByteOnce()
{
    QVERIFY(connectBoth(*m_server));
    const QByteArray text = QByteArray("0123456789abcdef").repeated(100'000);
    m_peer->write(text);
    QCOMPARE(readAll(text.size()), text);
    m_client->write("question");
    QVERIFY(m_client->waitForBytesWritten(5000));
    QVERIFY(m_peer->waitForReadyRead(5000));
    QCOMPARE(m_peer->readAll(), QByteArray("question"));
    QCOMPARE(m_proxy->passed(FaultDirection::ToClient), uint64_t(text.size()));
    QCOMPARE(m_proxy->passed(FaultDirection::ToServer), uint64_t(8));
    m_client->disconnectFromHost();
    QVERIFY(m_peer->waitForDisconnected(5000));
    m_peer->close();
    QTRY_COMPARE(m_proxy->open(), 0);
}

void FaultProxyTest::stalledLinksGoOn()
{
    QVERIFY(connectBoth(*m_server));
    m_proxy->stallOpen();
    m_peer->write("late");
    QVERIFY(m_peer->waitForBytesWritten(5000));
    QVERIFY(!m_client->waitForReadyRead(300));
    QCOMPARE(m_client->state(), QAbstractSocket::ConnectedState);
    const auto stalled = std::move(m_client);
    QVERIFY(connectBoth(*m_server)); // a later one passes
    m_peer->write("now");
    QCOMPARE(readAll(3), QByteArray("now"));
    m_client = std::make_unique<QTcpSocket>();
    m_proxy->pass();
    QVERIFY(stalled->waitForReadyRead(5000));
    QCOMPARE(stalled->readAll(), QByteArray("late"));
    m_proxy->stall();
    QVERIFY(connectBoth(*m_server)); // the system's handshake; then silence
    m_peer->write("never");
    QCOMPARE(readAll(5, 300), QByteArray());
}

void FaultProxyTest::oneByteIsSpoiled()
{
    QVERIFY(connectBoth(*m_server));
    m_peer->write("abc");
    QCOMPARE(readAll(3), QByteArray("abc"));
    m_proxy->flipAfter(FaultDirection::ToClient, 4);
    QVERIFY(m_proxy->isPending(FaultDirection::ToClient));
    m_peer->write("defghijk");
    QCOMPARE(readAll(8), QByteArray("defg") + char('h' ^ 0x55) + "ijk");
    QVERIFY(!m_proxy->isPending(FaultDirection::ToClient));
}

void FaultProxyTest::cutInFrontOfAByte()
{
    QVERIFY(connectBoth(*m_server));
    m_proxy->cutAfter(FaultDirection::ToClient, 5);
    m_peer->write("abcdefgh");
    QCOMPARE(readAll(8), QByteArray("abcde"));
    QTRY_COMPARE(m_proxy->open(), 0);
}

void FaultProxyTest::cutAndRefused()
{
    QVERIFY(connectBoth(*m_server));
    m_proxy->cut();
    QVERIFY(m_client->waitForDisconnected(5000));
    QVERIFY(connectBoth(*m_server));
    m_proxy->refuse();
    QVERIFY(m_client->waitForDisconnected(5000));
    QTcpSocket refused;
    refused.connectToHost(QHostAddress::LocalHost, m_proxy->port());
    QVERIFY(!refused.waitForConnected(5000) || refused.waitForDisconnected(5000));
    m_proxy->pass();
    while (m_server->waitForNewConnection(0)) { // none of them came through
        m_server->nextPendingConnection();
    }
    QVERIFY(connectBoth(*m_server));
    m_peer->write("again");
    QCOMPARE(readAll(5), QByteArray("again"));
}

void FaultProxyTest::otherBackEnd()
{
    QVERIFY(connectBoth(*m_server));
    m_proxy->setBackEnd(m_other->serverPort());
    m_peer->write("first");
    QCOMPARE(readAll(5), QByteArray("first"));
    QVERIFY(connectBoth(*m_other));
    m_peer->write("second");
    QCOMPARE(readAll(6), QByteArray("second"));
}

void FaultProxyTest::slowLink()
{
    QVERIFY(connectBoth(*m_server));
    m_proxy->limit(100'000);
    QElapsedTimer clock;
    clock.start();
    m_peer->write(QByteArray(50'000, 'x'));
    QCOMPARE(readAll(50'000), QByteArray(50'000, 'x'));
    QVERIFY2(clock.elapsed() >= 400, qPrintable(QString::number(clock.elapsed())));
}

void FaultProxyTest::lostSegmentsComeLate()
{
    QVERIFY(connectBoth(*m_server));
    m_proxy->lose(1, 1);
    QElapsedTimer clock;
    clock.start();
    m_peer->write("late");
    QCOMPARE(readAll(4), QByteArray("late"));
    QVERIFY2(clock.elapsed() >= 190, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(m_proxy->lost() >= 1);
    m_proxy->lose(0.03, 2);
    const QByteArray text = QByteArray("0123456789abcdef").repeated(10'000);
    const uint64_t before = m_proxy->lost();
    m_peer->write(text);
    QCOMPARE(readAll(text.size(), 60'000), text);
    QVERIFY(m_proxy->lost() > before);
    // the other direction, and a fault that ends while something waits
    m_proxy->lose(1, 3);
    m_client->write("question");
    QVERIFY(m_client->waitForBytesWritten(5000));
    QVERIFY(!m_peer->waitForReadyRead(100));
    m_proxy->pass();
    QVERIFY(m_peer->waitForReadyRead(5000));
    QCOMPARE(m_peer->readAll(), QByteArray("question"));
    const uint64_t ended = m_proxy->lost();
    m_peer->write(text);
    QCOMPARE(readAll(text.size()), text);
    QCOMPARE(m_proxy->lost(), ended);
}

QTEST_GUILESS_MAIN(FaultProxyTest)
#include "tst_faultproxy.moc"
