// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Toast.h"

#include "ui/style/Metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>

#include <chrono>
#include <utility>

namespace rowcast::ui {

namespace {

constexpr std::chrono::seconds kUndoable{10};
constexpr std::chrono::seconds kTold{4}; // nothing to be done about it

} // namespace

Toast::Toast(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_undoButton(new QPushButton(QIcon::fromTheme(QStringLiteral("edit-undo")), tr("&Undo"), this))
{
    setFrameShape(StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    m_text->setTextFormat(Qt::PlainText);
    m_undoButton->setObjectName(QStringLiteral("undo"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(units(2), unit(), units(2), unit());
    layout->setSpacing(units(2));
    layout->addWidget(m_text);
    layout->addWidget(m_undoButton);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Toast::expire);
    connect(m_undoButton, &QPushButton::clicked, this, &Toast::undo);
    parent->installEventFilter(this);
    hide();
}

Toast::~Toast()
{
    expire();
}

void Toast::showText(const QString &text, const std::function<void()> &undo, const std::function<void()> &expired)
{
    expire();
    m_undo = undo;
    m_expired = expired;
    m_text->setText(text);
    m_undoButton->setVisible(bool(undo));
    setAccessibleName(text);
    place();
    show();
    raise();
    m_timer.start(undo ? kUndoable : kTold);
}

void Toast::expire()
{
    m_timer.stop();
    hide();
    m_undo = {};
    if (const auto expired = std::exchange(m_expired, {})) {
        expired();
    }
}

void Toast::undo()
{
    m_timer.stop();
    hide();
    m_expired = {};
    if (const auto undo = std::exchange(m_undo, {})) {
        undo();
    }
}

void Toast::place()
{
    adjustSize();
    const QSize room = parentWidget()->size();
    move((room.width() - width()) / 2, room.height() - height() - units(4));
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace rowcast::ui
