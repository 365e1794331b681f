// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/Identifier.h"

#include <QTest>

using namespace rowcast::ui;

class IdentifierTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judges_data()
    {
        QTest::addColumn<QString>("identifier");
        QTest::addColumn<QString>("word"); // of the sentence; empty: accepted
        QTest::newRow("plain") << QStringLiteral("shop-to-bus2") << QString();
        QTest::newRow("empty") << QString() << QStringLiteral("needed");
        QTest::newRow("digit first") << QStringLiteral("2shop") << QStringLiteral("begins");
        QTest::newRow("underscore") << QStringLiteral("my_shop") << QStringLiteral("only letters");
        QTest::newRow("two hyphens") << QStringLiteral("a--b") << QStringLiteral("two hyphens");
        QTest::newRow("hyphen last") << QStringLiteral("a-") << QStringLiteral("at its end");
        QTest::newRow("too long") << QString(64, QLatin1Char('a')) << QStringLiteral("longer than 63");
    }
    void judges()
    {
        QFETCH(QString, identifier);
        QFETCH(QString, word);
        const QString sentence = identifierProblem(identifier, 63);
        QCOMPARE(sentence.isEmpty(), word.isEmpty());
        QVERIFY2(sentence.contains(word), qPrintable(sentence));
    }

    void suggestionsAreAccepted()
    {
        for (const char *text : {"shop@db-1.example", "__x__", "10.0.0.1-db", "A  B"}) {
            const QString suggestion = suggestedIdentifier(QString::fromLatin1(text));
            QCOMPARE(identifierProblem(suggestion, 63), QString());
        }
    }
};

QTEST_GUILESS_MAIN(IdentifierTest)
#include "tst_identifier.moc"
