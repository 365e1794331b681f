// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/AppContext.h"
#include "ui/frame/Jobs.h"

#include "core/instance/ReplicationInstance.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace rowcast::ui {

class RowDifferenceModel;
class ValidationTableModel;

// Compares a task's tables with its topics and lists the keys that differ. The task runs on meanwhile.
class ValidationView : public QWidget {
    Q_OBJECT

public:
    explicit ValidationView(const AppContext &context, QWidget *parent = nullptr);
    ~ValidationView() override;

    // Another task's result goes away, and what runs is cancelled.
    void setTask(const QString &identifier);
    void start();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

private:
    [[nodiscard]] QWidget *makeBar();
    [[nodiscard]] QWidget *makeTables();
    void connectInstance();
    void cancel();
    void setRunning(bool isRunning);
    void showProgress(const ValidationProgress &progress);
    void showReport(const ValidationReport &report);
    void showFailure(const Failure &failure);

    AppContext m_context;
    QString m_task;
    RequestId m_request = 0;
    bool m_isRunning = false;
    Jobs::Token m_job;
    QPushButton *m_start;
    QPushButton *m_cancel;
    QPushButton *m_copy;
    QProgressBar *m_progress;
    QLabel *m_sentence;
    ValidationTableModel *m_tables;
    RowDifferenceModel *m_differences;
};

} // namespace rowcast::ui
