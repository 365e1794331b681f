// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Installation.h"

#include <QList>
#include <QString>

#include <map>

namespace rowcast::tests {

// A file of tests/data/hardcases: "NN-name.sql", or "NN-name-SERVER.sql" with SERVER mysql (8.0 and 9), mysql9 or
// mariadb. Its statements run in a schema of its own; "-- then" ends a part, behind which the task runs until it has
// caught up. "-- suspended: TABLE WORD" names a table that the topic cannot have as SELECT shows it: the task must have
// told so, in a line of its log with this word (a failure's code).
class CaseFile {
public:
    // In the order of their names; those that are for this server.
    static QList<CaseFile> all(MySqlFlavour flavour);

    [[nodiscard]] int number() const { return m_name.section(QLatin1Char('-'), 0, 0).toInt(); }
    [[nodiscard]] QString name() const { return m_name; }
    // "hc_03_renames"; others that the file makes begin with this and an underscore.
    [[nodiscard]] QByteArray schema() const;
    [[nodiscard]] const QList<QByteArray> &parts() const { return m_parts; }
    // Table to word.
    [[nodiscard]] const std::map<QByteArray, QString> &suspended() const { return m_suspended; }

private:
    explicit CaseFile(const QString &path);

    QString m_name;
    QList<QByteArray> m_parts;
    std::map<QByteArray, QString> m_suspended;
};

} // namespace rowcast::tests
