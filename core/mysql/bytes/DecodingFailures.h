// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Failure.h"

#include <QString>

namespace rowcast::mysql {

// "mysql.binlog.corrupt": bytes that no server writes. what: plain English, for the detail.
[[nodiscard]] Failure corruptFailure(const QString &what);
// The same with the place named in the cause, "binlog.000007:1234"; other failures stay as they are.
[[nodiscard]] Failure atPlace(Failure failure, const QString &place);

} // namespace rowcast::mysql
