// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/ConsoleProgram.h"

#include "core/store/SessionSecrets.h"
#include "ui/frame/MainWindow.h"

#ifdef ROWCAST_KEYCHAIN
#include "core/store/keychain/KeychainSecrets.h"
#endif

#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>

namespace rowcast {

namespace {

// The tour's pictures show charts that have moved and a viewer that has filled.
constexpr std::chrono::seconds kTourStart{8};

std::unique_ptr<Secrets> secretsOf(bool isDemo)
{
#ifdef ROWCAST_KEYCHAIN
    if (!isDemo) {
        return std::make_unique<KeychainSecrets>();
    }
#endif
    return std::make_unique<SessionSecrets>(
        isDemo ? QString() : QCoreApplication::translate("ConsoleProgram", "This build has no access to a keychain."));
}

} // namespace

ConsoleProgram::ConsoleProgram(QApplication &application, ConsoleOptions options)
    : m_options(std::move(options))
    , m_theme(application)
    , m_demoStart(DemoOptions{})
{
    connect(&m_demoStart, &DemoStart::started, this, &ConsoleProgram::openDemo);
    connect(&m_demoStart, &DemoStart::failed, this, &ConsoleProgram::failDemo);
}

ConsoleProgram::~ConsoleProgram()
{
    m_tour.reset();
    m_console.reset();
    m_instance.reset();
    m_store.reset();
}

QString ConsoleProgram::defaultDataFolder() const
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

void ConsoleProgram::start()
{
    if (!m_options.isDemo) {
        open(m_options.dataFolder.isEmpty() ? defaultDataFolder() : m_options.dataFolder);
        return;
    }
    m_languages.apply(m_options.language);
    m_theme.apply(ui::ThemeChoice::System);
    m_waiting
        = std::make_unique<QLabel>(tr("Starting the demo: a private database and a private broker. A few seconds."));
    m_waiting->setWindowTitle(tr("Rowcast"));
    m_waiting->setMargin(m_waiting->fontMetrics().height() * 2);
    m_waiting->show();
    m_demoStart.start();
}

void ConsoleProgram::open(const QString &dataFolder)
{
    QDir().mkpath(dataFolder);
    m_settings = std::make_unique<QSettings>(dataFolder + QStringLiteral("/console.ini"), QSettings::IniFormat);
    ui::applyViewSettings(*m_settings, m_options.language, m_theme, m_languages);
    m_secrets = secretsOf(m_options.isDemo);
    m_store = std::make_unique<StoreService>(dataFolder + QStringLiteral("/rowcast.db"), *m_secrets, m_clock);
    m_instance = std::make_unique<LocalInstance>(QStringLiteral("this-computer"), m_connectors, m_clock, m_log);
    connect(m_instance.get(), &ReplicationInstance::taskChanged, this, &ConsoleProgram::follow);
    ui::ConsoleParts parts;
    parts.instance = m_instance.get();
    parts.store = m_store.get();
    parts.secrets = m_secrets.get();
    parts.clock = &m_clock;
    parts.settings = m_settings.get();
    parts.theme = &m_theme;
    parts.languages = &m_languages;
    parts.isDemo = m_options.isDemo;
    parts.demoNote = m_world ? m_world->banner() : QString();
    parts.startDemo
        = [] { QProcess::startDetached(QCoreApplication::applicationFilePath(), {QStringLiteral("--demo")}); };
    m_console = std::make_unique<ui::Console>(parts);
    m_console->show();
}

void ConsoleProgram::openDemo()
{
    m_world = m_demoStart.takeWorld();
    open(m_world->dataFolder());
    m_waiting.reset();
    startDemoTask();
}

void ConsoleProgram::startDemoTask()
{
    const MigrationDocument document = m_world->document();
    const quint64 saving = m_store->saveMigration(document);
    connect(m_store.get(), &StoreService::done, this, [this, saving, document](quint64 request) {
        if (request == saving) {
            m_instance->startTask(document, StartType::Default);
        }
    });
}

void ConsoleProgram::follow(const TaskSnapshot &snapshot)
{
    m_store->saveStatistics(snapshot);
    if (m_world && !m_hasWriter && snapshot.phase == TaskPhase::Cdc) {
        m_hasWriter = true;
        m_world->startWriter();
        if (!m_options.tourFolder.isEmpty()) {
            QTimer::singleShot(kTourStart, this, &ConsoleProgram::startTour);
        }
    }
}

void ConsoleProgram::startTour()
{
    QDir().mkpath(m_options.tourFolder);
    m_tour = std::make_unique<ui::ScreenshotTour>(m_console->window(), m_options.tourFolder);
    connect(m_tour.get(), &ui::ScreenshotTour::finished, this, [](const QString &failure) {
        if (!failure.isEmpty()) {
            fprintf(stderr, "%s\n", qPrintable(failure));
        }
        QCoreApplication::exit(failure.isEmpty() ? 0 : 1);
    });
    m_tour->start();
}

void ConsoleProgram::failDemo(const Failure &failure)
{
    const QString text = failure.cause + QLatin1Char(' ') + failure.remedy;
    fprintf(stderr, "%s\n", qPrintable(text));
    if (!m_options.tourFolder.isEmpty()) {
        QCoreApplication::exit(1);
        return;
    }
    m_waiting->setText(text);
    m_waiting->setWordWrap(true);
    m_waiting->adjustSize();
}

} // namespace rowcast
