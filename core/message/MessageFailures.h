// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Failure.h"
#include "core/change/Change.h"

namespace rowcast {

// "message.row.mismatch": the cells of a row do not fit its schema.
[[nodiscard]] Failure rowMismatchFailure(const Change &change);
// "message.key.missing": the images of a change lack a column of the primary key.
[[nodiscard]] Failure keyMissingFailure(const Change &change);

// "message.topic.checkpoint": the pattern sends the table's rows to the checkpoint topic.
[[nodiscard]] Failure checkpointTopicFailure(const TableId &table, const std::string &topic);

} // namespace rowcast
