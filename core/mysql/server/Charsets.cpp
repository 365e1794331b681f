// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/Charsets.h"

namespace rowcast::mysql {

namespace {

struct BuiltIn {
    const char *name;
    const char *collation;
    uint32_t maxBytes;
};

// SHOW CHARACTER SET of MySQL 8.0.33.
constexpr BuiltIn kBuiltIn[] = {
    {"armscii8", "armscii8_general_ci", 1},
    {"ascii", "ascii_general_ci", 1},
    {"big5", "big5_chinese_ci", 2},
    {"binary", "binary", 1},
    {"cp1250", "cp1250_general_ci", 1},
    {"cp1251", "cp1251_general_ci", 1},
    {"cp1256", "cp1256_general_ci", 1},
    {"cp1257", "cp1257_general_ci", 1},
    {"cp850", "cp850_general_ci", 1},
    {"cp852", "cp852_general_ci", 1},
    {"cp866", "cp866_general_ci", 1},
    {"cp932", "cp932_japanese_ci", 2},
    {"dec8", "dec8_swedish_ci", 1},
    {"eucjpms", "eucjpms_japanese_ci", 3},
    {"euckr", "euckr_korean_ci", 2},
    {"gb18030", "gb18030_chinese_ci", 4},
    {"gb2312", "gb2312_chinese_ci", 2},
    {"gbk", "gbk_chinese_ci", 2},
    {"geostd8", "geostd8_general_ci", 1},
    {"greek", "greek_general_ci", 1},
    {"hebrew", "hebrew_general_ci", 1},
    {"hp8", "hp8_english_ci", 1},
    {"keybcs2", "keybcs2_general_ci", 1},
    {"koi8r", "koi8r_general_ci", 1},
    {"koi8u", "koi8u_general_ci", 1},
    {"latin1", "latin1_swedish_ci", 1},
    {"latin2", "latin2_general_ci", 1},
    {"latin5", "latin5_turkish_ci", 1},
    {"latin7", "latin7_general_ci", 1},
    {"macce", "macce_general_ci", 1},
    {"macroman", "macroman_general_ci", 1},
    {"sjis", "sjis_japanese_ci", 2},
    {"swe7", "swe7_swedish_ci", 1},
    {"tis620", "tis620_thai_ci", 1},
    {"ucs2", "ucs2_general_ci", 2},
    {"ujis", "ujis_japanese_ci", 3},
    {"utf16", "utf16_general_ci", 4},
    {"utf16le", "utf16le_general_ci", 4},
    {"utf32", "utf32_general_ci", 4},
    {"utf8mb3", "utf8mb3_general_ci", 3},
    {"utf8mb4", "utf8mb4_0900_ai_ci", 4},
};

} // namespace

Charsets::Charsets()
{
    for (const BuiltIn &builtIn : kBuiltIn) {
        set(builtIn.name, builtIn.collation, builtIn.maxBytes);
    }
}

void Charsets::set(const std::string &charset, const std::string &defaultCollation, uint32_t maxBytes)
{
    if (charset == "utf8") {
        m_entries.erase("utf8mb3"); // a server that still calls it so
    }
    m_entries[charset] = {defaultCollation, maxBytes};
}

std::string Charsets::canonical(const std::string &charset) const
{
    if (charset == "utf8" || charset == "utf8mb3") {
        return m_entries.contains("utf8mb3") ? "utf8mb3" : "utf8";
    }
    return charset;
}

std::string Charsets::defaultCollation(const std::string &charset) const
{
    const auto found = m_entries.find(canonical(charset));
    return found == m_entries.end() ? std::string{} : found->second.defaultCollation;
}

uint32_t Charsets::maxBytes(const std::string &charset) const
{
    const auto found = m_entries.find(canonical(charset));
    return found == m_entries.end() ? 1 : found->second.maxBytes;
}

std::string Charsets::charsetOf(const std::string &collation) const
{
    return canonical(collation.substr(0, collation.find('_')));
}

std::string Charsets::binaryCollation(const std::string &charset) const
{
    return charset == "binary" ? charset : canonical(charset) + "_bin";
}

CharsetSpec Charsets::resolve(const CharsetSpec &written, const CharsetSpec &inherited) const
{
    if (written.isEmpty()) {
        return inherited;
    }
    CharsetSpec result;
    // MariaDB's uca1400 collations serve several character sets and take the set's name in front.
    const bool isForAnyCharset = written.collation.starts_with("uca1400_");
    if (!written.charset.empty() && written.charset != "default") {
        result.charset = canonical(written.charset);
    } else if (!written.collation.empty() && !isForAnyCharset) {
        result.charset = charsetOf(written.collation);
    } else {
        result.charset = inherited.charset;
    }
    if (isForAnyCharset) {
        result.collation = result.charset + '_' + written.collation;
    } else if (written.collation.starts_with("utf8_")) {
        result.collation = result.charset + written.collation.substr(4); // utf8_bin: utf8mb3_bin
    } else if (!written.collation.empty() && written.collation != "default") {
        result.collation = written.collation;
    } else {
        const bool isInherited = written.charset == "default" || written.charset.empty();
        result.collation = isInherited ? inherited.collation : defaultCollation(result.charset);
    }
    return result;
}

} // namespace rowcast::mysql
