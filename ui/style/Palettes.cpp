// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/Palettes.h"

#include "ui/style/Contrast.h"

namespace rowcast::ui {

namespace {

struct Tones {
    QColor window;
    QColor base;
    QColor alternate;
    QColor button;
    QColor text;
    QColor quiet;
    QColor line;
    QColor accent;
    QColor onAccent;
};

QPalette paletteOf(const Tones &tones)
{
    QPalette palette(tones.button, tones.window);
    palette.setColor(QPalette::WindowText, tones.text);
    palette.setColor(QPalette::Base, tones.base);
    palette.setColor(QPalette::AlternateBase, tones.alternate);
    palette.setColor(QPalette::Text, tones.text);
    palette.setColor(QPalette::PlaceholderText, tones.quiet);
    palette.setColor(QPalette::Button, tones.button);
    palette.setColor(QPalette::ButtonText, tones.text);
    palette.setColor(QPalette::BrightText, tones.onAccent);
    palette.setColor(QPalette::ToolTipBase, tones.alternate);
    palette.setColor(QPalette::ToolTipText, tones.text);
    palette.setColor(QPalette::Highlight, tones.accent);
    palette.setColor(QPalette::HighlightedText, tones.onAccent);
    palette.setColor(QPalette::Link, tones.accent);
    palette.setColor(QPalette::LinkVisited, tones.accent);
    palette.setColor(QPalette::Mid, tones.line);
    palette.setColor(QPalette::Midlight, mixed(tones.line, tones.window, 0.5));
    palette.setColor(QPalette::Light, tones.base);
    palette.setColor(QPalette::Dark, mixed(tones.text, tones.line, 0.3));
    palette.setColor(QPalette::Shadow, mixed(Qt::black, tones.line, 0.6));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, tones.quiet);
    }
    palette.setColor(QPalette::Disabled, QPalette::Base, tones.window);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tones.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, tones.text);
    return palette;
}

} // namespace

QPalette lightPalette()
{
    return paletteOf({.window = QColor(0xf4f5f7),
        .base = QColor(0xffffff),
        .alternate = QColor(0xeef0f3),
        .button = QColor(0xfcfcfd),
        .text = QColor(0x1d2127),
        .quiet = QColor(0x5d6673),
        .line = QColor(0xd4d8de),
        .accent = QColor(0x1b62b8),
        .onAccent = QColor(0xffffff)});
}

QPalette darkPalette()
{
    return paletteOf({.window = QColor(0x1e2126),
        .base = QColor(0x17191d),
        .alternate = QColor(0x262a30),
        .button = QColor(0x2b3037),
        .text = QColor(0xe6e9ee),
        .quiet = QColor(0xa0a9b5),
        .line = QColor(0x3b424b),
        .accent = QColor(0x76b1ff),
        .onAccent = QColor(0x0c1320)});
}

bool isDark(const QPalette &palette)
{
    return isDark(palette.color(QPalette::Window));
}

QColor hairline(const QPalette &palette)
{
    return palette.color(QPalette::Mid);
}

QColor quietText(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::PlaceholderText);
}

} // namespace rowcast::ui
