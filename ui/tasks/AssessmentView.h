// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/AppContext.h"
#include "ui/frame/Jobs.h"

#include "core/base/Result.h"
#include "core/instance/ReplicationInstance.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace rowcast::ui {

class FailureBanner;
class QuietLabel;
class StatusSign;
class CheckList;

// A task's premigration assessment: checks of the selected tables and of what the server's log leaves out. Reads the
// catalog only, so the task may run meanwhile. The last result is kept with its time.
class AssessmentView : public QWidget {
    Q_OBJECT

public:
    explicit AssessmentView(const AppContext &context, QWidget *parent = nullptr);
    ~AssessmentView() override;

    // Shows that task's last result; what runs for another one is cancelled.
    void setTask(const QString &identifier);
    void start();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] const CheckList &list() const { return *m_list; }

private:
    [[nodiscard]] QWidget *makeBar();
    [[nodiscard]] QWidget *makeResult();
    void connectInstance();
    void begin(const Result<MigrationDocument> &document);
    void cancel();
    void finish();
    void showFailure(const Failure &failure);
    void setRunning(bool isRunning);
    void showKept();
    void showVerdict(bool isFinished);

    AppContext m_context;
    QString m_task;
    RequestId m_request = 0;
    bool m_isRunning = false;
    bool m_isSaving = false; // what is shown is on its way into the store
    int64_t m_shownMicros = 0; // of the kept result that is shown
    Jobs::Token m_job;
    QPushButton *m_start;
    QPushButton *m_cancel;
    QPushButton *m_copy;
    StatusSign *m_sign;
    QLabel *m_sentence;
    QuietLabel *m_time;
    FailureBanner *m_failure;
    QStackedWidget *m_stack;
    QScrollArea *m_scroll;
    CheckList *m_list;
};

} // namespace rowcast::ui
