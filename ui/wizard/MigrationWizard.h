// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/AppContext.h"
#include "ui/wizard/WizardWindow.h"

#include <QTimer>

namespace rowcast::ui {

class EndpointStep;
class InstanceStep;
class SettingsStep;
class TablesStep;
class TaskStep;

// "New migration": replication instance, source, target, task, tables, settings, review, create. What was typed is kept
// in the store as a draft until it is created or thrown away.
class MigrationWizard : public WizardWindow {
    Q_OBJECT

public:
    explicit MigrationWizard(const AppContext &context, QWidget *parent = nullptr);
    ~MigrationWizard() override;

    // Starts from a document, such as one exported from AWS, instead of the draft.
    void setDocument(const MigrationDocument &document);

protected:
    void create() override;
    // However it ends: what was typed is kept.
    void done(int result) override;

private:
    void restoreDraft();
    void saveDraft();
    void startOver();
    void created();
    void startTask();
    void failed(const Failure &failure);

    AppContext m_context;
    InstanceStep *m_instance;
    EndpointStep *m_source;
    EndpointStep *m_target;
    TaskStep *m_task;
    TablesStep *m_tables;
    SettingsStep *m_settings;
    QTimer m_saveTimer;
    bool m_isCreated = false;
};

} // namespace rowcast::ui
