// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

// The Korean texts: complete, with the placeholders, the code and the shortcuts of the English ones.
class TranslationsTest : public QObject {
    Q_OBJECT

private:
    struct Message {
        QString source;
        QString translation;
        bool isFinished = false;
    };

    static QList<Message> messages()
    {
        QFile file(qEnvironmentVariable("ROWCAST_SOURCE_DIR") + QStringLiteral("/translations/rowcast_ko.ts"));
        if (!file.open(QIODevice::ReadOnly)) {
            return {};
        }
        QList<Message> found;
        QXmlStreamReader xml(&file);
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement()) {
                continue;
            }
            if (xml.name() == QLatin1String("source")) {
                found.append({xml.readElementText(), {}, false});
            } else if (xml.name() == QLatin1String("translation") && !found.isEmpty()) {
                found.last().isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
                found.last().translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            }
        }
        return found;
    }

    static QStringList all(const QString &text, const char *pattern)
    {
        QStringList found;
        auto matches = QRegularExpression(QString::fromLatin1(pattern)).globalMatch(text);
        while (matches.hasNext()) {
            found.append(matches.next().captured());
        }
        found.removeDuplicates();
        found.sort();
        return found;
    }

private Q_SLOTS:
    void everyTextIsTranslated()
    {
        const QList<Message> texts = messages();
        QVERIFY(texts.size() > 500);
        QStringList open;
        for (const Message &message : texts) {
            if (!message.isFinished || message.translation.isEmpty()) {
                open.append(message.source);
            }
        }
        QCOMPARE(open, QStringList());
    }

    void placeholdersAndCodeAreThoseOfTheSource()
    {
        for (const Message &message : messages()) {
            QCOMPARE(all(message.translation, "%[0-9n]"), all(message.source, "%[0-9n]"));
            QCOMPARE(all(message.translation, "`[^`]+`").size(), all(message.source, "`[^`]+`").size());
        }
    }

    void shortcutsAreThoseOfTheSource()
    {
        for (const Message &message : messages()) {
            const QStringList wanted = all(message.source.toUpper(), "&[A-Z]");
            if (!wanted.isEmpty()) {
                QCOMPARE(all(message.translation.toUpper(), "&[A-Z]"), wanted);
            }
        }
    }

    void noParticleIsGluedToAPlaceholder()
    {
        // which particle is right depends on the last letter of what is filled in
        const char kGlued[]
            = "%[0-9][`\"]?(을|를|은|는|과|와|으로|을\\(를\\)|은\\(는\\)|이\\(가\\)|와\\(과\\)|\\(으\\)로)( |$)";
        for (const Message &message : messages()) {
            auto matches = QRegularExpression(QString::fromUtf8(kGlued)).match(message.translation);
            QVERIFY2(!matches.hasMatch(), qPrintable(message.translation));
        }
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
