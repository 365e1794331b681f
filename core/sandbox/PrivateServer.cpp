// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sandbox/PrivateServer.h"

#include <csignal>

namespace rowcast {

namespace {

constexpr std::chrono::seconds kStopTimeout(30);

} // namespace

PrivateServer::PrivateServer(PrivateFolder folder)
    : m_folder(std::move(folder))
{
}

Result<void> PrivateServer::launch(const QString &name, const ProcessCommand &command,
    const std::function<bool()> &isReady, std::chrono::milliseconds timeout, const std::stop_token &stop)
{
    auto process = PrivateProcess::start(m_folder, command);
    if (!process) {
        return process.error();
    }
    m_process = *std::move(process);
    const auto ready = waitUntilReady(*m_process, name, isReady, timeout, stop);
    if (!ready) {
        m_process->kill();
    }
    return ready;
}

QString PrivateServer::logTail(int lines) const
{
    return m_process ? m_process->logTail(lines) : QString();
}

bool PrivateServer::isRunning()
{
    return m_process && m_process->isRunning();
}

qint64 PrivateServer::processId() const
{
    return m_process ? m_process->processId() : -1;
}

void PrivateServer::stop()
{
    if (m_process) {
        m_process->end(kStopTimeout);
    }
}

void PrivateServer::kill()
{
    if (m_process) {
        m_process->kill();
    }
}

void PrivateServer::pause()
{
    if (m_process) {
        m_process->signal(SIGSTOP);
    }
}

void PrivateServer::resume()
{
    if (m_process) {
        m_process->signal(SIGCONT);
    }
}

} // namespace rowcast
