// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/PropertiesField.h"

#include "ui/style/Metrics.h"

namespace rowcast::ui {

PropertiesField::PropertiesField(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTextRole(this, TextRole::Fixed);
    setTabChangesFocus(true);
    setLineWrapMode(NoWrap);
    setFixedHeight(fontMetrics().lineSpacing() * 3 + units(2));
}

QMap<QString, QString> PropertiesField::properties() const
{
    QMap<QString, QString> result;
    for (const QString &line : toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const qsizetype at = line.indexOf(QLatin1Char('='));
        if (at > 0) {
            result.insert(line.left(at).trimmed(), line.mid(at + 1).trimmed());
        }
    }
    return result;
}

void PropertiesField::setProperties(const QMap<QString, QString> &properties)
{
    QString text;
    for (auto entry = properties.cbegin(); entry != properties.cend(); ++entry) {
        text += entry.key() + QLatin1Char('=') + entry.value() + QLatin1Char('\n');
    }
    setPlainText(text.trimmed());
}

QString PropertiesField::brokenLine() const
{
    for (const QString &line : toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty() && line.indexOf(QLatin1Char('=')) <= 0) {
            return line.trimmed();
        }
    }
    return {};
}

} // namespace rowcast::ui
