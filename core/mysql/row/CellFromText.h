// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Arena.h"
#include "core/base/Result.h"
#include "core/change/Cell.h"
#include "core/mysql/row/TableLayout.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace rowcast::mysql {

// The cell of a value that a SELECT of selectExpression(column) returned in the text protocol (nullopt: NULL): the same
// cell that the row image of the same value gives. Texts point into the given text or into the arena. Bytes that are
// invalid in the column's character set become U+FFFD; replaced counts them.
// Failure "mysql.value.unexpected" for text that no value of this column has.
Result<Cell> cellFromText(
    const ColumnLayout &column, std::optional<std::string_view> text, Arena &arena, uint64_t &replaced);

} // namespace rowcast::mysql
