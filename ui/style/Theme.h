// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPalette>

class QApplication;

namespace rowcast::ui {

enum class ThemeChoice { System, Light, Dark };

// Where the settings keep the choice.
inline const QString kThemeSetting = QStringLiteral("view/theme");
// "system", "light", "dark", as the settings keep it.
[[nodiscard]] QString themeName(ThemeChoice choice);
[[nodiscard]] ThemeChoice themeOfName(const QString &name);

// Gives the application its style, palette and icons. System follows the desktop, also when it changes while the
// console runs. One per program, made after QApplication; main thread.
class Theme : public QObject {
    Q_OBJECT

public:
    explicit Theme(QApplication &application);

    void apply(ThemeChoice choice);
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    [[nodiscard]] bool isDark() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] bool isDesktopDark() const;
    void refresh();

    QApplication &m_application;
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_isApplying = false;
};

} // namespace rowcast::ui
