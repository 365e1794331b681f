// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/ServerIdChoice.h"

#include "core/base/Log.h"

#include <utility>

namespace rowcast::mysql {

ServerIdChoice::ServerIdChoice(std::optional<uint32_t> stated, QString server)
    : m_stated(stated)
    , m_server(std::move(server))
{
}

Result<uint32_t> ServerIdChoice::take(const QString &taskIdentifier)
{
    const std::lock_guard lock(m_mutex);
    if (!m_lease) {
        auto lease
            = m_stated ? ServerIdLease::stated(*m_stated, m_server) : ServerIdLease::derived(taskIdentifier, m_server);
        if (!lease) {
            return lease.error();
        }
        m_lease.emplace(*std::move(lease));
    }
    return m_lease->serverId();
}

Failure ServerIdChoice::clash(Failure failure)
{
    const std::lock_guard lock(m_mutex);
    if (m_stated || !m_lease) {
        return failure;
    }
    auto next = m_lease->next(m_server);
    if (next) {
        qCInfo(lcSourceCapture) << "Server id" << m_lease->serverId() << "is used elsewhere, taking"
                                << next->serverId();
        m_lease.emplace(*std::move(next));
        failure.retryable = true;
    }
    return failure;
}

} // namespace rowcast::mysql
