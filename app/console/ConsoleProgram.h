// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/DemoStart.h"
#include "app/console/ConsoleSession.h"
#include "app/console/Options.h"
#include "app/worker/StopSignals.h"
#include "ui/frame/Languages.h"
#include "ui/frame/ScreenshotTour.h"
#include "ui/style/Theme.h"

#include <QLabel>

#include <memory>

namespace rowcast {

// The desktop program: a session with the platform's keychain, and the demo's servers where they are asked for.
// Main thread; lives as long as the event loop.
class ConsoleProgram final : public QObject {
    Q_OBJECT

public:
    ConsoleProgram(QApplication &application, ConsoleOptions options);
    ~ConsoleProgram() override;

    void start();

private:
    void open(const QString &dataFolder);
    void openDemo();
    void startDemoTask();
    void follow(const TaskSnapshot &snapshot);
    void startTour();
    void failDemo(const Failure &failure);
    void quit();
    [[nodiscard]] QString defaultDataFolder() const;

    const ConsoleOptions m_options;
    worker::StopSignals m_stopSignals;
    ui::Theme m_theme;
    ui::Languages m_languages;
    DemoStart m_demoStart;
    std::unique_ptr<DemoWorld> m_world; // outlives the task that reads from it
    std::unique_ptr<QLabel> m_waiting; // shown while the demo's servers start
    std::unique_ptr<ConsoleSession> m_session;
    std::unique_ptr<ui::ScreenshotTour> m_tour;
    bool m_hasWriter = false;
};

} // namespace rowcast
