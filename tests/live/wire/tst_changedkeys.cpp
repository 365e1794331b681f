// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/HardCase.h"
#include "tests/live/wire/FlavourRows.h"
#include "tests/live/wire/StreamChecks.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace rowcast;

// Certificates and passwords that change while a link stands: it goes on, and the next one needs the new ones and says
// so.
class ChangedKeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newCertificateAndPassword_data() { addFlavourRows(); }
    void newCertificateAndPassword();
};

namespace {

constexpr int kOpensslMilliseconds = 30'000;

// key.pem and cert.pem, signed by itself.
bool makeCertificate(const QString &folder)
{
    QProcess openssl;
    openssl.setWorkingDirectory(folder);
    openssl.start(QStringLiteral("openssl"),
        QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 2 -keyout key.pem -out cert.pem -subj /CN=127.0.0.1")
            .split(QLatin1Char(' ')));
    return openssl.waitForFinished(kOpensslMilliseconds) && openssl.exitCode() == 0;
}

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// The task's link, as a server's restart or a network would end it.
Result<void> killDump(const LiveServers &servers, StreamStory &story)
{
    auto sql = servers.sql();
    const auto id = sql
        ? sql->value("SELECT id FROM information_schema.processlist WHERE command LIKE 'Binlog Dump%' LIMIT 1")
        : Result<QByteArray>(sql.error());
    if (!id) {
        return id.error();
    }
    auto killed = sql->execute("KILL " + *id);
    story.crash();
    return killed;
}

} // namespace

void ChangedKeysTest::newCertificateAndPassword()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(56, flavour);
    const bool isMariaDb = flavour == MySqlFlavour::MariaDb;
    const QTemporaryDir folder;
    const QString certificate = folder.filePath(QStringLiteral("cert.pem"));
    QVERIFY(makeCertificate(folder.path()));
    LiveServers servers;
    LIVE_VERIFY(servers.startMySql(flavour,
        {QStringLiteral("--ssl-cert=") + certificate, QStringLiteral("--ssl-ca=") + certificate,
            QStringLiteral("--ssl-key=") + folder.filePath(QStringLiteral("key.pem"))}));
    LIVE_VERIFY(
        servers.execute("CREATE DATABASE shop; CREATE TABLE shop.t (id INT PRIMARY KEY, a VARCHAR(20)); CREATE USER "
                        "dms IDENTIFIED BY 'one'; GRANT ALL ON *.* TO dms"));
    StreamStory story(servers.mysql(), kAllOfShop, QStringLiteral("keys"));
    mysql::ConnectionSettings &login = story.settings().connection;
    login.user = QStringLiteral("dms");
    login.password = Secret(QStringLiteral("one"));
    login.tls = mysql::TlsMode::VerifyCa;
    login.caCertificate = contentOf(certificate);
    LIVE_VERIFY(story.start());
    LIVE_VERIFY(servers.execute("INSERT INTO shop.t VALUES (1, 'first')"));
    LIVE_VERIFY(story.follow());

    QVERIFY(makeCertificate(folder.path()));
    LIVE_VERIFY(servers.execute(isMariaDb ? "FLUSH SSL" : "ALTER INSTANCE RELOAD TLS"));
    LIVE_VERIFY(servers.execute("INSERT INTO shop.t VALUES (2, 'the old link')"));
    LIVE_VERIFY(story.follow());
    LIVE_VERIFY(killDump(servers, story));
    QCOMPARE(failureCodeOf(story.resume()), QStringLiteral("mysql.tls.certificate"));
    login.caCertificate = contentOf(certificate);
    LIVE_VERIFY(story.resume());
    LIVE_VERIFY(servers.execute("INSERT INTO shop.t VALUES (3, 'the new one')"));
    LIVE_VERIFY(story.follow());

    LIVE_VERIFY(servers.execute("ALTER USER dms IDENTIFIED BY 'two'; UPDATE shop.t SET a = 'later' WHERE id = 1"));
    LIVE_VERIFY(story.follow());
    LIVE_VERIFY(killDump(servers, story));
    QCOMPARE(failureCodeOf(story.resume()), QStringLiteral("mysql.login.denied"));
    login.password = Secret(QStringLiteral("two"));
    LIVE_VERIFY(story.resume());
    LIVE_VERIFY(servers.execute("DELETE FROM shop.t WHERE id = 2"));
    LIVE_VERIFY(story.follow());
    VERIFY_SAME(story, servers);
    QCOMPARE(story.log().lines().size(), 5);
}

QTEST_GUILESS_MAIN(ChangedKeysTest)
#include "tst_changedkeys.moc"
