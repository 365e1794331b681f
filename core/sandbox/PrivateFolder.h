// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Guardian.h"

namespace rowcast {

// A temporary folder that only this user can read, with a guardian: it is removed when this object and the processes
// started in it are gone, or when this program ends, however it ends. The path is short enough for Unix sockets.
// Movable; one thread at a time.
class PrivateFolder {
public:
    // Named after the purpose: "/tmp/rowcast-<purpose>-<random>". Failure "sandbox.folder".
    static Result<PrivateFolder> make(const QString &purpose);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QString filePath(const QString &name) const { return m_path + QLatin1Char('/') + name; }
    [[nodiscard]] const std::shared_ptr<Guardian> &guardian() const { return m_guardian; }

private:
    PrivateFolder(QString path, std::shared_ptr<Guardian> guardian);

    QString m_path;
    std::shared_ptr<Guardian> m_guardian;
};

} // namespace rowcast
