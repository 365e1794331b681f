// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/TableMappingForm.h"

#include "core/instance/ReplicationInstance.h"
#include "core/store/StoreService.h"
#include "ui/forms/JsonTabs.h"
#include "ui/forms/MappingJson.h"
#include "ui/forms/RuleRow.h"
#include "ui/forms/TableMatchModel.h"
#include "ui/style/Metrics.h"
#include "ui/widgets/FailureBanner.h"
#include "ui/widgets/QuietLabel.h"
#include "ui/widgets/StatusDelegate.h"
#include "ui/widgets/TableView.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rowcast::ui {

TableMappingForm::TableMappingForm(const AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new TableMatchModel(this))
{
    m_tabs = new JsonTabs(makeRules(), tr("Rules"),
        {.toJson = [this] { return m_mappings.json(); },
            .fromJson = [this](const QByteArray &json) { return takeJson(json); }},
        this);
    connect(m_tabs, &JsonTabs::edited, this, &TableMappingForm::edited);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(units(2));
    layout->addWidget(m_tabs);
    layout->addWidget(makeMatches(), 1);
    connect(m_context.instance, &ReplicationInstance::tablesListed, this,
        [this](quint64 request, const std::vector<TableSummary> &tables) {
            if (request == m_request) {
                stopReading();
                m_isListed = true;
                m_model->setTables(tables);
                showMatches();
                Q_EMIT edited();
            }
        });
    connect(
        m_context.instance, &ReplicationInstance::requestFailed, this, [this](quint64 request, const Failure &failure) {
            if (request == m_request) {
                readingFailed(failure);
            }
        });
    setMappings(TableMappings(std::vector<SelectionRule>{SelectionRule{}}));
}

TableMappingForm::~TableMappingForm()
{
    m_context.instance->cancel(m_request);
}

QWidget *TableMappingForm::makeRules()
{
    auto *rules = new QWidget(this);
    m_rowLayout = new QVBoxLayout;
    auto *add = new QPushButton(QIcon::fromTheme(QStringLiteral("list-add")), tr("&Add selection rule"), rules);
    add->setObjectName(QStringLiteral("addRule"));
    connect(add, &QPushButton::clicked, this, [this] {
        addRow({});
        rowsEdited();
    });
    auto *layout = new QVBoxLayout(rules);
    layout->setContentsMargins(0, unit(), 0, 0);
    layout->addLayout(m_rowLayout);
    layout->addWidget(add, 0, Qt::AlignLeft);
    layout->addStretch(1);
    return rules;
}

QWidget *TableMappingForm::makeMatches()
{
    auto *matches = new QWidget(this);
    m_sentence = new QLabel(matches);
    m_sentence->setTextFormat(Qt::PlainText);
    setTextRole(m_sentence, TextRole::Strong);
    m_refresh = new QPushButton(QIcon::fromTheme(QStringLiteral("view-refresh")), tr("&Read tables again"), matches);
    connect(m_refresh, &QPushButton::clicked, this, &TableMappingForm::readTables);
    m_failure = new FailureBanner(matches);
    m_failure->setButtons(FailureBanner::CheckAgain | FailureBanner::CopyReport);
    connect(m_failure, &FailureBanner::checkAgainRequested, this, &TableMappingForm::readTables);
    m_table = new TableView(QStringLiteral("tableMatches"), nullptr, matches);
    m_table->setAccessibleName(tr("Tables of the source"));
    m_table->setSortingEnabled(false);
    m_table->setItemDelegate(new StatusDelegate(m_table));
    m_table->setModel(m_model);
    m_table->setColumnUnits({15, 11, 15, 14, 9});
    m_table->setMinimumHeight(rowHeight() * 5);
    auto *head = new QHBoxLayout;
    head->addWidget(m_sentence, 1);
    head->addWidget(m_refresh);
    auto *layout = new QVBoxLayout(matches);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_failure);
    layout->addWidget(m_table, 1);
    return matches;
}

void TableMappingForm::setMappings(const TableMappings &mappings)
{
    m_mappings = mappings;
    showRules();
    showMatches();
}

TableMappings TableMappingForm::mappings() const
{
    return m_mappings;
}

