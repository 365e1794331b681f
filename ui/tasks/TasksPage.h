// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/Page.h"

#include <QTimer>

class QSortFilterProxyModel;
class QStackedWidget;

namespace rowcast::ui {

class TableView;
class TaskActions;
class TaskBook;
class TaskListModel;
class TaskView;

// The list of tasks, and one task when it is opened. showItem() takes a task's identifier; empty: the list.
class TasksPage : public Page {
    Q_OBJECT

public:
    explicit TasksPage(const AppContext &context, QWidget *parent = nullptr);

    void showItem(const QString &item) override;
    [[nodiscard]] std::vector<TourStop> tourStops() override;

    [[nodiscard]] TaskActions &taskActions() { return *m_actions; }
    [[nodiscard]] TaskView &view() { return *m_view; }
    [[nodiscard]] TableView &list() { return *m_list; }

private:
    void makeActions();
    void makeList();
    void showList();
    void openTask(const QString &identifier);
    // The verbs work at once where there are tasks; later the choice is the person's.
    void selectFirst();
    void followSelection();
    void showState();
    [[nodiscard]] QString selected() const;
    void select(const QString &identifier);

    TaskBook *m_book;
    TaskActions *m_actions;
    TaskListModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QStackedWidget *m_stack;
    TableView *m_list;
    TaskView *m_view;
    QAction *m_back;
    QAction *m_open;
    QAction *m_newMigration;
    QTimer m_times;
    QString m_opened;
    bool m_wasFilled = false;
};

} // namespace rowcast::ui
