// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/TaskDialog.h"

#include "core/store/StoreService.h"
#include "ui/forms/TableMappingForm.h"
#include "ui/forms/TaskForm.h"
#include "ui/forms/TaskSettingsEditor.h"
#include "ui/style/Metrics.h"

#include <QTabWidget>
#include <QVBoxLayout>

namespace rowcast::ui {

namespace {

QWidget *padded(QWidget *content, QWidget *parent)
{
    auto *page = new QWidget(parent);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, units(1.5), 0, 0);
    layout->addWidget(content);
    layout->addStretch(1);
    return page;
}

} // namespace

TaskDialog::TaskDialog(const AppContext &context, const QString &identifier, QWidget *parent)
    : EditDialog(*context.store, tr("Database migration task: %1").arg(identifier), parent)
    , m_context(context)
    , m_identifier(identifier)
    , m_task(new TaskForm(this))
    , m_mappings(new TableMappingForm(context, this))
    , m_settings(new TaskSettingsEditor(this))
{
    m_task->setEditing(true);
    const DefinitionsSnapshot &definitions = context.store->definitions();
    if (const StoredTask *stored = definitions.task(identifier)) {
        m_task->setSpec(stored->spec);
        m_mappings->setMappings(stored->spec.mappings);
        m_settings->setSettings(stored->spec.settings);
        m_settings->setMigrationType(stored->spec.hasFullLoad(), stored->spec.hasCdc());
        if (const StoredEndpoint *source = definitions.endpoint(stored->source)) {
            m_mappings->setSource({source->spec, source->uid});
        }
    }
    auto *tabs = new QTabWidget(this);
    tabs->setDocumentMode(true);
    tabs->addTab(padded(m_task, tabs), tr("Task"));
    tabs->addTab(padded(m_mappings, tabs), tr("Table mappings"));
    tabs->addTab(padded(m_settings, tabs), tr("Task settings"));
    body()->addWidget(tabs, 1);
    setHelp({tr("Database migration task"), tr("Changes count from the next start."), tr("Modify task"), QString(),
        tr("Tables that are added are followed from the next start on; their rows come with Reload target.")});
    connect(m_task, &FieldForm::edited, this, [this] {
        TaskSpec spec;
        m_task->fill(spec);
        m_settings->setMigrationType(spec.hasFullLoad(), spec.hasCdc());
    });
}

quint64 TaskDialog::save()
{
    const StoredTask *stored = m_context.store->definitions().task(m_identifier);
    if (stored == nullptr || !m_task->validate()) {
        return 0;
    }
    for (const QString &problem : {m_mappings->problem(), m_settings->problem()}) {
        if (!problem.isEmpty()) {
            showFailure({.code = QStringLiteral("task.form"),
                .cause = problem,
                .remedy = {},
                .detail = {},
                .retryable = false});
            return 0;
        }
    }
    TaskSpec spec = stored->spec;
    m_task->fill(spec);
    spec.mappings = m_mappings->mappings();
    spec.settings = *m_settings->settings();
    return m_context.store->saveTask(spec, stored->instance, stored->source, stored->target, m_identifier);
}

} // namespace rowcast::ui
