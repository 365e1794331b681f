// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/task/ProcessMemory.h"

#include <QFile>
#include <QList>

#include <unistd.h>

namespace rowcast {

uint64_t residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QList<QByteArray> pages = file.readAll().split(' ');
    return pages.size() < 2 ? 0 : pages.at(1).toULongLong() * uint64_t(sysconf(_SC_PAGESIZE));
}

} // namespace rowcast
