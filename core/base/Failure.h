// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace rowcast {

// What went wrong, told to a person. Built where the knowledge is (mysql/, kafka/, ...), passed upward unchanged.
// A plain value: copied between threads and, later, over a pipe. Never holds a secret.
struct Failure {
    QString code; // stable text for tests, logs and remedies: "mysql.binlog.purged"
    QString cause; // one translated sentence with the facts: host, table, position
    QString remedy; // translated: what the person can do now; SQL or settings in backquotes, ready to copy
    QString detail; // the server's own words and number, untranslated
    bool retryable = false; // trying again later may help without anybody's doing
    bool mayPass = false; // not retryable, but a second look may not find it: bytes that were spoiled on their way
    bool isBusy = false; // retryable; the server only has no room just now, so that even a fresh start waits for it

    bool operator==(const Failure &) const = default;

    // One line for logs and stderr: "code: cause (detail)".
    [[nodiscard]] QString text() const;
};

// "stopped" is no failure of anything: a wait ended because somebody asked for it.
[[nodiscard]] Failure stoppedFailure();
[[nodiscard]] bool isStopped(const Failure &failure);

// A broken assumption of ours (never the user's doing); what names the place.
[[nodiscard]] Failure internalFailure(const QString &what);

} // namespace rowcast

Q_DECLARE_METATYPE(rowcast::Failure)
