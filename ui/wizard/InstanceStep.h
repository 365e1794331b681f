// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/AppContext.h"
#include "ui/wizard/WizardPage.h"

class QComboBox;

namespace rowcast::ui {

class InstanceForm;

// The replication instance: an existing one, or a new one.
class InstanceStep : public WizardPage {
    Q_OBJECT

public:
    explicit InstanceStep(const AppContext &context, QWidget *parent = nullptr);

    [[nodiscard]] Result<void> leave(MigrationDraft &draft) const override;
    [[nodiscard]] QString problem() const override;
    void showProblems() override;
    [[nodiscard]] QJsonObject state() const override;
    void restore(const QJsonObject &state) override;
    // From a document that was imported.
    void setSpec(const ReplicationInstanceSpec &spec);

private:
    [[nodiscard]] bool isNew() const;
    void showChoice();

    AppContext m_context;
    QComboBox *m_choice;
    InstanceForm *m_form;
};

} // namespace rowcast::ui
