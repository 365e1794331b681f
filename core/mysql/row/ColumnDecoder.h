// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Arena.h"
#include "core/base/ByteReader.h"
#include "core/change/Cell.h"
#include "core/mysql/event/PhysicalColumn.h"
#include "core/mysql/row/TableLayout.h"

#include <cstdint>
#include <span>
#include <string>

namespace rowcast::mysql {

// Decodes the values of one column in row images: what SQL says about the column and how the binlog stores it, joined
// once so that a value costs one switch. Used by one thread.
class ColumnDecoder {
public:
    // layout must outlive the decoder; it fits physical (TableLayout::checkAgainst).
    ColumnDecoder(const ColumnLayout &layout, const PhysicalColumn &physical);
    // A hidden BIGINT that no layout has: read over.
    ColumnDecoder();

    // False where the bytes cannot be a value of this column; the reader is then wherever it got.
    [[nodiscard]] bool read(ByteReader &reader, Arena &arena, Cell &cell);

    [[nodiscard]] bool isJson() const { return m_form == Form::Json; }
    // JSON: the bytes of the value that read() saw last.
    [[nodiscard]] std::span<const uint8_t> jsonBytes() const { return m_jsonBytes; }
    // Invalid byte sequences since the last call.
    [[nodiscard]] uint64_t takeReplaced() { return std::exchange(m_replaced, 0); }

private:
    enum class Form : uint8_t {
        Signed,
        Unsigned,
        Float,
        Double,
        FixedFloat,
        FixedDouble,
        Decimal,
        Bit,
        Year,
        Temporal,
        Text,
        JsonText, // MariaDB's JSON is a text
        PaddedBytes,
        Bytes,
        CompressedText,
        CompressedBytes,
        Enum,
        Set,
        Json,
        Uuid,
        Inet4,
        Inet6,
    };
    static Form formOf(const ColumnLayout &layout, const PhysicalColumn &physical);
    static uint8_t lengthBytesOf(const PhysicalColumn &physical);

    [[nodiscard]] std::string_view sized(ByteReader &reader) const { return reader.text(reader.little(m_width)); }
    bool readReal(ByteReader &reader, Arena &arena, Cell &cell) const;
    bool readBytes(ByteReader &reader, Arena &arena, Cell &cell);
    bool readCompressed(ByteReader &reader, Arena &arena, Cell &cell);
    bool readLabels(ByteReader &reader, Arena &arena, Cell &cell) const;
    bool readNetworkType(ByteReader &reader, Arena &arena, Cell &cell) const;
    bool readJson(ByteReader &reader, Arena &arena, Cell &cell);
    Cell textCell(CellKind kind, std::string_view bytes, Arena &arena);

    const ColumnLayout *m_layout = nullptr;
    Form m_form = Form::Signed;
    FieldType m_type = FieldType::LongLong;
    uint8_t m_width = 8; // bytes of the value, or of the length in front of it
    uint8_t m_digits = 0; // of a fraction
    uint64_t m_replaced = 0;
    std::span<const uint8_t> m_jsonBytes;
    std::string m_scratch;
};

} // namespace rowcast::mysql
