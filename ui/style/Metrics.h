// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

class QWidget;

// Every size comes from the font: u is half the font's height, gaps are u, 2u and 4u.

namespace rowcast::ui {

// In device-independent pixels, at least 1; of the application's font, so that a title does not stretch the gaps
// around.
[[nodiscard]] int unit();
// times may be a fraction; at least 1.
[[nodiscard]] int units(double times);

enum class TextRole {
    Title, // 1.5 times, semi-bold
    Section, // 1.15 times, semi-bold
    Strong, // semi-bold
    Body,
    Caption, // 0.9 times
    Fixed, // keys, positions, JSON, SQL
};
[[nodiscard]] QFont font(TextRole role);
// Sets the font of the role.
void setTextRole(QWidget *widget, TextRole role);

// Height of a table's rows: 1.7 times the font's.
[[nodiscard]] int rowHeight();

} // namespace rowcast::ui
