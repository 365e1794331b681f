// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/CloseGuard.h"

#include "core/instance/ReplicationInstance.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace rowcast::ui {

CloseGuard::CloseGuard(ReplicationInstance &instance, QWidget *window, bool isAsking)
    : QObject(window)
    , m_instance(instance)
    , m_window(window)
    , m_isAsking(isAsking)
{
    connect(&instance, &ReplicationInstance::stoppedAll, this, [this] {
        if (m_isStopping) {
            m_isStopped = true;
            Q_EMIT mayClose();
        }
    });
}

bool CloseGuard::isReadyToClose()
{
    if (m_isStopped) {
        return true;
    }
    if (m_isStopping) {
        return false;
    }
    const std::vector<TaskSnapshot> tasks = m_instance.tasks();
    const auto running
        = std::count_if(tasks.begin(), tasks.end(), [](const TaskSnapshot &task) { return isActive(task.status); });
    if (running == 0) {
        return true;
    }
    if (m_isAsking && !askToStop(int(running))) {
        return false;
    }
    m_isStopping = true;
    m_window->setEnabled(false);
    m_instance.stopAll();
    return false;
}

bool CloseGuard::askToStop(int running)
{
    QMessageBox box(QMessageBox::Question, tr("Quit Rowcast"),
        tr("%n task(s) run in this program and stop with it.", nullptr, running), QMessageBox::NoButton, m_window);
    box.setInformativeText(tr("Each stops at a safe point. Resume goes on exactly there."));
    QPushButton *stop = box.addButton(tr("Stop tasks and quit"), QMessageBox::DestructiveRole);
    QPushButton *stay = box.addButton(tr("Keep running"), QMessageBox::RejectRole);
    box.setDefaultButton(stay);
    box.setEscapeButton(stay);
    box.exec();
    return box.clickedButton() == stop;
}

} // namespace rowcast::ui
