// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/EndpointInUse.h"
#include "ui/frame/AppContext.h"
#include "ui/wizard/WizardPage.h"

class QComboBox;
class QLabel;

namespace rowcast::ui {

class EndpointForm;
class TestPanel;

// The source or the target endpoint: an existing one, or a new one; with its connection test.
class EndpointStep : public WizardPage {
    Q_OBJECT

public:
    EndpointStep(const AppContext &context, EndpointRole role, QWidget *parent = nullptr);

    void enter(const MigrationDraft &draft) override;
    [[nodiscard]] Result<void> leave(MigrationDraft &draft) const override;
    [[nodiscard]] QString problem() const override;
    void showProblems() override;
    [[nodiscard]] QJsonObject state() const override;
    void restore(const QJsonObject &state) override;
    // From a document that was imported.
    void setSpec(const EndpointSpec &spec);

private:
    [[nodiscard]] static Description describe(EndpointRole role);
    [[nodiscard]] bool isNew() const;
    [[nodiscard]] Result<EndpointInUse> endpoint() const;
    void showChoice();
    void keepTest();

    AppContext m_context;
    EndpointRole m_role;
    QComboBox *m_choice;
    QLabel *m_summary;
    EndpointForm *m_form;
    TestPanel *m_test;
};

} // namespace rowcast::ui
