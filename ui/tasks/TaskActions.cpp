// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/TaskActions.h"

#include "core/store/StoreService.h"
#include "ui/frame/Frame.h"
#include "ui/models/StoreReply.h"
#include "ui/pages/TaskDialog.h"
#include "ui/tasks/TaskBook.h"
#include "ui/tasks/TaskTexts.h"
#include "ui/widgets/FailureDialog.h"
#include "ui/widgets/QuestionBox.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>
#include <QWidget>

namespace rowcast::ui {

TaskActions::TaskActions(const AppContext &context, TaskBook &book, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_book(book)
    , m_window(window)
    , m_start(add(
          QStringLiteral("media-playback-start"), tr("&Start"), QKeySequence(Qt::Key_F5), &TaskActions::startOrResume))
    , m_stop(add(QStringLiteral("media-playback-stop"), tr("S&top"), QKeySequence(Qt::SHIFT | Qt::Key_F5),
          &TaskActions::stopTask))
    , m_reload(add(QStringLiteral("view-refresh"), tr("&Reload target"), {}, &TaskActions::askReload))
    , m_assess(add(QStringLiteral("checkbox"), tr("&Premigration assessment"), {}, &TaskActions::requestAssessment))
    , m_modify(add(QStringLiteral("document-edit"), tr("&Modify"), QKeySequence(Qt::Key_F2), &TaskActions::modifyTask))
    , m_remove(add(QStringLiteral("edit-delete"), tr("&Delete"), QKeySequence::Delete, &TaskActions::removeTask))
{
    m_start->setObjectName(QStringLiteral("start"));
    m_stop->setObjectName(QStringLiteral("stop"));
    m_reload->setObjectName(QStringLiteral("reload"));
    m_remove->setShortcutContext(Qt::WidgetShortcut); // in the list alone, not in a text that has the focus
    connect(&book, &TaskBook::definitionsChanged, this, &TaskActions::follow);
    connect(&book, &TaskBook::taskChanged, this, [this](const QString &identifier) {
        if (identifier == m_task) {
            follow();
        }
    });
    follow();
}

QAction *TaskActions::add(
    const QString &icon, const QString &text, const QKeySequence &shortcut, void (TaskActions::*verb)())
{
    auto *action = new QAction(QIcon::fromTheme(icon), text, this);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, verb);
    return action;
}

void TaskActions::setTask(const QString &identifier)
{
    m_task = identifier;
    m_isBeginning = false;
    follow();
}

void TaskActions::follow()
{
    const StoredTask *task = m_book.task(m_task);
    const TaskStatus status = task != nullptr ? m_book.snapshot(*task).status : TaskStatus::Ready;
    const bool isIdle = task != nullptr && !isActive(status);
    const bool isResume = status == TaskStatus::Stopped || status == TaskStatus::Failed;
    m_start->setText(isResume ? tr("Re&sume") : tr("&Start"));
    m_start->setToolTip(
        isResume ? tr("Goes on from the last confirmed position.") : tr("Starts the task from its beginning."));
    m_start->setEnabled(isIdle && !m_isBeginning);
    const bool isElsewhere = task != nullptr && task->isRunningElsewhere;
    m_stop->setEnabled(
        task != nullptr && !isElsewhere && (status == TaskStatus::Starting || status == TaskStatus::Running));
    m_stop->setToolTip(isElsewhere
            ? tr("Another window of Rowcast runs this task; stop it there.")
            : tr("Stops after what was read is confirmed. Nothing is lost; Resume goes on from there."));
    m_reload->setEnabled(isIdle && isResume && !m_isBeginning && task->spec.hasFullLoad());
    m_reload->setToolTip(reloadConsequence());
    m_assess->setEnabled(task != nullptr);
    m_modify->setEnabled(isIdle);
    m_remove->setEnabled(isIdle);
}

void TaskActions::startOrResume()
{
    const StoredTask *task = m_book.task(m_task);
    if (task == nullptr) {
        return;
    }
    const TaskStatus status = m_book.snapshot(*task).status;
    begin(status == TaskStatus::Ready ? StartType::StartReplication : StartType::Default);
}

void TaskActions::begin(StartType type)
{
    m_isBeginning = true;
    follow();
    m_context.store->completeDocument(m_task, this, [this, type](const Result<MigrationDocument> &document) {
        m_isBeginning = false;
        if (document) {
            m_context.instance->startTask(*document, type);
            if (type == StartType::ReloadTarget) {
                m_context.store->addEvent(EventKind::TaskReloadRequested, document->task.identifier);
            }
        } else {
            auto *dialog = new FailureDialog(document.error(), m_window);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
        }
        follow();
    });
}

void TaskActions::stopTask()
{
    m_context.instance->stopTask(m_task);
}

QString TaskActions::reloadConsequence() const
{
    const StoredTask *task = m_book.task(m_task);
    if (task == nullptr) {
        return {};
    }
    const TaskSnapshot snapshot = m_book.snapshot(*task);
    const PrepMode prep = task->spec.settings.prepMode();
    QString text
        = tr("Reload sends about %1 load records of %n table(s) again, to consumers that may have them already.",
            nullptr, int(snapshot.tables.size()))
              .arg(countText(reloadRows(snapshot)));
    if (prep == PrepMode::DropAndCreate) {
        text += QLatin1Char(' ')
            + tr("Before each table stand a drop-table and a create-table record; the topic itself stays.");
    }
    return text + QLatin1Char(' ') + tr("The position reached so far is given up: changes are read from now on.");
}

void TaskActions::askReload()
{
    auto *box = new QMessageBox(
        QMessageBox::Warning, tr("Reload target"), tr("Reload %1?").arg(m_task), QMessageBox::Cancel, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(reloadConsequence());
    dressQuestion(*box, Status::Warning);
    const QPushButton *reload = box->addButton(tr("Reload target"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setEscapeButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, reload](const QAbstractButton *clicked) {
        if (clicked == reload) {
            begin(StartType::ReloadTarget);
        }
    });
    box->open();
}

void TaskActions::requestAssessment()
{
    Q_EMIT assessmentRequested(m_task);
}

void TaskActions::modifyTask()
{
    auto *dialog = new TaskDialog(m_context, m_task, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void TaskActions::removeTask()
{
    StoreService &store = *m_context.store;
    const QString identifier = m_task;
    const quint64 request = store.remove(DefinitionKind::Task, identifier);
    onStoreReply(store, request, this, [this, identifier](const Result<void> &done) {
        if (!done) {
            auto *dialog = new FailureDialog(done.error(), m_window);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
            return;
        }
        const auto undo
            = [store = m_context.store, identifier] { store->undoRemove(DefinitionKind::Task, identifier); };
        m_context.frame->showToast(tr("Deleted: %1").arg(identifier), undo, {});
    });
}

} // namespace rowcast::ui
