// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/worker/Output.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

namespace rowcast::worker {

using Json = nlohmann::ordered_json;

namespace {

const char *kindName(RowDifference::Kind kind)
{
    switch (kind) {
    case RowDifference::Kind::Differs:
        return "differs";
    case RowDifference::Kind::Missing:
        return "missing";
    case RowDifference::Kind::Extra:
        break;
    }
    return "extra";
}

const char *phaseName(ValidationProgress::Phase phase)
{
    switch (phase) {
    case ValidationProgress::Phase::ReadingTables:
        return "reading-tables";
    case ValidationProgress::Phase::ReadingTopics:
        return "reading-topics";
    case ValidationProgress::Phase::Comparing:
        return "comparing";
    case ValidationProgress::Phase::Waiting:
        break;
    }
    return "waiting-for-the-task";
}

} // namespace

void Output::validationProgress(const ValidationProgress &progress) const
{
    object({{"event", "progress"}, {"Phase", phaseName(progress.phase)}, {"Done", progress.done},
        {"Expected", progress.expected}});
}

void Output::difference(const RowDifference &difference) const
{
    object({{"event", "difference"}, {"SchemaName", difference.table.schema}, {"TableName", difference.table.table},
        {"Key", difference.key}, {"Kind", kindName(difference.kind)}, {"Columns", difference.columns}});
    QStringList columns;
    for (const std::string &column : difference.columns) {
        columns << QString::fromStdString(column);
    }
    text(QStringLiteral("%1.%2 %3: %4 %5")
             .arg(QString::fromStdString(difference.table.schema), QString::fromStdString(difference.table.table),
                 QString::fromStdString(difference.key), QString::fromLatin1(kindName(difference.kind)),
                 columns.join(QStringLiteral(", ")))
             .trimmed());
}

void Output::validation(const TableValidation &table) const
{
    object({{"event", "validation"}, {"SchemaName", table.table.schema}, {"TableName", table.table.table},
        {"ValidationState", validationStateName(table.state).toStdString()}, {"SourceRows", table.sourceRows},
        {"TopicRows", table.topicRows}, {"Differing", table.differing}, {"Missing", table.missing},
        {"Extra", table.extra}, {"Remark", table.remark.toStdString()}});
    text(QStringLiteral("%1.%2: %3; source %4, topic %5, differing %6, missing %7, extra %8 %9")
             .arg(QString::fromStdString(table.table.schema), QString::fromStdString(table.table.table),
                 validationStateName(table.state))
             .arg(table.sourceRows)
             .arg(table.topicRows)
             .arg(table.differing)
             .arg(table.missing)
             .arg(table.extra)
             .arg(table.remark)
             .trimmed());
}

void Output::validated(const ValidationReport &report) const
{
    object({{"event", "validated"}, {"Clean", report.isClean()}, {"Differences", report.differenceCount},
        {"ForeignMessages", report.foreignMessages}, {"CaughtUp", report.isCaughtUp}});
    if (!report.isCaughtUp) {
        text(QCoreApplication::translate("Worker",
            "The task does not deliver what was committed last: differences may be changes that are still to come. "
            "Start the task and validate again."));
    }
}

} // namespace rowcast::worker
