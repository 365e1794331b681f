// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/mysql/DdlText.h"

namespace rowcast::mysql {

namespace {

std::string joined(const std::vector<std::string> &parts, const char *separator)
{
    std::string text;
    for (const std::string &part : parts) {
        text += (&part == &parts.front() ? "" : separator) + part;
    }
    return text;
}

std::string text(const CharsetSpec &charset)
{
    std::string text;
    text += charset.charset.empty() ? "" : " charset=" + charset.charset;
    text += charset.collation.empty() ? "" : " collate=" + charset.collation;
    return text;
}

std::string text(const ColumnSpec &column)
{
    std::string text = column.name + ' ' + column.type;
    if (!column.arguments.empty()) {
        const bool hasLabels = column.type == "enum" || column.type == "set";
        text += '(' + joined(column.arguments, hasLabels ? "|" : ",") + ')';
    }
    text += column.isUnsigned ? " unsigned" : "";
    text += column.isZerofill ? " zerofill" : "";
    text += rowcast::mysql::text(CharsetSpec{column.charset, column.collation});
    text += column.hasBinaryAttribute ? " binary" : "";
    text += column.nullable ? (*column.nullable ? " null" : " notnull") : "";
    text += column.isPrimary ? " primary" : "";
    text += column.isUnique ? " unique" : "";
    text += column.generated == Generated::Virtual ? " virtual" : "";
    text += column.generated == Generated::Stored ? " stored" : "";
    text += column.isInvisible ? " invisible" : "";
    text += column.isCompressed ? " compressed" : "";
    return text;
}

std::string text(const KeySpec &key)
{
    const std::string kind = key.kind == KeySpec::Kind::Primary ? "primary"
        : key.kind == KeySpec::Kind::Unique                     ? "unique " + key.name
                                                                : "key " + key.name;
    return kind + '(' + joined(key.columns, ",") + ')' + (key.isWhole ? "" : " part");
}

std::string text(const ColumnPlace &place)
{
    return place.kind == ColumnPlace::Kind::First ? " first"
        : place.kind == ColumnPlace::Kind::After  ? " after " + place.after
                                                  : "";
}

struct ActionText {
    std::string operator()(const AddColumn &action) const { return "add " + text(action.column) + text(action.place); }
    std::string operator()(const DropColumn &action) const { return "drop " + action.name; }
    std::string operator()(const ChangeColumn &action) const
    {
        return "change " + action.oldName + ' ' + text(action.column) + text(action.place);
    }
    std::string operator()(const RenameColumn &action) const
    {
        return "rename " + action.oldName + ' ' + action.newName;
    }
    std::string operator()(const SetColumnInvisible &action) const
    {
        return (action.isInvisible ? "invisible " : "visible ") + action.name;
    }
    std::string operator()(const AddKey &action) const { return text(action.key); }
    std::string operator()(const DropKey &action) const { return "dropkey " + action.name; }
    std::string operator()(const RenameKey &action) const
    {
        return "renamekey " + action.oldName + ' ' + action.newName;
    }
    std::string operator()(const SetDefaultCharset &action) const { return "default" + text(action.charset); }
    std::string operator()(const ConvertCharset &action) const { return "convert" + text(action.charset); }
    std::string operator()(const RenameTo &action) const { return "renameto " + action.table.dotted(); }
    std::string operator()(const SetEngine &action) const { return "engine " + action.engine; }
    std::string operator()(const SetVersioned &action) const
    {
        return action.isVersioned ? "versioned" : "unversioned";
    }
    std::string operator()(const RemoveRows &action) const { return "rowsgone " + action.what; }
    std::string operator()(const ExchangePartition &action) const { return "exchange " + action.with.dotted(); }
};

std::string dotted(const std::vector<TableId> &tables)
{
    std::string text;
    for (const TableId &table : tables) {
        text += ' ' + table.dotted();
    }
    return text;
}

struct StatementText {
    std::string operator()(const Irrelevant &) const { return "irrelevant"; }
    std::string operator()(const CreateTable &statement) const
    {
        std::string line = "create " + statement.table.dotted();
        line += statement.ifNotExists ? " ifnotexists" : "";
        line += statement.orReplace ? " orreplace" : "";
        line += statement.isSequence ? " sequence" : "";
        line += statement.like ? " like " + statement.like->dotted() : "";
        line += statement.hasSelect ? " select" : "";
        line += statement.isVersioned ? " versioned" : "";
        std::vector<std::string> parts;
        for (const ColumnSpec &column : statement.columns) {
            parts.push_back(text(column));
        }
        line += parts.empty() ? "" : ": " + joined(parts, ", ");
        parts.clear();
        for (const KeySpec &key : statement.keys) {
            parts.push_back(text(key));
        }
        line += parts.empty() ? "" : "; " + joined(parts, ", ");
        const std::string options
            = text(statement.charset) + (statement.engine.empty() ? "" : " engine=" + statement.engine);
        return line + (options.empty() ? "" : ';' + options);
    }
    std::string operator()(const AlterTable &statement) const
    {
        std::vector<std::string> parts;
        for (const AlterAction &action : statement.actions) {
            parts.push_back(std::visit(ActionText{}, action));
        }
        return "alter " + statement.table.dotted() + ": " + joined(parts, ", ");
    }
    std::string operator()(const DropTables &statement) const { return "drop" + dotted(statement.tables); }
    std::string operator()(const RenameTables &statement) const
    {
        std::string line = "rename";
        for (const auto &[from, to] : statement.pairs) {
            line += ' ' + from.dotted() + '>' + to.dotted();
        }
        return line;
    }
    std::string operator()(const TruncateTable &statement) const { return "truncate " + statement.table.dotted(); }
    std::string operator()(const SetDatabaseCharset &statement) const
    {
        return "database " + statement.schema + (statement.isNew ? " new:" : ":") + text(statement.charset);
    }
    std::string operator()(const DropDatabase &statement) const { return "dropdatabase " + statement.schema; }
    std::string operator()(const StatementDml &statement) const { return statement.verb + dotted(statement.tables); }
    std::string operator()(const UnparsedDdl &statement) const
    {
        return "unparsed" + dotted(statement.tables) + ": " + statement.reason;
    }
};

} // namespace

std::string describe(const DdlStatement &statement)
{
    return std::visit(StatementText{}, statement);
}

std::string describe(const TableDefinition &definition)
{
    std::vector<std::string> parts;
    for (const ColumnDefinition &column : definition.columns) {
        std::string part = column.name + ' ' + column.type;
        part += column.collation.empty() ? "" : ' ' + column.collation;
        part += column.nullable ? "" : " notnull";
        part += column.generated == Generated::Virtual ? " virtual" : "";
        part += column.generated == Generated::Stored ? " stored" : "";
        part += column.invisible ? " invisible" : "";
        parts.push_back(part);
    }
    std::string line = definition.id.dotted() + ": " + joined(parts, ", ");
    line += definition.primaryKey.empty() ? "" : "; primary(" + joined(definition.primaryKey, ",") + ')';
    for (const auto &key : definition.uniqueKeys) {
        line += "; unique(" + joined(key, ",") + ')';
    }
    line += definition.isVersioned ? "; versioned" : "";
    return line + "; " + definition.collation;
}

} // namespace rowcast::mysql
