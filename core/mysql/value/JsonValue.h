// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace rowcast::mysql {

// A value inside a binary JSON document (MySQL: sql/json_binary.h), read where it lies. Nothing is followed that points
// outside of the document; documents changed in place leave gaps, so only offsets are trusted, not neighbourhood.
class JsonValue {
public:
    enum class Type : uint8_t {
        SmallObject = 0x00,
        LargeObject = 0x01,
        SmallArray = 0x02,
        LargeArray = 0x03,
        Literal = 0x04,
        Int16 = 0x05,
        UInt16 = 0x06,
        Int32 = 0x07,
        UInt32 = 0x08,
        Int64 = 0x09,
        UInt64 = 0x0A,
        Double = 0x0B,
        String = 0x0C,
        Opaque = 0x0F,
    };
    enum class Literal : uint8_t { Null = 0, True = 1, False = 2 };

    // A whole document: its type, then the value. No bytes at all are null, as for the server.
    static std::optional<JsonValue> ofDocument(std::span<const uint8_t> document);
    // bytes: of the value, and possibly more behind it. Empty where the value cannot be right.
    static std::optional<JsonValue> of(Type type, std::span<const uint8_t> bytes);

    [[nodiscard]] Type type() const { return m_type; }
    [[nodiscard]] bool isObject() const { return m_type == Type::SmallObject || m_type == Type::LargeObject; }
    [[nodiscard]] bool isArray() const { return m_type == Type::SmallArray || m_type == Type::LargeArray; }

    [[nodiscard]] Literal literal() const { return static_cast<Literal>(m_bytes[0]); }
    [[nodiscard]] int64_t integer() const; // Int16 to Int64
    [[nodiscard]] uint64_t unsignedInteger() const; // UInt16 to UInt64
    [[nodiscard]] double real() const;
    // Of a String, or the data of an Opaque.
    [[nodiscard]] std::string_view text() const;
    [[nodiscard]] uint8_t opaqueType() const { return m_opaqueType; } // enum_field_types

    // Objects and arrays.
    [[nodiscard]] uint32_t count() const { return m_count; }
    [[nodiscard]] std::optional<std::string_view> key(uint32_t index) const;
    [[nodiscard]] std::optional<JsonValue> element(uint32_t index) const;

private:
    JsonValue(Type type, std::span<const uint8_t> bytes)
        : m_type(type)
        , m_bytes(bytes)
    {
    }
    [[nodiscard]] bool isLarge() const { return m_type == Type::LargeObject || m_type == Type::LargeArray; }
    [[nodiscard]] size_t offsetBytes() const { return isLarge() ? 4 : 2; }
    [[nodiscard]] uint64_t number(size_t at, size_t width) const;
    bool readContainer();
    bool readText();

    Type m_type = Type::Literal;
    std::span<const uint8_t> m_bytes; // containers: exactly theirs; texts: their data
    uint32_t m_count = 0;
    uint8_t m_opaqueType = 0;
};

} // namespace rowcast::mysql
