// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/value/JsonBinary.h"

#include "core/mysql/value/JsonScalars.h"

namespace rowcast::mysql {

namespace {

class Writer {
public:
    Writer(std::string &out, size_t documentBytes)
        : m_out(out)
        // Each byte of a right document is printed once. The worst ones are control characters (six for one) and small
        // opaque values; offsets that lead to the same bytes again and again end here.
        , m_most(out.size() + 64 + documentBytes * 16)
    {
    }

    bool write(const JsonValue &value, int depth)
    {
        if (depth > kMostJsonDepth || m_out.size() > m_most) {
            return false;
        }
        if (!value.isObject() && !value.isArray()) {
            return appendJsonScalar(m_out, value);
        }
        m_out += value.isObject() ? '{' : '[';
        for (uint32_t i = 0; i < value.count(); ++i) {
            if (i > 0) {
                m_out += ", ";
            }
            if (value.isObject() && !writeKey(value, i)) {
                return false;
            }
            const auto element = value.element(i);
            if (!element || !write(*element, depth + 1)) {
                return false;
            }
        }
        m_out += value.isObject() ? '}' : ']';
        return true;
    }

private:
    bool writeKey(const JsonValue &object, uint32_t index)
    {
        const auto key = object.key(index);
        if (!key) {
            return false;
        }
        appendJsonString(m_out, *key);
        m_out += ": ";
        return true;
    }

    std::string &m_out;
    const size_t m_most;
};

} // namespace

bool appendJsonScalar(std::string &out, const JsonValue &value)
{
    switch (value.type()) {
    case JsonValue::Type::Literal:
        out += value.literal() == JsonValue::Literal::Null ? "null"
            : value.literal() == JsonValue::Literal::True  ? "true"
                                                           : "false";
        return true;
    case JsonValue::Type::Int16:
    case JsonValue::Type::Int32:
    case JsonValue::Type::Int64:
        out += std::to_string(value.integer());
        return true;
    case JsonValue::Type::UInt16:
    case JsonValue::Type::UInt32:
    case JsonValue::Type::UInt64:
        out += std::to_string(value.unsignedInteger());
        return true;
    case JsonValue::Type::Double:
        appendJsonDouble(out, value.real());
        return true;
    case JsonValue::Type::String:
        appendJsonString(out, value.text());
        return true;
    case JsonValue::Type::Opaque:
        return appendJsonOpaque(out, value.opaqueType(), value.text());
    default:
        return false;
    }
}

bool appendJsonText(std::string &out, std::span<const uint8_t> document)
{
    const size_t before = out.size();
    const auto value = JsonValue::ofDocument(document);
    if (value && Writer(out, document.size()).write(*value, 0)) {
        return true;
    }
    out.resize(before);
    return false;
}

} // namespace rowcast::mysql
