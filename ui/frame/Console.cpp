// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/Console.h"

#include "ui/frame/Languages.h"
#include "ui/frame/MainWindow.h"
#include "ui/style/Theme.h"

#include <QSettings>

namespace rowcast::ui {

namespace {

const QString kLanguage = QStringLiteral("view/language");

} // namespace

Console::Console(const ConsoleParts &parts)
    : m_parts(parts)
{
    makeWindow();
}

Console::~Console() = default;

void Console::show()
{
    m_window->show();
}

void Console::makeWindow()
{
    AppContext context;
    context.instance = m_parts.instance;
    context.store = m_parts.store;
    context.secrets = m_parts.secrets;
    context.clock = m_parts.clock;
    context.settings = m_parts.settings;
    context.theme = m_parts.theme;
    context.jobs = &m_jobs;
    context.isDemo = m_parts.isDemo;
    m_window = std::make_unique<MainWindow>(context,
        MainWindow::Options{
            .language = m_parts.languages->code(), .demoNote = m_parts.demoNote, .startDemo = m_parts.startDemo});
    connect(m_window.get(), &MainWindow::languageChosen, this, &Console::changeLanguage, Qt::QueuedConnection);
}

void Console::changeLanguage(const QString &code)
{
    m_parts.settings->setValue(kLanguage, code);
    m_parts.languages->apply(code);
    const bool wasVisible = m_window->isVisible();
    m_window->retire();
    // the new one is there before the old one goes, so that the program does not end with its last window
    const std::unique_ptr<MainWindow> old = std::move(m_window);
    makeWindow();
    if (wasVisible) {
        m_window->show();
    }
    old->close();
}

void applyViewSettings(const QSettings &settings, const QString &language, Theme &theme, Languages &languages)
{
    languages.apply(language.isEmpty() ? settings.value(kLanguage).toString() : language);
    theme.apply(themeOfName(settings.value(kThemeSetting).toString()));
}

} // namespace rowcast::ui
