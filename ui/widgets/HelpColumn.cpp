// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/HelpColumn.h"

#include "ui/style/Metrics.h"
#include "ui/style/Palettes.h"

#include <QApplication>
#include <QPainter>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <QVariant>

namespace rowcast::ui {

namespace {

constexpr char kHelp[] = "rowcastHelp";

QString paragraph(const QString &heading, const QString &text)
{
    if (text.isEmpty()) {
        return {};
    }
    return QStringLiteral("<p><b>%1</b><br>%2</p>").arg(heading.toHtmlEscaped(), text.toHtmlEscaped());
}

QString helpHtml(const FieldHelp &help)
{
    QString html = QStringLiteral("<h3>%1</h3><p>%2</p>").arg(help.title.toHtmlEscaped(), help.what.toHtmlEscaped());
    html += paragraph(HelpColumn::tr("In the DMS console"), help.inDms);
    if (!help.example.isEmpty()) {
        html += QStringLiteral("<p><b>%1</b></p><pre style=\"white-space: pre-wrap\">%2</pre>")
                    .arg(HelpColumn::tr("Example").toHtmlEscaped(), help.example.toHtmlEscaped());
    }
    return html + paragraph(HelpColumn::tr("What goes wrong"), help.trouble);
}

} // namespace

void setFieldHelp(QWidget *field, const FieldHelp &help)
{
    field->setProperty(kHelp, QVariant::fromValue(help));
    field->setWhatsThis(helpHtml(help));
}

std::optional<FieldHelp> fieldHelp(const QWidget *field)
{
    for (; field != nullptr; field = field->parentWidget()) {
        const QVariant value = field->property(kHelp);
        if (value.isValid()) {
            return value.value<FieldHelp>();
        }
    }
    return std::nullopt;
}

HelpColumn::HelpColumn(QWidget *parent)
    : QFrame(parent)
    , m_text(new QTextBrowser(this))
{
    m_text->setFrameShape(NoFrame);
    m_text->setOpenExternalLinks(true);
    m_text->setFocusPolicy(Qt::ClickFocus);
    m_text->setAccessibleName(tr("Help about the field in focus"));
    m_text->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(unit(), unit(), unit(), unit());
    layout->addWidget(m_text);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

void HelpColumn::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, 1, height()), hairline(palette()));
}

void HelpColumn::setPageHelp(const FieldHelp &help)
{
    showHelp(help);
}

void HelpColumn::follow(QWidget *focused)
{
    if (m_root == nullptr || focused == nullptr || !m_root->isAncestorOf(focused)) {
        return;
    }
    if (const auto help = fieldHelp(focused)) {
        showHelp(*help);
    }
}

void HelpColumn::showHelp(const FieldHelp &help)
{
    m_text->setHtml(helpHtml(help));
}

} // namespace rowcast::ui
