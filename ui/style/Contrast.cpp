// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/Contrast.h"

#include <algorithm>
#include <cmath>

namespace rowcast::ui {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(double(colour.redF())) + 0.7152 * linear(double(colour.greenF()))
        + 0.0722 * linear(double(colour.blueF()));
}

bool isReadable(const QColor &colour, std::initializer_list<QColor> backgrounds)
{
    return std::all_of(backgrounds.begin(), backgrounds.end(),
        [&](const QColor &background) { return contrastRatio(colour, background) >= kReadableContrast; });
}

} // namespace

double contrastRatio(const QColor &one, const QColor &other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor mixed(const QColor &over, const QColor &under, double share)
{
    const auto channel = [share](float a, float b) { return float(double(a) * share + double(b) * (1 - share)); };
    return QColor::fromRgbF(channel(over.redF(), under.redF()), channel(over.greenF(), under.greenF()),
        channel(over.blueF(), under.blueF()));
}

QColor readableOn(const QColor &colour, std::initializer_list<QColor> backgrounds)
{
    const bool isOnDark = backgrounds.size() > 0 && isDark(*backgrounds.begin());
    const QColor end = isOnDark ? QColor(Qt::white) : QColor(Qt::black);
    constexpr int kSteps = 40;
    for (int step = 0; step < kSteps; ++step) {
        const QColor candidate = mixed(end, colour, double(step) / kSteps);
        if (isReadable(candidate, backgrounds)) {
            return candidate;
        }
    }
    return end;
}

bool isDark(const QColor &background)
{
    return contrastRatio(background, Qt::white) > contrastRatio(background, Qt::black);
}

} // namespace rowcast::ui
