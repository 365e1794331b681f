// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/charset/UnicodeCharsets.h"

#include "core/mysql/charset/Utf8Writer.h"

namespace rowcast::mysql {

namespace {

bool isSurrogate(uint32_t unit)
{
    return unit >= 0xD800 && unit <= 0xDFFF;
}

// Units of two bytes. ucs2 has no pairs: half of one is invalid there.
template <bool LittleEndian, bool HasPairs> class TwoByteDecoder final : public CharsetDecoder {
public:
    std::string_view decode(std::string_view bytes, Arena &arena, uint64_t &replaced) const override
    {
        Utf8Writer writer(arena, bytes.size() * 3 / 2 + 3);
        size_t at = 0;
        while (at + 2 <= bytes.size()) {
            uint32_t character = unit(bytes, at);
            at += 2;
            if (isSurrogate(character)) {
                const uint32_t low = at + 2 <= bytes.size() ? unit(bytes, at) : 0;
                if (HasPairs && character < 0xDC00 && low >= 0xDC00 && low <= 0xDFFF) {
                    character = 0x10000 + ((character - 0xD800) << 10U) + (low - 0xDC00);
                    at += 2;
                } else {
                    character = 0xFFFD;
                    ++replaced;
                }
            }
            writer.put(character);
        }
        if (at < bytes.size()) {
            ++replaced;
            writer.putReplacement();
        }
        return writer.finish();
    }

private:
    static uint32_t unit(std::string_view bytes, size_t at)
    {
        const auto first = uint32_t(uint8_t(bytes[at]));
        const auto second = uint32_t(uint8_t(bytes[at + 1]));
        return LittleEndian ? second << 8U | first : first << 8U | second;
    }
};

class Utf32Decoder final : public CharsetDecoder {
public:
    std::string_view decode(std::string_view bytes, Arena &arena, uint64_t &replaced) const override
    {
        Utf8Writer writer(arena, bytes.size() + 3);
        size_t at = 0;
        for (; at + 4 <= bytes.size(); at += 4) {
            uint32_t character = 0;
            for (size_t i = 0; i < 4; ++i) {
                character = character << 8U | uint8_t(bytes[at + i]);
            }
            if (character > 0x10FFFF || isSurrogate(character)) {
                character = 0xFFFD;
                ++replaced;
            }
            writer.put(character);
        }
        if (at < bytes.size()) {
            ++replaced;
            writer.putReplacement();
        }
        return writer.finish();
    }
};

} // namespace

std::unique_ptr<CharsetDecoder> makeUnicodeDecoder(std::string_view charset)
{
    if (charset == "ucs2") {
        return std::make_unique<TwoByteDecoder<false, false>>();
    }
    if (charset == "utf16") {
        return std::make_unique<TwoByteDecoder<false, true>>();
    }
    if (charset == "utf16le") {
        return std::make_unique<TwoByteDecoder<true, true>>();
    }
    return charset == "utf32" ? std::make_unique<Utf32Decoder>() : nullptr;
}

} // namespace rowcast::mysql
