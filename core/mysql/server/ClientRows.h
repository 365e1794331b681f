// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/server/ClientLibrary.h"
#include "core/mysql/server/Connection.h"
#include "core/mysql/server/RowCursor.h"

#include <memory>

// What Connection and RowCursor share and nobody else sees.
namespace rowcast::mysql {

struct FreeRows {
    void operator()(MYSQL_RES *rows) const { mysql_free_result(rows); }
};

struct RowCursor::Rows {
    std::unique_ptr<MYSQL_RES, FreeRows> pointer;
};

// Runs a piece of work on the socket; a request to stop shuts it meanwhile.
template <typename Work> auto Connection::stoppable(const std::stop_token &stop, Work work) -> decltype(work())
{
    if (stop.stop_requested()) {
        return stoppedFailure();
    }
    const std::stop_callback shut(stop, [this] { m_handle->shutDown(); });
    return work();
}

} // namespace rowcast::mysql
