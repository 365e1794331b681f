// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/DefinitionsPage.h"

namespace rowcast::ui {

class InstanceModel;

// The replication instances.
class InstancesPage : public DefinitionsPage {
    Q_OBJECT

public:
    explicit InstancesPage(const AppContext &context, QWidget *parent = nullptr);

    [[nodiscard]] std::vector<TourStop> tourStops() override;

protected:
    QString identifierAt(int row) const override;
    void showDefinitions(const DefinitionsSnapshot &definitions) override;
    void edit(const QString &identifier) override;

private:
    InstanceModel *m_model;
};

} // namespace rowcast::ui
