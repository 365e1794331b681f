// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/BinlogWindow.h"

#include "core/base/Clock.h"
#include "core/mysql/ddl/DdlParser.h"
#include "core/mysql/ddl/QueryKind.h"
#include "core/mysql/schema/TrackedTable.h"

#include <QCoreApplication>

#include <algorithm>
#include <type_traits>

namespace rowcast::mysql {

namespace {

constexpr auto kPatience = std::chrono::seconds(20); // for the dump thread to see what SHOW MASTER STATUS showed
constexpr auto kPause = std::chrono::milliseconds(20);

template <typename... Cases> struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <typename... Cases> Overloaded(Cases...) -> Overloaded<Cases...>;

using TableTest = std::function<bool(const TableId &)>;

bool anyOf(const std::vector<TableId> &tables, const TableTest &test)
{
    return std::any_of(tables.begin(), tables.end(), test);
}

// Whether a statement touches a table's layout (or all its rows at once).
bool isDdlOn(const DdlStatement &statement, const std::string &schema, const TableTest &isOurs)
{
    return std::visit(Overloaded{
                          [](const Irrelevant &) { return false; },
                          [](const SetDatabaseCharset &) { return false; },
                          [&](const DropDatabase &drop) { return drop.schema == schema; },
                          [&](const StatementDml &dml) { return anyOf(dml.tables, isOurs); },
                          [&](const UnparsedDdl &ddl) { return ddl.tables.empty() || anyOf(ddl.tables, isOurs); },
                          [&](const DropTables &drop) { return anyOf(drop.tables, isOurs); },
                          [&](const RenameTables &rename) {
                              return std::any_of(rename.pairs.begin(), rename.pairs.end(),
                                  [&](const auto &pair) { return isOurs(pair.first) || isOurs(pair.second); });
                          },
                          [&](const auto &one) { return isOurs(one.table); },
                      },
        statement);
}

// Whether it may change the table's rows, or what it does is not known.
bool mayChangeRows(const DdlStatement &statement, const TableTest &isOurs)
{
    if (const auto *dml = std::get_if<StatementDml>(&statement)) {
        return anyOf(dml->tables, isOurs);
    }
    const auto *unknown = std::get_if<UnparsedDdl>(&statement);
    return unknown != nullptr && (unknown->tables.empty() || anyOf(unknown->tables, isOurs));
}

bool isWhole(RowView row)
{
    return std::none_of(row.begin(), row.end(), [](const Cell &cell) { return cell.kind == CellKind::Absent; });
}

Failure windowCut(const BinlogPosition &reached, const BinlogPosition &wanted)
{
    return {.code = QStringLiteral("mysql.binlog.short"),
        .cause = QCoreApplication::translate(
            "MySqlLoad", "The binlog stream ended at %1, before the place %2 that the server had shown.")
                     .arg(QString::fromStdString(reached.text()), QString::fromStdString(wanted.text())),
        .remedy = QCoreApplication::translate("MySqlLoad", "Nothing to do: the task tries again."),
        .detail = {},
        .retryable = true};
}

} // namespace

BinlogWindow::BinlogWindow(WindowRequest request)
    : m_request(std::move(request))
{
}

void BinlogWindow::readAgain(std::string reason)
{
    if (m_reason.empty()) {
        m_reason = std::move(reason);
    }
}

Result<BinlogWindow::Verdict> BinlogWindow::read(
    const RowSink &sink, const std::function<void()> &forget, const std::stop_token &stop)
{
    m_forget = forget;
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    for (;;) {
        const auto reached = readOnce(sink, stop);
        if (!reached) {
            return reached.error();
        }
        if (!m_reason.empty()) {
            return Verdict::ReadAgain;
        }
        if (*reached) {
            return Verdict::Complete;
        }
        // replaying from the start once more changes nothing
        if (std::chrono::steady_clock::now() > deadline) {
            return windowCut(m_place.position(), m_request.until);
        }
        if (!SystemClock().sleep(kPause, stop)) {
            return stoppedFailure();
        }
    }
}

Result<bool> BinlogWindow::readOnce(const RowSink &sink, const std::stop_token &stop)
{
    const auto stream = BinlogStream::open(m_request.connection, {}, m_request.start, stop);
    if (!stream) {
        return stream.error();
    }
    m_parser = BinlogParser();
    m_parser.expectChecksums(m_request.hasChecksums);
    m_place = PositionTracker({m_request.start.file, m_request.start.offset});
    m_decoders.clear();
    m_harmlessXa.clear();
    m_xa.clear();
    m_isSeen = false;
    m_hasOurRows = false;
    for (;;) {
        const auto bytes = (*stream)->next(stop);
        if (!bytes) {
            return bytes.error();
        }
        if (!*bytes) {
            return m_place.position() >= m_request.until;
        }
        m_parser.setPlace(m_place.file(), m_place.end());
        const auto event = m_parser.parse(**bytes);
        if (!event) {
            return event.error();
        }
        m_place.see(*event);
        const bool isOfFile = !event->header.isArtificial() && event->header.logPosition != 0
            && !std::holds_alternative<HeartbeatEvent>(event->body);
        if (isOfFile && BinlogPosition{m_place.file(), m_place.begin()} >= m_request.until) {
            return true;
        }
        m_arena.reset();
        if (auto taken = take(*event, sink); !taken) {
            return std::move(taken).error();
        }
        if (m_place.position() >= m_request.until) {
            return true;
        }
    }
}

Result<void> BinlogWindow::take(const BinlogEvent &event, const RowSink &sink)
{
    return std::visit(
        [&](const auto &body) -> Result<void> {
            using Body = std::decay_t<decltype(body)>;
            if constexpr (std::is_same_v<Body, RowsEvent> || std::is_same_v<Body, TransactionPayloadEvent>) {
                return take(body, sink);
            } else if constexpr (std::is_same_v<Body, TableMapEvent>) {
                return take(body);
            } else if constexpr (
                std::is_same_v<Body,
                    QueryEvent> || std::is_same_v<Body, GtidEvent> || std::is_same_v<Body, XaPrepareEvent>) {
                take(body);
            } else if constexpr (std::is_same_v<Body, XidEvent> || std::is_same_v<Body, MariaDbGtidEvent>) {
                m_hasOurRows = false; // a transaction ends or begins
            } else if constexpr (std::is_same_v<Body, FormatDescriptionEvent> || std::is_same_v<Body, RotateEvent>) {
                m_decoders.clear(); // table ids end with the file
            }
            return {};
        },
        event.body);
}

void BinlogWindow::take(const GtidEvent &event)
{
    m_isSeen = false;
    if (!event.isAnonymous) {
        const GtidSource source{event.uuid, std::string(event.tag)};
        m_gtids.add(source, event.number);
        m_isSeen = m_request.visible != nullptr && m_request.visible->contains(source, event.number);
    }
}

bool BinlogWindow::isOurs(std::string_view schema, std::string_view table) const
{
    const TableId &id = m_request.table->id();
    return m_request.ignoresCase ? isSameName(schema, id.schema) && isSameName(table, id.table)
                                 : schema == id.schema && table == id.table;
}

Result<void> BinlogWindow::take(const TableMapEvent &event)
{
    m_decoders.erase(event.tableId);
    if (!isOurs(event.schema, event.table)) {
        return {};
    }
    auto decoder = RowDecoder::create(m_request.table->layout, event);
    if (!decoder) { // of an older or newer layout
        if (!m_isSeen) {
            readAgain(decoder.error().text().toStdString());
        }
        return {};
    }
    m_decoders[event.tableId] = std::move(*decoder);
    return {};
}

Result<void> BinlogWindow::take(const RowsEvent &event, const RowSink &sink)
{
    const auto found = m_decoders.find(event.tableId);
    if (found == m_decoders.end()) {
        return {};
    }
    if (!m_xa.empty()) { // real only with its XA COMMIT
        m_hasOurXaRows = true;
        return {};
    }
    if (m_isSeen) {
        return {};
    }
    m_hasOurRows = true;
    RowsIterator rows = found->second->rows(event, m_arena);
    RowView before;
    RowView after;
    for (;;) {
        const auto more = rows.next(before, after);
        if (!more) {
            return more.error();
        }
        if (!*more) {
            break;
        }
        if (!isWhole(before) || !isWhole(after)) {
            readAgain("partial row images");
            break;
        }
        if (auto taken = sink(before, after); !taken) {
            return taken;
        }
    }
    const auto losses = found->second->takeLosses();
    m_losses.insert(m_losses.end(), losses.begin(), losses.end());
    return {};
}

Result<void> BinlogWindow::take(const TransactionPayloadEvent &event, const RowSink &sink)
{
    PayloadReader inner(event);
    for (;;) {
        const auto bytes = inner.next();
        if (!bytes) {
            return bytes.error();
        }
        if (!*bytes) {
            return {};
        }
        const auto parsed = m_parser.parseInner(**bytes);
        if (!parsed) {
            return parsed.error();
        }
        if (auto taken = take(*parsed, sink); !taken) {
            return taken;
        }
    }
}

BinlogWindow::Touch BinlogWindow::touchOf(const QueryEvent &event) const
{
    SqlDialect dialect = m_request.dialect;
    const uint64_t mode = event.sqlMode.value_or(0);
    dialect.ansiQuotes = (mode & QueryEvent::kModeAnsiQuotes) != 0;
    dialect.noBackslashEscapes = (mode & QueryEvent::kModeNoBackslashEscapes) != 0;
    const DdlStatement statement = parseDdl(event.text, dialect, std::string(event.schema));
    const TableTest isTable = [this](const TableId &table) { return isOurs(table.schema, table.table); };
    if (mayChangeRows(statement, isTable)) {
        return Touch::Rows;
    }
    return isDdlOn(statement, m_request.table->id().schema, isTable) ? Touch::Layout : Touch::None;
}

void BinlogWindow::takeStatement(const QueryEvent &event)
{
    const Touch touch = touchOf(event);
    if (touch == Touch::None) {
        return;
    }
    if (touch == Touch::Layout && m_request.readBegan && m_place.position() <= *m_request.readBegan) {
        m_reason.clear();
        m_losses.clear();
        m_forget();
        return;
    }
    readAgain("statement: " + std::string(event.text.substr(0, 100)));
}

void BinlogWindow::take(const QueryEvent &event)
{
    const QueryMeaning meaning = meaningOf(event.text);
    switch (meaning.kind) {
    case QueryKind::Rollback:
    case QueryKind::RollbackTo:
        if (m_hasOurRows && !m_isSeen) { // some of them are undone, of engines with transactions
            readAgain("rolled back rows");
        }
        if (meaning.kind == QueryKind::RollbackTo) {
            return;
        }
        [[fallthrough]];
    case QueryKind::Begin:
    case QueryKind::Commit:
        m_xa.clear();
        m_hasOurRows = false;
        return;
    case QueryKind::XaStart:
        m_xa = meaning.xid;
        m_hasOurXaRows = false;
        return;
    case QueryKind::XaCommit:
        // prepared before the window, or in it with rows of ours
        if (!m_isSeen && std::find(m_harmlessXa.begin(), m_harmlessXa.end(), meaning.xid) == m_harmlessXa.end()) {
            readAgain("XA COMMIT " + meaning.xid);
        }
        return;
    case QueryKind::XaRollback:
    case QueryKind::Savepoint:
    case QueryKind::Inside:
        return;
    case QueryKind::Other:
        break;
    }
    if (!m_isSeen) {
        takeStatement(event);
    }
}

void BinlogWindow::take(const XaPrepareEvent &event)
{
    if (!m_hasOurXaRows) {
        m_harmlessXa.push_back(m_xa);
    } else if (event.isOnePhase && !m_isSeen) {
        readAgain("XA COMMIT ONE PHASE " + m_xa);
    }
    m_xa.clear();
    m_hasOurXaRows = false;
}

} // namespace rowcast::mysql
