// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/ConnectionUrl.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace rowcast::ui {

namespace {

QString queryValue(const QUrlQuery &query, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const QString value = query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
        if (!value.isEmpty()) {
            return value;
        }
    }
    return {};
}

std::optional<ConnectionUrl> parseHostAndPort(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+\\]):(\\d{1,5})$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch() || match.captured(2).toInt() > 65535) {
        return std::nullopt;
    }
    ConnectionUrl url;
    url.host = match.captured(1);
    url.port = match.captured(2).toInt();
    return url;
}

} // namespace

std::optional<ConnectionUrl> ConnectionUrl::parse(const QString &text)
{
    QString rest = text.trimmed();
    if (!rest.contains(QLatin1String("://"))) {
        return parseHostAndPort(rest);
    }
    // "jdbc:mysql:replication://", "mysql+pymysql://": the words before :// name drivers and modes
    const QString scheme = rest.section(QLatin1String("://"), 0, 0).toLower();
    if (!scheme.contains(QLatin1String("mysql")) && !scheme.contains(QLatin1String("mariadb"))) {
        return std::nullopt;
    }
    rest = rest.section(QLatin1String("://"), 1);
    // the first of several hosts is the writer
    const QString authority = rest.section(QRegularExpression(QStringLiteral("[/?]")), 0, 0);
    const QString first = authority.section(QLatin1Char(','), 0, 0);
    const QUrl parsed(QStringLiteral("mysql://") + first + rest.mid(authority.size()));
    if (!parsed.isValid() || parsed.host().isEmpty()) {
        return std::nullopt;
    }
    const QUrlQuery query(parsed);
    ConnectionUrl url;
    url.host = parsed.host();
    url.port = parsed.port() > 0 ? std::optional(parsed.port()) : std::nullopt;
    url.user = parsed.userName(QUrl::FullyDecoded);
    url.password = parsed.password(QUrl::FullyDecoded);
    url.user = url.user.isEmpty() ? queryValue(query, {"user"}) : url.user;
    url.password = url.password.isEmpty() ? queryValue(query, {"password"}) : url.password;
    url.database = parsed.path(QUrl::FullyDecoded).mid(1);
    url.sslMode = queryValue(query, {"sslMode", "ssl-mode", "sslmode", "ssl_mode"});
    url.isMariaDb = scheme.contains(QLatin1String("mariadb"));
    return url;
}

} // namespace rowcast::ui
