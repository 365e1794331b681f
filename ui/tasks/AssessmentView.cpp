// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/AssessmentView.h"

#include "core/store/StoreService.h"
#include "ui/models/RelativeTime.h"
#include "ui/style/Metrics.h"
#include "ui/style/StatusTint.h"
#include "ui/widgets/CheckList.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FailureBanner.h"
#include "ui/widgets/QuietLabel.h"
#include "ui/widgets/StatusSign.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rowcast::ui {

AssessmentView::AssessmentView(const AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_start(new QPushButton(tr("Run &premigration assessment"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_copy(new QPushButton(QIcon::fromTheme(QStringLiteral("edit-copy")), tr("Copy report"), this))
    , m_sign(new StatusSign(this))
    , m_sentence(new QLabel(this))
    , m_time(new QuietLabel(this))
    , m_failure(new FailureBanner(this))
    , m_stack(new QStackedWidget(this))
    , m_scroll(new QScrollArea(this))
    , m_list(new CheckList(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, unit(), 0, 0);
    layout->setSpacing(units(1.5));
    layout->addWidget(makeBar());
    layout->addWidget(m_failure);
    layout->addWidget(makeResult(), 1);
    connectInstance();
    connect(context.store, &StoreService::definitionsChanged, this, &AssessmentView::showKept);
    setRunning(false);
    showVerdict(false);
}

AssessmentView::~AssessmentView()
{
    m_context.instance->cancel(m_request);
}

QWidget *AssessmentView::makeBar()
{
    auto *bar = new QWidget(this);
    m_start->setObjectName(QStringLiteral("startAssessment"));
    m_start->setToolTip(tr("Checks the selected tables and the server for what cannot be delivered, or otherwise than "
                           "expected. Only the catalog is read; the task may run."));
    m_cancel->setObjectName(QStringLiteral("cancelAssessment"));
    m_copy->setObjectName(QStringLiteral("copyAssessment"));
    m_sentence->setObjectName(QStringLiteral("assessmentVerdict"));
    setTextRole(m_sentence, TextRole::Strong);
    for (QLabel *label : {m_sentence, static_cast<QLabel *>(m_time)}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_sentence);
    texts->addWidget(m_time);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(units(1.2));
    layout->addWidget(m_start, 0, Qt::AlignTop);
    layout->addWidget(m_cancel, 0, Qt::AlignTop);
    layout->addWidget(m_sign, 0, Qt::AlignVCenter);
    layout->addLayout(texts, 1);
    layout->addWidget(m_copy, 0, Qt::AlignTop);
    connect(m_start, &QPushButton::clicked, this, &AssessmentView::start);
    connect(m_cancel, &QPushButton::clicked, this, &AssessmentView::cancel);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(
            m_list->report(QStringLiteral("%1: %2 %3").arg(m_task, m_sentence->text(), m_time->text()).trimmed()));
    });
    return bar;
}

QWidget *AssessmentView::makeResult()
{
    auto *content = new QWidget(m_scroll);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_list);
    rows->addStretch(1);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("Checks of the premigration assessment"));
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_stack->addWidget(new EmptyState(QStringLiteral("view-task"),
        tr("Not assessed yet. The assessment names what no task can deliver from these tables, or otherwise than "
           "expected, and what to do about it."),
        nullptr, m_stack));
    m_stack->addWidget(m_scroll);
    return m_stack;
}

void AssessmentView::connectInstance()
{
    ReplicationInstance *instance = m_context.instance;
    connect(instance, &ReplicationInstance::testStep, this, [this](quint64 request, const ProbeStep &step) {
        if (request == m_request) {
            m_list->setStep(step);
            m_stack->setCurrentWidget(m_scroll);
        }
    });
    connect(instance, &ReplicationInstance::testFinished, this, [this](quint64 request) {
        if (request == m_request) {
            finish();
        }
    });
    connect(instance, &ReplicationInstance::requestFailed, this, [this](quint64 request, const Failure &failure) {
        if (request == m_request) {
            showFailure(failure);
        }
    });
}

