// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/TasksPage.h"

#include "ui/frame/Frame.h"
#include "ui/tasks/AssessmentView.h"
#include "ui/tasks/TaskActions.h"
#include "ui/tasks/TaskBook.h"
#include "ui/tasks/TaskListModel.h"
#include "ui/tasks/TaskTexts.h"
#include "ui/tasks/TaskView.h"
#include "ui/tasks/ValidationView.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/StatusDelegate.h"
#include "ui/widgets/TableView.h"

#include <QAction>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>

namespace rowcast::ui {

namespace {

enum StackPage { ListPage, TaskPage };

} // namespace

TasksPage::TasksPage(const AppContext &context, QWidget *parent)
    : Page(context, {pages::kTasks, QStringLiteral("view-task"), tr("Tasks")}, parent)
    , m_book(new TaskBook(*context.instance, *context.store, *context.clock, this))
    , m_actions(new TaskActions(context, *m_book, this))
    , m_model(new TaskListModel(*m_book, this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_stack(new QStackedWidget(this))
    , m_list(new TableView(QStringLiteral("tasks"), context.settings, this))
    , m_view(new TaskView(context, *m_book, *m_actions, this))
{
    makeActions();
    makeList();
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_view);
    setContent(m_stack);
    connect(m_view, &TaskView::lost, this, &TasksPage::showList);
    connect(m_book, &TaskBook::definitionsChanged, this, &TasksPage::showState);
    connect(m_book, &TaskBook::taskChanged, this, &TasksPage::showState);
    m_times.setInterval(std::chrono::seconds(5));
    connect(&m_times, &QTimer::timeout, m_model, &TaskListModel::refreshTimes);
    m_times.start();
    showList();
}

void TasksPage::makeActions()
{
    m_back = new QAction(QIcon::fromTheme(QStringLiteral("go-previous")), tr("&All tasks"), this);
    m_back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    m_open = new QAction(QIcon::fromTheme(QStringLiteral("document-open")), tr("&Open"), this);
    m_newMigration = new QAction(QIcon::fromTheme(QStringLiteral("list-add")), tr("New migration"), this);
    m_back->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_back, &QAction::triggered, this, &TasksPage::showList);
    connect(m_open, &QAction::triggered, this, [this] { openTask(selected()); });
    connect(m_newMigration, &QAction::triggered, this, [this] { context().frame->newMigration(); });
    connect(m_actions, &TaskActions::assessmentRequested, this, [this](const QString &task) {
        openTask(task);
        m_view->showTab(TaskView::Assessment);
        m_view->assessment().start();
    });
    addAction(m_open);
    addAction(m_back);
    addActions(m_actions->all());
    header().addAction(m_back);
    for (QAction *action : m_actions->buttons()) {
        header().addAction(action);
    }
    header().setPrimaryAction(m_newMigration);
}

void TasksPage::makeList()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(TaskListModel::SortRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_sorted);
    m_list->setAccessibleName(tr("Tasks"));
    m_list->setEmptyState(new EmptyState(QStringLiteral("view-task"),
        tr("No tasks yet. A task reads a database and sends what it finds to Kafka."), m_newMigration, m_list));
    m_list->setItemDelegateForColumn(TaskListModel::State, new StatusDelegate(m_list));
    m_list->setItemDelegateForColumn(TaskListModel::Errors, new StatusDelegate(m_list));
    m_list->setColumnUnits({24, 14, 21, 10, 9, 10, 9, 13, 29});
    m_list->sortByColumn(TaskListModel::Name, Qt::AscendingOrder);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addAction(m_open);
    m_list->addActions(m_actions->all());
    connect(m_list, &QTableView::activated, this, [this] { openTask(selected()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TasksPage::followSelection);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TasksPage::selectFirst);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TasksPage::followSelection);
    selectFirst();
}

QString TasksPage::selected() const
{
    const QModelIndexList rows = m_list->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : m_model->identifier(m_sorted->mapToSource(rows.front()).row());
}

