// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Composition.h"
#include "app/DemoStart.h"
#include "app/console/Options.h"
#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/instance/LocalInstance.h"
#include "core/store/Secrets.h"
#include "core/store/StoreService.h"
#include "ui/frame/Console.h"
#include "ui/frame/Languages.h"
#include "ui/frame/ScreenshotTour.h"
#include "ui/style/Theme.h"

#include <QLabel>
#include <QSettings>

#include <memory>

namespace rowcast {

// The desktop program: joins instance, store, keychain and window, and the demo's servers where they are asked for.
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
    [[nodiscard]] QString defaultDataFolder() const;

    const ConsoleOptions m_options;
    LogSink m_log;
    SystemClock m_clock;
    const Composition m_connectors;
    ui::Theme m_theme;
    ui::Languages m_languages;
    DemoStart m_demoStart;
    std::unique_ptr<DemoWorld> m_world; // outlives the task that reads from it
    std::unique_ptr<QLabel> m_waiting; // shown while the demo's servers start
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Secrets> m_secrets;
    std::unique_ptr<StoreService> m_store;
    std::unique_ptr<LocalInstance> m_instance;
    std::unique_ptr<ui::Console> m_console;
    std::unique_ptr<ui::ScreenshotTour> m_tour;
    bool m_hasWriter = false;
};

} // namespace rowcast
