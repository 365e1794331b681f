// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/live/LiveConsole.h"

#include "core/store/SessionSecrets.h"
#include "ui/forms/TestPanel.h"
#include "ui/topics/TopicsPage.h"
#include "ui/widgets/LadderStep.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace rowcast;
using namespace rowcast::ui;

bool LiveConsole::start(const QString &dataFolder)
{
    constexpr int kOpening = 30'000;
    m_theme = std::make_unique<Theme>(*qApp);
    const ConsoleSession::Options options{.dataFolder = dataFolder.isEmpty() ? m_folder.path() : dataFolder,
        .language = qEnvironmentVariable("ROWCAST_TEST_LANGUAGE", QStringLiteral("en"))};
    m_session = std::make_unique<ConsoleSession>(options, std::make_unique<SessionSecrets>(), *m_theme, m_languages);
    m_theme->apply(
        qEnvironmentVariable("ROWCAST_TEST_THEME") == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::Light);
    QSignalSpy opened(&m_session->store(), &StoreService::opened);
    m_session->show();
    return opened.wait(kOpening) && QTest::qWaitForWindowActive(&window());
}

MigrationWizard &LiveConsole::wizard() const
{
    return *window().findChild<MigrationWizard *>();
}

TasksPage &LiveConsole::tasks() const
{
    return *window().findChild<TasksPage *>();
}

TopicViewer &LiveConsole::viewer() const
{
    return window().findChild<TopicsPage *>()->viewer();
}

void LiveConsole::shot(const char *name)
{
    const QString folder = qEnvironmentVariable("ROWCAST_TEST_SHOTS");
    if (folder.isEmpty() || !m_session) {
        return;
    }
    QTest::qWait(300); // for the eye only: what was asked for is painted
    QDir().mkpath(folder);
    QWidget *dialog = QApplication::activeModalWidget();
    if (dialog == nullptr) {
        auto *open = window().findChild<MigrationWizard *>();
        dialog = open != nullptr && open->isVisible() ? static_cast<QWidget *>(open) : &window();
    }
    dialog->grab().save(
        QStringLiteral("%1/%2-%3.png").arg(folder).arg(++m_shots, 2, 10, QLatin1Char('0')).arg(QLatin1String(name)));
}

TaskSnapshot LiveConsole::task() const
{
    const std::vector<TaskSnapshot> all = m_session->instance().tasks();
    return all.empty() ? TaskSnapshot() : all.front();
}

QString LiveConsole::statistic(TableStatisticsModel::Column column) const
{
    const auto *table = tasks().findChild<QTableView *>(QStringLiteral("table-statistics"));
    return table->model()->index(0, column).data().toString(); // of kwtoon.gift, the first by name
}

QMessageBox *LiveConsole::question()
{
    return qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
}

void LiveConsole::answer(QMessageBox::ButtonRole role)
{
    QMessageBox *box = question();
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == role) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
}

QList<MessageKind> LiveConsole::kinds() const
{
    QList<MessageKind> found;
    const TopicMessageModel &model = viewer().session().model();
    for (int row = 0; row < model.rowCount(); ++row) {
        found.append(model.row(row)->kind);
    }
    return found;
}

void LiveConsole::openTab(TaskView::Tab tab) const
{
    QTabBar *bar = tasks().view().tabs().tabBar();
    QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(int(tab)).center());
    QCOMPARE(tasks().view().tabs().currentIndex(), int(tab));
}

const LadderStep *LiveConsole::failedStep(const Person &person)
{
    for (const LadderStep *step : person.testPanel()->findChildren<LadderStep *>()) {
        if (step->isVisible() && step->step().state == StepState::Failed) {
            return step;
        }
    }
    return nullptr;
}
