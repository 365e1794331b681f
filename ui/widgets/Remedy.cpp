// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Remedy.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

namespace rowcast::ui {

Remedy splitRemedy(const QString &text)
{
    static const QRegularExpression code(QStringLiteral("`([^`]+)`"));
    Remedy remedy;
    qsizetype from = 0;
    auto matches = code.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString piece = match.captured(1).trimmed();
        remedy.html += text.mid(from, match.capturedStart() - from).toHtmlEscaped();
        remedy.html += QStringLiteral("<code>%1</code>").arg(piece.toHtmlEscaped());
        // a bare word is named, not run
        if (piece.contains(QLatin1Char(' ')) && !remedy.code.contains(piece)) {
            remedy.code.append(piece);
        }
        from = match.capturedEnd();
    }
    remedy.html += text.mid(from).toHtmlEscaped();
    if (remedy.code.size() == 1 && text.trimmed() == QLatin1Char('`') + remedy.code.front() + QLatin1Char('`')) {
        remedy.html.clear(); // nothing but what can be copied: said once
    }
    return remedy;
}

QString failureReport(const Failure &failure, int64_t sinceMicros)
{
    QString report = QStringLiteral("**%1**\n\n- code: `%2`\n").arg(failure.cause, failure.code);
    if (sinceMicros > 0) {
        const QDateTime since = QDateTime::fromMSecsSinceEpoch(sinceMicros / 1000, QTimeZone::utc());
        report += QStringLiteral("- since: %1\n").arg(since.toString(Qt::ISODate));
    }
    if (!failure.detail.isEmpty()) {
        report += QStringLiteral("- detail: %1\n").arg(failure.detail);
    }
    if (!failure.remedy.isEmpty()) {
        report += QStringLiteral("\n%1\n").arg(failure.remedy);
    }
    return report;
}

} // namespace rowcast::ui
