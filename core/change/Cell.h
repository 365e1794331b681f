// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace rowcast {

enum class CellKind : uint8_t {
    Absent, // not part of this row image (binlog_row_image MINIMAL or NOBLOB): never shown, unlike Null
    Null,
    Boolean, // i is 0 or 1
    Int, // i
    UInt, // u
    Float, // f, written as the shortest text that reads back to the same float
    Double, // d, likewise
    Number, // text: a JSON number digit for digit (DECIMAL with its scale, DOUBLE(M,D))
    Plain, // text that needs no escaping: dates and times in their final form
    Text, // text: valid UTF-8
    Json, // text: a JSON document, valid UTF-8
    Bytes, // text: raw bytes, written as hex
};

// One value of a row: a small tagged view, copied freely. Texts point into the received packet or the batch's arena and
// live only as long as the call that hands the row over. Nothing is allocated per cell.
struct Cell {
    CellKind kind = CellKind::Null;
    union {
        int64_t i = 0;
        uint64_t u;
        double d;
        float f;
    };
    std::string_view text;

    [[nodiscard]] static Cell absent() { return ofKind(CellKind::Absent); }
    [[nodiscard]] static Cell null() { return ofKind(CellKind::Null); }
    [[nodiscard]] static Cell boolean(bool value)
    {
        Cell cell = ofKind(CellKind::Boolean);
        cell.i = value ? 1 : 0;
        return cell;
    }
    [[nodiscard]] static Cell integer(int64_t value)
    {
        Cell cell = ofKind(CellKind::Int);
        cell.i = value;
        return cell;
    }
    [[nodiscard]] static Cell unsignedInteger(uint64_t value)
    {
        Cell cell = ofKind(CellKind::UInt);
        cell.u = value;
        return cell;
    }
    [[nodiscard]] static Cell real(float value)
    {
        Cell cell = ofKind(CellKind::Float);
        cell.f = value;
        return cell;
    }
    [[nodiscard]] static Cell real(double value)
    {
        Cell cell = ofKind(CellKind::Double);
        cell.d = value;
        return cell;
    }
    // kind is one of Number, Plain, Text, Json, Bytes.
    [[nodiscard]] static Cell view(CellKind kind, std::string_view text)
    {
        Cell cell = ofKind(kind);
        cell.text = text;
        return cell;
    }

private:
    static Cell ofKind(CellKind kind)
    {
        Cell cell;
        cell.kind = kind;
        return cell;
    }
};

// A row image: one cell per column of its TableSchema, in the same order.
using RowView = std::span<const Cell>;

} // namespace rowcast
