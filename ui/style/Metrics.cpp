// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/Metrics.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QWidget>

#include <algorithm>

namespace rowcast::ui {

namespace {

double fontHeight()
{
    return QFontMetricsF(QApplication::font()).height();
}

QFont scaled(double factor, QFont::Weight weight)
{
    QFont result = QApplication::font();
    if (result.pointSizeF() > 0) {
        result.setPointSizeF(result.pointSizeF() * factor);
    } else {
        result.setPixelSize(std::max(1, int(result.pixelSize() * factor)));
    }
    result.setWeight(weight);
    return result;
}

} // namespace

int unit()
{
    return units(1);
}

int units(double times)
{
    return std::max(1, int(fontHeight() / 2 * times + 0.5));
}

QFont font(TextRole role)
{
    switch (role) {
    case TextRole::Title:
        return scaled(1.5, QFont::DemiBold);
    case TextRole::Section:
        return scaled(1.15, QFont::DemiBold);
    case TextRole::Strong:
        return scaled(1, QFont::DemiBold);
    case TextRole::Caption:
        return scaled(0.9, QFont::Normal);
    case TextRole::Fixed: {
        QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        const QFont body = QApplication::font();
        if (body.pointSizeF() > 0) {
            fixed.setPointSizeF(body.pointSizeF());
        }
        return fixed;
    }
    case TextRole::Body:
        break;
    }
    return QApplication::font();
}

void setTextRole(QWidget *widget, TextRole role)
{
    widget->setFont(font(role));
}

int rowHeight()
{
    return std::max(1, int(fontHeight() * 1.7 + 0.5));
}

} // namespace rowcast::ui
