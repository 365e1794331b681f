// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Composition.h"
#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/instance/LocalInstance.h"
#include "core/store/Secrets.h"
#include "core/store/StoreService.h"
#include "ui/frame/Console.h"

#include <QSettings>

#include <memory>

namespace rowcast {

// The console on one data folder: settings, store, the replication instance of this process, and the window. Main
// thread, with an event loop. Its end stops the tasks and writes what is not written yet.
class ConsoleSession final : public QObject {
    Q_OBJECT

public:
    struct Options {
        QString dataFolder; // made when missing
        QString language = {}; // goes before what the settings say; empty: none
        bool isDemo = false;
        QString demoNote = {}; // what this demo cannot show
        std::function<void()> startDemo = {};
    };
    // secrets: where passwords are kept. theme and languages outlive the session.
    ConsoleSession(
        const Options &options, std::unique_ptr<Secrets> secrets, ui::Theme &theme, ui::Languages &languages);
    ~ConsoleSession() override;

    void show() { m_console->show(); }
    [[nodiscard]] ui::MainWindow &window() { return m_console->window(); }
    [[nodiscard]] StoreService &store() { return *m_store; }
    [[nodiscard]] ReplicationInstance &instance() { return *m_instance; }

private:
    SystemClock m_clock;
    LogSink m_log;
    const Composition m_connectors;
    QSettings m_settings;
    const std::unique_ptr<Secrets> m_secrets;
    std::unique_ptr<StoreService> m_store;
    std::unique_ptr<LocalInstance> m_instance;
    std::unique_ptr<ui::Console> m_console;
};

} // namespace rowcast
