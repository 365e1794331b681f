// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
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

    // "a \"b\"\n" "c" of C++ as the text that it means; every other escape of the sources stands for one character.
    static QString meaning(const QString &literals)
    {
        // no raw string: moc takes the quote in it for its end
        static const QRegularExpression kLiteral(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
        static const QRegularExpression kEscape(QStringLiteral(R"(\\(u[0-9a-fA-F]{4}|.))"));
        QString text;
        for (auto parts = kLiteral.globalMatch(literals); parts.hasNext();) {
            const QString part = parts.next().captured(1);
            qsizetype end = 0;
            for (auto escapes = kEscape.globalMatch(part); escapes.hasNext();) {
                const QRegularExpressionMatch escape = escapes.next();
                const QString code = escape.captured(1);
                text += part.mid(end, escape.capturedStart() - end);
                text += code.size() > 1          ? QChar(code.mid(1).toUShort(nullptr, 16))
                    : code == QLatin1String("n") ? QLatin1Char('\n')
                    : code == QLatin1String("t") ? QLatin1Char('\t')
                                                 : code.at(0);
                end = escape.capturedEnd();
            }
            text += part.mid(end);
        }
        return text;
    }

    // What the sources hand to tr(), translate() and QT_TRANSLATE_NOOP(), as "file: text".
    static QStringList literalsMissingFrom(const QSet<QString> &known, qsizetype *seen)
    {
        static const QRegularExpression kCall(QStringLiteral(
            R"re(\b(?:tr\(|(?:translate|QT_TRANSLATE_NOOP)\(\s*"[^"]*",)\s*((?:"(?:[^"\\\n]|\\.)*"\s*)+))re"));
        const QString root = qEnvironmentVariable("ROWCAST_SOURCE_DIR");
        QStringList missing;
        for (const char *folder : {"/core", "/ui", "/app"}) {
            QDirIterator files(root + QLatin1String(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                const bool isWorkers = file.fileName().contains(QLatin1String("/app/worker/"))
                    || file.fileName().endsWith(QLatin1String("/app/rowcast_worker.cpp"));
                if (isWorkers) {
                    continue; // rowcast-worker speaks English
                }
                if (!file.open(QIODevice::ReadOnly)) {
                    missing.append(file.fileName());
                    continue;
                }
                const QString code = QString::fromUtf8(file.readAll());
                for (auto calls = kCall.globalMatch(code); calls.hasNext();) {
                    const QString text = meaning(calls.next().captured(1));
                    ++*seen;
                    if (!known.contains(text)) {
                        missing.append(QStringLiteral("%1: %2").arg(file.fileName().mid(root.size() + 1), text));
                    }
                }
            }
        }
        return missing;
    }

private Q_SLOTS:
    void everyTextOfTheSourcesIsInTheFile()
    {
        // lupdate overlooks calls behind a local tr(), and rooms that translations/CMakeLists.txt does not know
        QSet<QString> known;
        for (const Message &message : messages()) {
            known.insert(message.source);
        }
        qsizetype seen = 0;
        QCOMPARE(literalsMissingFrom(known, &seen), QStringList());
        QVERIFY(seen > 1000);
    }

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
