// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/charset/CharsetDecoder.h"

#include "core/base/Utf8.h"
#include "core/mysql/charset/MultiByteCharset.h"
#include "core/mysql/charset/SingleByteTables.h"
#include "core/mysql/charset/UnicodeCharsets.h"
#include "core/mysql/charset/Utf8Writer.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace rowcast::mysql {

namespace {

class Utf8Decoder final : public CharsetDecoder {
public:
    std::string_view decode(std::string_view bytes, Arena &arena, uint64_t &replaced) const override
    {
        if (isValidUtf8(bytes)) {
            return bytes;
        }
        constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
        std::string repaired;
        appendUtf8Repaired(repaired, bytes);
        // Those that were in the text before are no loss.
        replaced += occurrences(repaired, kReplacement) - occurrences(bytes, kReplacement);
        return arena.copy(repaired);
    }
    bool isUtf8() const override { return true; }

private:
    static uint64_t occurrences(std::string_view text, std::string_view part)
    {
        uint64_t count = 0;
        for (size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) {
            ++count;
        }
        return count;
    }
};

// ASCII below, a table above.
class SingleByteDecoder final : public CharsetDecoder {
public:
    explicit SingleByteDecoder(const std::array<uint16_t, 128> &upper)
        : m_upper(upper)
    {
    }
    std::string_view decode(std::string_view bytes, Arena &arena, uint64_t &replaced) const override
    {
        const size_t plain = asciiPrefix(bytes);
        if (plain == bytes.size()) {
            return bytes;
        }
        Utf8Writer writer(arena, bytes.size() * 3);
        for (const char c : bytes) {
            const auto byte = uint8_t(c);
            const uint32_t character = byte < 0x80 ? byte : m_upper[byte - 0x80U];
            if (character == 0 && byte != 0) {
                ++replaced;
                writer.putReplacement();
            } else {
                writer.put(character);
            }
        }
        return writer.finish();
    }

private:
    const std::array<uint16_t, 128> &m_upper;
};

// The Swedish seven bits: letters in place of some of ASCII's signs.
class Swe7Decoder final : public CharsetDecoder {
public:
    std::string_view decode(std::string_view bytes, Arena &arena, uint64_t &replaced) const override
    {
        Utf8Writer writer(arena, bytes.size() * 3);
        for (const char c : bytes) {
            const uint32_t character = characterOf(uint8_t(c));
            replaced += character == 0xFFFD ? 1 : 0;
            writer.put(character);
        }
        return writer.finish();
    }

private:
    static uint32_t characterOf(uint8_t byte)
    {
        constexpr std::string_view kFrom = "@[\\]^`{|}~";
        constexpr std::array<uint16_t, 10> kTo{0xC9, 0xC4, 0xD6, 0xC5, 0xDC, 0xE9, 0xE4, 0xF6, 0xE5, 0xFC};
        const size_t at = byte == 0 ? std::string_view::npos : kFrom.find(char(byte));
        if (at != std::string_view::npos) {
            return kTo[at];
        }
        return byte < 0x7F ? byte : 0xFFFD;
    }
};

// Made when first asked for: those of two bytes build their tables then.
std::unique_ptr<CharsetDecoder> makeDecoder(std::string_view charset)
{
    static constexpr std::array<uint16_t, 128> kNone{};
    if (charset == "utf8mb4" || charset == "utf8mb3" || charset == "utf8" || charset == "binary") {
        return std::make_unique<Utf8Decoder>();
    }
    if (charset == "ascii") {
        return std::make_unique<SingleByteDecoder>(kNone);
    }
    if (charset == "swe7") {
        return std::make_unique<Swe7Decoder>();
    }
    const auto *table = std::find_if(kSingleByteTables.begin(), kSingleByteTables.end(),
        [&](const SingleByteTable &entry) { return charset == entry.name; });
    if (table != kSingleByteTables.end()) {
        return std::make_unique<SingleByteDecoder>(table->upper);
    }
    if (auto unicode = makeUnicodeDecoder(charset)) {
        return unicode;
    }
    return makeMultiByteDecoder(charset);
}

// The decoders that somebody asked for, by name. Never emptied.
class Registry {
public:
    const CharsetDecoder *find(std::string_view charset)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_decoders.find(charset);
        if (found != m_decoders.end()) {
            return found->second.get();
        }
        auto decoder = makeDecoder(charset);
        const CharsetDecoder *result = decoder.get();
        if (result != nullptr) {
            m_decoders.emplace(charset, std::move(decoder));
        }
        return result;
    }

private:
    std::mutex m_mutex;
    std::map<std::string, std::unique_ptr<CharsetDecoder>, std::less<>> m_decoders;
};

} // namespace

size_t asciiPrefix(std::string_view text)
{
    size_t at = 0;
    for (uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
        std::memcpy(&word, text.data() + at, sizeof word);
        if ((word & 0x8080808080808080ULL) != 0) {
            break;
        }
    }
    while (at < text.size() && uint8_t(text[at]) < 0x80) {
        ++at;
    }
    return at;
}

const CharsetDecoder *CharsetDecoder::find(std::string_view charset)
{
    static Registry registry;
    return registry.find(charset);
}

const CharsetDecoder &CharsetDecoder::utf8()
{
    static const Utf8Decoder decoder;
    return decoder;
}

} // namespace rowcast::mysql
