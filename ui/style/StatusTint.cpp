// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/StatusTint.h"

#include "ui/style/Contrast.h"
#include "ui/style/Palettes.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace rowcast::ui {

namespace {

QColor hueOf(Status status, const QPalette &palette)
{
    switch (status) {
    case Status::Running:
        return palette.color(QPalette::Highlight);
    case Status::Done:
        return QColor(0x1f8a4c);
    case Status::Warning:
        return QColor(0xb87503);
    case Status::Failed:
        return QColor(0xd0342c);
    case Status::Neutral:
    case Status::Ready:
    case Status::Stopped:
        break;
    }
    return quietText(palette);
}

QString translated(const char *text)
{
    return QCoreApplication::translate("rowcast::ui::Status", text);
}

// Strokes inside a square of side 1.
QPainterPath signPath(Status status)
{
    QPainterPath path;
    switch (status) {
    case Status::Running:
        path.moveTo(0.40, 0.30);
        path.lineTo(0.70, 0.50);
        path.lineTo(0.40, 0.70);
        path.closeSubpath();
        break;
    case Status::Done:
        path.moveTo(0.28, 0.52);
        path.lineTo(0.44, 0.68);
        path.lineTo(0.73, 0.34);
        break;
    case Status::Warning:
    case Status::Failed:
        path.moveTo(0.5, 0.28);
        path.lineTo(0.5, 0.54);
        path.moveTo(0.5, 0.70);
        path.lineTo(0.5, 0.71);
        break;
    case Status::Stopped:
        path.addRect(0.36, 0.36, 0.28, 0.28);
        break;
    case Status::Ready:
        path.addEllipse(QPointF(0.5, 0.5), 0.10, 0.10);
        break;
    case Status::Neutral:
        path.moveTo(0.34, 0.5);
        path.lineTo(0.66, 0.5);
        break;
    }
    return path;
}

QPainterPath framePath(Status status)
{
    QPainterPath path;
    if (status == Status::Warning) {
        path.moveTo(0.5, 0.06);
        path.lineTo(0.97, 0.90);
        path.lineTo(0.03, 0.90);
        path.closeSubpath();
    } else if (status == Status::Failed) {
        path.moveTo(0.30, 0.05);
        path.lineTo(0.70, 0.05);
        path.lineTo(0.95, 0.30);
        path.lineTo(0.95, 0.70);
        path.lineTo(0.70, 0.95);
        path.lineTo(0.30, 0.95);
        path.lineTo(0.05, 0.70);
        path.lineTo(0.05, 0.30);
        path.closeSubpath();
    } else {
        path.addEllipse(QPointF(0.5, 0.5), 0.45, 0.45);
    }
    return path;
}

} // namespace

StatusTint StatusTint::of(Status status, const QPalette &palette)
{
    const QColor hue = hueOf(status, palette);
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor background = mixed(hue, base, isDark(base) ? 0.20 : 0.10);
    return {.foreground = readableOn(hue, {window, base, background}), .background = background};
}

Status statusOf(TaskStatus status)
{
    switch (status) {
    case TaskStatus::Ready:
        return Status::Ready;
    case TaskStatus::Starting:
    case TaskStatus::Running:
    case TaskStatus::Stopping:
        return Status::Running;
    case TaskStatus::Stopped:
        return Status::Stopped;
    case TaskStatus::Failed:
        return Status::Failed;
    }
    return Status::Neutral;
}

Status statusOf(StepState state)
{
    switch (state) {
    case StepState::Running:
        return Status::Running;
    case StepState::Passed:
        return Status::Done;
    case StepState::Warning:
        return Status::Warning;
    case StepState::Failed:
        return Status::Failed;
    case StepState::Pending:
    case StepState::Skipped:
        break;
    }
    return Status::Neutral;
}

QString statusWord(TaskStatus status)
{
    switch (status) {
    case TaskStatus::Ready:
        return translated(QT_TRANSLATE_NOOP("rowcast::ui::Status", "Ready"));
    case TaskStatus::Starting:
        return translated(QT_TRANSLATE_NOOP("rowcast::ui::Status", "Starting"));
    case TaskStatus::Running:
        return translated(QT_TRANSLATE_NOOP("rowcast::ui::Status", "Running"));
    case TaskStatus::Stopping:
        return translated(QT_TRANSLATE_NOOP("rowcast::ui::Status", "Stopping"));
    case TaskStatus::Stopped:
        return translated(QT_TRANSLATE_NOOP("rowcast::ui::Status", "Stopped"));
    case TaskStatus::Failed:
        return translated(QT_TRANSLATE_NOOP("rowcast::ui::Status", "Failed"));
    }
    return {};
}

QString statusWord(StepState state)
{
    switch (state) {
    case StepState::Pending:
        return translated(QT_TRANSLATE_NOOP("rowcast::ui::Status", "Waiting"));
    case StepState::Running:
        return translated(QT_TRANSLATE_NOOP("rowcast::ui::Status", "Testing"));
    case StepState::Passed:
        return translated(QT_TRANSLATE_NOOP("rowcast::ui::Status", "Passed"));
    case StepState::Warning:
        return translated(QT_TRANSLATE_NOOP("rowcast::ui::Status", "Warning"));
    case StepState::Failed:
        return translated(QT_TRANSLATE_NOOP("rowcast::ui::Status", "Failed"));
    case StepState::Skipped:
        return translated(QT_TRANSLATE_NOOP("rowcast::ui::Status", "Not reached"));
    }
    return {};
}

QPixmap statusSign(Status status, const QPalette &palette, int size, double pixelRatio)
{
    QPixmap pixmap(QSize(size, size) * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    const StatusTint tint = StatusTint::of(status, palette);
    const QColor inside = palette.color(QPalette::Active, QPalette::Base);
    const bool isQuiet = status == Status::Neutral || status == Status::Ready || status == Status::Stopped;
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size, size);
    painter.setPen(QPen(tint.foreground, 0.09));
    painter.setBrush(isQuiet ? Qt::transparent : tint.foreground);
    painter.drawPath(framePath(status));
    const QColor mark = isQuiet ? tint.foreground : inside;
    const bool isFilled = status == Status::Running || status == Status::Stopped || status == Status::Ready;
    painter.setPen(isFilled ? QPen(Qt::NoPen) : QPen(mark, 0.12, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(isFilled ? QBrush(mark) : QBrush(Qt::NoBrush));
    painter.drawPath(signPath(status));
    return pixmap;
}

} // namespace rowcast::ui