void TasksPage::select(const QString &identifier)
{
    const int row = m_model->rowOf(identifier);
    if (row >= 0) {
        m_list->selectRow(m_sorted->mapFromSource(m_model->index(row, 0)).row());
    }
}

void TasksPage::selectFirst()
{
    if (!m_wasFilled && m_sorted->rowCount() > 0) {
        m_wasFilled = true;
        m_list->selectRow(0);
    }
}

void TasksPage::followSelection()
{
    if (m_stack->currentIndex() == ListPage) {
        m_open->setEnabled(!selected().isEmpty());
        m_actions->setTask(selected());
    }
}

void TasksPage::showList()
{
    const QString before = m_opened;
    m_opened.clear();
    m_stack->setCurrentIndex(ListPage);
    m_back->setVisible(false);
    m_open->setVisible(true);
    m_newMigration->setVisible(true);
    header().setTitle(tr("Tasks"));
    select(before);
    followSelection();
    showState();
    if (!before.isEmpty()) {
        m_list->setFocus();
    }
}

void TasksPage::openTask(const QString &identifier)
{
    if (m_book->task(identifier) == nullptr) {
        return;
    }
    m_opened = identifier;
    m_actions->setTask(identifier);
    m_view->setTask(identifier);
    m_stack->setCurrentIndex(TaskPage);
    m_back->setVisible(true);
    m_open->setVisible(false);
    m_newMigration->setVisible(false); // the buttons are those of this task
    header().setTitle(identifier);
    showState();
}

void TasksPage::showState()
{
    const StoredTask *opened = m_book->task(m_opened);
    if (opened != nullptr) {
        header().setState(tr("%1 to %2").arg(opened->source, opened->target));
        return;
    }
    int running = 0;
    int failed = 0;
    for (const StoredTask &task : m_book->tasks()) {
        const TaskStatus status = m_book->snapshot(task).status;
        running += isActive(status) ? 1 : 0;
        failed += status == TaskStatus::Failed ? 1 : 0;
    }
    QStringList parts = {tr("%n task(s)", nullptr, int(m_book->tasks().size())), tr("%n running", nullptr, running)};
    if (failed > 0) {
        parts.append(tr("%n failed", nullptr, failed));
    }
    header().setState(m_book->tasks().empty() ? QString() : parts.join(QStringLiteral(", ")));
}

void TasksPage::showItem(const QString &item)
{
    if (item.isEmpty()) {
        showList();
    } else {
        select(item);
        openTask(item);
    }
}

std::vector<TourStop> TasksPage::tourStops()
{
    const auto open = [this](TaskView::Tab tab) {
        return [this, tab]() -> QWidget * {
            if (!m_book->tasks().empty()) {
                openTask(m_book->tasks().front().spec.identifier);
            }
            m_view->showTab(tab);
            return nullptr;
        };
    };
    const auto validate = [this, open]() -> QWidget * {
        open(TaskView::Validation)();
        if (!m_book->tasks().empty()) {
            m_view->validation().start();
        }
        return nullptr;
    };
    const auto assess = [this, open]() -> QWidget * {
        open(TaskView::Assessment)();
        m_view->assessment().start();
        return nullptr;
    };
    const auto isAssessed = [this] { return !m_view->assessment().isRunning(); };
    const auto isValidated = [this] { return !m_view->validation().isRunning(); };
    const auto hasSamples = [this] { return m_book->history(m_opened).samples().size() >= 12; };
    return {{QStringLiteral("tasks"),
                [this]() -> QWidget * {
                    showList();
                    return nullptr;
                }},
        {QStringLiteral("task-overview"), open(TaskView::Overview)},
        {QStringLiteral("task-statistics"), open(TaskView::Statistics)},
        {QStringLiteral("task-charts"), open(TaskView::Charts), hasSamples},
        {QStringLiteral("task-assessment"), assess, isAssessed},
        {QStringLiteral("task-validation"), validate, isValidated}, {QStringLiteral("task-log"), open(TaskView::Log)},
        {QStringLiteral("task-definition"), open(TaskView::Definition)}};
}

} // namespace rowcast::ui
