// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/FilterLine.h"

#include "ui/style/Metrics.h"
#include "ui/style/StatusTint.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QStringListModel>
#include <QTextCharFormat>

namespace rowcast::ui {

FilterLine::FilterLine(QWidget *parent)
    : QLineEdit(parent)
    , m_offers(new QStringListModel(this))
    , m_completer(new QCompleter(m_offers, this))
{
    constexpr int kSettleMilliseconds = 250;
    setTextRole(this, TextRole::Fixed);
    setClearButtonEnabled(true);
    setPlaceholderText(tr("Filter: words, op:update, table:gift, key:42, data.price:>10, tx:8589934811"));
    setAccessibleName(tr("Filter messages"));
    setToolTip(tr("Words are looked for in key, value and headers. Terms: %1 A minus before a term negates it.")
                   .arg(MessageFilter::termNames().join(QLatin1Char(' '))));
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMilliseconds);
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    connect(&m_settle, &QTimer::timeout, this, &FilterLine::apply);
    connect(this, &QLineEdit::textChanged, this, &FilterLine::edited);
    connect(this, &QLineEdit::textEdited, this, &FilterLine::offerCompletions);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterLine::complete);
}

void FilterLine::edited()
{
    m_filter = MessageFilter::parse(text());
    colour();
    const QString problem = m_filter.problem();
    setAccessibleDescription(problem);
    Q_EMIT problemChanged(problem);
    m_settle.start();
}

void FilterLine::apply()
{
    m_settle.stop();
    if (m_applied != text()) {
        m_applied = text();
        Q_EMIT filterChanged();
    }
}

void FilterLine::colour()
{
    if (m_isComposing) {
        return; // it would end what the person is writing
    }
    // A line edit has no rich text of its own, but shows the formats of an input method over what is there.
    QList<QInputMethodEvent::Attribute> attributes;
    for (const FilterSpan &span : m_filter.spans()) {
        QTextCharFormat format;
        if (span.kind == FilterSpan::Kind::Name) {
            format.setForeground(palette().link());
            format.setFontWeight(QFont::DemiBold);
        } else if (span.kind == FilterSpan::Kind::Wrong) {
            const QColor red = StatusTint::of(Status::Failed, palette()).foreground;
            format.setForeground(red);
            format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            format.setUnderlineColor(red);
        } else {
            format.setForeground(palette().text());
        }
        attributes.append({QInputMethodEvent::TextFormat, span.begin - cursorPosition(), span.size, format});
    }
    QInputMethodEvent event({}, attributes);
    m_isColouring = true;
    QCoreApplication::sendEvent(this, &event);
    m_isColouring = false;
}

void FilterLine::inputMethodEvent(QInputMethodEvent *event)
{
    if (m_isColouring) {
        QLineEdit::inputMethodEvent(event);
        return;
    }
    m_isComposing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
    colour();
}

int FilterLine::wordBegin() const
{
    const int begin = int(text().left(cursorPosition()).lastIndexOf(QLatin1Char(' '))) + 1;
    return begin < text().size() && text()[begin] == QLatin1Char('-') ? begin + 1 : begin;
}

void FilterLine::offerCompletions()
{
    const QString word = text().mid(wordBegin(), cursorPosition() - wordBegin());
    QStringList offers;
    if (word.startsWith(QLatin1String("op:"))) {
        for (const QString &operation : MessageFilter::operationNames()) {
            offers.append(QStringLiteral("op:") + operation);
        }
    } else if (word.startsWith(QLatin1String("table:"))) {
        for (const QString &table : m_tables) {
            offers.append(QStringLiteral("table:") + table);
        }
    } else {
        offers = MessageFilter::termNames();
    }
    m_offers->setStringList(offers);
    m_completer->setCompletionPrefix(word);
    if (word.isEmpty() || m_completer->completionCount() == 0
        || (m_completer->completionCount() == 1 && m_completer->currentCompletion() == word)) {
        m_completer->popup()->hide();
        return;
    }
    QRect place = cursorRect();
    place.setWidth(units(30));
    m_completer->complete(place);
}

void FilterLine::complete(const QString &choice)
{
    const int begin = wordBegin();
    QString line = text();
    line.replace(begin, cursorPosition() - begin, choice);
    setText(line);
    setCursorPosition(begin + int(choice.size()));
}

void FilterLine::keyPressEvent(QKeyEvent *event)
{
    const bool isOffering = m_completer->popup()->isVisible();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (isOffering) {
            event->ignore(); // the list takes it
            return;
        }
        apply();
        return;
    }
    if (event->key() == Qt::Key_Escape && !isOffering && !text().isEmpty()) {
        clear();
        apply();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterLine::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        colour();
    }
}

} // namespace rowcast::ui
