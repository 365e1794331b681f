// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/ConsoleSession.h"
#include "tests/live/support/TableFold.h"
#include "tests/ui/Person.h"
#include "ui/frame/Languages.h"
#include "ui/frame/MainWindow.h"
#include "ui/style/Theme.h"
#include "ui/tasks/TableStatisticsModel.h"
#include "ui/tasks/TaskView.h"
#include "ui/tasks/TasksPage.h"
#include "ui/topics/TopicViewer.h"
#include "ui/wizard/MigrationWizard.h"

#include <QMessageBox>
#include <QTemporaryDir>

namespace rowcast::ui {
class LadderStep;
}

// The console as the program joins it, in a folder of its own, and what a test looks at in it. With ROWCAST_TEST_SHOTS
// (a folder) pictures are kept; ROWCAST_TEST_LANGUAGE (ko) and ROWCAST_TEST_THEME (dark) choose its looks.
class LiveConsole {
public:
    // Returns when window and store are there; false: they did not come. dataFolder: one of its own by default.
    [[nodiscard]] bool start(const QString &dataFolder = {});

    [[nodiscard]] rowcast::ConsoleSession &session() const { return *m_session; }
    [[nodiscard]] rowcast::ui::MainWindow &window() const { return m_session->window(); }
    [[nodiscard]] rowcast::ui::MigrationWizard &wizard() const;
    [[nodiscard]] rowcast::ui::TasksPage &tasks() const;
    [[nodiscard]] rowcast::ui::TopicViewer &viewer() const;
    // Of the only task.
    [[nodiscard]] rowcast::TaskSnapshot task() const;
    // Of the task's first table by name.
    [[nodiscard]] QString statistic(rowcast::ui::TableStatisticsModel::Column column) const;
    [[nodiscard]] QList<rowcast::ui::MessageKind> kinds() const; // of the viewer's rows
    void openTab(rowcast::ui::TaskView::Tab tab) const;
    // The dialog that asks something now, or nullptr; and its answer by mouse.
    [[nodiscard]] static QMessageBox *question();
    static void answer(QMessageBox::ButtonRole role);
    // Of the test panel that is to be seen; nullptr: none.
    [[nodiscard]] static const rowcast::ui::LadderStep *failedStep(const Person &person);
    // A picture of what is in front.
    void shot(const char *name);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<rowcast::ui::Theme> m_theme;
    rowcast::ui::Languages m_languages;
    std::unique_ptr<rowcast::ConsoleSession> m_session;
    int m_shots = 0;
};
