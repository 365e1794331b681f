// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>

namespace rowcast {

// A TCP socket of 127.0.0.1, for asking whether a private server is there. One thread at a time.
class LoopbackSocket {
public:
    LoopbackSocket();
    ~LoopbackSocket();
    LoopbackSocket(const LoopbackSocket &) = delete;
    LoopbackSocket &operator=(const LoopbackSocket &) = delete;

    [[nodiscard]] bool bindTo(quint16 port) const;
    [[nodiscard]] bool connectTo(quint16 port) const;
    [[nodiscard]] bool write(const QByteArray &bytes) const;
    // The next bytes; empty when not that many came in time.
    [[nodiscard]] QByteArray read(qsizetype count, std::chrono::milliseconds timeout) const;

private:
    int m_handle;
};

} // namespace rowcast
