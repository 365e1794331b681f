// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/Languages.h"

#include "core/base/Log.h"

#include <QCoreApplication>
#include <QLibraryInfo>

#include <algorithm>

namespace rowcast::ui {

Languages::Languages()
    : m_desktop(QLocale::system())
{
}

const std::vector<Languages::Language> &Languages::all()
{
    static const std::vector<Language> languages{{QString(), QString()},
        {QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("ko"), QStringLiteral("한국어")}};
    return languages;
}

void Languages::apply(const QString &code)
{
    m_code = code;
    QLocale locale = m_desktop;
    if (!code.isEmpty() && code != m_desktop.name().section(QLatin1Char('_'), 0, 0)) {
        locale = QLocale(code);
    }
    const QString wanted = locale.name().section(QLatin1Char('_'), 0, 0);
    const bool isKnown
        = std::any_of(all().begin(), all().end(), [&](const Language &known) { return known.code == wanted; });
    const QString spoken = isKnown ? wanted : QStringLiteral("en");
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_own);
    const QString qtFolder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (spoken != QLatin1String("en") && m_qt.load(QStringLiteral("qtbase_") + spoken, qtFolder)) {
        QCoreApplication::installTranslator(&m_qt);
    }
    if (m_own.load(QStringLiteral(":/i18n/rowcast_") + spoken)) {
        QCoreApplication::installTranslator(&m_own);
    } else {
        qCWarning(lcCommon, "no texts for language %s", qPrintable(spoken));
    }
}

} // namespace rowcast::ui
