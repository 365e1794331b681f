// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/row/TableLayout.h"

#include "core/mysql/charset/CharsetDecoder.h"
#include "core/mysql/charset/CollationCharset.h"
#include "core/mysql/event/PhysicalColumn.h"
#include "core/mysql/event/TableMapEvent.h"
#include "core/mysql/event/TableMetadata.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowcast::mysql {

namespace {

bool isBlob(FieldType type)
{
    return type == FieldType::Blob || type == FieldType::TinyBlob || type == FieldType::MediumBlob
        || type == FieldType::LongBlob;
}

FieldType integerType(uint8_t bytes)
{
    switch (bytes) {
    case 1:
        return FieldType::Tiny;
    case 2:
        return FieldType::Short;
    case 3:
        return FieldType::Int24;
    case 4:
        return FieldType::Long;
    default:
        return FieldType::LongLong;
    }
}

uint32_t setBytes(size_t labels)
{
    const auto bytes = uint32_t((labels + 7) / 8);
    return bytes > 4 ? 8 : std::max(bytes, 1U);
}

// Old temporal types keep no digits in the TABLE_MAP.
bool isTemporal(const PhysicalColumn &physical, FieldType now, FieldType before, uint8_t digits)
{
    return physical.type == before || (physical.type == now && physical.scale == digits);
}

bool isText(const PhysicalColumn &physical, bool isCompressed)
{
    if (isCompressed) {
        return physical.type == FieldType::BlobCompressed || physical.type == FieldType::VarCharCompressed;
    }
    return physical.type == FieldType::String || physical.type == FieldType::VarChar
        || physical.type == FieldType::VarString || isBlob(physical.type);
}

bool fits(const ColumnLayout &column, const PhysicalColumn &physical)
{
    constexpr uint32_t kUuidBytes = 16;
    constexpr uint32_t kInet4Bytes = 4;
    switch (column.kind) {
    case ValueKind::Integer:
        return physical.type == integerType(column.integerBytes);
    case ValueKind::Float:
        return physical.type == FieldType::Float;
    case ValueKind::Double:
        return physical.type == FieldType::Double;
    case ValueKind::Decimal:
        return physical.type == FieldType::NewDecimal && physical.precision == column.precision
            && physical.scale == column.scale;
    case ValueKind::Bit:
        return physical.type == FieldType::Bit && physical.length == column.length;
    case ValueKind::Year:
        return physical.type == FieldType::Year;
    case ValueKind::Date:
        return physical.type == FieldType::Date || physical.type == FieldType::NewDate;
    case ValueKind::Time:
        return isTemporal(physical, FieldType::Time2, FieldType::Time, column.scale);
    case ValueKind::DateTime:
        return isTemporal(physical, FieldType::DateTime2, FieldType::DateTime, column.scale);
    case ValueKind::Timestamp:
        return isTemporal(physical, FieldType::Timestamp2, FieldType::Timestamp, column.scale);
    case ValueKind::Text:
    case ValueKind::VarBinary:
        return isText(physical, column.isCompressed);
    case ValueKind::Binary:
        return physical.type == FieldType::String && physical.length == column.length;
    case ValueKind::Enum:
        return physical.type == FieldType::Enum && physical.length == (column.labels.size() < 256 ? 1 : 2);
    case ValueKind::Set:
        return physical.type == FieldType::Set && physical.length == setBytes(column.labels.size());
    case ValueKind::Json:
        return physical.type == FieldType::Json || isBlob(physical.type);
    case ValueKind::Geometry:
        return physical.type == FieldType::Geometry || isBlob(physical.type);
    case ValueKind::Vector:
        return physical.type == FieldType::Vector || physical.type == FieldType::VarChar || isBlob(physical.type);
    case ValueKind::Uuid:
    case ValueKind::Inet6:
        return physical.type == FieldType::String && physical.length == kUuidBytes;
    case ValueKind::Inet4:
        return physical.type == FieldType::String && physical.length == kInet4Bytes;
    }
    return false;
}

bool haveSameLabels(const ColumnLayout &column, const std::vector<std::string_view> &labels)
{
    Arena arena;
    uint64_t replaced = 0;
    return std::equal(column.labels.begin(), column.labels.end(), labels.begin(), labels.end(),
        [&](const std::string &ours, std::string_view theirs) {
            return ours == column.charset->decode(theirs, arena, replaced) || replaced > 0;
        });
}

// What of the optional metadata contradicts the layout, in words; empty: nothing.
QString contradiction(const ColumnLayout &column, const ColumnMetadata &metadata)
{
    const bool hasSign = column.kind == ValueKind::Integer;
    if (metadata.name && *metadata.name != column.name) {
        return QStringLiteral("it is called %1")
            .arg(QString::fromUtf8(metadata.name->data(), qsizetype(metadata.name->size())));
    }
    if (hasSign && metadata.isUnsigned && *metadata.isUnsigned != column.isUnsigned) {
        return *metadata.isUnsigned ? QStringLiteral("it is unsigned") : QStringLiteral("it is signed");
    }
    if (!metadata.labels.empty() && !column.labels.empty() && !haveSameLabels(column, metadata.labels)) {
        return QStringLiteral("its labels are others");
    }
    if (metadata.collation && column.charset != nullptr && column.kind == ValueKind::Text) {
        const std::string_view charset = charsetOfCollation(*metadata.collation);
        const CharsetDecoder *stated = charset.empty() ? nullptr : CharsetDecoder::find(charset);
        // Different sets that decode alike (utf8mb3 and utf8mb4) have decoders of their own.
        const bool isSame
            = stated == nullptr || stated == column.charset || (stated->isUtf8() && column.charset->isUtf8());
        if (!isSame) {
            return QStringLiteral("its character set is %1")
                .arg(QLatin1String(charset.data(), qsizetype(charset.size())));
        }
    }
    return {};
}

// MariaDB keeps the hash of a long unique key in a BIGINT behind all columns, which SQL does not show.
bool areHidden(
    const TableMapEvent &event, const std::vector<PhysicalColumn> &physical, const TableMetadata &metadata, size_t from)
{
    for (size_t i = from; i < physical.size(); ++i) {
        const bool isNamedSo = !metadata.hasNames || metadata.columns[i].name.value_or("").starts_with("DB_ROW_HASH_");
        if (!event.isMariaDb || physical[i].type != FieldType::LongLong || !isNamedSo) {
            return false;
        }
    }
    return true;
}

bool canHaveHash(const std::vector<ColumnLayout> &columns)
{
    return std::any_of(columns.begin(), columns.end(), [](const ColumnLayout &column) {
        return column.kind == ValueKind::Text || column.kind == ValueKind::VarBinary;
    });
}

Failure mismatch(const TableSchema &schema, const QString &what)
{
    return {QStringLiteral("mysql.schema.mismatch"),
        QCoreApplication::translate(
            "Binlog", "Rows of table %1 do not have the columns that its definition of that moment has: %2.")
            .arg(schema.id.text(), what),
        QCoreApplication::translate("Binlog",
            "Reload the table. The definition was changed where the binlog does not show it, for example after "
            "`SET sql_log_bin = 0`."),
        {}, false};
}

} // namespace

