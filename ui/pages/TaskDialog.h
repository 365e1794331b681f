// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/AppContext.h"
#include "ui/pages/EditDialog.h"

class QComboBox;

namespace rowcast::ui {

class TableMappingForm;
class TaskForm;
class TaskSettingsEditor;

// Edits a stored task with the wizard's forms: task, table mappings, settings.
class TaskDialog : public EditDialog {
    Q_OBJECT

public:
    TaskDialog(const AppContext &context, const QString &identifier, QWidget *parent = nullptr);

protected:
    quint64 save() override;

private:
    AppContext m_context;
    QString m_identifier;
    TaskForm *m_task;
    TableMappingForm *m_mappings;
    TaskSettingsEditor *m_settings;
};

} // namespace rowcast::ui
