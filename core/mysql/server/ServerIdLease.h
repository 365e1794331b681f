// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QLockFile>

#include <cstdint>
#include <memory>

namespace rowcast::mysql {

// A replica's server id that no other task on this machine uses while the lease lives: two streams with one id throw
// each other out (error 1236). Held by a lock file in the temporary folder, which the death of the process gives back.
// Any thread.
class ServerIdLease {
public:
    // Beyond the ids that people give to servers by hand.
    static constexpr uint32_t kFirst = 0x5C000000;
    static constexpr uint32_t kCount = 0x01000000;

    // The id stated in the document; "mysql.server-id.taken" when another task here uses it.
    static Result<ServerIdLease> stated(uint32_t serverId, const QString &server);
    // Derived from the task's identifier, moved on where taken. server names the database ("host:port"): the same id
    // towards another server is no clash.
    static Result<ServerIdLease> derived(const QString &taskIdentifier, const QString &server);
    // The next free one behind this, for an id that the server knows from elsewhere.
    Result<ServerIdLease> next(const QString &server) const;

    [[nodiscard]] uint32_t serverId() const { return m_serverId; }

private:
    ServerIdLease(uint32_t serverId, std::unique_ptr<QLockFile> lock)
        : m_serverId(serverId)
        , m_lock(std::move(lock))
    {
    }
    static Result<ServerIdLease> firstFree(uint32_t from, const QString &server);
    static std::unique_ptr<QLockFile> lock(uint32_t serverId, const QString &server);

    uint32_t m_serverId;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace rowcast::mysql
