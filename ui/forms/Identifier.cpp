// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/Identifier.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace rowcast::ui {

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("rowcast::ui::Identifier", text);
}

} // namespace

QString identifierProblem(const QString &identifier, int longest)
{
    static const QRegularExpression letterFirst(QStringLiteral("^[A-Za-z]"));
    static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9-]*$"));
    if (identifier.isEmpty()) {
        return sentence(QT_TRANSLATE_NOOP("rowcast::ui::Identifier", "An identifier is needed."));
    }
    if (!letterFirst.match(identifier).hasMatch()) {
        return sentence(QT_TRANSLATE_NOOP("rowcast::ui::Identifier", "An identifier begins with a letter."));
    }
    if (!allowed.match(identifier).hasMatch()) {
        return sentence(QT_TRANSLATE_NOOP(
            "rowcast::ui::Identifier", "An identifier has only letters, digits and hyphens (A-Z, a-z, 0-9, -)."));
    }
    if (identifier.contains(QLatin1String("--")) || identifier.endsWith(QLatin1Char('-'))) {
        return sentence(QT_TRANSLATE_NOOP(
            "rowcast::ui::Identifier", "An identifier has no two hyphens in a row and none at its end."));
    }
    if (identifier.size() > longest) {
        return sentence(QT_TRANSLATE_NOOP("rowcast::ui::Identifier", "The identifier is longer than %1 characters."))
            .arg(longest);
    }
    return {};
}

QString suggestedIdentifier(const QString &text)
{
    static const QRegularExpression others(QStringLiteral("[^A-Za-z0-9]+"));
    QString result = text;
    result.replace(others, QStringLiteral("-"));
    while (!result.isEmpty() && !result.front().isLetter()) {
        result.remove(0, 1);
    }
    while (result.endsWith(QLatin1Char('-'))) {
        result.chop(1);
    }
    return result.left(63).toLower();
}

} // namespace rowcast::ui
