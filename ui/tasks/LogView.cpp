// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/LogView.h"

#include "ui/style/Metrics.h"
#include "ui/tasks/LogModel.h"
#include "ui/tasks/TaskBook.h"
#include "ui/widgets/CodeBox.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/StatusDelegate.h"
#include "ui/widgets/TableView.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace rowcast::ui {

LogView::LogView(TaskBook &book, QSettings *settings, QWidget *parent)
    : QWidget(parent)
    , m_book(book)
    , m_model(new LogModel(this))
    , m_table(new TableView(QStringLiteral("task-log"), settings, this))
    , m_level(new QComboBox(this))
    , m_filter(new QLineEdit(this))
    , m_follow(new QCheckBox(tr("Fo&llow"), this))
{
    m_level->addItem(tr("Debug and above"), QChar(QLatin1Char('D')));
    m_level->addItem(tr("Information and above"), QChar(QLatin1Char('I')));
    m_level->addItem(tr("Warnings and errors"), QChar(QLatin1Char('W')));
    m_level->addItem(tr("Errors"), QChar(QLatin1Char('E')));
    m_level->setCurrentIndex(1);
    m_level->setAccessibleName(tr("Level"));
    m_filter->setPlaceholderText(tr("Find in the log"));
    m_filter->setAccessibleName(tr("Find in the log"));
    m_filter->setClearButtonEnabled(true);
    m_follow->setChecked(true);
    auto *copy = new QPushButton(QIcon::fromTheme(QStringLiteral("edit-copy")), tr("Copy"), this);
    m_table->setSortingEnabled(false);
    m_table->setModel(m_model);
    m_table->setEmptyState(new EmptyState(QStringLiteral("text-x-log"),
        tr("No lines yet. The log begins when the task starts while this window is open."), nullptr, m_table));
    m_table->setItemDelegateForColumn(LogModel::Severity, new StatusDelegate(m_table));
    m_table->setColumnUnits({26, 14, 21, 80});
    m_table->setAccessibleName(tr("Log of the task"));
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(ui::rowHeight());
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_level);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_follow);
    bar->addWidget(copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, unit(), 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogView::applyFilter);
    connect(m_filter, &QLineEdit::textChanged, this, &LogView::applyFilter);
    connect(m_follow, &QCheckBox::toggled, m_table, [this](bool follows) {
        if (follows) {
            m_table->scrollToBottom();
        }
    });
    connect(m_table->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        const QScrollBar *scroll = m_table->verticalScrollBar();
        m_follow->setChecked(scroll->sliderPosition() >= scroll->maximum());
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { openLine(index.row()); });
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_model->text()); });
    connect(&book, &TaskBook::linesAdded, this, [this](int count) {
        m_model->add(m_book.lines(), count);
        if (m_follow->isChecked()) {
            m_table->scrollToBottom();
        }
    });
}

void LogView::setTask(const QString &identifier)
{
    m_model->setTask(identifier, m_book.lines());
    m_table->scrollToBottom();
}

void LogView::applyFilter()
{
    m_model->setFilter(m_level->currentData().toChar().toLatin1(), m_filter->text());
    if (m_follow->isChecked()) {
        m_table->scrollToBottom();
    }
}

void LogView::openLine(int row)
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("logLine"));
    dialog->setWindowTitle(tr("Line of the log"));
    dialog->setMinimumWidth(units(80));
    auto *code = new CodeBox(dialog);
    code->setCode(formatLogLine(m_model->line(row)));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(code);
    layout->addStretch(1);
    layout->addWidget(buttons);
    dialog->open();
}

void LogView::showMoment(int64_t micros)
{
    m_follow->setChecked(false);
    const int row = m_model->rowAt(micros);
    if (row >= 0) {
        m_table->selectRow(row);
        m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
    }
}

} // namespace rowcast::ui
