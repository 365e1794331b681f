// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/MigrationWizard.h"

#include "core/instance/ReplicationInstance.h"
#include "core/store/StoreService.h"
#include "ui/frame/Frame.h"
#include "ui/models/StoreReply.h"
#include "ui/widgets/FailureDialog.h"
#include "ui/wizard/EndpointStep.h"
#include "ui/wizard/InstanceStep.h"
#include "ui/wizard/ReviewStep.h"
#include "ui/wizard/SettingsStep.h"
#include "ui/wizard/TablesStep.h"
#include "ui/wizard/TaskStep.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <chrono>

namespace rowcast::ui {

namespace {

const QString kDraft = QStringLiteral("new-migration");
const QString kStep = QStringLiteral("step");
const QString kVisited = QStringLiteral("visited");
const QString kPages = QStringLiteral("pages");
// a word or two of typing
constexpr std::chrono::milliseconds kSavePause{800};

} // namespace

MigrationWizard::MigrationWizard(const AppContext &context, QWidget *parent)
    : WizardWindow(parent)
    , m_context(context)
    , m_instance(new InstanceStep(context, this))
    , m_source(new EndpointStep(context, EndpointRole::Source, this))
    , m_target(new EndpointStep(context, EndpointRole::Target, this))
    , m_task(new TaskStep(this))
    , m_tables(new TablesStep(context, this))
    , m_settings(new SettingsStep(this))
{
    setWindowTitle(tr("New migration"));
    QStringList tasks;
    for (const StoredTask &task : context.store->definitions().tasks) {
        tasks.append(task.spec.identifier);
    }
    m_task->setTakenNames(tasks);
    for (WizardPage *page : std::initializer_list<WizardPage *>{
             m_instance, m_source, m_target, m_task, m_tables, m_settings, new ReviewStep(this)}) {
        addPage(page);
        connect(page, &WizardPage::edited, &m_saveTimer, qOverload<>(&QTimer::start));
    }
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSavePause);
    connect(&m_saveTimer, &QTimer::timeout, this, &MigrationWizard::saveDraft);
    connect(this, &WizardWindow::startOverRequested, this, &MigrationWizard::startOver);
    restoreDraft();
    m_saveTimer.stop();
}

MigrationWizard::~MigrationWizard() = default;

void MigrationWizard::restoreDraft()
{
    const Draft *kept = m_context.store->definitions().draft(kDraft);
    if (kept == nullptr) {
        begin(0, 1);
        return;
    }
    const QJsonObject content = QJsonDocument::fromJson(kept->content).object();
    const QJsonArray states = content.value(kPages).toArray();
    int visited = content.value(kVisited).toInt(1);
    for (size_t i = 0; i < wizardPages().size(); ++i) {
        wizardPages()[i]->restore(states.at(qsizetype(i)).toObject());
    }
    // what an earlier step says must be in the draft before a later one is shown
    for (int i = 0; i + 1 < visited; ++i) {
        WizardPage *page = wizardPages()[size_t(i)];
        if (!page->problem().isEmpty() || !page->leave(draft())) {
            visited = i + 1;
        }
    }
    begin(std::min(content.value(kStep).toInt(), visited - 1), visited);
    setNotice(tr("Your draft is back, without passwords."));
}

void MigrationWizard::saveDraft()
{
    if (m_isCreated) {
        return;
    }
    QJsonArray states;
    for (const WizardPage *page : wizardPages()) {
        states.append(page->state());
    }
    const QJsonObject content{{kStep, currentStep()}, {kVisited, visitedSteps()}, {kPages, states}};
    m_context.store->saveDraft(kDraft, QJsonDocument(content).toJson(QJsonDocument::Compact));
}

void MigrationWizard::startOver()
{
    m_saveTimer.stop();
    m_isCreated = true; // nothing is kept
    const quint64 request = m_context.store->removeDraft(kDraft);
    // the next wizard must not find the draft any more
    onStoreReply(*m_context.store, request, this, [this](const Result<void> &) {
        Frame *frame = m_context.frame;
        close();
        frame->newMigration();
    });
}

void MigrationWizard::setDocument(const MigrationDocument &document)
{
    m_instance->setSpec(document.instance);
    m_source->setSpec(document.source);
    m_target->setSpec(document.target);
    m_task->setSpec(document.task);
    m_tables->setMappings(document.task.mappings);
    m_settings->setSettings(document.task.settings);
    draft() = {};
    begin(0, 1);
    setNotice(tr("Taken over from the imported document."));
}

void MigrationWizard::create()
{
    setBusy(true);
    const quint64 request = m_context.store->saveMigration(draft().document);
    onStoreReply(*m_context.store, request, this, [this](const Result<void> &saved) {
        if (saved) {
            created();
        } else {
            failed(saved.error());
        }
    });
}

void MigrationWizard::created()
{
    m_isCreated = true;
    m_saveTimer.stop();
    StoreService &store = *m_context.store;
    const MigrationDocument &document = draft().document;
    store.removeDraft(kDraft);
    // an existing endpoint's test was kept when it ended
    if (draft().sourceUid.isEmpty() && !draft().sourceTest.empty()) {
        store.saveConnectionTest(document.source.identifier, draft().sourceTest);
    }
    if (draft().targetUid.isEmpty() && !draft().targetTest.empty()) {
        store.saveConnectionTest(document.target.identifier, draft().targetTest);
    }
    if (draft().startsOnCreate) {
        startTask();
    } else {
        m_context.frame->showToast(tr("Task created: %1").arg(document.task.identifier), {}, {});
        m_context.frame->showPage(pages::kTasks, document.task.identifier);
        accept();
    }
}

void MigrationWizard::startTask()
{
    const QString task = draft().document.task.identifier;
    m_context.store->completeDocument(task, this, [this, task](const Result<MigrationDocument> &document) {
        if (!document) {
            failed(document.error());
        } else {
            m_context.instance->startTask(*document, StartType::StartReplication);
            m_context.frame->showToast(tr("Task created and started: %1").arg(task), {}, {});
        }
        m_context.frame->showPage(pages::kTasks, task);
        accept();
    });
}

void MigrationWizard::failed(const Failure &failure)
{
    setBusy(false);
    FailureDialog::tell(failure, this);
}

void MigrationWizard::done(int result)
{
    m_saveTimer.stop();
    saveDraft();
    QDialog::done(result);
}

} // namespace rowcast::ui
