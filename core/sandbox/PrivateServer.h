// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/PrivateProcess.h"

namespace rowcast {

// What the private servers have in common: one process in a private folder, which can be ended and held in every way
// that a test of mishaps needs. Any thread, one at a time.
class PrivateServer {
public:
    virtual ~PrivateServer() = default;
    PrivateServer(const PrivateServer &) = delete;
    PrivateServer &operator=(const PrivateServer &) = delete;

    [[nodiscard]] QString host() const { return QStringLiteral("127.0.0.1"); }
    [[nodiscard]] QString dataFolder() const { return m_folder.filePath(QStringLiteral("data")); }
    [[nodiscard]] const PrivateFolder &folder() const { return m_folder; }
    [[nodiscard]] QString logTail(int lines = 20) const;
    [[nodiscard]] bool isRunning();
    [[nodiscard]] qint64 processId() const;

    void stop(); // orderly, 30 s at most; the data stays for a restart
    void kill(); // SIGKILL, as a crash
    void pause(); // SIGSTOP: connections stay open and nothing answers
    void resume(); // SIGCONT

protected:
    explicit PrivateServer(PrivateFolder folder);
    // Starts the process and waits for it; it is killed where it does not get ready.
    Result<void> launch(const QString &name, const ProcessCommand &command, const std::function<bool()> &isReady,
        std::chrono::milliseconds timeout, const std::stop_token &stop);

private:
    PrivateFolder m_folder;
    std::optional<PrivateProcess> m_process;
};

} // namespace rowcast
