// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/Contrast.h"
#include "ui/style/Palettes.h"
#include "ui/style/StatusTint.h"
#include "ui/style/Theme.h"

#include <QApplication>
#include <QIcon>
#include <QTest>

using namespace rowcast::ui;

class StyleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<int>("text");
        QTest::addColumn<int>("ground");
        const std::pair<QPalette::ColorRole, QPalette::ColorRole> kPairs[] = {{QPalette::WindowText, QPalette::Window},
            {QPalette::Text, QPalette::Base}, {QPalette::Text, QPalette::AlternateBase},
            {QPalette::ButtonText, QPalette::Button}, {QPalette::HighlightedText, QPalette::Highlight},
            {QPalette::PlaceholderText, QPalette::Window}, {QPalette::PlaceholderText, QPalette::Base},
            {QPalette::PlaceholderText, QPalette::AlternateBase}, {QPalette::ToolTipText, QPalette::ToolTipBase},
            {QPalette::Link, QPalette::Window}, {QPalette::Link, QPalette::Base},
            {QPalette::Highlight, QPalette::Window}, {QPalette::Highlight, QPalette::Base}};
        for (const bool dark : {false, true}) {
            for (const auto &[text, ground] : kPairs) {
                QTest::addRow("%s %d on %d", dark ? "dark" : "light", text, ground) << dark << int(text) << int(ground);
            }
        }
    }
    void textIsReadable()
    {
        QFETCH(bool, isDark);
        QFETCH(int, text);
        QFETCH(int, ground);
        const QPalette palette = isDark ? darkPalette() : lightPalette();
        for (const auto group : {QPalette::Active, QPalette::Inactive}) {
            const double ratio = contrastRatio(
                palette.color(group, QPalette::ColorRole(text)), palette.color(group, QPalette::ColorRole(ground)));
            QVERIFY2(ratio >= kReadableContrast, qPrintable(QString::number(ratio)));
        }
    }

    void statusTintsAreReadable()
    {
        for (const QPalette &palette : {lightPalette(), darkPalette()}) {
            for (const Status status : {Status::Neutral, Status::Ready, Status::Stopped, Status::Running, Status::Done,
                     Status::Warning, Status::Failed}) {
                const StatusTint tint = StatusTint::of(status, palette);
                QVERIFY(contrastRatio(tint.foreground, palette.color(QPalette::Window)) >= kReadableContrast);
                QVERIFY(contrastRatio(tint.foreground, palette.color(QPalette::Base)) >= kReadableContrast);
                QVERIFY(contrastRatio(tint.foreground, tint.background) >= kReadableContrast);
            }
        }
    }

    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(QColor(0x777777), QColor(0x777777)), 1.0);
        // a known pair of WCAG's own examples: #767676 on white is just readable
        QVERIFY(contrastRatio(QColor(0x767676), Qt::white) > 4.5);
        QVERIFY(contrastRatio(QColor(0x787878), Qt::white) < 4.5);
    }

    void themeChoosesPaletteAndIcons()
    {
        Theme theme(*qApp);
        theme.apply(ThemeChoice::Dark);
        QVERIFY(isDark(QApplication::palette()));
        QCOMPARE(QIcon::themeName(), QStringLiteral("breeze-dark"));
        theme.apply(ThemeChoice::Light);
        QVERIFY(!isDark(QApplication::palette()));
        QCOMPARE(QIcon::themeName(), QStringLiteral("breeze"));
        QVERIFY(!QIcon::fromTheme(QStringLiteral("edit-copy")).isNull());
    }

    void themeNamesRoundTrip()
    {
        for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark}) {
            QCOMPARE(themeOfName(themeName(choice)), choice);
        }
        QCOMPARE(themeOfName(QStringLiteral("nonsense")), ThemeChoice::System);
    }
};

QTEST_MAIN(StyleTest)
#include "tst_style.moc"
