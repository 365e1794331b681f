// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/value/JsonValue.h"

#include "core/base/ByteReader.h"

#include <array>
#include <bit>

namespace rowcast::mysql {

namespace {

// MySQL: json_binary's read_variable_length: seven bits a byte, low ones first, at most 32 bits.
std::optional<uint32_t> readLength(ByteReader &reader)
{
    uint64_t length = 0;
    for (unsigned shift = 0; shift < 35; shift += 7) {
        const uint8_t byte = reader.u8();
        length |= uint64_t(byte & 0x7FU) << shift;
        if ((byte & 0x80U) == 0) {
            return reader.ok() && length <= UINT32_MAX ? std::optional(uint32_t(length)) : std::nullopt;
        }
    }
    return std::nullopt;
}

size_t scalarBytes(JsonValue::Type type)
{
    switch (type) {
    case JsonValue::Type::Literal:
        return 1;
    case JsonValue::Type::Int16:
    case JsonValue::Type::UInt16:
        return 2;
    case JsonValue::Type::Int32:
    case JsonValue::Type::UInt32:
        return 4;
    case JsonValue::Type::Int64:
    case JsonValue::Type::UInt64:
    case JsonValue::Type::Double:
        return 8;
    default:
        return 0;
    }
}

// Whether the value stands in the entry itself, where others have the offset.
bool isInline(JsonValue::Type type, size_t offsetBytes)
{
    const size_t bytes = scalarBytes(type);
    return bytes != 0 && bytes <= offsetBytes;
}

} // namespace

std::optional<JsonValue> JsonValue::ofDocument(std::span<const uint8_t> document)
{
    static constexpr std::array<uint8_t, 1> kNull{static_cast<uint8_t>(Literal::Null)};
    if (document.empty()) {
        return JsonValue(Type::Literal, kNull);
    }
    return of(static_cast<Type>(document[0]), document.subspan(1));
}

std::optional<JsonValue> JsonValue::of(Type type, std::span<const uint8_t> bytes)
{
    JsonValue value(type, bytes);
    bool isRight = false;
    switch (type) {
    case Type::SmallObject:
    case Type::LargeObject:
    case Type::SmallArray:
    case Type::LargeArray:
        isRight = value.readContainer();
        break;
    case Type::String:
    case Type::Opaque:
        isRight = value.readText();
        break;
    case Type::Literal:
        isRight = !bytes.empty() && bytes[0] <= static_cast<uint8_t>(Literal::False);
        break;
    default:
        isRight = scalarBytes(type) != 0 && bytes.size() >= scalarBytes(type);
        break;
    }
    return isRight ? std::optional(value) : std::nullopt;
}

// count, size, entries of the keys (objects), entries of the values, keys, values.
bool JsonValue::readContainer()
{
    const size_t width = offsetBytes();
    ByteReader reader(m_bytes);
    const uint64_t count = reader.little(width);
    const uint64_t size = reader.little(width);
    const uint64_t entryBytes = 1 + width + (isObject() ? width + 2 : 0);
    if (!reader.ok() || size > m_bytes.size() || 2 * width + count * entryBytes > size) {
        return false;
    }
    m_count = uint32_t(count);
    m_bytes = m_bytes.first(size);
    return true;
}

bool JsonValue::readText()
{
    ByteReader reader(m_bytes);
    m_opaqueType = m_type == Type::Opaque ? reader.u8() : 0;
    const auto length = readLength(reader);
    if (!length) {
        return false;
    }
    m_bytes = reader.bytes(*length);
    return reader.ok();
}

uint64_t JsonValue::number(size_t at, size_t width) const
{
    ByteReader reader(m_bytes.subspan(at));
    return reader.little(width);
}

int64_t JsonValue::integer() const
{
    const size_t bytes = scalarBytes(m_type);
    const uint64_t value = number(0, bytes);
    const unsigned unused = 64 - unsigned(bytes) * 8;
    return int64_t(value << unused) >> unused;
}

uint64_t JsonValue::unsignedInteger() const
{
    return number(0, scalarBytes(m_type));
}

double JsonValue::real() const
{
    return std::bit_cast<double>(number(0, sizeof(double)));
}

std::string_view JsonValue::text() const
{
    return {reinterpret_cast<const char *>(m_bytes.data()), m_bytes.size()};
}

std::optional<std::string_view> JsonValue::key(uint32_t index) const
{
    const size_t width = offsetBytes();
    const size_t entry = 2 * width + index * (width + 2);
    const uint64_t offset = number(entry, width);
    const uint64_t length = number(entry + width, 2);
    if (offset > m_bytes.size() || length > m_bytes.size() - offset) {
        return std::nullopt;
    }
    return std::string_view(reinterpret_cast<const char *>(m_bytes.data()) + offset, length);
}

std::optional<JsonValue> JsonValue::element(uint32_t index) const
{
    const size_t width = offsetBytes();
    const size_t keyEntries = isObject() ? m_count * (width + 2) : 0;
    const size_t entry = 2 * width + keyEntries + index * (width + 1);
    const auto type = static_cast<Type>(m_bytes[entry]);
    if (isInline(type, width)) {
        return of(type, m_bytes.subspan(entry + 1, width));
    }
    const uint64_t offset = number(entry + 1, width);
    // A value lies behind the entries: one that points back could contain itself.
    if (offset < entry + 1 + width || offset >= m_bytes.size()) {
        return std::nullopt;
    }
    return of(type, m_bytes.subspan(offset));
}

} // namespace rowcast::mysql
