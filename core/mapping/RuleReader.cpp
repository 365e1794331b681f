// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mapping/RuleReader.h"

#include "core/base/StrictJson.h"
#include "core/mapping/NamePattern.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace rowcast {

namespace {

using Json = nlohmann::ordered_json;

constexpr int64_t kMostLoadOrder = 2147483647;

constexpr JsonChoice<RuleAction> kActions[]
    = {{"include", RuleAction::Include}, {"exclude", RuleAction::Exclude}, {"explicit", RuleAction::Explicit}};
constexpr JsonChoice<RuleTableType> kTableTypes[]
    = {{"table", RuleTableType::Table}, {"view", RuleTableType::View}, {"all", RuleTableType::All}};

const QStringList &filterOperators()
{
    static const QStringList list
        = QStringLiteral("eq noteq gte lte ste between notbetween null notnull").split(QLatin1Char(' '));
    return list;
}

bool isDigits(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// A number that DMS writes as text ("1") and people write as a number.
QString digits(JsonReader &reader, const char *key)
{
    const Json *found = reader.value(key);
    if (found == nullptr) {
        return {};
    }
    const QString text = found->is_number_unsigned() ? QString::number(found->get<uint64_t>())
        : found->is_string()                         ? QString::fromStdString(found->get_ref<const std::string &>())
                                                     : QString();
    if (!isDigits(text)) {
        reader.fail(
            key, QCoreApplication::translate("Document", "A number in quotes is expected here, such as \"1\"."));
    }
    return text;
}

void checkPattern(JsonReader &locator, const char *key, const QString &pattern)
{
    if (!NamePattern::isWellFormed(pattern.toStdString())) {
        locator.fail(key,
            QCoreApplication::translate("Document", "`%1` is not a pattern of names.").arg(pattern.left(100)),
            QCoreApplication::translate("Document",
                "Close each bracket around one character or more (`[_]`, `[abc]`), and write ranges upwards (`[a-z]`); "
                "`[[]` is the bracket itself."));
    }
}

// Texts that a person chose must be there.
QString neededText(JsonReader &reader, const char *key)
{
    const std::optional<QString> text = reader.text(key);
    if (!text || text->isEmpty()) {
        reader.missing(key);
    }
    return text.value_or(QString());
}

} // namespace

void RuleReader::read(const Json &json, const QString &path, JsonReader::Problem &problem)
{
    JsonReader rule(&json, path, problem);
    const QString type = rule.text("rule-type").value_or(QString());
    readCommon(rule);
    if (type == QLatin1String("selection")) {
        readSelection(rule);
    } else if (type == QLatin1String("transformation")) {
        readTransformation(rule, json);
    } else if (type == QLatin1String("object-mapping")) {
        readObjectMapping(rule, json);
    } else if (type == QLatin1String("table-settings")) {
        readTableSettings(rule, json);
    } else if (type == QLatin1String("validation")) {
        keep(rule, json); // DMS does not validate Kafka targets
    } else {
        rule.fail("rule-type",
            QCoreApplication::translate("Document", "`%1` is not a type of rule.").arg(type.left(100)),
            QCoreApplication::translate("Document",
                "Give one of `selection`, `transformation`, `object-mapping`, `table-settings`, `validation`."));
    }
}

void RuleReader::readCommon(JsonReader &rule)
{
    m_id = digits(rule, "rule-id");
    m_name = rule.text("rule-name").value_or(m_id);
    if (m_id.isEmpty()) {
        rule.missing("rule-id");
    } else if (m_ids.contains(m_id)) {
        rule.fail("rule-id", QCoreApplication::translate("Document", "Another rule has the id %1 too.").arg(m_id),
            QCoreApplication::translate("Document", "Give each rule a number of its own."));
    }
    if (m_names.contains(m_name)) {
        rule.fail("rule-name",
            QCoreApplication::translate("Document", "Another rule has the name `%1` too.").arg(m_name),
            QCoreApplication::translate("Document", "Give each rule a name of its own."));
    }
    m_ids += m_id;
    m_names += m_name;
}

void RuleReader::readSelection(JsonReader &rule)
{
    SelectionRule selection;
    selection.id = m_id;
    selection.name = m_name;
    const auto action = rule.choice("rule-action", kActions);
    if (!action) {
        rule.missing("rule-action");
    }
    selection.action = action.value_or(RuleAction::Include);
    JsonReader locator = rule.object("object-locator");
    selection.schema = neededText(locator, "schema-name");
    selection.table = neededText(locator, "table-name");
    selection.tableType = locator.choice("table-type", kTableTypes).value_or(RuleTableType::Table);
    if (selection.action == RuleAction::Explicit && (selection.schema + selection.table).contains(QLatin1Char('%'))) {
        locator.fail(selection.table.contains(QLatin1Char('%')) ? "table-name" : "schema-name",
            QCoreApplication::translate("Document", "An explicit rule names one table, without wildcards."),
            QCoreApplication::translate("Document", "Write the table's name, or make the rule an `include`."));
    }
    if (selection.action != RuleAction::Explicit) {
        checkPattern(locator, "schema-name", selection.schema);
        checkPattern(locator, "table-name", selection.table);
    }
    locator.finish();
    const QString order = digits(rule, "load-order");
    if (!order.isEmpty()) {
        selection.loadOrder = order.toLongLong();
        if (order.size() > 10 || *selection.loadOrder > kMostLoadOrder) {
            rule.fail("load-order", QCoreApplication::translate("Document", "%1 is out of range.").arg(order.left(30)),
                QCoreApplication::translate("Document", "Give a number from %1 to %2.").arg(0).arg(kMostLoadOrder));
        }
    }
    readFilters(rule, selection);
    rule.finish();
    m_rules.selections.push_back(std::move(selection));
}

void RuleReader::readFilters(JsonReader &rule, SelectionRule &selection)
{
    JsonReader::Problem own;
    for (const auto &[json, path] : rule.elements("filters")) {
        JsonReader filter(json, path, own);
        selection.filters.push_back(readFilter(filter));
    }
    if (own) {
        rule.report(*own);
    } else if (!selection.filters.empty() && selection.action != RuleAction::Include) {
        rule.fail("filters", QCoreApplication::translate("Document", "Only include rules have filters."));
    } else if (!selection.filters.empty()) {
        rule.refuse("filters", QCoreApplication::translate("Document", "Column filters are not supported yet."),
            QCoreApplication::translate("Document", "Remove the filters; whole tables are sent then."));
    }
}

SourceFilter RuleReader::readFilter(JsonReader &filter)
{
    SourceFilter made;
    const QString type = neededText(filter, "filter-type");
    if (type != QLatin1String("source")) {
        filter.fail("filter-type",
            QCoreApplication::translate("Document", "`%1` is not one of its values.").arg(type.left(100)),
            QCoreApplication::translate("Document", "Give one of %1.").arg(QStringLiteral("`source`")));
    }
    made.column = neededText(filter, "column-name");
    JsonReader::Problem own;
    for (const auto &[json, path] : filter.elements("filter-conditions")) {
        JsonReader condition(json, path, own);
        made.conditions.push_back(readCondition(condition));
    }
    if (own) {
        filter.report(*own);
    }
    const auto negatives = std::count_if(made.conditions.begin(), made.conditions.end(),
        [](const FilterCondition &condition) { return condition.filterOperator.startsWith(QLatin1String("not")); });
    if (negatives > 1) {
        filter.fail("filter-conditions",
            QCoreApplication::translate(
                "Document", "A filter has at most one negative condition (noteq, notbetween, notnull)."));
    }
    if (made.conditions.empty()) {
        filter.missing("filter-conditions");
    }
    filter.finish();
    return made;
}

FilterCondition RuleReader::readCondition(JsonReader &condition)
{
    FilterCondition made;
    const auto index = condition.oneOf("filter-operator", filterOperators());
    made.filterOperator = index ? filterOperators().at(qsizetype(*index)) : QString();
    if (made.filterOperator.isEmpty()) {
        condition.missing("filter-operator");
    } else if (made.filterOperator.endsWith(QLatin1String("between"))) {
        made.value = neededText(condition, "start-value");
        made.endValue = neededText(condition, "end-value");
    } else if (!made.filterOperator.endsWith(QLatin1String("null"))) {
        made.value = neededText(condition, "value");
    } else {
        condition.accept({"value"});
    }
    condition.finish();
    return made;
}

void RuleReader::keep(JsonReader &rule, const Json &json)
{
    rule.acceptAll();
    rule.finish();
    m_rules.others.push_back(QByteArray::fromStdString(json.dump()));
}

void RuleReader::readTransformation(JsonReader &rule, const Json &json)
{
    const QString target = neededText(rule, "rule-target");
    if (target.endsWith(QLatin1String("-tablespace"))) {
        keep(rule, json); // Kafka has none
        return;
    }
    rule.refuse("rule-action",
        QCoreApplication::translate("Document", "Transformation rules (`%1`) are not supported yet.")
            .arg(rule.text("rule-action").value_or(QString()).left(100)),
        QCoreApplication::translate("Document", "Remove rule %1.").arg(m_id));
}

// A rule that says what happens without it is accepted.
void RuleReader::readObjectMapping(JsonReader &rule, const Json &json)
{
    for (const char *key : {"mapping-parameters", "kafka-target-topic", "target-table-name", "partition-key"}) {
        const Json *found = rule.value(key);
        if (found != nullptr && !found->empty()) {
            rule.refuse(key, QCoreApplication::translate("Document", "Object mapping rules are not supported yet."),
                QCoreApplication::translate("Document",
                    "Remove rule %1; a topic for each table is possible with `RowcastSettings.TopicPattern` of the "
                    "target endpoint.")
                    .arg(m_id));
            return;
        }
    }
    if (neededText(rule, "rule-action") != QLatin1String("map-record-to-record")) {
        rule.refuse("rule-action",
            QCoreApplication::translate("Document", "Object mapping rules are not supported yet."),
            QCoreApplication::translate("Document", "Remove rule %1.").arg(m_id));
        return;
    }
    rule.accept({"object-locator"});
    rule.finish();
    keep(rule, json);
}

// parallel-load only says how DMS shares the work of a load among threads.
void RuleReader::readTableSettings(JsonReader &rule, const Json &json)
{
    rule.accept({"object-locator", "parallel-load"});
    if (rule.value("lob-settings") != nullptr) {
        rule.refuse("lob-settings",
            QCoreApplication::translate("Document", "LOB settings for single tables are not supported yet."),
            QCoreApplication::translate("Document", "Remove them; `TargetMetadata.LobMaxSize` holds for all tables."));
        return;
    }
    rule.finish();
    keep(rule, json);
}

Json ruleJson(const SelectionRule &rule)
{
    Json locator = {{"schema-name", rule.schema.toStdString()}, {"table-name", rule.table.toStdString()}};
    if (rule.tableType != RuleTableType::Table) {
        locator["table-type"] = choiceName(kTableTypes, rule.tableType);
    }
    Json json = {{"rule-type", "selection"}, {"rule-id", rule.id.toStdString()}, {"rule-name", rule.name.toStdString()},
        {"object-locator", std::move(locator)}, {"rule-action", choiceName(kActions, rule.action)}};
    if (rule.loadOrder) {
        json["load-order"] = std::to_string(*rule.loadOrder);
    }
    Json filters = Json::array();
    for (const SourceFilter &filter : rule.filters) {
        Json conditions = Json::array();
        for (const FilterCondition &condition : filter.conditions) {
            Json made = {{"filter-operator", condition.filterOperator.toStdString()}};
            if (condition.filterOperator.endsWith(QLatin1String("between"))) {
                made["start-value"] = condition.value.toStdString();
                made["end-value"] = condition.endValue.toStdString();
            } else if (!condition.filterOperator.endsWith(QLatin1String("null"))) {
                made["value"] = condition.value.toStdString();
            }
            conditions.push_back(std::move(made));
        }
        filters.push_back({{"filter-type", "source"}, {"column-name", filter.column.toStdString()},
            {"filter-conditions", std::move(conditions)}});
    }
    if (!filters.empty()) {
        json["filters"] = std::move(filters);
    }
    return json;
}

} // namespace rowcast
