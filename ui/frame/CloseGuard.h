// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

class QMessageBox;
class QWidget;

namespace rowcast {
class ReplicationInstance;
}

namespace rowcast::ui {

// Ends the console in order: asks where tasks run, has the instance stop them, and says when the window may go.
class CloseGuard : public QObject {
    Q_OBJECT

public:
    // window: the parent of the question. isAsking false: running tasks are stopped without a question (the demo).
    CloseGuard(ReplicationInstance &instance, QWidget *window, bool isAsking);

    // True when the window may close now. Else a question is open, or mayClose() comes once the tasks stopped: after
    // five seconds at the latest, for what was sent and not confirmed is sent again by a resume.
    [[nodiscard]] bool isReadyToClose();
    // The desktop's session ends, or the program was told to: nobody is asked any more.
    void stopAsking() { m_isAsking = false; }

Q_SIGNALS:
    void mayClose();

private:
    [[nodiscard]] int runningTasks() const;
    void ask(int running);
    void stopTasks();
    void finish();
    void endSession();

    ReplicationInstance &m_instance;
    QWidget *m_window;
    bool m_isAsking;
    QPointer<QMessageBox> m_question;
    QTimer m_patience;
    bool m_isStopping = false;
    bool m_isStopped = false;
};

} // namespace rowcast::ui
