// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/stream/DdlDelivery.h"

#include "core/base/Log.h"
#include "core/mysql/charset/CharsetDecoder.h"
#include "core/mysql/ddl/DdlParser.h"
#include "core/mysql/event/QueryEvent.h"
#include "core/mysql/schema/CutOver.h"
#include "core/mysql/server/StreamFailures.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rowcast::mysql {

namespace {

// MariaDB's two-phase ALTER logs the statement when it begins and when it ends; only the end counts.
bool isOnlyAnnounced(const QueryEvent &event)
{
    constexpr uint8_t kStartsAlter = 2;
    constexpr uint8_t kRollsAlterBack = 8;
    return event.mariaDbGtidFlags && (*event.mariaDbGtidFlags & (kStartsAlter | kRollsAlterBack)) != 0;
}

constexpr size_t kMostWarnings = 1000; // different ones, that a log is not flooded

// Words with which a statement begins that the binlog holds as text because it changed rows.
bool changesRows(const Token &first)
{
    constexpr std::array<std::string_view, 9> kVerbs{
        "INSERT", "UPDATE", "DELETE", "REPLACE", "LOAD", "WITH", "SELECT", "DO", "CALL"};
    return std::any_of(kVerbs.begin(), kVerbs.end(), [&](std::string_view verb) { return first.isWord(verb); });
}

QString shortened(const std::string &sql)
{
    return QString::fromStdString(sql).simplified().left(200);
}

} // namespace

DdlDelivery::DdlDelivery(FollowedTables &tables, RowDelivery &rows, DdlRules rules)
    : m_tables(tables)
    , m_rows(rows)
    , m_rules(std::move(rules))
{
}

std::string DdlDelivery::textOf(const QueryEvent &event)
{
    const CharsetDecoder *decoder = &CharsetDecoder::utf8();
    if (event.clientCharset) {
        if (const auto *named = CharsetDecoder::find(m_rules.collations.charsetOf(*event.clientCharset))) {
            decoder = named;
        }
    }
    Arena arena;
    uint64_t replaced = 0;
    return std::string(decoder->decode(event.text, arena, replaced));
}

SqlDialect DdlDelivery::dialectOf(const QueryEvent &event) const
{
    SqlDialect dialect = m_rules.dialect;
    const uint64_t mode = event.sqlMode.value_or(0);
    dialect.ansiQuotes = (mode & QueryEvent::kModeAnsiQuotes) != 0;
    dialect.noBackslashEscapes = (mode & QueryEvent::kModeNoBackslashEscapes) != 0;
    dialect.realAsFloat = (mode & QueryEvent::kModeRealAsFloat) != 0;
    return dialect;
}

StatementContext DdlDelivery::contextOf(const QueryEvent &event, const BinlogPosition &place) const
{
    StatementContext context;
    context.at = place.text();
    context.hasTimestampDefaults = m_rules.hasTimestampDefaults;
    if (event.serverCollation) {
        context.serverDefault
            = {m_rules.collations.charsetOf(*event.serverCollation), m_rules.collations.nameOf(*event.serverCollation)};
    }
    if (event.utf8mb4Collation) {
        context.utf8mb4Collation = m_rules.collations.nameOf(*event.utf8mb4Collation);
    }
    return context;
}

Result<void> DdlDelivery::statement(
    const QueryEvent &event, const BinlogPosition &place, const GroupContext &group, ChangeHandler &handler)
{
    if (isOnlyAnnounced(event)) {
        return {};
    }
    const std::string text = textOf(event);
    const SqlDialect dialect = dialectOf(event);
    const DdlStatement parsed = parseDdl(text, dialect, std::string(event.schema));
    if (changesRows(SqlLexer(text, dialect).next())) {
        warnOfHiddenRows(text, parsed, place);
    }
    const Moment moment{place, group, handler};
    if (const auto *dml = std::get_if<StatementDml>(&parsed)) {
        return tellDml(*dml, moment);
    }
    if (const auto *unparsed = std::get_if<UnparsedDdl>(&parsed)) {
        qCWarning(lcMetadata).noquote() << "Statement at" << QString::fromStdString(place.text())
                                        << "was not understood:" << QString::fromStdString(unparsed->reason) << "in"
                                        << shortened(text);
    }
    auto changes = m_tables.history().apply(parsed, contextOf(event, place));
    joinCutOver(changes, [this](const TableId &table) { return m_tables.isSelected(table); });
    for (const DefinitionChange &change : changes) {
        if (auto told = tell(change, moment); !told) {
            return told;
        }
    }
    return {};
}

// A trigger, a view or a function may change rows of tables that the text does not name: nobody but the server knows.
// Of a selected table that is named, tellDml() tells.
void DdlDelivery::warnOfHiddenRows(const std::string &text, const DdlStatement &parsed, const BinlogPosition &place)
{
    const QString shown = shortened(text);
    std::string key = shown.toStdString();
    if (const auto *dml = std::get_if<StatementDml>(&parsed)) {
        key = dml->verb;
        for (const TableId &table : dml->tables) {
            if (m_tables.isSelected(table)) {
                return;
            }
            key += ' ' + table.dotted();
        }
    }
    if (m_warnedOf.size() < kMostWarnings && m_warnedOf.insert(key).second) {
        qCWarning(lcSourceCapture).noquote()
            << "Statement at" << QString::fromStdString(place.text())
            << "is logged as text. Rows of selected tables that it changed by a trigger, a view or a function are not"
               " in the topic. Set binlog_format to ROW at the source and reload the tables that it may concern:"
            << shown;
    }
}

