// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/keychain/KeychainSecrets.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace rowcast;

// On a computer without a keychain: it is said, and secrets are kept for the session.
class KeychainSecretsTest : public QObject {
    Q_OBJECT

private:
    const QString m_key = QStringLiteral("endpoint/test/Password");

    static Result<Secret> read(Secrets &secrets, const QString &key)
    {
        std::optional<Result<Secret>> answer;
        secrets.read(key, [&](Result<Secret> secret) { answer = std::move(secret); });
        const bool came = QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
        return came ? *answer : Result<Secret>(internalFailure(QStringLiteral("no answer")));
    }

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); }

    void absenceIsTold()
    {
        KeychainSecrets secrets;
        QSignalSpy limited(&secrets, &KeychainSecrets::limited);
        QVERIFY(limited.wait(20'000));
        QCOMPARE(secrets.place(), SecretPlace::Session);
        QVERIFY(!secrets.limitation().isEmpty());
    }

    void secretIsKeptForTheSession_data()
    {
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("before the absence is known") << false;
        QTest::newRow("after") << true;
    }
    void secretIsKeptForTheSession()
    {
        QFETCH(bool, isKnown);
        KeychainSecrets secrets;
        QSignalSpy limited(&secrets, &KeychainSecrets::limited);
        QVERIFY(!isKnown || limited.wait(20'000));
        std::optional<SecretPlace> place;
        secrets.write(m_key, Secret(QStringLiteral("x")),
            [&](const Result<SecretPlace> &written) { place = written ? std::optional(*written) : std::nullopt; });
        QTRY_VERIFY_WITH_TIMEOUT(place.has_value(), 20'000);
        QCOMPARE(*place, SecretPlace::Session);
        const auto kept = read(secrets, m_key);
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().text()));
        QCOMPARE(kept->reveal(), QStringLiteral("x"));
        std::optional<bool> removed;
        secrets.remove(m_key, [&](const Result<void> &gone) { removed = gone.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(removed.has_value(), 20'000);
        QCOMPARE(read(secrets, m_key).error().code, QStringLiteral("secrets.missing"));
    }
};

QTEST_GUILESS_MAIN(KeychainSecretsTest)
#include "tst_keychainsecrets.moc"
