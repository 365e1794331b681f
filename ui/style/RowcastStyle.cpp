// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/RowcastStyle.h"

#include "ui/style/Contrast.h"
#include "ui/style/Metrics.h"
#include "ui/style/Palettes.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QIcon>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QTableView>

#include <algorithm>

namespace rowcast::ui {

namespace {

constexpr char kPrimary[] = "rowcastPrimary";

bool isPrimary(const QWidget *widget)
{
    return widget != nullptr && widget->property(kPrimary).toBool();
}

double radius()
{
    return units(0.4);
}

void drawPanel(QPainter *painter, const QRect &rect, const QColor &fill, const QPen &edge)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge);
    painter->setBrush(fill);
    const double inset = edge.widthF() / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius(), radius());
    painter->restore();
}

QPen edgePen(const QStyleOption &option, bool isAccented)
{
    const QColor line = isAccented ? option.palette.color(QPalette::Active, QPalette::Highlight)
                                   : mixed(option.palette.color(QPalette::Active, QPalette::WindowText),
                                       option.palette.color(QPalette::Active, QPalette::Mid), 0.15);
    return QPen(line, isAccented ? 2 : 1);
}

void drawButton(const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isFocused = option.state.testFlag(QStyle::State_HasFocus);
    const bool isDown = option.state.testFlag(QStyle::State_Sunken) || option.state.testFlag(QStyle::State_On);
    const bool isHot = isEnabled && option.state.testFlag(QStyle::State_MouseOver);
    const QColor text = option.palette.color(QPalette::ButtonText);
    QColor fill = option.palette.color(QPalette::Button);
    QPen edge = edgePen(option, isFocused);
    if (isPrimary(widget) && isEnabled) {
        fill = option.palette.color(QPalette::Active, QPalette::Highlight);
        const QColor on = option.palette.color(QPalette::Active, QPalette::HighlightedText);
        fill = isDown ? mixed(option.palette.color(QPalette::Text), fill, 0.2) : fill;
        edge = isFocused ? QPen(option.palette.color(QPalette::Text), 2) : QPen(fill, 1);
        fill = isHot && !isDown ? mixed(on, fill, 0.06) : fill;
    } else {
        fill = isDown ? mixed(text, fill, 0.14) : isHot ? mixed(text, fill, 0.05) : fill;
    }
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool isFlat = button != nullptr && button->features.testFlag(QStyleOptionButton::Flat);
    if (isFlat && !isHot && !isDown && !isFocused) {
        return;
    }
    drawPanel(painter, option.rect, fill, edge);
}

void drawField(const QStyleOption &option, QPainter *painter)
{
    const bool isFocused
        = option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_Enabled);
    drawPanel(painter, option.rect, option.palette.color(QPalette::Base), edgePen(option, isFocused));
}

// Fusion's own box has an edge that a dark window swallows.
void drawCheckBox(const QStyleOption &option, QPainter *painter)
{
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isOn = option.state.testFlag(QStyle::State_On);
    const bool isPartly = option.state.testFlag(QStyle::State_NoChange);
    const QPalette &palette = option.palette;
    const QColor accent = palette.color(QPalette::Active, QPalette::Highlight);
    const bool isFilled = (isOn || isPartly) && isEnabled;
    const QColor fill = isFilled ? accent : palette.color(QPalette::Base);
    const QRect box = option.rect.adjusted(1, 1, -1, -1);
    drawPanel(painter, box, fill, isFilled ? QPen(accent, 1) : edgePen(option, false));
    if (!isOn && !isPartly) {
        return;
    }
    const QColor mark = isEnabled ? palette.color(QPalette::Active, QPalette::HighlightedText)
                                  : palette.color(QPalette::Disabled, QPalette::Text);
    const double side = box.width();
    const auto at = [&](double x, double y) { return QPointF(box.left() + side * x, box.top() + side * y); };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(mark, std::max(1.5, side / 8), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(isOn ? QPolygonF({at(0.25, 0.55), at(0.45, 0.74), at(0.8, 0.32)})
                               : QPolygonF({at(0.28, 0.52), at(0.76, 0.52)}));
    painter->restore();
}

// Flat, as the bars that the console draws itself.
void drawProgress(const QStyleOption &option, QPainter *painter, bool isContents)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(&option);
    if (bar == nullptr) {
        return;
    }
    const double height = std::min<double>(bar->rect.height(), units(1));
    QRectF area(bar->rect.left(), bar->rect.center().y() + 0.5 - height / 2, bar->rect.width(), height);
    QColor colour = hairline(bar->palette);
    if (isContents) {
        const QColor accent = bar->palette.color(QPalette::Active, QPalette::Highlight);
        const bool isBusy = bar->minimum == bar->maximum; // how much there is to do is not known
        const double share
            = isBusy ? 1 : double(int64_t(bar->progress) - bar->minimum) / double(int64_t(bar->maximum) - bar->minimum);
        if (share <= 0) {
            return;
        }
        colour = isBusy ? mixed(accent, bar->palette.color(QPalette::Active, QPalette::Window), 0.5) : accent;
        const double filled = std::max(height, area.width() * std::min(1.0, share));
        area = bar->direction == Qt::RightToLeft ? QRectF(area.right() - filled, area.top(), filled, height)
                                                 : QRectF(area.left(), area.top(), filled, height);
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawRoundedRect(area, height / 2, height / 2);
    painter->restore();
}

// The chosen tab is marked by the accent: Fusion's bevel leaves light edges on a dark window.
void drawTab(const QStyleOptionTab &tab, QPainter *painter)
{
    constexpr int kMark = 2;
    const bool isEnabled = tab.state.testFlag(QStyle::State_Enabled);
    const QColor base = tab.palette.color(QPalette::Base);
    if (tab.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(tab.rect, base);
        painter->fillRect(QRect(tab.rect.left(), tab.rect.bottom() + 1 - kMark, tab.rect.width(), kMark),
            tab.palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::Highlight));
    } else if (isEnabled && tab.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(tab.rect, mixed(base, tab.palette.color(QPalette::Window), 0.5));
    }
}

