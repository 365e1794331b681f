// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/Theme.h"

#include "ui/style/Palettes.h"
#include "ui/style/RowcastStyle.h"

#include <QApplication>
#include <QEvent>
#include <QIcon>
#include <QScopedValueRollback>
#include <QToolTip>

namespace rowcast::ui {

namespace {

// The icon theme is a dependency of the package, so it is there without any desktop environment.
void addIconFolders()
{
    QStringList folders = QIcon::themeSearchPaths();
    for (const QString &folder : {QStringLiteral("/usr/share/icons"), QStringLiteral("/usr/local/share/icons")}) {
        if (!folders.contains(folder)) {
            folders.append(folder);
        }
    }
    QIcon::setThemeSearchPaths(folders);
}

} // namespace

QString themeName(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

ThemeChoice themeOfName(const QString &name)
{
    if (name == QLatin1String("light")) {
        return ThemeChoice::Light;
    }
    return name == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

Theme::Theme(QApplication &application)
    : QObject(&application)
    , m_application(application)
{
    addIconFolders();
    QApplication::setStyle(new RowcastStyle);
    application.installEventFilter(this);
    refresh();
}

void Theme::apply(ThemeChoice choice)
{
    m_choice = choice;
    refresh();
}

bool Theme::isDark() const
{
    return m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && isDesktopDark());
}

bool Theme::isDesktopDark() const
{
    // Qt 6.4 does not tell the desktop's choice; an application without a palette of its own shows it
    QApplication::setPalette(QPalette());
    return ui::isDark(QGuiApplication::palette());
}

void Theme::refresh()
{
    const QScopedValueRollback<bool> applying(m_isApplying, true);
    const bool dark = isDark();
    const QPalette palette = dark ? darkPalette() : lightPalette();
    QIcon::setThemeName(dark ? QStringLiteral("breeze-dark") : QStringLiteral("breeze"));
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    Q_EMIT changed();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && !m_isApplying && m_choice == ThemeChoice::System) {
        refresh();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace rowcast::ui
