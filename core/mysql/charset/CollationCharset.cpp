// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/charset/CollationCharset.h"

#include <algorithm>
#include <array>

namespace rowcast::mysql {

namespace {

struct Range {
    uint32_t first;
    uint32_t last;
    std::string_view charset;
};

// information_schema.collations of MySQL 8.0.33 and 9.7 and MariaDB 10.11, neighbours joined.
constexpr std::array kRanges{Range{1, 1, "big5"}, Range{2, 2, "latin2"}, Range{3, 3, "dec8"}, Range{4, 4, "cp850"},
    Range{5, 5, "latin1"}, Range{6, 6, "hp8"}, Range{7, 7, "koi8r"}, Range{8, 8, "latin1"}, Range{9, 9, "latin2"},
    Range{10, 10, "swe7"}, Range{11, 11, "ascii"}, Range{12, 12, "ujis"}, Range{13, 13, "sjis"},
    Range{14, 14, "cp1251"}, Range{15, 15, "latin1"}, Range{16, 16, "hebrew"}, Range{18, 18, "tis620"},
    Range{19, 19, "euckr"}, Range{20, 20, "latin7"}, Range{21, 21, "latin2"}, Range{22, 22, "koi8u"},
    Range{23, 23, "cp1251"}, Range{24, 24, "gb2312"}, Range{25, 25, "greek"}, Range{26, 26, "cp1250"},
    Range{27, 27, "latin2"}, Range{28, 28, "gbk"}, Range{29, 29, "cp1257"}, Range{30, 30, "latin5"},
    Range{31, 31, "latin1"}, Range{32, 32, "armscii8"}, Range{33, 33, "utf8mb3"}, Range{34, 34, "cp1250"},
    Range{35, 35, "ucs2"}, Range{36, 36, "cp866"}, Range{37, 37, "keybcs2"}, Range{38, 38, "macce"},
    Range{39, 39, "macroman"}, Range{40, 40, "cp852"}, Range{41, 42, "latin7"}, Range{43, 43, "macce"},
    Range{44, 44, "cp1250"}, Range{45, 46, "utf8mb4"}, Range{47, 49, "latin1"}, Range{50, 52, "cp1251"},
    Range{53, 53, "macroman"}, Range{54, 55, "utf16"}, Range{56, 56, "utf16le"}, Range{57, 57, "cp1256"},
    Range{58, 59, "cp1257"}, Range{60, 61, "utf32"}, Range{62, 62, "utf16le"}, Range{63, 63, "binary"},
    Range{64, 64, "armscii8"}, Range{65, 65, "ascii"}, Range{66, 66, "cp1250"}, Range{67, 67, "cp1256"},
    Range{68, 68, "cp866"}, Range{69, 69, "dec8"}, Range{70, 70, "greek"}, Range{71, 71, "hebrew"},
    Range{72, 72, "hp8"}, Range{73, 73, "keybcs2"}, Range{74, 74, "koi8r"}, Range{75, 75, "koi8u"},
    Range{76, 76, "utf8mb3"}, Range{77, 77, "latin2"}, Range{78, 78, "latin5"}, Range{79, 79, "latin7"},
    Range{80, 80, "cp850"}, Range{81, 81, "cp852"}, Range{82, 82, "swe7"}, Range{83, 83, "utf8mb3"},
    Range{84, 84, "big5"}, Range{85, 85, "euckr"}, Range{86, 86, "gb2312"}, Range{87, 87, "gbk"}, Range{88, 88, "sjis"},
    Range{89, 89, "tis620"}, Range{90, 90, "ucs2"}, Range{91, 91, "ujis"}, Range{92, 93, "geostd8"},
    Range{94, 94, "latin1"}, Range{95, 96, "cp932"}, Range{97, 98, "eucjpms"}, Range{99, 99, "cp1250"},
    Range{101, 124, "utf16"}, Range{128, 159, "ucs2"}, Range{160, 183, "utf32"}, Range{192, 223, "utf8mb3"},
    Range{224, 247, "utf8mb4"}, Range{248, 250, "gb18030"}, Range{255, 323, "utf8mb4"}, Range{576, 578, "utf8mb3"},
    Range{608, 610, "utf8mb4"}, Range{640, 642, "ucs2"}, Range{672, 674, "utf16"}, Range{736, 738, "utf32"}};

constexpr uint32_t kMariaDbNoPad = 1024; // MariaDB: the same collation without padding
constexpr uint32_t kMariaDbUca1400 = 2048; // MariaDB: 256 for each of the sets below
constexpr std::array<std::string_view, 5> kUca1400{"utf8mb3", "utf8mb4", "ucs2", "utf16", "utf32"};

} // namespace

std::string_view charsetOfCollation(uint32_t id)
{
    if (id >= kMariaDbUca1400) {
        const uint32_t set = (id - kMariaDbUca1400) / 256;
        return set < kUca1400.size() ? kUca1400[set] : std::string_view();
    }
    const uint32_t padded = id >= kMariaDbNoPad ? id - kMariaDbNoPad : id;
    const auto *found
        = std::find_if(kRanges.begin(), kRanges.end(), [&](const Range &range) { return padded <= range.last; });
    return found != kRanges.end() && padded >= found->first ? found->charset : std::string_view();
}

} // namespace rowcast::mysql
