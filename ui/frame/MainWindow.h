// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/AppContext.h"
#include "ui/frame/Frame.h"

#include <QMainWindow>

#include <vector>

class QStackedWidget;

namespace rowcast::ui {

class CloseGuard;
class MainMenu;
class NavigationBar;
class Page;
class Toast;

// The console's window: navigation, the pages, menus, status line. Made anew when the language changes.
class MainWindow : public QMainWindow, public Frame {
    Q_OBJECT

public:
    // What the window itself needs beside the context of its pages.
    struct Options {
        QString language; // in use; empty: the desktop's
        QString demoNote; // what this demo cannot show
        std::function<void()> startDemo;
    };
    MainWindow(const AppContext &context, const Options &options);
    ~MainWindow() override;

    [[nodiscard]] const std::vector<Page *> &pages() const { return m_pages; }
    [[nodiscard]] Page *currentPage() const;
    // Asks nothing and saves nothing: for a window that another one replaces.
    void retire();
    // Closes without a question, once the tasks have stopped.
    void quit();

    void showPage(const QString &page, const QString &item = {}) override;
    void showToast(
        const QString &text, const std::function<void()> &undo, const std::function<void()> &expired) override;
    void newMigration() override;
    void importFromAws() override;
    void startDemo() override;

Q_SIGNALS:
    void languageChosen(const QString &code);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildMenu();
    void buildPages();
    [[nodiscard]] QWidget *buildCentre();
    void showIndex(int index);
    void restore();
    void save();
    void toggleFullScreen();

    AppContext m_context;
    Options m_options;
    MainMenu *m_menu = nullptr;
    NavigationBar *m_navigation;
    QStackedWidget *m_stack;
    Toast *m_toast;
    CloseGuard *m_closeGuard;
    std::vector<Page *> m_pages;
    bool m_isRetired = false;
};

} // namespace rowcast::ui
