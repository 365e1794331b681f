// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/ConsoleSession.h"

#include <QDir>

namespace rowcast {

ConsoleSession::ConsoleSession(
    const Options &options, std::unique_ptr<Secrets> secrets, ui::Theme &theme, ui::Languages &languages)
    : m_settings(options.dataFolder + QStringLiteral("/console.ini"), QSettings::IniFormat)
    , m_secrets(std::move(secrets))
{
    QDir().mkpath(options.dataFolder);
    ui::applyViewSettings(m_settings, options.language, theme, languages);
    m_store = std::make_unique<StoreService>(options.dataFolder + QStringLiteral("/rowcast.db"), *m_secrets, m_clock);
    m_instance = std::make_unique<LocalInstance>(QStringLiteral("this-computer"), m_connectors, m_clock, m_log);
    connect(m_instance.get(), &ReplicationInstance::taskChanged, m_store.get(), &StoreService::saveStatistics);
    ui::ConsoleParts parts;
    parts.instance = m_instance.get();
    parts.store = m_store.get();
    parts.secrets = m_secrets.get();
    parts.clock = &m_clock;
    parts.settings = &m_settings;
    parts.theme = &theme;
    parts.languages = &languages;
    parts.isDemo = options.isDemo;
    parts.demoNote = options.demoNote;
    parts.startDemo = options.startDemo;
    m_console = std::make_unique<ui::Console>(parts);
}

ConsoleSession::~ConsoleSession()
{
    // the window looks at the instance, and a task that ends is written to the store
    m_console.reset();
    m_instance.reset();
    m_store.reset();
}

} // namespace rowcast