// The icon in one colour: the theme's icons are drawn for the window's ground, not for the accent.
QIcon tinted(const QIcon &icon, const QSize &size, const QColor &colour, double ratio)
{
    if (icon.isNull()) {
        return icon;
    }
    QPixmap pixmap = icon.pixmap(size, ratio);
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRect(QPoint(0, 0), size), colour);
    return QIcon(pixmap);
}

} // namespace

RowcastStyle::RowcastStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void RowcastStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(*option, painter, widget);
        return;
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame != nullptr && frame->lineWidth > 0) {
            drawField(*option, painter);
            return;
        }
        break;
    }
    case PE_FrameLineEdit:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(*option, painter);
        return;
    case PE_FrameFocusRect: {
        if (qobject_cast<const QPushButton *>(widget) != nullptr) {
            return; // the button's own edge shows it
        }
        const QPen pen(option->palette.color(QPalette::Active, QPalette::Highlight), 1.5);
        drawPanel(painter, option->rect, Qt::transparent, pen);
        return;
    }
    case PE_PanelItemViewRow:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (qobject_cast<const QTableView *>(widget) != nullptr) {
            const QRect &row = option->rect;
            painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), hairline(option->palette));
        }
        return;
    case PE_Frame: {
        if (qobject_cast<const QAbstractItemView *>(widget) != nullptr) {
            painter->setPen(QPen(hairline(option->palette), 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
            return;
        }
        if (qobject_cast<const QPlainTextEdit *>(widget) != nullptr) {
            drawPanel(painter, option->rect, Qt::transparent, edgePen(*option, widget->hasFocus()));
            return;
        }
        break;
    }
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void RowcastStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (control != CC_SpinBox || spin == nullptr) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    // Fusion takes its edge from the window's colour, made darker: a dark window swallows it
    constexpr int kFusionDarker = 140;
    QStyleOptionSpinBox copy(*spin);
    copy.palette.setColor(QPalette::Window, edgePen(*option, false).color().lighter(kFusionDarker));
    QProxyStyle::drawComplexControl(control, &copy, painter, widget);
}

void RowcastStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == CE_HeaderSection) {
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        const QRect &rect = option->rect;
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), hairline(option->palette));
        return;
    }
    if (element == CE_ProgressBarGroove || element == CE_ProgressBarContents) {
        drawProgress(*option, painter, element == CE_ProgressBarContents);
        return;
    }
    if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
        element == CE_TabBarTabShape && tab != nullptr && tab->shape == QTabBar::RoundedNorth) {
        drawTab(*tab, painter);
        return;
    }
    if (element == CE_PushButtonLabel && isPrimary(widget) && option->state.testFlag(State_Enabled)) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy(*button);
            copy.icon = tinted(copy.icon, copy.iconSize,
                option->palette.color(QPalette::Active, QPalette::HighlightedText), widget->devicePixelRatioF());
            copy.palette.setColor(
                QPalette::Active, QPalette::ButtonText, option->palette.color(QPalette::HighlightedText));
            copy.palette.setColor(QPalette::Inactive, QPalette::ButtonText,
                option->palette.color(QPalette::Active, QPalette::HighlightedText));
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

QSize RowcastStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result.setHeight(std::max(result.height(), units(3.6)));
        result.rwidth() += units(1.6);
        break;
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        result.setHeight(std::max(result.height(), units(3.6)));
        break;
    case CT_ItemViewItem:
        result.setHeight(std::max(result.height(), rowHeight()));
        break;
    case CT_TabBarTab:
        result += QSize(units(1.5), units(0.8));
        break;
    case CT_MenuItem:
        result.rheight() += units(0.4);
        break;
    case CT_HeaderSection:
        result.setHeight(std::max(result.height(), rowHeight()));
        break;
    default:
        break;
    }
    return result;
}

int RowcastStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return unit();
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return units(2);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return units(2);
    case PM_ToolBarIconSize:
        return units(2.2);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_HeaderMargin:
        return std::max(2, units(0.5)) + 1; // cells add one to theirs
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return std::max(2, units(0.5));
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int RowcastStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_Table_GridLineColor:
        return int((option != nullptr ? hairline(option->palette) : QColor(Qt::gray)).rgba());
    case SH_FormLayoutLabelAlignment:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case SH_UnderlineShortcut:
        return 1;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

void RowcastStyle::polish(QWidget *widget)
{
    if (auto *table = qobject_cast<QTableView *>(widget)) {
        table->verticalHeader()->setDefaultSectionSize(rowHeight());
        table->verticalHeader()->setMinimumSectionSize(rowHeight());
    }
    if (auto *header = qobject_cast<QHeaderView *>(widget)) {
        header->setHighlightSections(false);
        header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    }
    auto *line = qobject_cast<QLineEdit *>(widget);
    if (line != nullptr && qobject_cast<QAbstractSpinBox *>(line->parentWidget()) == nullptr
        && qobject_cast<QComboBox *>(line->parentWidget()) == nullptr) {
        line->setTextMargins(units(0.4), 0, units(0.4), 0);
    }
    QProxyStyle::polish(widget);
}

void setPrimary(QWidget *button, bool isPrimary)
{
    button->setProperty(kPrimary, isPrimary);
    button->update();
}

} // namespace rowcast::ui
