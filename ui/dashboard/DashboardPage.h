// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dashboard/DashboardFacts.h"
#include "ui/frame/Page.h"
#include "ui/style/StatusTint.h"

#include <QTimer>

class QStackedWidget;

namespace rowcast::ui {

class Card;
class CardLine;

// How everything is, at a glance: tasks by state, lag, rows, the last failures, tests that are due and retentions
// that run out, events. While
// nothing is defined: the three ways to begin.
class DashboardPage : public Page {
    Q_OBJECT

public:
    explicit DashboardPage(const AppContext &context, QWidget *parent = nullptr);

    void entered() override;

private:
    [[nodiscard]] QWidget *makeCards();
    void refresh();
    void showTasks(const DashboardFacts &facts);
    void showNumbers(const DashboardFacts &facts);
    void showFailures(const DashboardFacts &facts);
    void showTests(const DashboardFacts &facts);
    void showEvents();
    CardLine *addLine(Card *card, Status status, const QString &text, const QString &button, const QString &page,
        const QString &item);

    TaskBook *m_book;
    QStackedWidget *m_stack;
    Card *m_tasks;
    Card *m_lag;
    Card *m_rows;
    Card *m_failures;
    Card *m_tests;
    Card *m_events;
    QAction *m_newMigration;
    QTimer m_soon;
    QTimer m_minute;
    // What the lines show; they are made anew only when it changes, so that the focus stays.
    std::map<TaskStatus, int> m_shownTasks;
    std::vector<DashboardFacts::FailedTask> m_shownFailures;
    std::vector<DashboardFacts::DueTest> m_shownTests;
    std::vector<DashboardFacts::ShortFuse> m_shownFuses;
    bool m_isShown = false;
};

} // namespace rowcast::ui
