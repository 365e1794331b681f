// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/change/TableSchema.h"

namespace rowcast {

std::string_view dmsTypeName(DmsType type)
{
    switch (type) {
    case DmsType::Boolean:
        return "BOOLEAN";
    case DmsType::Bytes:
        return "BYTES";
    case DmsType::Date:
        return "DATE";
    case DmsType::Time:
        return "TIME";
    case DmsType::DateTime:
        return "DATETIME";
    case DmsType::Int1:
        return "INT1";
    case DmsType::Int2:
        return "INT2";
    case DmsType::Int4:
        return "INT4";
    case DmsType::Int8:
        return "INT8";
    case DmsType::UInt1:
        return "UINT1";
    case DmsType::UInt2:
        return "UINT2";
    case DmsType::UInt4:
        return "UINT4";
    case DmsType::UInt8:
        return "UINT8";
    case DmsType::Numeric:
        return "NUMERIC";
    case DmsType::Real4:
        return "REAL4";
    case DmsType::Real8:
        return "REAL8";
    case DmsType::String:
        return "STRING";
    case DmsType::WString:
        return "WSTRING";
    case DmsType::Blob:
        return "BLOB";
    case DmsType::Clob:
        return "CLOB";
    case DmsType::NClob:
        return "NCLOB";
    }
    return "WSTRING";
}

} // namespace rowcast
