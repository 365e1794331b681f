// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/SourceZone.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <utility>

namespace rowcast::mysql {

namespace {

constexpr size_t kMinuteSize = sizeof("2020-11-26T12:38") - 1;
constexpr size_t kSecondSize = kMinuteSize + 3;

QTimeZone zoneOf(const QString &name)
{
    static const QRegularExpression offset(QStringLiteral("^([+-])(\\d{1,2}):(\\d{2})$"));
    const auto match = offset.match(name);
    if (!match.hasMatch()) {
        return QTimeZone(name.toLatin1());
    }
    const int seconds = match.captured(2).toInt() * 3600 + match.captured(3).toInt() * 60;
    return QTimeZone(match.captured(1) == QLatin1String("-") ? -seconds : seconds);
}

QString qtText(std::string_view text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

} // namespace

SourceZone::SourceZone(QTimeZone zone)
    : m_zone(std::move(zone))
{
}

Result<SourceZone> SourceZone::of(const QString &name)
{
    const QTimeZone zone = zoneOf(name);
    if (zone.isValid()) {
        return SourceZone(zone);
    }
    return Failure{.code = QStringLiteral("mysql.timezone.unknown"),
        .cause
        = QCoreApplication::translate("SourceZone", "\"%1\" is no time zone that this computer knows.").arg(name),
        .remedy = QCoreApplication::translate("SourceZone",
            "Give an IANA name such as `Asia/Seoul` or an offset such as `+09:00` as `ServerTimezone`, or leave it "
            "out."),
        .detail = {},
        .retryable = false};
}

std::string_view SourceZone::toUtc(std::string_view text)
{
    if (text.size() < kSecondSize || text.back() != 'Z') {
        return text;
    }
    const std::string_view minute = text.substr(0, kMinuteSize);
    if (minute != m_minute) {
        m_minute = minute;
        const QDateTime local(QDate::fromString(qtText(minute.substr(0, 10)), Qt::ISODate),
            QTime::fromString(qtText(minute.substr(11)), QStringLiteral("HH:mm")), m_zone);
        const QDateTime utc = local.toUTC();
        const bool isUsable = utc.isValid() && utc.date().year() >= 1 && utc.date().year() <= 9999;
        m_utcMinute = isUsable ? utc.toString(QStringLiteral("yyyy-MM-ddTHH:mm")).toStdString() : std::string{};
    }
    if (m_utcMinute.empty()) {
        return text;
    }
    m_text = m_utcMinute;
    m_text += text.substr(kMinuteSize);
    return m_text;
}

} // namespace rowcast::mysql
