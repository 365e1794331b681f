// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FailureBanner.h"

#include "ui/models/RelativeTime.h"
#include "ui/style/Metrics.h"
#include "ui/widgets/CodeBox.h"
#include "ui/widgets/QuietLabel.h"
#include "ui/widgets/Remedy.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QIcon>
#include <QPushButton>
#include <QVBoxLayout>

namespace rowcast::ui {

namespace {

template <typename Label> Label *wrapped(Label *label, bool isSelectable)
{
    label->setWordWrap(true);
    if (isSelectable) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    return label;
}

} // namespace

FailureBanner::FailureBanner(QWidget *parent)
    : StatusFrame(Status::Failed, parent)
    , m_cause(wrapped(new QLabel(this), true))
    , m_since(wrapped(new QuietLabel(this), false))
    , m_remedy(wrapped(new QLabel(this), true))
    , m_detail(wrapped(new QuietLabel(this), true))
    , m_code(new CodeBox(this))
    , m_buttonLayout(new QHBoxLayout)
{
    setTextRole(m_cause, TextRole::Strong);
    m_cause->setTextFormat(Qt::PlainText);
    m_remedy->setTextFormat(Qt::RichText);
    m_detail->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margins());
    for (QWidget *line : std::initializer_list<QWidget *>{m_cause, m_since, m_remedy, m_detail, m_code}) {
        layout->addWidget(line);
    }
    layout->addLayout(m_buttonLayout);
    connect(addButton(CheckAgain, QStringLiteral("view-refresh"), tr("Check again")), &QPushButton::clicked, this,
        &FailureBanner::checkAgainRequested);
    connect(addButton(Resume, QStringLiteral("media-playback-start"), tr("Resume")), &QPushButton::clicked, this,
        &FailureBanner::resumeRequested);
    connect(addButton(CopyReport, QStringLiteral("edit-copy"), tr("Copy report")), &QPushButton::clicked, this,
        &FailureBanner::copyReport);
    connect(addButton(OpenLog, QStringLiteral("text-x-log"), tr("Open log here")), &QPushButton::clicked, this,
        &FailureBanner::openLogRequested);
    m_buttonLayout->addStretch(1);
    setButtons(CopyReport);
    hide();
}

QPushButton *FailureBanner::addButton(Button button, const QString &icon, const QString &text)
{
    auto *widget = new QPushButton(QIcon::fromTheme(icon), text, this);
    m_buttonLayout->addWidget(widget);
    m_buttons.append({button, widget});
    return widget;
}

void FailureBanner::setButtons(Buttons buttons)
{
    for (const auto &[button, widget] : m_buttons) {
        widget->setVisible(buttons.testFlag(button));
    }
}

void FailureBanner::setFailure(const Failure &failure, int64_t sinceMicros, const QString &note)
{
    m_failure = failure;
    m_sinceMicros = sinceMicros;
    const Remedy remedy = splitRemedy(failure.remedy);
    m_cause->setText(failure.cause);
    QStringList times;
    if (sinceMicros > 0) {
        times.append(tr("Since %1.").arg(absoluteTime(sinceMicros)));
    }
    if (!note.isEmpty()) {
        times.append(note);
    }
    m_since->setText(times.join(QLatin1Char(' ')));
    m_since->setVisible(!times.isEmpty());
    m_remedy->setText(remedy.html);
    m_remedy->setVisible(!remedy.html.isEmpty());
    m_detail->setText(failure.detail);
    m_detail->setVisible(!failure.detail.isEmpty());
    m_code->setCode(remedy.code.join(QLatin1Char('\n')));
    m_code->setVisible(!remedy.code.isEmpty());
    setAccessibleName(tr("Failure: %1").arg(failure.cause));
    show();
}

void FailureBanner::clear()
{
    m_failure = {};
    hide();
}

void FailureBanner::copyReport()
{
    QGuiApplication::clipboard()->setText(failureReport(m_failure, m_sinceMicros));
}

} // namespace rowcast::ui