void TableMappingForm::showRules()
{
    for (RuleRow *row : m_rows) {
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    for (const SelectionRule &rule : m_mappings.rules()) {
        addRow(rule);
    }
}

void TableMappingForm::addRow(const SelectionRule &rule)
{
    auto *row = new RuleRow(rule, this);
    m_rowLayout->addWidget(row);
    m_rows.push_back(row);
    connect(row, &RuleRow::edited, this, &TableMappingForm::rowsEdited);
    connect(row, &RuleRow::removeRequested, this, [this, row] { removeRow(row); });
    renumber();
}

void TableMappingForm::removeRow(RuleRow *row)
{
    std::erase(m_rows, row);
    row->hide();
    row->deleteLater();
    renumber();
    rowsEdited();
}

void TableMappingForm::renumber()
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setNumber(int(i) + 1);
    }
}

void TableMappingForm::rowsEdited()
{
    std::vector<SelectionRule> rules;
    for (const RuleRow *row : m_rows) {
        rules.push_back(row->rule());
    }
    m_mappings = withSelectionRules(m_mappings, std::move(rules));
    m_tabs->formEdited();
    showMatches();
    Q_EMIT edited();
}

Result<void> TableMappingForm::takeJson(const QByteArray &json)
{
    Result<TableMappings> parsed = TableMappings::parse(json);
    if (!parsed) {
        return parsed.error();
    }
    setMappings(*parsed);
    return {};
}

void TableMappingForm::setSource(const EndpointInUse &source)
{
    if (source == m_source && m_isListed) {
        return;
    }
    m_source = source;
    readTables();
}

void TableMappingForm::readTables()
{
    stopReading();
    m_failure->clear();
    m_isListed = false;
    m_model->setTables({});
    m_job = m_context.jobs->begin(tr("Reading the tables of %1").arg(m_source.spec.identifier));
    const int reading = ++m_reading;
    m_context.store->completeEndpoint(
        m_source.spec, m_source.uid, this, [this, reading](const Result<EndpointSpec> &complete) {
            if (reading != m_reading) {
                return;
            }
            if (complete) {
                m_request = m_context.instance->listTables(*complete);
            } else {
                readingFailed(complete.error());
            }
        });
    showMatches();
}

void TableMappingForm::readingFailed(const Failure &failure)
{
    stopReading();
    m_failure->setFailure(failure);
    showMatches();
}

void TableMappingForm::stopReading()
{
    ++m_reading;
    m_context.instance->cancel(m_request);
    m_request = 0;
    m_job.reset();
}

void TableMappingForm::showMatches()
{
    m_model->setMappings(m_mappings);
    m_refresh->setEnabled(m_job == nullptr);
    for (RuleRow *row : m_rows) {
        row->setMatches(m_isListed ? m_model->matchesOf(row->rule()) : -1);
    }
    if (m_job != nullptr) {
        m_sentence->setText(tr("Reading the tables"));
    } else if (m_isListed) {
        m_sentence->setText(
            tr("%1 of %n table(s) selected", nullptr, m_model->rowCount()).arg(m_model->selectedCount()));
    } else {
        m_sentence->setText(tr("The tables of the source are not known yet"));
    }
}

QString TableMappingForm::problem() const
{
    if (!m_tabs->problem().isEmpty()) {
        return m_tabs->problem();
    }
    const auto &rules = m_mappings.rules();
    const bool hasInclude = std::any_of(
        rules.begin(), rules.end(), [](const SelectionRule &rule) { return rule.action != RuleAction::Exclude; });
    if (!hasInclude) {
        return tr("At least one rule must include tables.");
    }
    const bool hasBlank = std::any_of(rules.begin(), rules.end(),
        [](const SelectionRule &rule) { return rule.schema.isEmpty() || rule.table.isEmpty(); });
    if (hasBlank) {
        return tr("A rule names no schema or no table. %1 stands for all.").arg(QLatin1Char('%'));
    }
    if (const auto parsed = TableMappings::parse(m_mappings.json()); !parsed) {
        return parsed.error().cause; // else the task could not be read again
    }
    if (m_isListed && m_model->rowCount() > 0 && m_model->selectedCount() == 0) {
        return tr("The rules select no table of this source.");
    }
    return {};
}

std::optional<int> TableMappingForm::selectedTables() const
{
    return m_isListed ? std::optional(m_model->selectedCount()) : std::nullopt;
}

} // namespace rowcast::ui
