// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

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

    // True when the window may close now. Else the person keeps it open, or mayClose() comes once the tasks stopped.
    [[nodiscard]] bool isReadyToClose();

Q_SIGNALS:
    void mayClose();

private:
    [[nodiscard]] bool askToStop(int running);

    ReplicationInstance &m_instance;
    QWidget *m_window;
    bool m_isAsking;
    bool m_isStopping = false;
    bool m_isStopped = false;
};

} // namespace rowcast::ui
