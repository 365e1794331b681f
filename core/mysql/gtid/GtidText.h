// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/gtid/GtidSet.h"

#include <string_view>

namespace rowcast::mysql {

inline constexpr uint64_t kMostGtidNumber = 0x7FFFFFFFFFFFFFFEULL; // MySQL: GNO_END - 1

// GtidSet::parse.
Result<GtidSet> parseGtidSet(std::string_view text);

// What a server takes for a tag, in lower case: letters, digits and underscores, at most 32, no digit first.
[[nodiscard]] bool isGtidTag(std::string_view text);

// "mysql.gtid.invalid": text is no GTID or set; example shows the form.
[[nodiscard]] Failure invalidGtidFailure(std::string_view text, const QString &example);

} // namespace rowcast::mysql
