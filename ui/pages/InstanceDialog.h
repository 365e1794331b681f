// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Definitions.h"
#include "ui/frame/AppContext.h"
#include "ui/pages/EditDialog.h"

namespace rowcast::ui {

class InstanceForm;

// Makes or edits a replication instance.
class InstanceDialog : public EditDialog {
    Q_OBJECT

public:
    // identifier: of the one to edit; empty: a new one.
    InstanceDialog(const AppContext &context, const QString &identifier, QWidget *parent = nullptr);

protected:
    quint64 save() override;

private:
    AppContext m_context;
    QString m_previous;
    InstanceForm *m_form;
};

} // namespace rowcast::ui
