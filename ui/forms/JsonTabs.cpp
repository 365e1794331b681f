// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/JsonTabs.h"

#include "ui/style/Metrics.h"
#include "ui/style/StatusTint.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QTabWidget>
#include <QVBoxLayout>

namespace rowcast::ui {

JsonTabs::JsonTabs(QWidget *form, const QString &formTitle, const Link &link, QWidget *parent)
    : QWidget(parent)
    , m_link(link)
    , m_tabs(new QTabWidget(this))
    , m_editor(new QPlainTextEdit(this))
    , m_message(new QLabel(this))
{
    setTextRole(m_editor, TextRole::Fixed);
    m_editor->setObjectName(QStringLiteral("json"));
    m_editor->setAccessibleName(tr("JSON"));
    m_editor->setTabChangesFocus(true);
    m_editor->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_editor->setMinimumHeight(units(12));
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->hide();
    auto *json = new QWidget(this);
    auto *lines = new QVBoxLayout(json);
    lines->setContentsMargins(0, unit(), 0, 0);
    lines->addWidget(m_editor, 1);
    lines->addWidget(m_message);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(form, formTitle);
    m_tabs->addTab(json, tr("JSON"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
    connect(m_tabs, &QTabWidget::currentChanged, this, &JsonTabs::showTab);
    connect(m_editor, &QPlainTextEdit::textChanged, this, &JsonTabs::readJson);
}

void JsonTabs::setCurrentTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

void JsonTabs::formEdited()
{
    if (!m_isFilling) {
        m_problem.clear();
        m_message->hide();
    }
}

void JsonTabs::showTab(int tab)
{
    if (tab == 1 && m_problem.isEmpty()) {
        const QScopedValueRollback<bool> filling(m_isFilling, true);
        m_editor->setPlainText(QString::fromUtf8(m_link.toJson()));
    }
}

void JsonTabs::readJson()
{
    if (m_isFilling) {
        return;
    }
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    const Result<void> read = m_link.fromJson(m_editor->toPlainText().toUtf8());
    m_problem = read ? QString() : read.error().cause;
    QString message = m_problem;
    if (!read && !read.error().remedy.isEmpty()) {
        message += QLatin1Char('\n') + read.error().remedy;
    }
    QPalette colours = m_message->palette();
    colours.setColor(QPalette::WindowText, StatusTint::of(Status::Failed, palette()).foreground);
    m_message->setPalette(colours);
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    m_editor->setAccessibleDescription(message);
    Q_EMIT edited();
}

} // namespace rowcast::ui
