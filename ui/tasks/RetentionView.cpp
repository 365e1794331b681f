// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/RetentionView.h"

#include "ui/style/Metrics.h"
#include "ui/tasks/RetentionTexts.h"
#include "ui/widgets/CodeBox.h"
#include "ui/widgets/Remedy.h"
#include "ui/widgets/StatusSign.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

#include <cmath>

namespace rowcast::ui {

RetentionView::RetentionView(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_sign(new StatusSign(this))
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_remedy(new QLabel(this))
    , m_code(new CodeBox(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setAccessibleName(name);
    m_remedy->setTextFormat(Qt::RichText);
    for (QLabel *label : {m_text, m_remedy}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(units(40));
    m_bar->setFixedHeight(units(1));
    m_bar->setAccessibleName(tr("%1: share that is left").arg(name));
    auto *line = new QHBoxLayout;
    line->setSpacing(unit());
    line->addWidget(m_sign, 0, Qt::AlignTop);
    line->addWidget(m_text, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(units(0.8));
    layout->addLayout(line);
    layout->addWidget(m_bar, 0, Qt::AlignLeft);
    layout->addWidget(m_remedy);
    layout->addWidget(m_code);
    setRetention(nullptr, 0);
}

void RetentionView::setRetention(const Retention *retention, int64_t nowMicros, const QString &note)
{
    const Retention none;
    const Retention &shown = retention == nullptr ? none : *retention;
    QString text = retentionText(shown, nowMicros);
    text = text.isEmpty() ? QString(QChar(0x2013)) : note.isEmpty() ? text : text + QStringLiteral("; ") + note;
    if (m_text->text() != text) { // a selection of the text stays
        m_text->setText(text);
    }
    const Status status = retentionStatus(shown, nowMicros);
    m_sign->setStatus(status);
    m_sign->setVisible(status != Status::Neutral);
    showBar(shown, nowMicros);
    showRemedy(shown.isAlarming(nowMicros) ? shown.remedy : QString());
}

void RetentionView::showBar(const Retention &retention, int64_t nowMicros)
{
    const auto share = retention.shareLeft(nowMicros);
    const bool hasBurnt = retention.state(nowMicros) == Retention::State::BurntDown;
    m_bar->setVisible(share && !hasBurnt && !isWhole(retention, nowMicros));
    m_bar->setValue(int(std::ceil(share.value_or(0) * 100)));
    const Status status = retentionStatus(retention, nowMicros);
    QPalette colours;
    if (status != Status::Neutral) {
        colours.setColor(QPalette::Highlight, StatusTint::of(status, palette()).foreground);
    }
    m_bar->setPalette(colours);
}

void RetentionView::showRemedy(const QString &remedy)
{
    if (remedy != m_shownRemedy) {
        m_shownRemedy = remedy;
        const Remedy parts = splitRemedy(remedy);
        m_remedy->setText(parts.html);
        m_code->setCode(parts.code.join(QLatin1Char('\n')));
    }
    m_remedy->setVisible(!remedy.isEmpty());
    m_code->setVisible(!m_code->code().isEmpty() && !remedy.isEmpty());
}

} // namespace rowcast::ui
