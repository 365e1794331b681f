// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/Failure.h"

#include <QCoreApplication>

namespace rowcast {

namespace {
const QString kStopped = QStringLiteral("stopped");
}

QString Failure::text() const
{
    QString line = code + QStringLiteral(": ") + cause;
    if (!detail.isEmpty()) {
        line += QStringLiteral(" (") + detail + QLatin1Char(')');
    }
    return line;
}

Failure stoppedFailure()
{
    return {.code = kStopped,
        .cause = QCoreApplication::translate("Failure", "Stopped on request."),
        .remedy = {},
        .detail = {},
        .retryable = false};
}

bool isStopped(const Failure &failure)
{
    return failure.code == kStopped;
}

Failure internalFailure(const QString &what)
{
    return {.code = QStringLiteral("internal"),
        .cause = QCoreApplication::translate("Failure", "Rowcast met a state that it should never be in."),
        .remedy = QCoreApplication::translate(
            "Failure", "Resume the task; if it happens again, report it with the log of this task."),
        .detail = what,
        .retryable = false};
}

} // namespace rowcast
