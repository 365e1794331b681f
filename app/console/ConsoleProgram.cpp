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
    connect(&m_stopSignals, &worker::StopSignals::stopRequested, this, &ConsoleProgram::quit);
    connect(&m_demoStart, &DemoStart::started, this, &ConsoleProgram::openDemo);
    connect(&m_demoStart, &DemoStart::failed, this, &ConsoleProgram::failDemo);
}

ConsoleProgram::~ConsoleProgram()
{
    m_tour.reset();
    m_session.reset();
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
    const ConsoleSession::Options options{.dataFolder = dataFolder,
        .language = m_options.language,
        .isDemo = m_options.isDemo,
        .demoNote = m_world ? m_world->banner() : QString(),
        .startDemo
        = [] { QProcess::startDetached(QCoreApplication::applicationFilePath(), {QStringLiteral("--demo")}); }};
    m_session = std::make_unique<ConsoleSession>(options, secretsOf(m_options.isDemo), m_theme, m_languages);
    connect(&m_session->instance(), &ReplicationInstance::taskChanged, this, &ConsoleProgram::follow);
    m_session->show();
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
    const quint64 saving = m_session->store().saveMigration(document);
    connect(&m_session->store(), &StoreService::done, this, [this, saving, document](quint64 request) {
        if (request == saving) {
            m_session->instance().startTask(document, StartType::Default);
        }
    });
}

void ConsoleProgram::follow(const TaskSnapshot &snapshot)
{
    if (m_world && !m_hasWriter && snapshot.phase == TaskPhase::Cdc) {
        m_hasWriter = true;
        m_world->startWriter();
        if (!m_options.tourFolder.isEmpty()) {
            QTimer::singleShot(kTourStart, this, &ConsoleProgram::startTour);
        }
    }
}

void ConsoleProgram::quit()
{
    if (m_session) {
        m_session->window().quit();
    } else {
        QCoreApplication::quit();
    }
}

void ConsoleProgram::startTour()
{
    QDir().mkpath(m_options.tourFolder);
    m_tour = std::make_unique<ui::ScreenshotTour>(m_session->window(), m_options.tourFolder);
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
