// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace rowcast::ui {

// Fusion with the console's own shapes: flat buttons with one primary kind, quiet fields, roomy rows, hairlines, gaps
// from the font. All changes of shape live here, none in style sheets.
class RowcastStyle : public QProxyStyle {
    Q_OBJECT

public:
    RowcastStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
    QSize sizeFromContents(
        ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
    int pixelMetric(
        PixelMetric metric, const QStyleOption *option = nullptr, const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
        QStyleHintReturn *returnData = nullptr) const override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
};

// Marks the one primary button of a page: filled with the accent.
void setPrimary(QWidget *button, bool isPrimary = true);

} // namespace rowcast::ui
