// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/AppContext.h"

#include "core/task/TaskState.h"

#include <QObject>
#include <QString>

class QAction;
class QMessageBox;
class QWidget;

namespace rowcast::ui {

class TaskBook;

// The verbs on one task: which of them apply follows its state. Each says what it will do; what sends data again asks
// first, with numbers, and deletion can be undone for ten seconds. Main thread.
class TaskActions : public QObject {
    Q_OBJECT

public:
    TaskActions(const AppContext &context, TaskBook &book, QWidget *window);

    // Empty: none.
    void setTask(const QString &identifier);
    [[nodiscard]] const QString &task() const { return m_task; }

    // Start and resume are one action, named after what it will do.
    [[nodiscard]] QAction *start() const { return m_start; }
    [[nodiscard]] QAction *stop() const { return m_stop; }
    [[nodiscard]] QAction *reload() const { return m_reload; }
    [[nodiscard]] QAction *modify() const { return m_modify; }
    [[nodiscard]] QAction *assess() const { return m_assess; }
    [[nodiscard]] QAction *remove() const { return m_remove; }
    // In the order of a menu.
    [[nodiscard]] QList<QAction *> all() const { return {m_start, m_stop, m_reload, m_assess, m_modify, m_remove}; }
    // Those that a page has room for.
    [[nodiscard]] QList<QAction *> buttons() const { return {m_start, m_stop, m_reload, m_modify, m_remove}; }
    // "Reload sends 1.2 million load records again ...".
    [[nodiscard]] QString reloadConsequence() const;

Q_SIGNALS:
    // The task page shows the premigration assessment and runs it.
    void assessmentRequested(const QString &task);

private:
    QAction *add(const QString &icon, const QString &text, const QKeySequence &shortcut, void (TaskActions::*verb)());
    void follow();
    void startOrResume();
    void begin(StartType type);
    void stopTask();
    void askReload();
    void requestAssessment();
    void modifyTask();
    void removeTask();

    AppContext m_context;
    TaskBook &m_book;
    QWidget *m_window;
    QString m_task;
    QAction *m_start;
    QAction *m_stop;
    QAction *m_reload;
    QAction *m_assess;
    QAction *m_modify;
    QAction *m_remove;
    bool m_isBeginning = false; // secrets are being fetched
};

} // namespace rowcast::ui
