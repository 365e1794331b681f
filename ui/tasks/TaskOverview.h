// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Definitions.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QProgressBar;

namespace rowcast::ui {

class RetentionView;

// The facts of a task in words: what it does, how far the load is, since when it runs, where it stands, how long
// that is still held.
class TaskOverview : public QWidget {
    Q_OBJECT

public:
    explicit TaskOverview(QWidget *parent = nullptr);
    void setTask(const StoredTask &task, const TaskSnapshot &snapshot, int64_t nowMicros);

private:
    void addName(const QString &name, QWidget *value);
    QLabel *addFact(const QString &name, bool isFixedFont = false);
    void setFact(QLabel *value, const QString &text, const QString &toolTip = {});
    void showRetentions(const StoredTask &task, const TaskSnapshot &snapshot, int64_t nowMicros);
    void showLoad(const StoredTask &task, const TaskSnapshot &snapshot);

    QGridLayout *m_grid;
    QLabel *m_type;
    QLabel *m_route;
    QLabel *m_tables;
    QLabel *m_loadText;
    QProgressBar *m_load;
    QLabel *m_started;
    QLabel *m_stopped;
    QLabel *m_outcome;
    QLabel *m_incoming;
    QLabel *m_commits;
    QLabel *m_memory;
    QLabel *m_server;
    QLabel *m_position;
    QLabel *m_checkpoint;
    RetentionView *m_binlog;
    RetentionView *m_topics;
};

} // namespace rowcast::ui
