// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/charset/MultiByteCharset.h"

#include "core/mysql/charset/Utf8Writer.h"

#include <array>
#include <iconv.h>
#include <span>
#include <vector>

// Tables come from iconv once, then are corrected where the server has other characters. The corrections are what
// comparing iconv with the answers of MySQL 8.0.33 and MariaDB 10.11 for every code of each set gave.
namespace rowcast::mysql {

namespace {

// count codes from first on have the characters from character on; 0: no character. Codes follow each other in the
// order of the set: second bytes 40-7E, A1-FE in big5, A1-FE in the others.
struct Correction {
    uint32_t first;
    uint32_t character;
    uint32_t count;
};

constexpr std::array kBig5{Correction{0x80, 0, 1}, Correction{0xA145, 0x2022, 1}, Correction{0xA14E, 0xFF64, 1},
    Correction{0xA15A, 0, 1}, Correction{0xA1C2, 0x203E, 1}, Correction{0xA1C3, 0, 1}, Correction{0xA1C5, 0, 1},
    Correction{0xA1E3, 0x223C, 1}, Correction{0xA1F2, 0x2641, 1}, Correction{0xA1F3, 0x2609, 1},
    Correction{0xA1FE, 0, 2}, Correction{0xA241, 0xFF0F, 1}, Correction{0xA242, 0xFF3C, 1}, Correction{0xA244, 0xA5, 1},
    Correction{0xA246, 0xA2, 2}, Correction{0xA2CC, 0, 1}, Correction{0xA2CE, 0, 1}, Correction{0xA3E1, 0, 1},
    Correction{0xC6A1, 0x30FE, 1}, Correction{0xC6A2, 0x309D, 2}, Correction{0xC6A4, 0x3005, 1},
    Correction{0xC6A5, 0x3041, 83}, Correction{0xC6F8, 0x30A1, 86}, Correction{0xC7B1, 0x414, 2},
    Correction{0xC7B3, 0x401, 1}, Correction{0xC7B4, 0x416, 7}, Correction{0xC7BB, 0x423, 19},
    Correction{0xC7CE, 0x451, 1}, Correction{0xC7CF, 0x436, 26}, Correction{0xC7E9, 0x2460, 10},
    Correction{0xC7F3, 0x2474, 10}, Correction{0xC7FD, 0, 159}, Correction{0xF9DD, 0, 34}};
constexpr std::array kSjis{Correction{0x5C, 0x5C, 1}, Correction{0x7E, 0x7E, 1}, Correction{0x815F, 0x5C, 1}};
constexpr std::array kEucjpms{Correction{0x80, 0, 14}, Correction{0x90, 0, 16}};
constexpr std::array kUjis{Correction{0x80, 0, 14}, Correction{0x90, 0, 16}, Correction{0xA1C0, 0x5C, 1},
    Correction{0xF5A1, 0xE000, 940}, Correction{0x8FA2B7, 0x7E, 1}, Correction{0x8FF5A1, 0xE3AC, 940}};
constexpr std::array kGbk{Correction{0x80, 0, 1}};
constexpr std::array kGb18030{Correction{0xA6D9, 0xE78D, 7}, Correction{0xA6EC, 0xE794, 2},
    Correction{0xA6F3, 0xE796, 1}, Correction{0xFE51, 0xE816, 3}, Correction{0xFE59, 0xE81E, 1},
    Correction{0xFE61, 0xE826, 1}, Correction{0xFE66, 0xE82B, 2}, Correction{0xFE6C, 0xE831, 2},
    Correction{0xFE76, 0xE83B, 1}, Correction{0xFE7E, 0xE843, 1}, Correction{0xFE90, 0xE854, 2},
    Correction{0xFEA0, 0xE864, 1}};

struct Set {
    std::string_view name;
    const char *iconvName;
    std::span<const Correction> corrections;
};

const std::array kSets{Set{"big5", "BIG5", kBig5}, Set{"cp932", "CP932", {}}, Set{"sjis", "SHIFT_JIS", kSjis},
    Set{"ujis", "EUC-JP", kUjis}, Set{"eucjpms", "EUC-JP-MS", kEucjpms}, Set{"euckr", "CP949", {}},
    Set{"gb2312", "GB2312", {}}, Set{"gbk", "GBK", kGbk}, Set{"gb18030", "GB18030", kGb18030}};

class Iconv {
public:
    explicit Iconv(const char *name)
        : m_handle(iconv_open("UTF-32LE", name))
    {
    }
    ~Iconv()
    {
        if (isOpen()) {
            iconv_close(m_handle);
        }
    }
    Iconv(const Iconv &) = delete;
    Iconv &operator=(const Iconv &) = delete;
    [[nodiscard]] bool isOpen() const { return m_handle != iconv_t(-1); } // NOLINT: POSIX's own mark

