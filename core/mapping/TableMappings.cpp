// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mapping/TableMappings.h"

#include "core/base/StrictJson.h"
#include "core/mapping/RuleReader.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace rowcast {

namespace {

using Json = nlohmann::ordered_json;

void nameRules(std::vector<SelectionRule> &rules)
{
    QSet<QString> taken;
    for (const SelectionRule &rule : rules) {
        taken += rule.id;
    }
    int next = 1;
    for (SelectionRule &rule : rules) {
        while (rule.id.isEmpty() && taken.contains(QString::number(next))) {
            ++next;
        }
        rule.id = rule.id.isEmpty() ? QString::number(next++) : rule.id;
        rule.name = rule.name.isEmpty() ? rule.id : rule.name;
    }
}

bool isSelecting(const SelectionRule &rule)
{
    return rule.action != RuleAction::Exclude;
}

template <typename T> void sortOut(std::vector<T> &list)
{
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

} // namespace

TableMappings::TableMappings(std::vector<SelectionRule> rules)
    : m_rules(std::move(rules))
{
    nameRules(m_rules);
    compile();
}

Result<TableMappings> TableMappings::parse(const QByteArray &json, const QString &path)
{
    const Result<Json> parsed = parseStrictJson(json, path);
    if (!parsed) {
        return parsed.error();
    }
    JsonReader::Problem problem;
    JsonReader document(&*parsed, path, problem);
    RuleReader reader;
    for (const auto &[rule, rulePath] : document.elements("rules")) {
        reader.read(*rule, rulePath, problem);
    }
    document.finish();
    TableMappings mappings;
    RuleReader::Rules rules = reader.takeRules();
    mappings.m_rules = std::move(rules.selections);
    mappings.m_otherRules = std::move(rules.others);
    if (std::none_of(mappings.m_rules.begin(), mappings.m_rules.end(), isSelecting)) {
        document.fail("rules", QCoreApplication::translate("Document", "No rule includes a table."),
            QCoreApplication::translate("Document",
                "Add a selection rule with the action `include`, such as "
                "`{\"rule-type\": \"selection\", \"rule-id\": \"1\", \"rule-name\": \"1\", \"rule-action\": "
                "\"include\", "
                "\"object-locator\": {\"schema-name\": \"shop\", \"table-name\": \"%\"}}`."));
    }
    if (problem) {
        return *problem;
    }
    mappings.compile();
    return mappings;
}

TableMappings TableMappings::withSelections(std::vector<SelectionRule> rules) const
{
    TableMappings made(std::move(rules));
    made.m_otherRules = m_otherRules;
    return made;
}

void TableMappings::compile()
{
    m_compiled.clear();
    for (const SelectionRule &rule : m_rules) {
        const std::string schema = rule.schema.toStdString();
        const std::string table = rule.table.toStdString();
        if (rule.action == RuleAction::Explicit) {
            m_compiled.push_back({NamePattern::ofName(schema), NamePattern::ofName(table)});
        } else {
            m_compiled.push_back({NamePattern(schema), NamePattern(table)});
        }
    }
}

bool TableMappings::matches(size_t rule, const TableId &table, bool isView) const
{
    const RuleTableType type = m_rules[rule].tableType;
    const bool fitsType = type == RuleTableType::All || (type == RuleTableType::View) == isView;
    return fitsType && m_compiled[rule].schema.matches(table.schema) && m_compiled[rule].table.matches(table.table);
}

bool TableMappings::selects(const TableId &table, bool isView) const
{
    const bool isExplicit = std::any_of(
        m_rules.begin(), m_rules.end(), [](const SelectionRule &rule) { return rule.action == RuleAction::Explicit; });
    bool isSelected = false;
    for (size_t i = 0; i < m_rules.size(); ++i) {
        if (!matches(i, table, isView)) {
            continue;
        }
        if (m_rules[i].action == RuleAction::Exclude) {
            return false;
        }
        isSelected = isSelected || !isExplicit || m_rules[i].action == RuleAction::Explicit;
    }
    return isSelected;
}

int64_t TableMappings::loadOrder(const TableId &table) const
{
    int64_t order = 0;
    for (size_t i = 0; i < m_rules.size(); ++i) {
        if (isSelecting(m_rules[i]) && (matches(i, table, false) || matches(i, table, true))) {
            order = std::max(order, m_rules[i].loadOrder.value_or(0));
        }
    }
    return order;
}

std::optional<std::vector<std::string>> TableMappings::literalSchemas() const
{
    std::vector<std::string> schemas;
    for (size_t i = 0; i < m_rules.size(); ++i) {
        if (isSelecting(m_rules[i])) {
            if (!m_compiled[i].schema.isLiteral()) {
                return std::nullopt;
            }
            schemas.push_back(m_compiled[i].schema.literal());
        }
    }
    sortOut(schemas);
    return schemas;
}

std::optional<std::vector<TableId>> TableMappings::literalTables() const
{
    std::vector<TableId> tables;
    for (size_t i = 0; i < m_rules.size(); ++i) {
        if (isSelecting(m_rules[i])) {
            if (!m_compiled[i].schema.isLiteral() || !m_compiled[i].table.isLiteral()) {
                return std::nullopt;
            }
            tables.push_back({m_compiled[i].schema.literal(), m_compiled[i].table.literal()});
        }
    }
    sortOut(tables);
    return tables;
}

QByteArray TableMappings::json() const
{
    Json rules = Json::array();
    for (const SelectionRule &rule : m_rules) {
        rules.push_back(ruleJson(rule));
    }
    for (const QByteArray &rule : m_otherRules) {
        rules.push_back(Json::parse(rule.begin(), rule.end()));
    }
    return QByteArray::fromStdString(Json{{"rules", std::move(rules)}}.dump(2));
}

} // namespace rowcast
