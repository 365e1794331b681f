// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QAction;

namespace rowcast::ui {

// A push button that shows and triggers an action, where room is scarce by its icon alone.
class ActionButton : public QPushButton {
    Q_OBJECT

public:
    explicit ActionButton(QAction *action, QWidget *parent = nullptr);

    // Only the icon; the name becomes the tooltip's first words. A button without an icon keeps its text.
    void setCompact(bool isCompact);
    // How wide it wants to be with its text, or without, whichever it shows now.
    [[nodiscard]] int wantedWidth(bool isCompact) const;

private:
    void follow();

    QAction *m_action;
    bool m_isCompact = false;
};

} // namespace rowcast::ui
