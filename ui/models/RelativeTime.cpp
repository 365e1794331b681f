// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/RelativeTime.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace rowcast::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rowcast::ui::RelativeTime)
};

} // namespace

QString relativeTime(int64_t micros, int64_t nowMicros)
{
    if (micros <= 0) {
        return {};
    }
    // a clock that was set back must not show a time to come
    const int64_t seconds = std::max<int64_t>(0, (nowMicros - micros) / 1'000'000);
    const QLocale locale;
    if (seconds < 5) {
        return Words::tr("just now");
    }
    if (seconds < 60) {
        return Words::tr("%1 s ago").arg(locale.toString(qlonglong(seconds)));
    }
    if (seconds < 3600) {
        return Words::tr("%1 min ago").arg(locale.toString(qlonglong(seconds / 60)));
    }
    if (seconds < 24 * 3600) {
        return Words::tr("%1 h ago").arg(locale.toString(qlonglong(seconds / 3600)));
    }
    return absoluteTime(micros);
}

QString absoluteTime(int64_t micros)
{
    if (micros <= 0) {
        return {};
    }
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(micros / 1000);
    // a locale's short form leaves open which number is the day, and has no seconds
    return QStringLiteral("%1 %2").arg(
        time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")), time.timeZoneAbbreviation());
}

} // namespace rowcast::ui