    // The one character that the bytes are; 0 where they are none, or more than one.
    uint32_t character(std::span<const uint8_t> bytes)
    {
        std::array<char, 4> in{};
        std::copy(bytes.begin(), bytes.end(), in.begin());
        std::array<uint8_t, 16> out{};
        char *inAt = in.data();
        char *outAt = reinterpret_cast<char *>(out.data());
        size_t inLeft = bytes.size();
        size_t outLeft = out.size();
        iconv(m_handle, nullptr, nullptr, nullptr, nullptr);
        const size_t status = iconv(m_handle, &inAt, &inLeft, &outAt, &outLeft);
        if (status == size_t(-1) || inLeft != 0 || outLeft != out.size() - 4) {
            return 0;
        }
        return uint32_t(out[0] | out[1] << 8U | out[2] << 16U) | uint32_t(out[3]) << 24U;
    }

private:
    iconv_t m_handle;
};

// Codes of one byte, of two, and of three behind 8F (EUC's third set).
class TableDecoder : public CharsetDecoder {
public:
    TableDecoder(Iconv &iconv, const Set &set)
        : m_two(size_t(0x80) * 0x100)
    {
        for (uint32_t first = 0; first < 0x100; ++first) {
            const std::array one{uint8_t(first)};
            m_one[first] = iconv.character(one);
            for (uint32_t second = 0x30; second < 0x100 && first >= 0x80; ++second) {
                const std::array two{uint8_t(first), uint8_t(second)};
                m_two[twoIndex(first, second)] = iconv.character(two);
            }
        }
        if (set.name == "ujis" || set.name == "eucjpms") {
            fillThree(iconv);
        }
        for (const Correction &correction : set.corrections) {
            apply(correction);
        }
    }

    std::string_view decode(std::string_view bytes, Arena &arena, uint64_t &replaced) const override
    {
        if (asciiPrefix(bytes) == bytes.size()) {
            return bytes;
        }
        Utf8Writer writer(arena, bytes.size() * 3);
        for (size_t at = 0; at < bytes.size();) {
            const auto [character, length] = next(bytes.substr(at));
            at += length;
            if (character == 0 && bytes[at - length] != '\0') {
                ++replaced;
                writer.putReplacement();
            } else {
                writer.put(character);
            }
        }
        return writer.finish();
    }

protected:
    struct Next {
        uint32_t character = 0;
        size_t length = 1;
    };
    // The character at the begin of bytes (not empty), or 0 for a byte that begins none.
    [[nodiscard]] virtual Next next(std::string_view bytes) const
    {
        const auto first = uint8_t(bytes[0]);
        if (m_one[first] != 0 || first < 0x80) {
            return {m_one[first], 1};
        }
        if (bytes.size() >= 2) {
            if (const uint32_t character = m_two[twoIndex(first, uint8_t(bytes[1]))]; character != 0) {
                return {character, 2};
            }
        }
        if (first == kThird && bytes.size() >= 3 && !m_three.empty()) {
            const auto second = uint8_t(bytes[1]);
            const auto third = uint8_t(bytes[2]);
            const uint32_t character = second >= 0x80 && third >= 0x80 ? m_three[twoIndex(second, third)] : 0;
            return {character, character == 0 ? size_t(1) : size_t(3)};
        }
        return {};
    }

private:
    static constexpr uint8_t kThird = 0x8F;

    static size_t twoIndex(uint32_t first, uint32_t second) { return (first - 0x80U) << 8U | second; }

    void fillThree(Iconv &iconv)
    {
        m_three.resize(m_two.size());
        for (uint32_t second = 0xA1; second < 0xFF; ++second) {
            for (uint32_t third = 0xA1; third < 0xFF; ++third) {
                const std::array three{kThird, uint8_t(second), uint8_t(third)};
                m_three[twoIndex(second, third)] = iconv.character(three);
            }
        }
    }

