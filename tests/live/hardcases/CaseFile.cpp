// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/hardcases/CaseFile.h"

#include <QDir>
#include <QFile>

namespace rowcast::tests {

namespace {

bool isFor(const QString &name, MySqlFlavour flavour)
{
    if (name.endsWith(QLatin1String("-mariadb"))) {
        return flavour == MySqlFlavour::MariaDb;
    }
    if (name.endsWith(QLatin1String("-mysql9"))) {
        return flavour == MySqlFlavour::MySql9;
    }
    return !name.endsWith(QLatin1String("-mysql")) || flavour != MySqlFlavour::MariaDb;
}

} // namespace

QList<CaseFile> CaseFile::all(MySqlFlavour flavour)
{
    const QDir folder(qEnvironmentVariable("ROWCAST_SOURCE_DIR") + QStringLiteral("/tests/data/hardcases"));
    QList<CaseFile> files;
    for (const QFileInfo &entry : folder.entryInfoList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        if (isFor(entry.completeBaseName(), flavour)) {
            files.append(CaseFile(entry.filePath()));
        }
    }
    return files;
}

CaseFile::CaseFile(const QString &path)
    : m_name(QFileInfo(path).completeBaseName())
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s", qPrintable(path));
    }
    m_parts.append(QByteArray());
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("-- then")) {
            m_parts.append(QByteArray());
        } else if (line.startsWith("-- suspended: ")) {
            const QList<QByteArray> words = line.split(' ');
            m_suspended[words.value(2)] = QString::fromUtf8(words.value(3));
        } else if (!line.startsWith("-- ")) {
            m_parts.last() += line + '\n';
        }
    }
}

QByteArray CaseFile::schema() const
{
    return "hc_" + QString(m_name).replace(QLatin1Char('-'), QLatin1Char('_')).toUtf8();
}

} // namespace rowcast::tests
