// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace rowcast::ui {

// The sheet of keyboard shortcuts: what the actions of the window and its pages have.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    // window: whose actions are listed.
    explicit ShortcutsDialog(QWidget *window);
};

} // namespace rowcast::ui
