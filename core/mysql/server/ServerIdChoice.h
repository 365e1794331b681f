// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/server/ServerIdLease.h"

#include <QString>

#include <memory>
#include <mutex>
#include <optional>

namespace rowcast::mysql {

// The server id that a source endpoint's streams use: the stated one, or one derived from the task's identifier that
// moves on where the server knows it from elsewhere. Outlives the sessions of a task, so that an id that clashed is not
// tried again. Thread-safe.
class ServerIdChoice {
public:
    // stated: RowcastSettings.ServerId. server: "host:port".
    ServerIdChoice(std::optional<uint32_t> stated, QString server);

    Result<uint32_t> take(const QString &taskIdentifier);
    // The server ended a stream because another one has the id (error 1236). The failure to report: retryable where the
    // next stream will have another id.
    Failure clash(Failure failure);

private:
    const std::optional<uint32_t> m_stated;
    const QString m_server;
    std::mutex m_mutex;
    std::optional<ServerIdLease> m_lease;
};

} // namespace rowcast::mysql
