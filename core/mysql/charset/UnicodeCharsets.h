// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/charset/CharsetDecoder.h"

#include <memory>
#include <string_view>

namespace rowcast::mysql {

// ucs2, utf16, utf16le, utf32; null for any other name.
std::unique_ptr<CharsetDecoder> makeUnicodeDecoder(std::string_view charset);

} // namespace rowcast::mysql
