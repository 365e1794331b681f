// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/charset/CharsetDecoder.h"

#include <memory>
#include <string_view>

namespace rowcast::mysql {

// big5, cp932, sjis, ujis, eucjpms, euckr, gb2312, gbk, gb18030; null for any other name, or where the system's iconv
// lacks the set.
std::unique_ptr<CharsetDecoder> makeMultiByteDecoder(std::string_view charset);

} // namespace rowcast::mysql
