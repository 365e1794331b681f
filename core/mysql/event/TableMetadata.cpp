// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/event/TableMetadata.h"

#include "core/base/ByteReader.h"
#include "core/mysql/bytes/DecodingFailures.h"
#include "core/mysql/event/PhysicalColumn.h"
#include "core/mysql/event/TableMapEvent.h"

#include <functional>

namespace rowcast::mysql {

namespace {

// MySQL: Table_map_event::Optional_metadata_field_type.
enum class Field : uint8_t {
    Signedness = 1,
    DefaultCharset = 2,
    ColumnCharset = 3,
    ColumnName = 4,
    SetLabels = 5,
    EnumLabels = 6,
    GeometryType = 7,
    SimplePrimaryKey = 8,
    PrimaryKeyWithPrefix = 9,
    EnumAndSetDefaultCharset = 10,
    EnumAndSetColumnCharset = 11,
    ColumnVisibility = 12,
    VectorDimensionality = 13,
};

class Reader {
public:
    Reader(TableMetadata &metadata, const std::vector<PhysicalColumn> &columns)
        : m_metadata(metadata)
        , m_physical(columns)
    {
    }

    bool read(Field field, std::span<const uint8_t> value)
    {
        m_reader = ByteReader(value);
        switch (field) {
        case Field::Signedness:
            readBits(&PhysicalColumn::isNumeric, &ColumnMetadata::isUnsigned);
            break;
        case Field::ColumnVisibility:
            readBits([](const PhysicalColumn &) { return true; }, &ColumnMetadata::isVisible);
            break;
        case Field::DefaultCharset:
            readDefaultCollations(&PhysicalColumn::isCharacter);
            break;
        case Field::EnumAndSetDefaultCharset:
            readDefaultCollations(isEnumOrSet);
            break;
        case Field::ColumnCharset:
            readNumbers(&PhysicalColumn::isCharacter, &ColumnMetadata::collation);
            break;
        case Field::EnumAndSetColumnCharset:
            readNumbers(isEnumOrSet, &ColumnMetadata::collation);
            break;
        case Field::GeometryType:
            readNumbers(isOf(FieldType::Geometry), &ColumnMetadata::geometryType);
            break;
        case Field::VectorDimensionality:
            readNumbers(isOf(FieldType::Vector), &ColumnMetadata::dimensions);
            break;
        case Field::ColumnName:
            readNames();
            break;
        case Field::SetLabels:
            readLabels(isOf(FieldType::Set));
            break;
        case Field::EnumLabels:
            readLabels(isOf(FieldType::Enum));
            break;
        case Field::SimplePrimaryKey:
        case Field::PrimaryKeyWithPrefix:
            readKey(field == Field::PrimaryKeyWithPrefix);
            break;
        }
        return m_reader.ok();
    }

private:
    using Filter = std::function<bool(const PhysicalColumn &)>;

    static bool isEnumOrSet(const PhysicalColumn &column)
    {
        return column.type == FieldType::Enum || column.type == FieldType::Set;
    }
    static Filter isOf(FieldType type)
    {
        return [type](const PhysicalColumn &column) { return column.type == type; };
    }
    template <typename Function> void forEach(const Filter &filter, Function function)
    {
        for (size_t i = 0; i < m_physical.size() && m_reader.ok(); ++i) {
            if (filter(m_physical[i])) {
                function(m_metadata.columns[i]);
            }
        }
    }

    void readBits(const Filter &filter, std::optional<bool> ColumnMetadata::*member)
    {
        size_t bit = 0;
        uint8_t current = 0;
        forEach(filter, [&](ColumnMetadata &column) {
            if (bit % 8 == 0) {
                current = m_reader.u8();
            }
            column.*member = (current & (0x80U >> (bit % 8))) != 0;
            ++bit;
        });
    }

    void readNumbers(const Filter &filter, std::optional<uint32_t> ColumnMetadata::*member)
    {
        forEach(filter, [&](ColumnMetadata &column) { column.*member = uint32_t(m_reader.lengthEncoded()); });
    }

    // One collation for most columns, then pairs of (number among the columns of this kind, collation) for the others.
    void readDefaultCollations(const Filter &filter)
    {
        const auto standard = uint32_t(m_reader.lengthEncoded());
        std::vector<ColumnMetadata *> columns;
        forEach(filter, [&](ColumnMetadata &column) {
            column.collation = standard;
            columns.push_back(&column);
        });
        while (m_reader.ok() && !m_reader.atEnd()) {
            const uint64_t index = m_reader.lengthEncoded();
            const auto collation = uint32_t(m_reader.lengthEncoded());
            if (index >= columns.size()) {
                m_reader.fail();
                return;
            }
            columns[index]->collation = collation;
        }
    }

    void readNames()
    {
        m_metadata.hasNames = true;
        forEach([](const PhysicalColumn &) { return true; },
            [&](ColumnMetadata &column) { column.name = m_reader.text(m_reader.lengthEncoded()); });
    }

    void readLabels(const Filter &filter)
    {
        forEach(filter, [&](ColumnMetadata &column) {
            const uint64_t count = m_reader.lengthEncoded();
            for (uint64_t i = 0; i < count && m_reader.ok(); ++i) {
                column.labels.push_back(m_reader.text(m_reader.lengthEncoded()));
            }
        });
    }

    void readKey(bool hasPrefixes)
    {
        while (m_reader.ok() && !m_reader.atEnd()) {
            TableMetadata::KeyPart part;
            part.column = uint32_t(m_reader.lengthEncoded());
            part.prefix = hasPrefixes ? uint32_t(m_reader.lengthEncoded()) : 0;
            if (part.column >= m_physical.size()) {
                m_reader.fail();
            }
            m_metadata.primaryKey.push_back(part);
        }
    }

    TableMetadata &m_metadata;
    const std::vector<PhysicalColumn> &m_physical;
    ByteReader m_reader;
};

} // namespace

Result<TableMetadata> TableMetadata::read(const TableMapEvent &event)
{
    auto physical = physicalColumns(event);
    if (!physical) {
        return physical.error();
    }
    TableMetadata metadata;
    metadata.columns.resize(physical->size());
    Reader fields(metadata, *physical);
    ByteReader reader(event.optionalMetadata);
    while (!reader.atEnd()) {
        const uint8_t field = reader.u8();
        const auto value = reader.bytes(reader.lengthEncoded());
        if (!reader.ok() || !fields.read(static_cast<Field>(field), value)) {
            return corruptFailure(QStringLiteral("TABLE_MAP event with wrong optional metadata, field %1").arg(field));
        }
    }
    return metadata;
}

} // namespace rowcast::mysql
