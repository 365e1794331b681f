// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace rowcast::ui {

// The console's two sets of colours. One accent (Highlight, and Link as text); everything else is neutral. Every pair
// of text and background that is used has a contrast of at least 4.5:1, which a test checks.
[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();

[[nodiscard]] bool isDark(const QPalette &palette);
// Lines between rows and around fields.
[[nodiscard]] QColor hairline(const QPalette &palette);
// Secondary text: captions, units, what is not reached.
[[nodiscard]] QColor quietText(const QPalette &palette);

} // namespace rowcast::ui