Result<void> DdlDelivery::tell(const DefinitionChange &change, const Moment &moment)
{
    if (!change.rowsGone.empty()) {
        return tellLostRows(change, moment);
    }
    const TableId &newName = change.after ? change.after->definition.id : change.table;
    const bool wasSelected = change.kind != SchemaChangeKind::CreateTable && m_tables.isSelected(change.table);
    const bool isSelected = change.after && m_tables.isSelected(newName);
    const bool isOtherTable
        = change.kind == SchemaChangeKind::CreateTable || change.kind == SchemaChangeKind::RenameTable;
    m_tables.changed(change.table, false);
    m_tables.changed(newName, isOtherTable);
    const bool isKnown = isLoaded(change, moment);
    if (!wasSelected && !isSelected) {
        return {};
    }
    qCInfo(lcMetadata).noquote() << "Definition of" << change.table.text() << "changed at"
                                 << QString::fromStdString(moment.place.text());
    if (change.after && !change.after->isKnown()) {
        if (!change.before || !wasSelected || !m_tables.isFollowed(newName)) {
            return {}; // told when rows of it come: it may be a view
        }
        m_tables.giveUp(newName);
        return moment.handler.tableFailed(newName, unknownLayoutFailure(newName, change.after->unknown));
    }
    if (isKnown) {
        return {};
    }
    const bool appears = change.kind == SchemaChangeKind::RenameTable && !wasSelected;
    if (appears) {
        qCWarning(lcSourceCapture).noquote()
            << change.table.text() << "was renamed to" << newName.text() << "at"
            << QString::fromStdString(moment.place.text())
            << "and is selected by that name: rows that it had before are not in the topic. Reload the table.";
    } else if (change.kind == SchemaChangeKind::TruncateTable) {
        qCWarning(lcSourceCapture).noquote()
            << "TRUNCATE at" << QString::fromStdString(moment.place.text()) << "emptied" << newName.text()
            << "for which there is no message: its rows stay in the topic. Reload the table.";
    }
    return send(change, appears ? SchemaChangeKind::CreateTable : change.kind, moment);
}

bool DdlDelivery::isLoaded(const DefinitionChange &change, const Moment &moment)
{
    const bool isRenamed = change.kind == SchemaChangeKind::RenameTable;
    const bool isOther = change.kind == SchemaChangeKind::CreateTable || change.kind == SchemaChangeKind::DropTable;
    if (m_rows.filter() == nullptr || (!isRenamed && !isOther)) {
        return false;
    }
    const StreamPlace place{moment.group.server, moment.place.file, moment.place.offset, moment.group.gtid};
    const auto chunks = m_rows.filter()->forgetOlder(change.table, place);
    if (isOther && chunks == HandOverFilter::Chunks::Both) {
        qCWarning(lcSourceCapture).noquote()
            << change.table.text() << "was dropped and created anew in the middle of its load, at"
            << QString::fromStdString(moment.place.text())
            << ": what was loaded of the old table stays in the topic. Reload the table.";
    }
    return isOther && chunks != HandOverFilter::Chunks::Older;
}

Result<void> DdlDelivery::send(const DefinitionChange &change, SchemaChangeKind kind, const Moment &moment)
{
    SchemaChange told;
    told.kind = kind;
    told.before = kind == SchemaChangeKind::CreateTable ? nullptr : m_tables.schemaOf(change.before);
    told.after = m_tables.schemaOf(change.after);
    told.table = kind == SchemaChangeKind::CreateTable && told.after ? told.after->id : change.table;
    told.transaction = &moment.group.transaction;
    const bool isComplete = kind == SchemaChangeKind::DropTable ? told.before != nullptr : told.after != nullptr;
    return isComplete ? moment.handler.schemaChange(told) : Result<void>{}; // else rows of it will fail and say why
}

Result<void> DdlDelivery::tellLostRows(const DefinitionChange &change, const Moment &moment)
{
    if (!m_tables.isFollowed(change.table)) {
        return {};
    }
    if (m_rules.goesOnAfterPartitionDdl) {
        qCWarning(lcSourceCapture).noquote()
            << QString::fromStdString(change.rowsGone) << "at" << QString::fromStdString(moment.place.text())
            << "added or removed rows of" << change.table.text() << "that are not in the binlog; the task goes on";
        return {};
    }
    m_tables.giveUp(change.table);
    return moment.handler.tableFailed(change.table, partitionFailure(change.table, change.rowsGone, moment.place));
}

Result<void> DdlDelivery::tellDml(const StatementDml &statement, const Moment &moment)
{
    for (const TableId &table : statement.tables) {
        if (m_tables.isFollowed(table)) {
            m_tables.giveUp(table);
            const Failure failure = statementFormatFailure(table, statement.verb, moment.place);
            if (auto told = moment.handler.tableFailed(table, failure); !told) {
                return told;
            }
        }
    }
    return {};
}

} // namespace rowcast::mysql
