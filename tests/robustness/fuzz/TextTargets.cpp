// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/robustness/fuzz/TextTargets.h"

#include "core/change/TableRecordKey.h"
#include "core/document/MigrationDocument.h"
#include "core/mapping/TableMappings.h"
#include "core/message/DmsMessageReader.h"
#include "core/mysql/charset/CharsetDecoder.h"
#include "core/mysql/ddl/DdlParser.h"
#include "core/mysql/load/ChunkRecord.h"
#include "core/mysql/schema/SchemaHistory.h"
#include "core/mysql/stream/DmsCheckpoint.h"
#include "core/mysql/stream/MySqlPosition.h"
#include "core/pipeline/CountsRecord.h"
#include "core/pipeline/TaskRecord.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace rowcast::fuzz {

namespace {

using namespace rowcast::mysql;

std::string_view asText(std::span<const uint8_t> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

QByteArray asBytes(std::span<const uint8_t> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

SqlDialect dialectOf(uint8_t choices)
{
    return {.isMariaDb = (choices & 1U) != 0,
        .version = (choices & 2U) != 0 ? 90700U : 101100U,
        .ansiQuotes = (choices & 4U) != 0,
        .noBackslashEscapes = (choices & 8U) != 0,
        .realAsFloat = (choices & 16U) != 0};
}

StatementContext contextAt(int place)
{
    StatementContext context;
    context.at = "b.000001:" + std::to_string(place);
    context.serverDefault = {"utf8mb4", "utf8mb4_0900_ai_ci"};
    return context;
}

// What a history says of itself must give the same tables to the one that takes it up again.
void requireSameAfterRestore(SchemaHistory &history, const SchemaRules &rules)
{
    StateRecords kept;
    for (StateRecord &record : history.takeState()) {
        if (record.value) {
            kept.push_back(std::move(record));
        }
    }
    SchemaHistory restored(rules);
    require(restored.restore(kept).has_value());
    const auto tables = history.tables();
    const auto again = restored.tables();
    require(std::equal(tables.begin(), tables.end(), again.begin(), again.end(),
        [](const TrackedTablePtr &a, const TrackedTablePtr &b) { return *a == *b; }));
}

void applyTo(SchemaHistory &history, const SchemaRules &rules, std::string_view sql, int place)
{
    Arena arena; // as QUERY events are read: the parser sees UTF-8 alone
    uint64_t replaced = 0;
    const auto text = CharsetDecoder::utf8().decode(sql, arena, replaced);
    (void)history.apply(parseDdl(text, rules.dialect, "shop"), contextAt(place));
}

// Two tables for the statements to change; made once for each choice.
const SchemaHistory &beginning(unsigned choices, const SchemaRules &rules)
{
    static std::map<unsigned, SchemaHistory> known;
    const auto found = known.find(choices);
    if (found != known.end()) {
        return found->second;
    }
    SchemaHistory history(rules);
    history.setDatabase("shop", {"utf8mb4", "utf8mb4_0900_ai_ci"});
    applyTo(history, rules,
        "CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a VARCHAR(10), b INT, KEY k (a, b), UNIQUE (b))", 200);
    applyTo(history, rules, "CREATE TABLE u (x BIGINT UNSIGNED, y ENUM('a','b') CHARACTER SET latin1)", 300);
    return known.emplace(choices, std::move(history)).first->second;
}

// One byte of choices; then statements, with a zero byte between two. Few choices ask for the restoring, which takes
// most of the time.
void fuzzDdl(std::span<const uint8_t> bytes)
{
    if (bytes.empty()) {
        return;
    }
    const unsigned choices = bytes[0] & 63U;
    SchemaRules rules;
    rules.dialect = dialectOf(bytes[0]);
    rules.dialect.lowersTableNames = (choices & 32U) != 0;
    rules.lowerCaseTableNames = rules.dialect.lowersTableNames ? 1 : 0;
    SchemaHistory history = beginning(choices, rules);
    int place = 300;
    auto rest = asText(bytes.subspan(1));
    for (size_t end = 0; end != std::string_view::npos; rest.remove_prefix(std::min(end + 1, rest.size()))) {
        end = rest.find('\0');
        applyTo(history, rules, rest.substr(0, end), place += 100);
    }
    if ((bytes[0] & kWithRestore) == kWithRestore) {
        requireSameAfterRestore(history, rules);
    }
}

void fuzzMappings(std::span<const uint8_t> bytes)
{
    const auto mappings = TableMappings::parse(asBytes(bytes));
    if (!mappings) {
        require(mappings.error().cause.startsWith(QLatin1Char('$'))); // the place in the document
        return;
    }
    const auto again = TableMappings::parse(mappings->json());
    require(again && *again == *mappings);
    for (const TableId &table : {TableId{"shop", "gift"}, TableId{"", ""}, TableId{"s%", "_"}}) {
        require(mappings->selects(table) == again->selects(table));
        require(mappings->loadOrder(table) == again->loadOrder(table));
    }
    (void)mappings->literalSchemas();
    (void)mappings->literalTables();
}

void fuzzDocument(std::span<const uint8_t> bytes)
{
    const auto document = MigrationDocument::parse(asBytes(bytes));
    if (!document) {
        require(!document.error().cause.isEmpty());
        return;
    }
    const QByteArray json = document->json();
    const auto again = MigrationDocument::parse(json);
    if (again) {
        require(again->json() == json);
    } else { // secrets that stood there as text are left out
        require(again.error().code.startsWith(QLatin1String("document.")));
    }
}

// What comes back from the checkpoint topic, which others can write to. One byte says which kind of record.
void fuzzState(std::span<const uint8_t> bytes)
{
    if (bytes.empty()) {
        return;
    }
    const std::string text(asText(bytes.subspan(1)));
    const size_t middle = text.find('\0');
    const std::string key = text.substr(0, middle);
    const std::string value = middle == std::string::npos ? std::string() : text.substr(middle + 1);
    switch (bytes[0] % 6) {
    case 0:
        if (const auto position = MySqlPosition::fromJson(text)) {
            const auto again = MySqlPosition::fromJson(position->toJson());
            require(again && *again == *position);
        }
        break;
    case 1:
        if (const auto record = ChunkRecord::fromJson(key, value)) {
            const auto again = ChunkRecord::fromJson(key, record->toJson());
            require(again && *again == *record);
        }
        break;
    case 2:
        if (const auto record = TaskRecord::decode(text)) {
            const auto again = TaskRecord::decode(*record->encode().value);
            require(again && *again == *record);
        }
        break;
    case 3: {
        StateRecord record;
        record.key = key;
        record.value = value;
        SchemaHistory history(SchemaRules{});
        (void)history.restore({record});
        (void)deliveredCounts({record});
        break;
    }
    case 4:
        (void)DmsCheckpoint::parse(text);
        (void)BinlogPosition::parse(text);
        break;
    default:
        require(decodedName(encodedName(text)) == text);
        if (const auto table = tableOfRecordKey("counts/", text)) {
            require(tableOfRecordKey("counts/", tableRecordKey("counts/", *table)) == table);
        }
    }
}

void fuzzMessage(std::span<const uint8_t> bytes)
{
    DmsMessageReader reader("BI");
    DmsMessageParts parts;
    const auto value = asText(bytes);
    if (reader.read(value, parts)) {
        require(parts.body.size() <= value.size() && parts.before.size() <= value.size());
    }
}

constexpr std::array kTargets{Target{"ddl", fuzzDdl}, Target{"document", fuzzDocument},
    Target{"mappings", fuzzMappings}, Target{"message", fuzzMessage}, Target{"state", fuzzState}};

} // namespace

std::span<const Target> textTargets()
{
    return kTargets;
}

} // namespace rowcast::fuzz
