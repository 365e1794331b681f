// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/MappingJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace rowcast::ui {

namespace {

const QString kRules = QStringLiteral("rules");

QJsonArray rulesOf(const TableMappings &mappings)
{
    return QJsonDocument::fromJson(mappings.json()).object().value(kRules).toArray();
}

} // namespace

TableMappings withSelectionRules(const TableMappings &mappings, std::vector<SelectionRule> rules)
{
    qlonglong largestId = 0;
    for (const QJsonValue &rule : rulesOf(mappings)) {
        largestId = std::max(largestId, rule.toObject().value(QLatin1String("rule-id")).toString().toLongLong());
    }
    for (SelectionRule &rule : rules) {
        if (rule.id.isEmpty()) {
            rule.id = QString::number(++largestId);
            rule.name = rule.id;
        }
    }
    return mappings.withSelections(std::move(rules));
}

} // namespace rowcast::ui
