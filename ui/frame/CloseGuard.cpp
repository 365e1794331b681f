// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/CloseGuard.h"

#include "core/instance/ReplicationInstance.h"
#include "ui/widgets/QuestionBox.h"

#include <QEventLoop>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <chrono>

namespace rowcast::ui {

namespace {

constexpr std::chrono::seconds kLongestStop{5};

} // namespace

CloseGuard::CloseGuard(ReplicationInstance &instance, QWidget *window, bool isAsking)
    : QObject(window)
    , m_instance(instance)
    , m_window(window)
    , m_isAsking(isAsking)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kLongestStop);
    connect(&m_patience, &QTimer::timeout, this, &CloseGuard::finish);
    connect(&instance, &ReplicationInstance::stoppedAll, this, &CloseGuard::finish);
    // answered before the desktop goes on with the end of its session
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, &CloseGuard::endSession, Qt::DirectConnection);
}

int CloseGuard::runningTasks() const
{
    const std::vector<TaskSnapshot> tasks = m_instance.tasks();
    return int(
        std::count_if(tasks.begin(), tasks.end(), [](const TaskSnapshot &task) { return isActive(task.status); }));
}

bool CloseGuard::isReadyToClose()
{
    if (m_isStopped) {
        return true;
    }
    if (m_isStopping) {
        return false;
    }
    const int running = runningTasks();
    if (running == 0) {
        return true;
    }
    if (m_isAsking) {
        ask(running);
    } else {
        stopTasks();
    }
    return false;
}

void CloseGuard::ask(int running)
{
    // one that was answered is still there for a moment
    if (m_question != nullptr && m_question->isVisible()) {
        m_question->raise();
        m_question->activateWindow();
        return;
    }
    m_question = new QMessageBox(QMessageBox::Question, tr("Quit Rowcast"),
        tr("%n task(s) run in this program and stop with it.", nullptr, running), QMessageBox::NoButton, m_window);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setInformativeText(tr("Each stops at a safe point. Resume goes on exactly there."));
    dressQuestion(*m_question, Status::Running);
    const QPushButton *stop = m_question->addButton(tr("Stop tasks and quit"), QMessageBox::DestructiveRole);
    QPushButton *stay = m_question->addButton(tr("Keep running"), QMessageBox::RejectRole);
    m_question->setDefaultButton(stay);
    m_question->setEscapeButton(stay);
    connect(m_question, &QMessageBox::buttonClicked, this, [this, stop](const QAbstractButton *clicked) {
        if (clicked == stop) {
            stopTasks();
        }
    });
    m_question->open();
}

void CloseGuard::stopTasks()
{
    m_isStopping = true;
    m_window->setEnabled(false);
    m_patience.start();
    m_instance.stopAll();
}

void CloseGuard::finish()
{
    if (m_isStopping && !m_isStopped) {
        m_patience.stop();
        m_isStopped = true;
        Q_EMIT mayClose();
    }
}

void CloseGuard::endSession()
{
    stopAsking();
    if (!isReadyToClose()) {
        QEventLoop stopping;
        connect(this, &CloseGuard::mayClose, &stopping, &QEventLoop::quit);
        stopping.exec(QEventLoop::ExcludeUserInputEvents);
    }
}

} // namespace rowcast::ui
