// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/TaskSnapshot.h"
#include "ui/frame/AppContext.h"

#include <QStatusBar>

class QLabel;

namespace rowcast::ui {

// The lower edge of the window: where tasks run, how many do, the worst lag, and what is going on in the background.
class StatusLine : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusLine(const AppContext &context, QWidget *parent = nullptr);

private:
    void showTasks();
    void showJobs();

    AppContext m_context;
    QLabel *m_engine;
    QLabel *m_tasks;
    QLabel *m_lag;
    QLabel *m_jobs;
};

} // namespace rowcast::ui