void AssessmentView::setTask(const QString &identifier)
{
    if (identifier == m_task) {
        return;
    }
    cancel();
    m_task = identifier;
    m_isSaving = false;
    m_shownMicros = 0;
    m_failure->clear();
    m_list->clear();
    m_time->clear();
    showVerdict(false);
    showKept();
}

void AssessmentView::start()
{
    if (m_isRunning || m_task.isEmpty()) {
        return;
    }
    m_failure->clear();
    m_list->clear();
    m_time->clear();
    m_shownMicros = 0;
    setRunning(true);
    m_context.store->completeDocument(m_task, this, [this, task = m_task](const Result<MigrationDocument> &document) {
        if (m_isRunning && m_request == 0 && task == m_task) {
            begin(document);
        }
    });
}

void AssessmentView::begin(const Result<MigrationDocument> &document)
{
    if (document) {
        m_request = m_context.instance->assess(*document);
    } else {
        showFailure(document.error());
    }
}

void AssessmentView::cancel()
{
    if (m_isRunning) {
        m_context.instance->cancel(m_request);
        m_list->clear();
        setRunning(false);
        showKept(); // what was there before
    }
}

void AssessmentView::finish()
{
    setRunning(false);
    showVerdict(true);
    m_isSaving = true;
    m_context.store->saveAssessment(m_task, m_list->steps());
}

void AssessmentView::showFailure(const Failure &failure)
{
    m_list->clear();
    setRunning(false);
    m_failure->setFailure(failure);
}

void AssessmentView::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    m_isSaving = false;
    m_request = 0;
    m_job = isRunning ? m_context.jobs->begin(tr("Assessing %1").arg(m_task)) : nullptr;
    const bool hadFocus = m_start->hasFocus() || m_cancel->hasFocus();
    m_start->setVisible(!isRunning);
    m_cancel->setVisible(isRunning);
    if (hadFocus) {
        (isRunning ? m_cancel : m_start)->setFocus();
    }
    showVerdict(false);
}

void AssessmentView::showKept()
{
    const StoredTask *task = m_context.store->definitions().task(m_task);
    if (m_isRunning || task == nullptr || !task->lastAssessment) {
        return;
    }
    const ConnectionTest &kept = *task->lastAssessment;
    const bool isShown = kept.micros == m_shownMicros || std::exchange(m_isSaving, false);
    m_shownMicros = kept.micros;
    if (!isShown) { // else what was opened stays open
        m_list->clear();
        for (const ProbeStep &step : kept.steps) {
            m_list->setStep(step);
        }
        showVerdict(true);
    }
    const QString time = tr("Assessed on %1.").arg(absoluteTime(kept.micros));
    m_time->setText(kept.isCurrent ? time : time + QLatin1Char(' ') + tr("The task was edited since."));
    m_time->show();
}

void AssessmentView::showVerdict(bool isFinished)
{
    const std::vector<ProbeStep> steps = m_list->steps();
    const auto count = [&steps](StepState state) {
        return int(
            std::count_if(steps.begin(), steps.end(), [state](const ProbeStep &step) { return step.state == state; }));
    };
    const int failed = count(StepState::Failed);
    const int warnings = count(StepState::Warning);
    Status status = Status::Running;
    if (!isFinished) {
        m_sentence->setText(m_isRunning ? tr("Checking the selected tables") : QString());
    } else if (failed > 0) {
        status = Status::Failed;
        m_sentence->setText(tr("%n check(s) failed", nullptr, failed));
    } else if (warnings > 0) {
        status = Status::Warning;
        m_sentence->setText(tr("Passed with %n warning(s)", nullptr, warnings));
    } else {
        status = Status::Done;
        m_sentence->setText(tr("All checks passed"));
    }
    m_sign->setStatus(status);
    m_sign->setVisible(!m_sentence->text().isEmpty());
    m_time->setVisible(!m_time->text().isEmpty());
    m_copy->setVisible(isFinished && !steps.empty());
    m_stack->setCurrentIndex(steps.empty() && !m_isRunning ? 0 : 1);
}

} // namespace rowcast::ui
