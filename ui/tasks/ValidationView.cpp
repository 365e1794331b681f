// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/ValidationView.h"

#include "core/store/StoreService.h"
#include "ui/style/Metrics.h"
#include "ui/tasks/ValidationModels.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FailureDialog.h"
#include "ui/widgets/StatusDelegate.h"
#include "ui/widgets/TableView.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>

namespace rowcast::ui {

ValidationView::ValidationView(const AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_start(new QPushButton(tr("Validate"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_copy(new QPushButton(QIcon::fromTheme(QStringLiteral("edit-copy")), tr("Copy differences"), this))
    , m_progress(new QProgressBar(this))
    , m_sentence(new QLabel(this))
    , m_tables(new ValidationTableModel(this))
    , m_differences(new RowDifferenceModel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, unit(), 0, 0);
    layout->addWidget(makeBar());
    layout->addWidget(makeTables(), 1);
    connectInstance();
    setRunning(false);
    m_copy->setEnabled(false);
}

ValidationView::~ValidationView()
{
    cancel();
}

QWidget *ValidationView::makeBar()
{
    auto *bar = new QWidget(this);
    m_start->setToolTip(tr("Compares the rows of the tables with what the topics hold. The task runs on."));
    m_progress->setAccessibleName(tr("Progress of the validation"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(units(20));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_start);
    layout->addWidget(m_cancel);
    layout->addWidget(m_progress);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_copy);
    connect(m_start, &QPushButton::clicked, this, &ValidationView::start);
    connect(m_cancel, &QPushButton::clicked, this, &ValidationView::cancel);
    connect(
        m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_differences->text()); });
    return bar;
}

QWidget *ValidationView::makeTables()
{
    auto *tables = new TableView(QStringLiteral("validation-tables"), m_context.settings, this);
    auto *sortedTables = new QSortFilterProxyModel(this);
    sortedTables->setSourceModel(m_tables);
    sortedTables->setSortRole(ValidationTableModel::kSortRole);
    tables->setModel(sortedTables);
    tables->sortByColumn(ValidationTableModel::Table, Qt::AscendingOrder);
    tables->setEmptyState(new EmptyState(QStringLiteral("table"),
        tr("Not validated yet. Rows at the source are compared with the topics, folded by key."), nullptr, tables));
    tables->setItemDelegateForColumn(ValidationTableModel::State, new StatusDelegate(tables));
    tables->setColumnUnits({22, 20, 19, 18, 10, 10, 9, 14});
    tables->setAccessibleName(tr("Validated tables"));
    auto *differences = new TableView(QStringLiteral("validation-differences"), m_context.settings, this);
    auto *sortedDifferences = new QSortFilterProxyModel(this);
    sortedDifferences->setSourceModel(m_differences);
    differences->setModel(sortedDifferences);
    differences->sortByColumn(RowDifferenceModel::Table, Qt::AscendingOrder);
    differences->setEmptyState(
        new EmptyState(QStringLiteral("table"), tr("Keys that differ appear here."), nullptr, differences));
    differences->setColumnUnits({24, 22, 24, 60});
    differences->setAccessibleName(tr("Differences"));
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(tables);
    splitter->addWidget(differences);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

void ValidationView::connectInstance()
{
    ReplicationInstance *instance = m_context.instance;
    connect(instance, &ReplicationInstance::validationProgress, this,
        [this](quint64 request, const ValidationProgress &progress) {
            if (request == m_request) {
                showProgress(progress);
            }
        });
    connect(instance, &ReplicationInstance::validated, this, [this](quint64 request, const ValidationReport &report) {
        if (request == m_request) {
            showReport(report);
        }
    });
    connect(instance, &ReplicationInstance::requestFailed, this, [this](quint64 request, const Failure &failure) {
        if (request == m_request) {
            showFailure(failure);
        }
    });
}

void ValidationView::setTask(const QString &identifier)
{
    if (identifier == m_task) {
        return;
    }
    cancel();
    m_task = identifier;
    m_sentence->clear();
    m_tables->setTables({});
    m_differences->setDifferences({});
    m_copy->setEnabled(false);
}

void ValidationView::start()
{
    setRunning(true);
    m_sentence->setText(tr("Starting the validation."));
    m_context.store->completeDocument(m_task, this, [this, task = m_task](const Result<MigrationDocument> &document) {
        if (!m_isRunning || task != m_task) {
            return; // cancelled meanwhile
        }
        if (!document) {
            showFailure(document.error());
            return;
        }
        m_request = m_context.instance->validate(*document);
    });
}

void ValidationView::cancel()
{
    if (m_isRunning) {
        m_context.instance->cancel(std::exchange(m_request, 0));
        m_sentence->setText(tr("The validation was cancelled."));
        setRunning(false);
    }
}

void ValidationView::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    m_job = isRunning && m_context.jobs != nullptr ? m_context.jobs->begin(tr("Validating %1").arg(m_task)) : nullptr;
    m_start->setVisible(!isRunning);
    m_cancel->setVisible(isRunning);
    m_progress->setVisible(isRunning);
    m_progress->setRange(0, 0);
}

void ValidationView::showProgress(const ValidationProgress &progress)
{
    const QLocale locale;
    const int percent
        = progress.expected == 0 ? -1 : int(std::min<uint64_t>(100, progress.done * 100 / progress.expected));
    m_progress->setRange(0, percent < 0 ? 0 : 100);
    m_progress->setValue(percent);
    switch (progress.phase) {
    case ValidationProgress::Phase::ReadingTables:
        m_sentence->setText(tr("Reading the tables: %1 rows").arg(locale.toString(qulonglong(progress.done))));
        break;
    case ValidationProgress::Phase::ReadingTopics:
        m_sentence->setText(tr("Reading the topics: %1 messages").arg(locale.toString(qulonglong(progress.done))));
        break;
    case ValidationProgress::Phase::Comparing:
        m_sentence->setText(tr("Comparing"));
        break;
    case ValidationProgress::Phase::Waiting:
        m_sentence->setText(tr("Rows differ. Waiting until the task has delivered what was committed meanwhile."));
        break;
    }
}

void ValidationView::showReport(const ValidationReport &report)
{
    m_request = 0;
    setRunning(false);
    const QString count = QLocale().toString(qulonglong(report.differenceCount));
    m_sentence->setText(report.isClean() ? tr("All rows agree.")
            : report.isCaughtUp
            ? tr("Rows that differ: %1.").arg(count)
            : tr("Rows that differ: %1. The task does not deliver what was committed last, so they may be "
                 "changes that are still to come: start it and validate again.")
                  .arg(count));
    m_tables->setTables(report.tables);
    m_differences->setDifferences(report.differences);
    m_copy->setEnabled(!report.differences.empty());
}

void ValidationView::showFailure(const Failure &failure)
{
    m_request = 0;
    setRunning(false);
    m_sentence->setText(failure.cause);
    FailureDialog::tell(failure, this);
}

} // namespace rowcast::ui
