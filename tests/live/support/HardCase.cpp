// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/HardCase.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTest>

namespace rowcast {

namespace {

QString s_skipped; // the test that was skipped last

// "tst_everytype::sameAsSelect(MySQL 8.0, json)"
QString testName()
{
    const QString program = QFileInfo(QCoreApplication::applicationFilePath()).fileName();
    const QString tag = QString::fromUtf8(QTest::currentDataTag());
    return program + QLatin1String("::") + QString::fromLatin1(QTest::currentTestFunction())
        + (tag.isEmpty() ? QString() : QStringLiteral("(%1)").arg(tag));
}

void write(int number, MySqlFlavour flavour, const QString &result, const QString &reason = {})
{
    const QString folder = qEnvironmentVariable("ROWCAST_HARD_CASES");
    if (folder.isEmpty() || !QDir().mkpath(folder)) {
        return;
    }
    const QString test = testName();
    const QByteArray id = QCryptographicHash::hash(
        QStringLiteral("%1 %2 %3").arg(number).arg(flavourId(flavour), test).toUtf8(), QCryptographicHash::Sha1);
    QSaveFile file(folder + QStringLiteral("/%1-%2.json").arg(number).arg(QLatin1String(id.toHex().left(16))));
    const QJsonObject mark{{QStringLiteral("case"), number}, {QStringLiteral("server"), flavourId(flavour)},
        {QStringLiteral("test"), test}, {QStringLiteral("result"), result}, {QStringLiteral("reason"), reason}};
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(mark).toJson()) < 0 || !file.commit()) {
        qWarning().noquote() << "The mark of a hard case was not written:" << file.fileName() << file.errorString();
    }
}

} // namespace

QString flavourId(MySqlFlavour flavour)
{
    return flavour == MySqlFlavour::MariaDb ? QStringLiteral("mariadb")
        : flavour == MySqlFlavour::MySql9   ? QStringLiteral("mysql9")
                                            : QStringLiteral("mysql80");
}

HardCase::HardCase(int number, MySqlFlavour flavour)
    : HardCase(QList<int>{number}, flavour)
{
}

HardCase::HardCase(const QList<int> &numbers, MySqlFlavour flavour)
    : m_numbers(numbers)
    , m_flavour(flavour)
{
    s_skipped.clear();
}

HardCase::~HardCase()
{
    const bool isSkipped = s_skipped == testName();
    for (const int number : m_numbers) {
        write(number, m_flavour,
            QTest::currentTestFailed() ? QStringLiteral("failed")
                : isSkipped            ? QStringLiteral("skipped")
                                       : QStringLiteral("passed"));
    }
}

void HardCase::lacking(int number, MySqlFlavour flavour, const QString &reason)
{
    write(number, flavour, QTest::currentTestFailed() ? QStringLiteral("failed") : QStringLiteral("lacking"), reason);
}

void HardCase::noteSkipped()
{
    s_skipped = testName();
}

} // namespace rowcast
