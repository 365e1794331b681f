// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/Theme.h"

#include <QMenuBar>

class QMenu;

namespace rowcast::ui {

// The window's menus. It only asks; the window acts.
class MainMenu : public QMenuBar {
    Q_OBJECT

public:
    // language: the code in use, empty for the desktop's.
    MainMenu(ThemeChoice theme, const QString &language, bool isDemo, QWidget *parent = nullptr);

    // An entry of the menu View with Ctrl+1, Ctrl+2, ...
    void addPage(const QString &title, int index);
    // What the page in front can do.
    void setPageActions(const QList<QAction *> &actions);

Q_SIGNALS:
    void newMigrationRequested();
    void importRequested();
    void demoRequested();
    void pageRequested(int index);
    void foldRequested();
    void fullScreenRequested();
    void themeRequested(rowcast::ui::ThemeChoice choice);
    void languageRequested(const QString &code);
    void shortcutsRequested();
    void aboutRequested();
    void quitRequested();

private:
    void fillFile(bool isDemo);
    void fillView(ThemeChoice theme, const QString &language);
    void fillHelp();

    QMenu *m_file;
    QMenu *m_actions;
    QMenu *m_view;
    QMenu *m_help;
    QAction *m_firstViewAction = nullptr;
};

} // namespace rowcast::ui
