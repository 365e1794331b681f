// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Failure.h"
#include "core/change/TableId.h"

namespace rowcast::mysql {

// A chunk could not be read as of one moment for minutes: DDL, statements or partial images all the time.
[[nodiscard]] Failure unsteadyFailure(const TableId &table);
// A table without key is changed all the time and there is no exact snapshot.
[[nodiscard]] Failure keylessBusyFailure(const TableId &table);
// The key by which the table was cut is not there any more.
[[nodiscard]] Failure keyChangedFailure(const TableId &table);

} // namespace rowcast::mysql
