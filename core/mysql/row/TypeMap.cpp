// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/row/TypeMap.h"

#include "core/mysql/charset/CharsetDecoder.h"
#include "core/mysql/ddl/Sql.h"
#include "core/mysql/row/ColumnType.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

namespace rowcast::mysql {

namespace {

struct TypeRule {
    std::string_view word;
    ValueKind kind;
    DmsType dms;
    uint32_t size = 0; // Integer: bytes; texts and binaries without length of their own: their most
    bool isLob = false;
};

// dms.md's table of types; where DMS has none, the nearest that keeps the value.
constexpr std::array kRules{
    TypeRule{"tinyint", ValueKind::Integer, DmsType::Int1, 1},
    TypeRule{"smallint", ValueKind::Integer, DmsType::Int2, 2},
    TypeRule{"mediumint", ValueKind::Integer, DmsType::Int4, 3},
    TypeRule{"int", ValueKind::Integer, DmsType::Int4, 4},
    TypeRule{"bigint", ValueKind::Integer, DmsType::Int8, 8},
    TypeRule{"decimal", ValueKind::Decimal, DmsType::Numeric},
    TypeRule{"float", ValueKind::Float, DmsType::Real8},
    TypeRule{"double", ValueKind::Double, DmsType::Real8},
    TypeRule{"bit", ValueKind::Bit, DmsType::Bytes},
    TypeRule{"year", ValueKind::Year, DmsType::Int2},
    TypeRule{"date", ValueKind::Date, DmsType::Date},
    TypeRule{"time", ValueKind::Time, DmsType::String},
    TypeRule{"datetime", ValueKind::DateTime, DmsType::DateTime},
    TypeRule{"timestamp", ValueKind::Timestamp, DmsType::DateTime},
    TypeRule{"char", ValueKind::Text, DmsType::WString, 1},
    TypeRule{"varchar", ValueKind::Text, DmsType::WString},
    TypeRule{"tinytext", ValueKind::Text, DmsType::WString, 255},
    TypeRule{"text", ValueKind::Text, DmsType::WString, 65'535},
    TypeRule{"mediumtext", ValueKind::Text, DmsType::NClob, 16'777'215, true},
    TypeRule{"longtext", ValueKind::Text, DmsType::NClob, 4'294'967'295, true},
    TypeRule{"binary", ValueKind::Binary, DmsType::Bytes, 1},
    TypeRule{"varbinary", ValueKind::VarBinary, DmsType::Bytes},
    TypeRule{"tinyblob", ValueKind::VarBinary, DmsType::Bytes, 255},
    TypeRule{"blob", ValueKind::VarBinary, DmsType::Bytes, 65'535},
    TypeRule{"mediumblob", ValueKind::VarBinary, DmsType::Blob, 16'777'215, true},
    TypeRule{"longblob", ValueKind::VarBinary, DmsType::Blob, 4'294'967'295, true},
    TypeRule{"enum", ValueKind::Enum, DmsType::WString},
    TypeRule{"set", ValueKind::Set, DmsType::WString},
    TypeRule{"json", ValueKind::Json, DmsType::Clob, 0, true},
    TypeRule{"vector", ValueKind::Vector, DmsType::Bytes},
    TypeRule{"uuid", ValueKind::Uuid, DmsType::WString, 36},
    TypeRule{"inet4", ValueKind::Inet4, DmsType::WString, 15},
    TypeRule{"inet6", ValueKind::Inet6, DmsType::WString, 39},
    TypeRule{"geometry", ValueKind::Geometry, DmsType::Blob, 0, true},
    TypeRule{"point", ValueKind::Geometry, DmsType::Blob, 0, true},
    TypeRule{"linestring", ValueKind::Geometry, DmsType::Blob, 0, true},
    TypeRule{"polygon", ValueKind::Geometry, DmsType::Blob, 0, true},
    TypeRule{"multipoint", ValueKind::Geometry, DmsType::Blob, 0, true},
    TypeRule{"multilinestring", ValueKind::Geometry, DmsType::Blob, 0, true},
    TypeRule{"multipolygon", ValueKind::Geometry, DmsType::Blob, 0, true},
    TypeRule{"geometrycollection", ValueKind::Geometry, DmsType::Blob, 0, true},
    TypeRule{"geomcollection", ValueKind::Geometry, DmsType::Blob, 0, true},
};

DmsType unsignedOf(DmsType type)
{
    switch (type) {
    case DmsType::Int1:
        return DmsType::UInt1;
    case DmsType::Int2:
        return DmsType::UInt2;
    case DmsType::Int4:
        return DmsType::UInt4;
    default:
        return DmsType::UInt8;
    }
}

uint32_t charactersOf(std::string_view utf8)
{
    return uint32_t(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (uint8_t(c) & 0xC0U) != 0x80; }));
}

// FLOAT(M,D) and DOUBLE(M,D) print a fixed number of digits; 31 stands for "none given" inside the servers.
bool hasFixedDigits(const ColumnType &type)
{
    constexpr uint32_t kNotFixed = 31;
    return type.numbers.size() == 2 && type.numbers[1] < kNotFixed;
}

void mapNumber(const ColumnType &type, ColumnLayout &layout, Column &column)
{
    layout.isUnsigned = type.isUnsigned;
    if (layout.kind == ValueKind::Integer && type.isUnsigned) {
        column.type = unsignedOf(column.type);
    } else if (layout.kind == ValueKind::Decimal) {
        layout.precision = uint8_t(type.number(0, 10));
        layout.scale = uint8_t(type.number(1, 0));
        column.precision = layout.precision;
        column.scale = layout.scale;
    } else if (hasFixedDigits(type)) {
        layout.hasScale = true;
        layout.precision = uint8_t(std::min<uint32_t>(type.numbers[0], 255));
        layout.scale = uint8_t(type.numbers[1]);
    }
}

void mapTemporal(const ColumnType &type, ColumnLayout &layout, Column &column)
{
    constexpr uint32_t kTimeCharacters = 10; // -838:59:59
    layout.scale = uint8_t(std::min<uint32_t>(type.number(0, 0), 6));
    column.scale = layout.scale;
    if (layout.kind == ValueKind::Time) {
        column.length = kTimeCharacters + (layout.scale == 0 ? 0U : 1U + layout.scale);
    }
}

void mapLabels(const ColumnType &type, ColumnLayout &layout, Column &column)
{
    layout.labels = type.labels;
    uint32_t longest = 0;
    uint32_t joined = 0;
    for (const std::string &label : layout.labels) {
        longest = std::max(longest, charactersOf(label));
        joined += charactersOf(label) + (joined == 0 ? 0 : 1);
    }
    column.length = layout.kind == ValueKind::Enum ? longest : joined;
}

void mapColumn(const TypeRule &rule, const ColumnType &type, ColumnLayout &layout, Column &column)
{
    layout.kind = rule.kind;
    layout.isCompressed = type.isCompressed;
    column.type = rule.dms;
    column.isLob = rule.isLob;
    switch (rule.kind) {
    case ValueKind::Integer:
        layout.integerBytes = uint8_t(rule.size);
        return mapNumber(type, layout, column);
    case ValueKind::Float:
    case ValueKind::Double:
    case ValueKind::Decimal:
        return mapNumber(type, layout, column);
    case ValueKind::Bit:
        layout.length = type.number(0, 1);
        column.type = layout.length == 1 ? DmsType::Boolean : DmsType::Bytes;
        column.length = layout.length == 1 ? 0 : (layout.length + 7) / 8;
        return;
    case ValueKind::Time:
    case ValueKind::DateTime:
    case ValueKind::Timestamp:
        return mapTemporal(type, layout, column);
    case ValueKind::Enum:
    case ValueKind::Set:
        return mapLabels(type, layout, column);
    case ValueKind::Vector:
        layout.length = type.number(0, 2048) * uint32_t(sizeof(float));
        column.length = layout.length;
        return;
    case ValueKind::Text:
    case ValueKind::Binary:
    case ValueKind::VarBinary:
        layout.length = type.number(0, rule.size);
        column.length = layout.length;
        return;
    default:
        column.length = rule.size;
        return;
    }
}

const TypeRule *ruleOf(std::string_view word)
{
    const auto *found
        = std::find_if(kRules.begin(), kRules.end(), [&](const TypeRule &rule) { return rule.word == word; });
    return found == kRules.end() ? nullptr : found;
}

Failure unknownType(const TableDefinition &table, const ColumnDefinition &column, const QString &what)
{
    return {QStringLiteral("mysql.type.unknown"),
        QCoreApplication::translate("Binlog", "Column %1 of table %2 has the type \"%3\", which Rowcast does not know.")
            .arg(QString::fromStdString(column.name), table.id.text(), QString::fromStdString(column.type)),
        QCoreApplication::translate(
            "Binlog", "Leave the table out of the selection rules, or give the column another type."),
        what, false};
}

// Its rows in the binlog hold their history: a DELETE comes as an update of the period's end, an UPDATE as two rows.
Failure versionedTable(const TableDefinition &table)
{
    return {QStringLiteral("mysql.table.versioned"),
        QCoreApplication::translate("Binlog",
            "Table %1 is system-versioned: its changes in the binlog cannot be told from those of its history.")
            .arg(table.id.text()),
        QCoreApplication::translate("Binlog",
            "Leave the table out of the selection rules, or end its versioning: `ALTER TABLE %1 DROP SYSTEM "
            "VERSIONING;`")
            .arg(QString::fromStdString(quotedName(table.id))),
        {}, false};
}

// Texts, and the sets of ENUM and SET labels. Empty charset: information_schema tells none for this type.
bool mapCharset(const ColumnDefinition &definition, ColumnLayout &layout)
{
    const bool hasCharset
        = layout.kind == ValueKind::Text || layout.kind == ValueKind::Enum || layout.kind == ValueKind::Set;
    if (hasCharset) {
        layout.charset = CharsetDecoder::find(definition.charset.empty() ? "utf8mb4" : definition.charset);
    }
    return !hasCharset || layout.charset != nullptr;
}

std::vector<uint16_t> keyOf(const TableDefinition &definition)
{
    std::vector<uint16_t> key;
    for (const std::string &name : definition.primaryKey) {
        const auto found = std::find_if(definition.columns.begin(), definition.columns.end(),
            [&](const ColumnDefinition &column) { return column.name == name; });
        if (found != definition.columns.end()) {
            key.push_back(uint16_t(found - definition.columns.begin()));
        }
    }
    return key;
}

} // namespace

Result<TableLayout> layoutOf(const TableDefinition &definition)
{
    if (definition.isVersioned) {
        return versionedTable(definition);
    }
    TableLayout layout;
    auto schema = std::make_shared<TableSchema>();
    schema->id = definition.id;
    schema->collation = definition.collation;
    schema->key = keyOf(definition);
    for (const ColumnDefinition &source : definition.columns) {
        const ColumnType type = ColumnType::parse(source.type);
        const TypeRule *rule = ruleOf(type.word);
        if (rule == nullptr) {
            return unknownType(definition, source, {});
        }
        ColumnLayout &columnLayout = layout.columns.emplace_back();
        Column &column = schema->columns.emplace_back();
        columnLayout.name = source.name;
        column.name = source.name;
        column.nullable = source.nullable;
        column.sourceType = source.type;
        mapColumn(*rule, type, columnLayout, column);
        if (!mapCharset(source, columnLayout)) {
            return unknownType(
                definition, source, QStringLiteral("character set %1").arg(QString::fromStdString(source.charset)));
        }
    }
    layout.schema = std::move(schema);
    return layout;
}

std::string selectExpression(const ColumnDefinition &column)
{
    const std::string name = quotedName(column.name);
    const ColumnType type = ColumnType::parse(column.type);
    const TypeRule *rule = ruleOf(type.word);
    if (rule == nullptr) {
        return name;
    }
    const bool isReal = rule->kind == ValueKind::Float || rule->kind == ValueKind::Double;
    if (isReal && !hasFixedDigits(type)) {
        return '(' + name + " * 1e0)";
    }
    if (rule->kind == ValueKind::Text && !column.charset.empty() && column.charset != "utf8mb4") {
        return "CONVERT(" + name + " USING binary)";
    }
    return name;
}

} // namespace rowcast::mysql
