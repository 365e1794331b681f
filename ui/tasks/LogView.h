// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSettings;

namespace rowcast::ui {

class LogModel;
class TableView;
class TaskBook;

// A task's log: level, text filter, follow.
class LogView : public QWidget {
    Q_OBJECT

public:
    LogView(TaskBook &book, QSettings *settings, QWidget *parent = nullptr);

    void setTask(const QString &identifier);
    // Shows the lines of that moment and stops following.
    void showMoment(int64_t micros);

private:
    void applyFilter();
    // One line in full, which may be far longer than the table is wide.
    void openLine(int row);

    TaskBook &m_book;
    LogModel *m_model;
    TableView *m_table;
    QComboBox *m_level;
    QLineEdit *m_filter;
    QCheckBox *m_follow;
};

} // namespace rowcast::ui
