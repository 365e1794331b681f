// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonReader.h"
#include "core/mapping/SelectionRule.h"

#include <nlohmann/json_fwd.hpp>

#include <QSet>

namespace rowcast {

// Reads the rules of table mappings one by one; what is wrong goes to the problem that the readers share.
class RuleReader {
public:
    struct Rules {
        std::vector<SelectionRule> selections;
        std::vector<QByteArray> others; // JSON of rules that are accepted because they have no effect
    };
    void read(const nlohmann::ordered_json &json, const QString &path, JsonReader::Problem &problem);
    [[nodiscard]] Rules takeRules() { return std::move(m_rules); }

private:
    void readCommon(JsonReader &rule);
    void readSelection(JsonReader &rule);
    void readFilters(JsonReader &rule, SelectionRule &selection);
    SourceFilter readFilter(JsonReader &filter);
    FilterCondition readCondition(JsonReader &condition);
    void keep(JsonReader &rule, const nlohmann::ordered_json &json);
    void readTransformation(JsonReader &rule, const nlohmann::ordered_json &json);
    void readObjectMapping(JsonReader &rule, const nlohmann::ordered_json &json);
    void readTableSettings(JsonReader &rule, const nlohmann::ordered_json &json);

    Rules m_rules;
    QString m_id; // of the rule being read
    QString m_name;
    QSet<QString> m_ids;
    QSet<QString> m_names;
};

// The rule as DMS writes it.
[[nodiscard]] nlohmann::ordered_json ruleJson(const SelectionRule &rule);

} // namespace rowcast
