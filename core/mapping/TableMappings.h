// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/change/TableId.h"
#include "core/mapping/NamePattern.h"
#include "core/mapping/SelectionRule.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <vector>

namespace rowcast {

// DMS's table mappings: which tables a task takes. An immutable value; any thread may ask it.
class TableMappings {
public:
    // Selects nothing.
    TableMappings() = default;
    // From the wizard's rules; ids and names that are empty are given out.
    explicit TableMappings(std::vector<SelectionRule> rules);

    // These instead of the selection rules, whatever they hold while a person types; the rules without effect stay.
    [[nodiscard]] TableMappings withSelections(std::vector<SelectionRule> rules) const;

    // From DMS's document {"rules": [...]}. Failures: "document.invalid" with the JSON path, which begins with path;
    // "document.unsupported" for a rule that would have an effect and is not built.
    [[nodiscard]] static Result<TableMappings> parse(const QByteArray &json, const QString &path = QStringLiteral("$"));

    // Exclude beats include; one explicit rule leaves only what explicit rules name.
    [[nodiscard]] bool selects(const TableId &table, bool isView = false) const;
    // Larger loads first; 0 where no rule says.
    [[nodiscard]] int64_t loadOrder(const TableId &table) const;
    [[nodiscard]] const std::vector<SelectionRule> &rules() const { return m_rules; }
    // The schemas to look into when every selecting rule names one without wildcards; none: all of them.
    [[nodiscard]] std::optional<std::vector<std::string>> literalSchemas() const;
    // Likewise the tables; none where a wildcard asks for the catalogue.
    [[nodiscard]] std::optional<std::vector<TableId>> literalTables() const;
    // The document again, with the rules that have no effect.
    [[nodiscard]] QByteArray json() const;

    bool operator==(const TableMappings &other) const
    {
        return m_rules == other.m_rules && m_otherRules == other.m_otherRules;
    }

private:
    struct Compiled {
        NamePattern schema;
        NamePattern table;
    };
    void compile();
    [[nodiscard]] bool matches(size_t rule, const TableId &table, bool isView) const;

    std::vector<SelectionRule> m_rules;
    std::vector<Compiled> m_compiled; // one per rule
    std::vector<QByteArray> m_otherRules; // JSON of accepted rules without effect, kept for the export
};

} // namespace rowcast
