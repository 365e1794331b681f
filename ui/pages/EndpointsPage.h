// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/DefinitionsPage.h"

class QTimer;

namespace rowcast::ui {

class EndpointModel;

// The endpoints, with what their last connection test said.
class EndpointsPage : public DefinitionsPage {
    Q_OBJECT

public:
    explicit EndpointsPage(const AppContext &context, QWidget *parent = nullptr);

    void entered() override;
    void left() override;
    [[nodiscard]] std::vector<TourStop> tourStops() override;

protected:
    QString identifierAt(int row) const override;
    void showDefinitions(const DefinitionsSnapshot &definitions) override;
    void edit(const QString &identifier) override;

private:
    void open(EndpointRole role, const QString &identifier);
    void test();

    EndpointModel *m_model;
    QTimer *m_clock;
};

} // namespace rowcast::ui
