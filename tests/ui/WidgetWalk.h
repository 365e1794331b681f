// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

// What a person with a screen reader, or one who reads, would stumble over; each line names the widget. Empty: nothing.

// Visible controls that take the focus and have neither a name nor a label.
[[nodiscard]] QStringList namelessControls(const QWidget &root);
// Visible labels and buttons whose text needs more room than they have.
[[nodiscard]] QStringList clippedTexts(const QWidget &root);
