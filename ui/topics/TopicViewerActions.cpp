// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/Frame.h"
#include "ui/topics/FilterLine.h"
#include "ui/topics/MessageCopy.h"
#include "ui/topics/MessageTable.h"
#include "ui/topics/TopicViewer.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QShortcut>

namespace rowcast::ui {

void TopicViewer::copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    if (m_frame != nullptr) {
        m_frame->showToast(tr("Copied"));
    }
}

void TopicViewer::toggleMark()
{
    m_marked = m_marked ? MessageRowPtr() : m_table->currentRow();
    m_compare->setChecked(m_marked != nullptr);
    if (m_marked && m_frame != nullptr) {
        m_frame->showToast(tr("Choose another message: what differs is bold. Ctrl+D ends the comparison."));
    }
    if (m_chosen) {
        describe(false);
    }
}

void TopicViewer::makeActions()
{
    const auto record = [this]() -> const TopicRecord & { return m_table->currentRow()->record; };
    addCopyAction(tr("Copy row"), QKeySequence::Copy, [this] {
        const MessageRowPtr row = m_table->currentRow();
        return rowAsText(*row, m_session.model().timeText(row->record.timestampMillis));
    });
    addCopyAction(tr("Copy row as JSON"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
        [this] { return rowAsJson(*m_table->currentRow()); });
    addCopyAction(tr("Copy value"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_V),
        [record] { return QString::fromUtf8(record().value.value_or(QByteArray())); });
    addCopyAction(tr("Copy key"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_K),
        [record] { return QString::fromUtf8(record().key.value_or(QByteArray())); });
    addCopyAction(
        tr("Copy kcat command"), {}, [this, record] { return kcatCommand(m_target, m_query.topic, record()); });
    m_compare = new QAction(
        QIcon::fromTheme(QStringLiteral("view-split-left-right")), tr("Compare others with this message"), this);
    m_compare->setCheckable(true);
    m_compare->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    m_compare->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(m_compare);
    connect(m_compare, &QAction::triggered, this, &TopicViewer::toggleMark);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
}

} // namespace rowcast::ui
