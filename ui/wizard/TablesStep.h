// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/AppContext.h"
#include "ui/wizard/WizardPage.h"

namespace rowcast::ui {

class TableMappingForm;

// Which tables: rules and the live list of what they match.
class TablesStep : public WizardPage {
    Q_OBJECT

public:
    explicit TablesStep(const AppContext &context, QWidget *parent = nullptr);

    void enter(const MigrationDraft &draft) override;
    [[nodiscard]] Result<void> leave(MigrationDraft &draft) const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] QJsonObject state() const override;
    void restore(const QJsonObject &state) override;
    void setMappings(const TableMappings &mappings);

private:
    TableMappingForm *m_form;
};

} // namespace rowcast::ui
