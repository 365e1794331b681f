// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/worker/ProcessStatus.h"

#include <QFile>

namespace rowcast::tests {

QByteArray processStatus(qint64 processId, const char *field)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(processId));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(field)) {
            return line.mid(qsizetype(qstrlen(field))).trimmed();
        }
    }
    return {};
}

} // namespace rowcast::tests
