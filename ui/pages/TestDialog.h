// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/AppContext.h"

#include <QDialog>

namespace rowcast::ui {

class TestPanel;

// "Test connection" of a stored endpoint: starts at once and keeps its result.
class TestDialog : public QDialog {
    Q_OBJECT

public:
    TestDialog(const AppContext &context, const QString &identifier, QWidget *parent = nullptr);

    [[nodiscard]] TestPanel &panel() { return *m_panel; }

private:
    TestPanel *m_panel;
};

} // namespace rowcast::ui
