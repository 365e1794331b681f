// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/RuleRow.h"

#include "ui/style/Metrics.h"
#include "ui/widgets/HelpColumn.h"
#include "ui/widgets/QuietLabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QIcon>
#include <QLineEdit>
#include <QToolButton>

namespace rowcast::ui {

namespace {

FieldHelp patternHelp()
{
    return {RuleRow::tr("Schema and table"),
        RuleRow::tr(
            "Names or patterns: % stands for any run of characters, _ for one character, [ab] for one of several, "
            "[_] for the underscore itself. Upper and lower case differ."),
        RuleRow::tr("Selection rules: schema name, table name"), QStringLiteral("shop . %\nshop . order[_]%"),
        RuleRow::tr("An underscore alone matches any character: a_b also takes axb.")};
}

FieldHelp actionHelp()
{
    return {RuleRow::tr("Action"),
        RuleRow::tr("Include takes the tables, Exclude leaves them out and beats Include. Explicit names exactly one "
                    "table; where there is one such rule, only explicit ones count."),
        RuleRow::tr("Selection rules: action"), QString(), QString()};
}

} // namespace

RuleRow::RuleRow(const SelectionRule &rule, QWidget *parent)
    : QWidget(parent)
    , m_rule(rule)
    , m_action(new QComboBox(this))
    , m_schema(new QLineEdit(rule.schema, this))
    , m_table(new QLineEdit(rule.table, this))
    , m_kind(new QComboBox(this))
    , m_matches(new QuietLabel(this))
    , m_remove(new QToolButton(this))
{
    m_action->addItem(tr("Include"), int(RuleAction::Include));
    m_action->addItem(tr("Exclude"), int(RuleAction::Exclude));
    m_action->addItem(tr("Explicit"), int(RuleAction::Explicit));
    m_action->setCurrentIndex(m_action->findData(int(rule.action)));
    m_kind->addItem(tr("Tables"), int(RuleTableType::Table));
    m_kind->addItem(tr("Views"), int(RuleTableType::View));
    m_kind->addItem(tr("Tables and views"), int(RuleTableType::All));
    m_kind->setCurrentIndex(m_kind->findData(int(rule.tableType)));
    setFieldHelp(m_action, actionHelp());
    setFieldHelp(m_schema, patternHelp());
    setFieldHelp(m_table, patternHelp());
    setTextRole(m_schema, TextRole::Fixed);
    setTextRole(m_table, TextRole::Fixed);
    m_schema->setObjectName(QStringLiteral("schemaPattern"));
    m_table->setObjectName(QStringLiteral("tablePattern"));
    m_matches->setMinimumWidth(units(12));
    m_remove->setIcon(QIcon::fromTheme(QStringLiteral("list-remove")));
    m_remove->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_action);
    layout->addWidget(m_schema, 1);
    layout->addWidget(new QLabel(QStringLiteral("."), this));
    layout->addWidget(m_table, 1);
    layout->addWidget(m_kind);
    layout->addWidget(m_matches);
    layout->addWidget(m_remove);
    connect(m_schema, &QLineEdit::textChanged, this, &RuleRow::edited);
    connect(m_table, &QLineEdit::textChanged, this, &RuleRow::edited);
    connect(m_action, &QComboBox::currentIndexChanged, this, &RuleRow::edited);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &RuleRow::edited);
    connect(m_remove, &QToolButton::clicked, this, &RuleRow::removeRequested);
    setMatches(-1);
}

SelectionRule RuleRow::rule() const
{
    SelectionRule rule = m_rule;
    rule.action = RuleAction(m_action->currentData().toInt());
    rule.tableType = RuleTableType(m_kind->currentData().toInt());
    rule.schema = m_schema->text();
    rule.table = m_table->text();
    return rule;
}

void RuleRow::setMatches(int count)
{
    m_matches->setText(count < 0 ? QString() : tr("%n table(s)", nullptr, count));
}

void RuleRow::setNumber(int number)
{
    m_action->setAccessibleName(tr("Rule %1: action").arg(number));
    m_schema->setAccessibleName(tr("Rule %1: schema").arg(number));
    m_table->setAccessibleName(tr("Rule %1: table").arg(number));
    m_kind->setAccessibleName(tr("Rule %1: tables or views").arg(number));
    m_remove->setAccessibleName(tr("Remove rule %1").arg(number));
    m_remove->setToolTip(m_remove->accessibleName());
}

} // namespace rowcast::ui
