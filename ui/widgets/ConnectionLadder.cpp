// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ConnectionLadder.h"

#include "ui/style/Metrics.h"
#include "ui/style/StatusTint.h"
#include "ui/widgets/CheckList.h"
#include "ui/widgets/StatusSign.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rowcast::ui {

namespace {

Status statusOf(LadderVerdict::Kind kind)
{
    switch (kind) {
    case LadderVerdict::Kind::Running:
        return Status::Running;
    case LadderVerdict::Kind::Ready:
        return Status::Done;
    case LadderVerdict::Kind::Warnings:
        return Status::Warning;
    case LadderVerdict::Kind::Failed:
        return Status::Failed;
    case LadderVerdict::Kind::None:
    case LadderVerdict::Kind::Cancelled:
        break;
    }
    return Status::Neutral;
}

} // namespace

LadderVerdict LadderVerdict::of(const std::vector<ProbeStep> &steps, bool isFinished)
{
    const auto failed = std::find_if(
        steps.begin(), steps.end(), [](const ProbeStep &step) { return step.state == StepState::Failed; });
    if (failed != steps.end()) {
        const QString cause = failed->failure.cause.isEmpty() ? failed->title : failed->failure.cause;
        return {Kind::Failed, ConnectionLadder::tr("Cannot connect: %1").arg(cause)};
    }
    if (!isFinished) {
        return {Kind::Running, ConnectionLadder::tr("Testing the connection")};
    }
    const auto warnings = std::count_if(
        steps.begin(), steps.end(), [](const ProbeStep &step) { return step.state == StepState::Warning; });
    if (warnings > 0) {
        return {Kind::Warnings, ConnectionLadder::tr("Works, %n warning(s)", nullptr, int(warnings))};
    }
    return {Kind::Ready, ConnectionLadder::tr("Ready")};
}

ConnectionLadder::ConnectionLadder(QWidget *parent)
    : QWidget(parent)
    , m_sign(new StatusSign(this))
    , m_sentence(new QLabel(this))
    , m_cancel(new QPushButton(QIcon::fromTheme(QStringLiteral("dialog-cancel")), tr("Cancel test"), this))
    , m_copy(new QPushButton(QIcon::fromTheme(QStringLiteral("edit-copy")), tr("Copy report"), this))
    , m_list(new CheckList(this))
{
    setTextRole(m_sentence, TextRole::Strong);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("verdict"));
    m_cancel->setObjectName(QStringLiteral("cancelTest"));
    connect(m_cancel, &QPushButton::clicked, this, &ConnectionLadder::cancelRequested);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(report()); });
    auto *head = new QHBoxLayout;
    head->setSpacing(units(1.2));
    head->setContentsMargins(unit(), 0, unit(), unit());
    head->addWidget(m_sign, 0, Qt::AlignVCenter);
    head->addWidget(m_sentence, 1);
    head->addWidget(m_copy, 0, Qt::AlignTop);
    head->addWidget(m_cancel, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_list);
    showVerdict({});
}

void ConnectionLadder::begin()
{
    m_list->clear();
    showVerdict(LadderVerdict::of({}, false));
}

void ConnectionLadder::setStep(const ProbeStep &step)
{
    m_list->setStep(step);
    const LadderVerdict verdict = LadderVerdict::of(steps(), false);
    m_sign->setStatus(statusOf(verdict.kind));
    m_sentence->setText(verdict.sentence);
}

void ConnectionLadder::finish()
{
    showVerdict(LadderVerdict::of(steps(), true));
}

void ConnectionLadder::setCancelled()
{
    showVerdict({LadderVerdict::Kind::Cancelled, tr("Test cancelled")});
}

void ConnectionLadder::showSteps(const std::vector<ProbeStep> &steps)
{
    m_list->clear();
    for (const ProbeStep &step : steps) {
        setStep(step);
    }
    finish();
}

void ConnectionLadder::showSentence(const QString &sentence)
{
    m_list->clear();
    showVerdict({LadderVerdict::Kind::None, sentence});
}

std::vector<ProbeStep> ConnectionLadder::steps() const
{
    return m_list->steps();
}

QWidget *ConnectionLadder::failedStep() const
{
    return m_list->failedStep();
}

QString ConnectionLadder::report() const
{
    return m_list->report(m_verdict.sentence);
}

void ConnectionLadder::showVerdict(const LadderVerdict &verdict)
{
    m_verdict = verdict;
    m_sign->setStatus(statusOf(verdict.kind));
    m_sign->setVisible(verdict.kind != LadderVerdict::Kind::None);
    m_sentence->setText(verdict.sentence);
    m_sentence->setVisible(!verdict.sentence.isEmpty());
    m_cancel->setVisible(verdict.kind == LadderVerdict::Kind::Running);
    m_copy->setVisible(!m_list->isEmpty() && verdict.kind != LadderVerdict::Kind::Running);
    setAccessibleName(verdict.sentence.isEmpty() ? tr("Connection test") : verdict.sentence);
}

} // namespace rowcast::ui
