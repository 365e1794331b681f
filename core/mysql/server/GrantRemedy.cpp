// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/GrantRemedy.h"

#include "core/mysql/ddl/Sql.h"

#include <QRegularExpression>

namespace rowcast::mysql {

namespace {

QString statement(const QString &privilege, const QString &object, const ConnectionSettings &connection)
{
    return QStringLiteral("`GRANT %1 ON %2 TO '%3'@'%';`").arg(privilege, object, connection.user);
}

} // namespace

QString grantOfTable(const TableId &table, const ConnectionSettings &connection)
{
    return statement(QStringLiteral("SELECT"), QString::fromStdString(quotedName(table)), connection);
}

QString grantFor(const ServerError &error, const ConnectionSettings &connection)
{
    const QString text = QString::fromStdString(error.text);
    // "you need (at least one of) the SUPER, REPLICATION CLIENT privilege(s)": the last one is the smallest
    static const QRegularExpression kGlobal(QStringLiteral("the ([A-Z_, ]+) privilege"));
    if (const auto global = kGlobal.match(text); global.hasMatch()) {
        return statement(
            global.captured(1).split(QLatin1Char(',')).last().trimmed(), QStringLiteral("*.*"), connection);
    }
    // "SELECT command denied to user 'u'@'h' for table `shop`.`gift`" (MariaDB), "... for table 'gift'" (MySQL)
    static const QRegularExpression kTable(
        QStringLiteral("([A-Z ]+) command denied to user .* for (?:table|column '[^']*' in table) ([`'].+[`'])"));
    if (const auto table = kTable.match(text); table.hasMatch()) {
        const QString name = table.captured(2);
        const QString object = name.startsWith(QLatin1Char('`'))
            ? name
            : QStringLiteral("<schema>.%1").arg(QString(name).replace(QLatin1Char('\''), QLatin1Char('`')));
        return statement(table.captured(1).trimmed(), object, connection);
    }
    static const QRegularExpression kSchema(QStringLiteral("Access denied for user .* to database '([^']+)'"));
    if (const auto schema = kSchema.match(text); schema.hasMatch()) {
        const std::string name = schema.captured(1).toStdString();
        return statement(
            QStringLiteral("SELECT"), QString::fromStdString(quotedName(name)) + QStringLiteral(".*"), connection);
    }
    return {};
}

} // namespace rowcast::mysql