Result<void> TableLayout::checkAgainst(const TableMapEvent &event) const
{
    const auto physical = physicalColumns(event);
    if (!physical) {
        return physical.error();
    }
    const auto metadata = TableMetadata::read(event);
    if (!metadata) {
        return metadata.error();
    }
    const bool mayBeMore = physical->size() > columns.size() && canHaveHash(columns);
    if (physical->size() != columns.size() && !(mayBeMore && areHidden(event, *physical, *metadata, columns.size()))) {
        return mismatch(*schema,
            QCoreApplication::translate("Binlog", "%1 columns in the binlog, %2 in the definition")
                .arg(physical->size())
                .arg(columns.size()));
    }
    for (size_t i = 0; i < columns.size(); ++i) {
        QString what = contradiction(columns[i], metadata->columns[i]);
        if (!fits(columns[i], (*physical)[i])) {
            what = QStringLiteral("it has the binlog type %1").arg(event.types[i]);
        }
        if (!what.isEmpty()) {
            return mismatch(*schema,
                QCoreApplication::translate("Binlog", "column %1 (%2): %3")
                    .arg(QString::fromStdString(columns[i].name), QString::fromStdString(schema->columns[i].sourceType),
                        what));
        }
    }
    return {};
}

} // namespace rowcast::mysql
