// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>
#include <QTimeZone>

#include <string>
#include <string_view>

namespace rowcast::mysql {

// The zone that a server's DATETIME values are meant in (DMS's ServerTimezone): turns their texts into UTC. Not
// thread-safe.
class SourceZone {
public:
    // An IANA name ("Asia/Seoul") or an offset ("+09:00"). Failure "mysql.timezone.unknown".
    static Result<SourceZone> of(const QString &name);

    // "2020-11-26T12:38:28.5Z" as told by the server to UTC, fraction kept. Anything else, and what would leave the
    // years 1 to 9999, stays as it is. A time that daylight saving skips or repeats is taken as Qt takes it: the
    // skipped one forward, the repeated one as the first. The view lives until the next call.
    std::string_view toUtc(std::string_view text);

private:
    explicit SourceZone(QTimeZone zone);

    QTimeZone m_zone;
    std::string m_minute; // "2020-11-26T12:38", converted last
    std::string m_utcMinute; // empty: it cannot be converted
    std::string m_text;
};

} // namespace rowcast::mysql
