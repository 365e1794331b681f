// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace rowcast::ui {

// Gives the focus to the first control of a page that Tab would reach, leaving out what is inside `besides`. False:
// there is none, and the focus stays where it is.
bool focusFirst(QWidget &page, const QWidget *besides = nullptr);

} // namespace rowcast::ui
