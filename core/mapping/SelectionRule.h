// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace rowcast {

enum class RuleAction : uint8_t { Include, Exclude, Explicit };
enum class RuleTableType : uint8_t { Table, View, All };

// A condition on a column's value, with DMS's operator: eq, noteq, gte, lte, ste, between, notbetween, null, notnull.
struct FilterCondition {
    QString filterOperator;
    QString value; // also start-value of the between operators
    QString endValue;

    bool operator==(const FilterCondition &) const = default;
};

// Conditions are joined by OR; several filters of a rule by AND.
struct SourceFilter {
    QString column;
    std::vector<FilterCondition> conditions;

    bool operator==(const SourceFilter &) const = default;
};

// One selection rule, as DMS writes it. schema and table are patterns: % any run, _ one character, [_] a literal
// underscore, [ab] a set, [a-d] a range; case-sensitive.
struct SelectionRule {
    QString id; // digits, unique
    QString name; // unique
    RuleAction action = RuleAction::Include;
    QString schema = QStringLiteral("%");
    QString table = QStringLiteral("%");
    RuleTableType tableType = RuleTableType::Table;
    std::optional<int64_t> loadOrder; // larger loads first
    std::vector<SourceFilter> filters;

    bool operator==(const SelectionRule &) const = default;
};

} // namespace rowcast
