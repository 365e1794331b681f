// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/robustness/fuzz/DecodingTargets.h"

#include "core/base/ByteReader.h"
#include "core/mysql/charset/CharsetDecoder.h"
#include "core/mysql/event/BinlogParser.h"
#include "core/mysql/event/TableMapEvent.h"
#include "core/mysql/event/TableMetadata.h"
#include "core/mysql/gtid/GtidSet.h"
#include "core/mysql/gtid/MariaDbGtid.h"
#include "core/mysql/row/CellFromText.h"
#include "core/mysql/row/RowDecoder.h"
#include "core/mysql/row/TypeMap.h"
#include "core/mysql/value/JsonBinary.h"
#include "core/mysql/value/JsonDiff.h"

#include <algorithm>
#include <array>
#include <vector>

namespace rowcast::fuzz {

namespace {

using namespace rowcast::mysql;

std::string_view asText(std::span<const uint8_t> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

void readInner(const TransactionPayloadEvent &payload, BinlogParser &parser)
{
    constexpr uint64_t kMost = 16 * 1024 * 1024; // a few bytes may unpack to gigabytes: that is no fault
    PayloadReader reader(payload);
    uint64_t total = 0;
    while (total < kMost) {
        const auto bytes = reader.next();
        if (!bytes || !*bytes) {
            return;
        }
        total += (*bytes)->size();
        (void)parser.parseInner(**bytes);
    }
}

void readEvent(const BinlogEvent &event, BinlogParser &parser)
{
    if (const auto *map = std::get_if<TableMapEvent>(&event.body)) {
        (void)TableMetadata::read(*map);
    } else if (const auto *payload = std::get_if<TransactionPayloadEvent>(&event.body)) {
        readInner(*payload, parser);
    } else if (const auto *list = std::get_if<GtidListEvent>(&event.body)) {
        (void)MariaDbGtidList::fromEvent(*list);
    } else if (const auto *gtids = std::get_if<PreviousGtidsEvent>(&event.body)) {
        (void)GtidSet::fromBinary(gtids->set);
    }
}

// One byte of choices, then an event as it is, and the same with its size put right so that the parser goes deeper.
void fuzzBinlogParser(std::span<const uint8_t> bytes)
{
    if (bytes.empty()) {
        return;
    }
    BinlogParser parser;
    parser.expectChecksums((bytes[0] & 1U) != 0);
    std::vector<uint8_t> event(bytes.begin() + 1, bytes.end());
    if (const auto parsed = parser.parse(event)) {
        readEvent(*parsed, parser);
    }
    if (event.size() < EventHeader::kBytes) {
        return;
    }
    for (unsigned i = 0; i < 4; ++i) {
        event[9 + i] = uint8_t(event.size() >> (8 * i));
    }
    BinlogParser fresh;
    if (const auto parsed = fresh.parse(event)) {
        readEvent(*parsed, fresh);
    }
    (void)fresh.parseInner(event);
}

void fuzzGtidSet(std::span<const uint8_t> bytes)
{
    if (const auto set = GtidSet::fromBinary(bytes)) {
        const auto again = GtidSet::parse(set->text());
        const std::string binary = set->binary();
        const auto back = GtidSet::fromBinary({reinterpret_cast<const uint8_t *>(binary.data()), binary.size()});
        require(back && back->text() == set->text());
        require(!again || again->count() == set->count());
    }
    if (const auto set = GtidSet::parse(asText(bytes))) {
        const auto again = GtidSet::parse(set->text());
        require(again && *again == *set);
        require(set->contains(*again));
        GtidSet rest = *set;
        rest.subtract(*again);
        require(rest.isEmpty());
        require(set->intersection(*again) == *set);
    }
    if (const auto list = MariaDbGtidList::parse(asText(bytes))) {
        const auto again = MariaDbGtidList::parse(list->text());
        require(again && *again == *list);
    }
}

// A document; behind a separator of 0xFFFF0000 possibly differences to it.
void fuzzJsonBinary(std::span<const uint8_t> bytes)
{
    constexpr std::array<uint8_t, 4> kSeparator{0xFF, 0xFF, 0, 0};
    const auto at = std::search(bytes.begin(), bytes.end(), kSeparator.begin(), kSeparator.end());
    const auto document = bytes.first(size_t(at - bytes.begin()));
    std::string out;
    if (!appendJsonText(out, document)) {
        require(out.empty());
    }
    require(out.size() <= 1024 + 64 * document.size());
    if (at != bytes.end()) {
        const auto differences = bytes.subspan(document.size() + kSeparator.size());
        (void)appendChangedJsonText(out, document, differences);
    }
}

void fuzzPayload(std::span<const uint8_t> bytes)
{
    BinlogParser parser;
    if (const auto event = parseTransactionPayload(bytes)) {
        readInner(*event, parser);
    }
    TransactionPayloadEvent raw;
    raw.payload = bytes;
    readInner(raw, parser);
    raw.compression = PayloadCompression::None;
    readInner(raw, parser);
}

struct Preset {
    const char *type;
    const char *charset;
    std::array<uint8_t, 3> binlog; // type and metadata
    uint8_t metadataBytes;
};

// A column of each kind of value and of storage.
constexpr std::array kPresets{Preset{"tinyint", "", {1}, 0}, Preset{"smallint unsigned", "", {2}, 0},
    Preset{"mediumint", "", {9}, 0}, Preset{"int unsigned", "", {3}, 0}, Preset{"bigint", "", {8}, 0},
    Preset{"float", "", {4, 4}, 1}, Preset{"double", "", {5, 8}, 1}, Preset{"double(10,2)", "", {5, 8}, 1},
    Preset{"float(7,4)", "", {4, 4}, 1}, Preset{"decimal(10,2)", "", {0xF6, 10, 2}, 2},
    Preset{"decimal(65,30)", "", {0xF6, 65, 30}, 2}, Preset{"bit(1)", "", {16, 1, 0}, 2},
    Preset{"bit(33)", "", {16, 1, 4}, 2}, Preset{"year", "", {13}, 0}, Preset{"date", "", {10}, 0},
    Preset{"time(3)", "", {19, 3}, 1}, Preset{"time", "", {11}, 0}, Preset{"time(5)", "", {11}, 0},
    Preset{"datetime(6)", "", {18, 6}, 1}, Preset{"datetime", "", {12}, 0}, Preset{"datetime(4)", "", {12}, 0},
    Preset{"timestamp(1)", "", {17, 1}, 1}, Preset{"timestamp", "", {7}, 0}, Preset{"timestamp(6)", "", {7}, 0},
    Preset{"varchar(10)", "latin1", {15, 10, 0}, 2}, Preset{"varchar(300)", "utf8mb4", {15, 0xB0, 4}, 2},
    Preset{"char(10)", "gb18030", {0xFE, 0xFE, 40}, 2}, Preset{"text", "ujis", {0xFC, 2}, 1},
    Preset{"mediumtext", "utf16", {0xFC, 3}, 1}, Preset{"longtext", "big5", {0xFC, 4}, 1},
    Preset{"tinytext", "utf32", {0xFC, 1}, 1}, Preset{"binary(20)", "", {0xFE, 0xFE, 20}, 2},
    Preset{"blob", "", {0xFC, 2}, 1}, Preset{"enum('a','b','c')", "latin1", {0xFE, 0xF7, 1}, 2},
    Preset{"set('a','b','c','d','e','f','g','h','i')", "latin1", {0xFE, 0xF8, 2}, 2}, Preset{"json", "", {0xF5, 4}, 1},
    Preset{"json", "", {0xFC, 4}, 1}, Preset{"point", "", {0xFF, 4}, 1}, Preset{"vector(3)", "", {0xF2, 2}, 1},
    Preset{"uuid", "", {0xFE, 0xFE, 16}, 2}, Preset{"inet4", "", {0xFE, 0xFE, 4}, 2},
    Preset{"inet6", "", {0xFE, 0xFE, 16}, 2}, Preset{"text /*M!100301 COMPRESSED*/", "utf8mb4", {140, 2}, 1},
    Preset{"varchar(300) /*M!100301 COMPRESSED*/", "ucs2", {141, 0x2D, 1}, 2}};

struct FuzzedTable {
    std::vector<uint8_t> types;
    std::vector<uint8_t> metadata;
    TableLayoutPtr layout;

    explicit FuzzedTable(std::span<const uint8_t> choices)
    {
        TableDefinition definition;
        for (const uint8_t choice : choices) {
            const Preset &preset = kPresets[choice % kPresets.size()];
            ColumnDefinition column;
            column.type = preset.type;
            column.charset = preset.charset;
            definition.columns.push_back(column);
            types.push_back(preset.binlog[0]);
            metadata.insert(
                metadata.end(), preset.binlog.begin() + 1, preset.binlog.begin() + 1 + preset.metadataBytes);
        }
        auto made = layoutOf(definition);
        require(made.has_value());
        layout = std::make_shared<const TableLayout>(std::move(*made));
    }
};

void readRows(RowDecoder &decoder, const RowsEvent &event)
{
    Arena arena;
    RowView before;
    RowView after;
    auto rows = decoder.rows(event, arena);
    for (auto more = rows.next(before, after); more && *more; more = rows.next(before, after)) {
        require(before.empty() || before.size() == decoder.layout()->columns.size());
        require(after.empty() || after.size() == decoder.layout()->columns.size());
        arena.reset();
    }
    require(rows.count() <= event.rows.size() || (rows.count() == 1 && event.isOneRowOfDefaults()));
    (void)decoder.takeLosses();
}

// count of columns, which ones, kind of event, bitmaps, rows; the rows are also taken as texts of a SELECT.
void fuzzRowDecoder(std::span<const uint8_t> bytes)
{
    constexpr size_t kMostColumns = 20;
    ByteReader reader(bytes);
    const auto choices = reader.bytes(std::min<size_t>(1U + reader.u8() % kMostColumns, reader.remaining()));
    if (choices.empty()) {
        return;
    }
    const FuzzedTable table(choices);
    TableMapEvent map;
    map.types = table.types;
    map.metadata = table.metadata;
    auto decoder = RowDecoder::create(table.layout, map);
    require(decoder.has_value());
    RowsEvent event;
    event.kind = static_cast<RowsKind>(reader.u8() % 4);
    event.columnCount = choices.size();
    event.columnsBefore = reader.bytes((choices.size() + 7) / 8);
    event.columnsAfter = reader.bytes((choices.size() + 7) / 8);
    event.rows = reader.rest();
    if (!reader.ok()) {
        return;
    }
    readRows(**decoder, event);
    for (const ColumnLayout &column : table.layout->columns) {
        Arena arena;
        uint64_t replaced = 0;
        (void)cellFromText(column, asText(event.rows), arena, replaced);
    }
}

constexpr std::array kTargets{Target{"binlogparser", fuzzBinlogParser}, Target{"gtidset", fuzzGtidSet},
    Target{"jsonbinary", fuzzJsonBinary}, Target{"payload", fuzzPayload}, Target{"rowdecoder", fuzzRowDecoder}};

} // namespace

std::span<const Target> decodingTargets()
{
    return kTargets;
}

} // namespace rowcast::fuzz