    void apply(const Correction &correction)
    {
        uint32_t code = correction.first;
        for (uint32_t i = 0; i < correction.count; ++i) {
            const uint32_t character = correction.character == 0 ? 0 : correction.character + i;
            if (code < 0x100) {
                m_one[code] = character;
            } else if (code < 0x10000) {
                m_two[twoIndex(code >> 8U, code & 0xFFU)] = character;
            } else {
                m_three[twoIndex(code >> 8U & 0xFFU, code & 0xFFU)] = character;
            }
            code = following(code);
        }
    }
    static uint32_t following(uint32_t code)
    {
        const uint32_t last = code & 0xFFU;
        if (code > 0xFF && last == 0x7E) {
            return code - last + 0xA1;
        }
        if (code > 0xFF && last == 0xFE) {
            // big5's rows begin at 40; those of EUC sets that are corrected across rows lie above F5
            return code - last + 0x100 + (code >= 0xF500 ? 0xA1 : 0x40);
        }
        return code + 1;
    }

    std::array<uint32_t, 0x100> m_one{};
    std::vector<uint32_t> m_two;
    std::vector<uint32_t> m_three;
};

// gb18030 has codes of four bytes besides: digits in between, counted through.
class Gb18030Decoder final : public TableDecoder {
public:
    Gb18030Decoder(Iconv &iconv, const Set &set)
        : TableDecoder(iconv, set)
        , m_four(kBasic)
    {
        for (uint32_t i = 0; i < kBasic; ++i) {
            const std::array four{uint8_t(0x81 + i / 12600), uint8_t(0x30 + i / 1260 % 10),
                uint8_t(0x81 + i / 10 % 126), uint8_t(0x30 + i % 10)};
            m_four[i] = iconv.character(four);
        }
        correct(0x82, 0x35, 0x90, 0x37, 0x9FB4, 8);
        correct(0x84, 0x31, 0x82, 0x36, 0xFE10, 10);
    }

protected:
    [[nodiscard]] Next next(std::string_view bytes) const override
    {
        if (bytes.size() < 4 || uint8_t(bytes[0]) < 0x81 || !isDigit(bytes[1]) || uint8_t(bytes[2]) < 0x81
            || uint8_t(bytes[2]) == 0xFF || !isDigit(bytes[3])) {
            return TableDecoder::next(bytes);
        }
        const uint32_t index = indexOf(uint8_t(bytes[0]), uint8_t(bytes[1]), uint8_t(bytes[2]), uint8_t(bytes[3]));
        uint32_t character = 0;
        if (index < kBasic) {
            character = m_four[index];
        } else if (index >= kSupplementary && index - kSupplementary < 0x100000) {
            character = 0x10000 + index - kSupplementary;
        }
        return {character, character == 0 ? size_t(1) : size_t(4)};
    }

private:
    static constexpr uint32_t kBasic = 39420; // up to U+FFFF
    static constexpr uint32_t kSupplementary = 189000; // 90 30 81 30 is U+10000

    static bool isDigit(char c) { return c >= '0' && c <= '9'; }
    static uint32_t indexOf(uint32_t first, uint32_t second, uint32_t third, uint32_t fourth)
    {
        return ((first - 0x81) * 10 + second - 0x30) * 1260 + (third - 0x81) * 10 + fourth - 0x30;
    }
    void correct(uint32_t first, uint32_t second, uint32_t third, uint32_t fourth, uint32_t character, uint32_t count)
    {
        const uint32_t from = indexOf(first, second, third, fourth);
        for (uint32_t i = 0; i < count; ++i) {
            m_four[from + i] = character + i;
        }
    }

    std::vector<uint32_t> m_four;
};

} // namespace

std::unique_ptr<CharsetDecoder> makeMultiByteDecoder(std::string_view charset)
{
    for (const Set &set : kSets) {
        if (set.name != charset) {
            continue;
        }
        Iconv iconv(set.iconvName);
        if (!iconv.isOpen()) {
            return nullptr;
        }
        if (charset == "gb18030") {
            return std::make_unique<Gb18030Decoder>(iconv, set);
        }
        return std::make_unique<TableDecoder>(iconv, set);
    }
    return nullptr;
}

} // namespace rowcast::mysql
