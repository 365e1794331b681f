// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mapping/SelectionRule.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace rowcast::ui {

// One selection rule: action, schema, table, kind; says how many tables it names.
class RuleRow : public QWidget {
    Q_OBJECT

public:
    explicit RuleRow(const SelectionRule &rule, QWidget *parent = nullptr);

    [[nodiscard]] SelectionRule rule() const;
    // Of the tables that the source has; -1: not known.
    void setMatches(int count);
    // Number in the list from 1, for the names that screen readers tell.
    void setNumber(int number);

Q_SIGNALS:
    void edited();
    void removeRequested();

private:
    SelectionRule m_rule; // what has no field here (filters, load order) stays as it came
    QComboBox *m_action;
    QLineEdit *m_schema;
    QLineEdit *m_table;
    QComboBox *m_kind;
    QLabel *m_matches;
    QToolButton *m_remove;
};

} // namespace rowcast::ui
