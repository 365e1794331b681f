// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/event/BinlogPosition.h"
#include "core/mysql/server/Connection.h"

#include <stop_token>

namespace rowcast::mysql {

class LoadRegistry;

// Without GTIDs: a place of the binlog before which everything is visible, since it was written longer ago than a
// commit takes (LoadSettings::commitTime). One that was noted earlier; else one that the binlog itself tells by the
// commit times in it (MySQL 8.0), or its very beginning; else it waits until the first noted one is old enough.
Result<BinlogPosition> agedPosition(LoadRegistry &registry, Connection &connection, const std::stop_token &stop);

} // namespace rowcast::mysql
