// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/bytes/DecodingFailures.h"

#include <QCoreApplication>

namespace rowcast::mysql {

Failure corruptFailure(const QString &what)
{
    return {QStringLiteral("mysql.binlog.corrupt"),
        QCoreApplication::translate("Binlog", "The binlog holds bytes that cannot be right."),
        QCoreApplication::translate("Binlog",
            "Check the file at the source with `mysqlbinlog --verify-binlog-checksum`. If it is damaged, start the "
            "task "
            "behind that place or reload its tables."),
        what, false, true};
}

Failure atPlace(Failure failure, const QString &place)
{
    if (failure.code == QLatin1String("mysql.binlog.corrupt") && !place.isEmpty()) {
        failure.cause
            = QCoreApplication::translate("Binlog", "The binlog holds bytes that cannot be right at %1.").arg(place);
    }
    return failure;
}

} // namespace rowcast::mysql
