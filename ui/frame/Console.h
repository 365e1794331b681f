// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/AppContext.h"
#include "ui/frame/Jobs.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace rowcast::ui {

class Languages;
class MainWindow;

// What app/ joins the console from. Everything pointed to outlives the Console.
struct ConsoleParts {
    ReplicationInstance *instance = nullptr;
    StoreService *store = nullptr;
    Secrets *secrets = nullptr;
    const Clock *clock = nullptr;
    QSettings *settings = nullptr;
    Theme *theme = nullptr;
    Languages *languages = nullptr;
    bool isDemo = false;
    QString demoNote; // what this demo cannot show; translated, or empty
    std::function<void()> startDemo; // starts a second program in demo mode
};

// The console of one program: makes the window, and makes it anew in another language. Before it is made: the theme and
// the language of the settings are applied (applyViewSettings). Main thread.
class Console : public QObject {
    Q_OBJECT

public:
    explicit Console(const ConsoleParts &parts);
    ~Console() override;

    void show();
    [[nodiscard]] MainWindow &window() { return *m_window; }

private:
    void makeWindow();
    void changeLanguage(const QString &code);

    ConsoleParts m_parts;
    Jobs m_jobs;
    std::unique_ptr<MainWindow> m_window;
};

// language: of the command line ("ko"), which goes before what the settings say; empty: none.
void applyViewSettings(const QSettings &settings, const QString &language, Theme &theme, Languages &languages);

} // namespace rowcast::ui
