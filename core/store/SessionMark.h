// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>

#include <memory>

namespace rowcast {

// Shows to other programs that a session on a store's file is alive: a file beside it that is locked as long as the
// session lasts. The kernel gives the lock back however the program ends, and no process id is looked at: those are
// used again, and mean nothing in another container. Any thread.
class SessionMark {
public:
    // Failures as of Database: "store.read-only", "store.io".
    static Result<std::unique_ptr<SessionMark>> set(const QString &databaseFile);
    // Takes the file away with the lock.
    ~SessionMark();
    SessionMark(const SessionMark &) = delete;
    SessionMark &operator=(const SessionMark &) = delete;

    [[nodiscard]] const QString &uid() const { return m_uid; }

    // Of any session on that file, also of this process. One that may not be looked at counts as alive.
    [[nodiscard]] static bool isAlive(const QString &databaseFile, const QString &uid);
    // Takes away what a session left that is not alive.
    static void clear(const QString &databaseFile, const QString &uid);

private:
    SessionMark(QString uid, QString file, int descriptor);

    const QString m_uid;
    const QString m_file;
    const int m_descriptor;
};

} // namespace rowcast
