// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mapping/TableMappings.h"
#include "ui/forms/EndpointInUse.h"
#include "ui/frame/AppContext.h"
#include "ui/frame/Jobs.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace rowcast::ui {

class FailureBanner;
class JsonTabs;
class RuleRow;
class TableMatchModel;
class TableView;

// Table mappings: selection rules with wildcards, and the live list of what they match at the source; the JSON of DMS
// is kept in step.
class TableMappingForm : public QWidget {
    Q_OBJECT

public:
    explicit TableMappingForm(const AppContext &context, QWidget *parent = nullptr);
    ~TableMappingForm() override;

    void setMappings(const TableMappings &mappings);
    [[nodiscard]] TableMappings mappings() const;
    // Where the list comes from; read anew when the endpoint is another one.
    void setSource(const EndpointInUse &source);
    // Why the mappings cannot be used, in words; empty while they can.
    [[nodiscard]] QString problem() const;
    // Of the last list; none: not read yet.
    [[nodiscard]] std::optional<int> selectedTables() const;

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] QWidget *makeRules();
    [[nodiscard]] QWidget *makeMatches();
    void showRules();
    void addRow(const SelectionRule &rule);
    void removeRow(RuleRow *row);
    void rowsEdited();
    void renumber();
    void readTables();
    void stopReading();
    void readingFailed(const Failure &failure);
    void showMatches();
    [[nodiscard]] Result<void> takeJson(const QByteArray &json);

    AppContext m_context;
    TableMappings m_mappings;
    EndpointInUse m_source;
    int m_reading = 0; // a late answer of the store must prove that it is wanted
    quint64 m_request = 0;
    Jobs::Token m_job;
    bool m_isListed = false;
    JsonTabs *m_tabs;
    QVBoxLayout *m_rowLayout;
    std::vector<RuleRow *> m_rows;
    QLabel *m_sentence;
    QPushButton *m_refresh;
    FailureBanner *m_failure;
    TableMatchModel *m_model;
    TableView *m_table;
};

} // namespace rowcast::ui
