// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/CellText.h"

#include "core/message/JsonText.h"

namespace rowcast {

namespace {

void appendBytes(std::string &out, std::string_view bytes, bool noHexPrefix)
{
    if (!noHexPrefix && !bytes.empty()) {
        out.append("0x", 2);
    }
    appendHex(out, bytes);
}

void appendNumberText(std::string &out, std::string_view text)
{
    out.append(text.empty() ? std::string_view("null") : text);
}

} // namespace

void appendCell(std::string &out, const Cell &cell, CellStyle style)
{
    switch (cell.kind) {
    case CellKind::Absent:
    case CellKind::Null:
        out.append("null", 4);
        return;
    case CellKind::Boolean:
        out.append(cell.i != 0 ? std::string_view("true") : std::string_view("false"));
        return;
    case CellKind::Int:
        return style.useLargeIntegerValue ? appendInteger(out, cell.i) : appendIntegerAsDms(out, cell.i);
    case CellKind::UInt:
        return style.useLargeIntegerValue ? appendUnsigned(out, cell.u) : appendUnsignedAsDms(out, cell.u);
    case CellKind::Float:
        return appendReal(out, cell.f);
    case CellKind::Double:
        return appendReal(out, cell.d);
    case CellKind::Number:
        return appendNumberText(out, cell.text);
    case CellKind::Plain:
        return appendPlain(out, cell.text);
    case CellKind::Text:
    case CellKind::Json:
        return appendQuoted(out, cell.text);
    case CellKind::Bytes:
        out.push_back('"');
        appendBytes(out, cell.text, style.noHexPrefix);
        out.push_back('"');
        return;
    }
}

void appendKeyCell(std::string &out, const Cell &cell, bool noHexPrefix)
{
    switch (cell.kind) {
    case CellKind::Number:
    case CellKind::Plain:
    case CellKind::Text:
    case CellKind::Json:
        out.append(cell.text);
        return;
    case CellKind::Bytes:
        return appendBytes(out, cell.text, noHexPrefix);
    default:
        return appendCell(out, cell, {});
    }
}

} // namespace rowcast
