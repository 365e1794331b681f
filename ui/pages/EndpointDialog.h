// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/EndpointInUse.h"
#include "ui/frame/AppContext.h"
#include "ui/pages/EditDialog.h"

namespace rowcast::ui {

class EndpointForm;
class TestPanel;

// Makes or edits an endpoint, with its connection test.
class EndpointDialog : public EditDialog {
    Q_OBJECT

public:
    // identifier: of the one to edit; empty: a new one of that role.
    EndpointDialog(const AppContext &context, EndpointRole role, const QString &identifier, QWidget *parent = nullptr);

    void accept() override;

protected:
    quint64 save() override;

private:
    [[nodiscard]] Result<EndpointInUse> endpoint() const;

    AppContext m_context;
    QString m_previous;
    QString m_uid;
    QString m_saved; // identifier that was saved
    EndpointForm *m_form;
    TestPanel *m_test;
};

} // namespace rowcast::ui
