// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <initializer_list>

// Colours that can be read: WCAG 2.1's relative luminance and contrast ratio.

namespace rowcast::ui {

inline constexpr double kReadableContrast = 4.5;

// 1 (the same) to 21 (black on white). Transparency is ignored.
[[nodiscard]] double contrastRatio(const QColor &one, const QColor &other);

// share (0 to 1) of over, the rest of under.
[[nodiscard]] QColor mixed(const QColor &over, const QColor &under, double share);

// The colour moved towards black or white, as little as needed, until it can be read on all of the backgrounds.
[[nodiscard]] QColor readableOn(const QColor &colour, std::initializer_list<QColor> backgrounds);

[[nodiscard]] bool isDark(const QColor &background);

} // namespace rowcast::ui
