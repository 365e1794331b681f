// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/InterruptionBanner.h"

#include "core/instance/ReplicationInstance.h"
#include "core/store/StoreService.h"
#include "ui/models/RelativeTime.h"
#include "ui/style/Metrics.h"
#include "ui/widgets/FailureDialog.h"
#include "ui/widgets/QuietLabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rowcast::ui {

InterruptionBanner::InterruptionBanner(const AppContext &context, QWidget *parent)
    : StatusFrame(Status::Warning, parent)
    , m_context(context)
    , m_sentence(new QLabel(this))
    , m_consequence(new QuietLabel(this))
    , m_resume(new QPushButton(QIcon::fromTheme(QStringLiteral("media-playback-start")), {}, this))
    , m_dismiss(new QPushButton(tr("&Not now"), this))
{
    setTextRole(m_sentence, TextRole::Strong);
    for (QLabel *label : {m_sentence, static_cast<QLabel *>(m_consequence)}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_resume->setObjectName(QStringLiteral("resumeInterrupted"));
    m_dismiss->setObjectName(QStringLiteral("dismissInterrupted"));
    m_dismiss->setToolTip(tr("The tasks stay stopped. Each can be resumed on its own page at any time."));
    auto *texts = new QVBoxLayout;
    texts->addWidget(m_sentence);
    texts->addWidget(m_consequence);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(margins());
    layout->setSpacing(units(1.5));
    layout->addLayout(texts, 1);
    layout->addWidget(m_resume);
    layout->addWidget(m_dismiss);
    connect(m_resume, &QPushButton::clicked, this, &InterruptionBanner::resume);
    connect(m_dismiss, &QPushButton::clicked, this, &InterruptionBanner::dismiss);
    connect(context.store, &StoreService::definitionsChanged, this, &InterruptionBanner::refresh);
    connect(context.instance, &ReplicationInstance::taskChanged, this, [this] {
        if (!isHidden()) {
            refresh(); // one may have been started on its own page
        }
    });
    hide();
    refresh();
}

std::vector<const StoredTask *> InterruptionBanner::tasks() const
{
    const std::vector<TaskSnapshot> started = m_context.instance->tasks();
    std::vector<const StoredTask *> found;
    for (const StoredTask &task : m_context.store->definitions().tasks) {
        const bool isStarted = std::any_of(started.begin(), started.end(),
            [&](const TaskSnapshot &snapshot) { return snapshot.identifier == task.spec.identifier; });
        if (task.interruptedMicros > 0 && !isStarted) {
            found.push_back(&task);
        }
    }
    return found;
}

void InterruptionBanner::refresh()
{
    const std::vector<const StoredTask *> interrupted = tasks();
    if (interrupted.empty()) {
        hide();
        return;
    }
    int64_t last = 0;
    QStringList names;
    for (const StoredTask *task : interrupted) {
        last = std::max(last, task->interruptedMicros);
        names.append(task->spec.identifier);
    }
    const int count = int(interrupted.size());
    m_sentence->setText(
        tr("Rowcast ended unexpectedly on %1 while %n task(s) were running.", nullptr, count).arg(absoluteTime(last)));
    m_consequence->setText(
        tr("Nothing is lost. Resumed, each goes on from its checkpoint; one that has none yet starts "
           "from its beginning."));
    m_resume->setText(tr("Res&ume %n task(s)", nullptr, count));
    m_resume->setToolTip(names.join(QLatin1Char('\n')));
    m_resume->setAccessibleDescription(names.join(QStringLiteral(", ")));
    m_resume->setEnabled(m_resuming == 0);
    setAccessibleName(m_sentence->text());
    setAccessibleDescription(m_consequence->text());
    if (isHidden()) {
        show();
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void InterruptionBanner::resume()
{
    m_failure.reset();
    QStringList names;
    for (const StoredTask *task : tasks()) {
        names.append(task->spec.identifier);
    }
    m_resuming = int(names.size());
    m_resume->setEnabled(false);
    for (const QString &name : names) {
        m_context.store->completeDocument(name, this, [this](const Result<MigrationDocument> &document) {
            if (document) {
                m_context.instance->startTask(*document, StartType::Default);
            }
            resumed(document ? std::nullopt : std::optional(document.error()));
        });
    }
}

// One failure is told for all: most often the same is missing for each, and the tasks stay in the banner.
void InterruptionBanner::resumed(const std::optional<Failure> &failure)
{
    m_failure = m_failure ? m_failure : failure;
    --m_resuming;
    refresh();
    if (m_resuming == 0 && m_failure) {
        FailureDialog::tell(*m_failure, this);
    }
}

void InterruptionBanner::dismiss()
{
    m_context.store->dismissInterruptions();
}

} // namespace rowcast::ui
