// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/PathField.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QIcon>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

namespace rowcast::ui {

namespace {

// A line edit joins pasted lines by blanks; PEM text needs its lines back.
QString pemWithLines(QString text)
{
    if (!text.contains(QLatin1String("-----BEGIN")) || text.contains(QLatin1Char('\n'))) {
        return text;
    }
    static const QRegularExpression block(QStringLiteral("(-----BEGIN [^-]+-----)(.*?)(-----END [^-]+-----)"));
    QString lines;
    auto matches = block.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        QString body = match.captured(2).simplified();
        body.replace(QLatin1Char(' '), QLatin1Char('\n'));
        lines
            += match.captured(1) + QLatin1Char('\n') + body + QLatin1Char('\n') + match.captured(3) + QLatin1Char('\n');
    }
    return lines;
}

} // namespace

PathField::PathField(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_line(new QLineEdit(this))
{
    auto *button = new QPushButton(QIcon::fromTheme(QStringLiteral("document-open")), tr("Browse"), this);
    connect(button, &QPushButton::clicked, this, &PathField::browse);
    connect(m_line, &QLineEdit::textChanged, this, &PathField::changed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line, 1);
    layout->addWidget(button);
    setFocusProxy(m_line);
}

QString PathField::path() const
{
    return pemWithLines(m_line->text().trimmed());
}

void PathField::setPath(const QString &path)
{
    m_line->setText(path);
}

void PathField::setPlaceholder(const QString &text)
{
    m_line->setPlaceholderText(text);
}

void PathField::browse()
{
    const QString chosen = m_kind == Kind::Folder
        ? QFileDialog::getExistingDirectory(this, m_line->accessibleName(), path())
        : QFileDialog::getOpenFileName(this, m_line->accessibleName(), path(),
            tr("Certificates and keys (*.pem *.crt *.cer *.key);;All files (*)"));
    if (!chosen.isEmpty()) {
        setPath(chosen);
    }
}

} // namespace rowcast::ui
