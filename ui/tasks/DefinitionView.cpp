// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/DefinitionView.h"

#include "ui/style/Metrics.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace rowcast::ui {

namespace {

void showText(QPlainTextEdit *editor, const QByteArray &json)
{
    const QString text = QString::fromUtf8(json);
    if (editor->toPlainText() != text) {
        editor->setPlainText(text);
    }
}

} // namespace

DefinitionView::DefinitionView(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, unit(), 0, 0);
    layout->setSpacing(units(2));
    m_mappings = addText(tr("Table mappings"));
    m_settings = addText(tr("Task settings"));
}

QPlainTextEdit *DefinitionView::addText(const QString &title)
{
    auto *side = new QWidget(this);
    auto *label = new QLabel(title, side);
    auto *text = new QPlainTextEdit(side);
    auto *copy = new QPushButton(QIcon::fromTheme(QStringLiteral("edit-copy")), tr("Copy"), side);
    setTextRole(label, TextRole::Section);
    setTextRole(text, TextRole::Fixed);
    copy->setAccessibleName(tr("Copy %1").arg(title));
    text->setReadOnly(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setTabChangesFocus(true);
    text->setAccessibleName(title);
    connect(copy, &QPushButton::clicked, text, [text] { QGuiApplication::clipboard()->setText(text->toPlainText()); });
    auto *bar = new QHBoxLayout;
    bar->addWidget(label, 1);
    bar->addWidget(copy);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(bar);
    column->addWidget(text, 1);
    layout()->addWidget(side);
    return text;
}

void DefinitionView::setTask(const TaskSpec &spec)
{
    if (m_mappings->document()->isEmpty() || !(spec == m_spec)) {
        m_spec = spec;
        showText(m_mappings, spec.mappings.json());
        showText(m_settings, spec.settings.json());
    }
}

} // namespace rowcast::ui
