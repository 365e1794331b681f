// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/PipelineView.h"

#include "ui/style/Contrast.h"
#include "ui/style/Metrics.h"
#include "ui/style/Palettes.h"
#include "ui/style/StatusTint.h"
#include "ui/tasks/TaskTexts.h"
#include "ui/topics/MessageTexts.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace rowcast::ui {

namespace {

enum StageIndex { Source, Reader, Queue, Writer, Topic };

double share(uint64_t part, uint64_t whole)
{
    return whole == 0 ? 0 : std::min(1.0, double(part) / double(whole));
}

} // namespace

PipelineView::PipelineView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTask({}, {}, {});
}

int PipelineView::bottleneck(const TaskSnapshot &snapshot)
{
    constexpr double kFull = 0.8;
    if (!isActive(snapshot.status)) {
        return -1;
    }
    // A full queue: what is behind it is too slow. An empty one with the source ahead: what is before it.
    if (share(snapshot.gauges.queueBytes, snapshot.gauges.queueMaxBytes) >= kFull) {
        return Writer;
    }
    constexpr double kLateSeconds = 30;
    return snapshot.metrics.cdcLatencySource >= kLateSeconds ? Reader : -1;
}

void PipelineView::setTask(const TaskSnapshot &snapshot, const QString &source, const QString &target)
{
    const TaskMetrics &metrics = snapshot.metrics;
    const PipelineGauges &gauges = snapshot.gauges;
    const QLocale locale;
    m_isActive = isActive(snapshot.status);
    m_bottleneck = bottleneck(snapshot);
    const auto live = [this](const QString &text) { return m_isActive ? text : QString(QChar(0x2013)); };
    m_stages[Source]
        = {tr("Source"), source, live(byteRateText(metrics.sourceBytesPerSecond)), tr("from the server"), -1};
    m_stages[Reader] = {tr("Reader"), {}, live(rateText(metrics.sourceRowsPerSecond)),
        tr("%1 behind the source").arg(lagText(metrics.cdcLatencySource)), -1};
    m_stages[Queue] = {tr("Queue"), {}, live(sizeText(gauges.queueBytes)),
        tr("of %1").arg(sizeText(gauges.queueMaxBytes)), share(gauges.queueBytes, gauges.queueMaxBytes)};
    m_stages[Writer] = {tr("Writer"), live(tr("%1 on the way").arg(sizeText(gauges.pendingBytes))),
        live(rateText(metrics.targetRowsPerSecond)),
        tr("last commit %1 ms").arg(locale.toString(gauges.lastCommitMilliseconds, 'f', 0)), -1};
    m_stages[Topic] = {tr("Topic"), target, live(byteRateText(metrics.targetBytesPerSecond)),
        tr("%1 behind the source").arg(lagText(metrics.cdcLatencyTarget)), -1};
    QStringList sentence;
    for (const Stage &stage : m_stages) {
        sentence.append(QStringLiteral("%1: %2, %3").arg(stage.title, stage.value, stage.note));
    }
    setAccessibleName(tr("Pipeline"));
    setAccessibleDescription(sentence.join(QStringLiteral("; ")));
    setToolTip(m_bottleneck == Writer ? tr("The queue is full: the writer or the broker is the slowest part.")
            : m_bottleneck == Reader  ? tr("The reader is behind the source.")
                                      : QString());
    update();
}

QSize PipelineView::sizeHint() const
{
    return {units(110), units(10.5)};
}

QSize PipelineView::minimumSizeHint() const
{
    return {units(70), units(10.5)};
}

void PipelineView::drawStage(QPainter &painter, const QRect &box, const Stage &stage, bool isBottleneck) const
{
    const StatusTint warning = StatusTint::of(Status::Warning, palette());
    painter.setPen(QPen(isBottleneck ? warning.foreground : hairline(palette()), isBottleneck ? 2 : 1));
    painter.setBrush(isBottleneck ? warning.background : palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), units(0.5), units(0.5));
    const QRect inside = box.adjusted(units(1), units(0.6), -units(1), -units(0.6));
    const auto line = [&](TextRole role, const QColor &colour, const QString &text, int top) {
        painter.setFont(ui::font(role));
        painter.setPen(colour);
        const QRect place(inside.left(), inside.top() + top, inside.width(), units(2.4));
        const QString elided = painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width());
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, elided);
    };
    const QColor text = palette().color(QPalette::Text);
    line(TextRole::Caption, quietText(palette()),
        stage.name.isEmpty() ? stage.title : QStringLiteral("%1: %2").arg(stage.title, stage.name), 0);
    line(TextRole::Section, m_isActive ? text : quietText(palette()), stage.value, units(2.6));
    line(TextRole::Caption, quietText(palette()), m_isActive ? stage.note : QString(), units(5.2));
    if (stage.fill >= 0) {
        const QRectF bar(inside.left(), inside.bottom() - units(0.5), inside.width(), units(0.5));
        painter.setPen(Qt::NoPen);
        painter.setBrush(hairline(palette()));
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
        if (m_isActive && stage.fill > 0) {
            painter.setBrush(stage.fill >= 0.8 ? warning.foreground : palette().color(QPalette::Highlight));
            painter.drawRoundedRect(
                QRectF(bar.left(), bar.top(), std::max(bar.height(), bar.width() * stage.fill), bar.height()),
                bar.height() / 2, bar.height() / 2);
        }
    }
}

void PipelineView::drawLink(QPainter &painter, const QRect &from, const QRect &to) const
{
    const QColor colour = m_isActive ? palette().color(QPalette::Highlight) : quietText(palette());
    const int middle = from.center().y();
    const int tip = to.left() - units(0.3);
    painter.setPen(QPen(colour, 1.5));
    painter.drawLine(from.right() + units(0.3), middle, tip, middle);
    painter.drawLine(tip - units(0.6), middle - units(0.5), tip, middle);
    painter.drawLine(tip - units(0.6), middle + units(0.5), tip, middle);
}

void PipelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int gap = units(3);
    const auto left = [&](int stage) { return stage * (width() + gap) / kStages; }; // so the last box ends at the edge
    QRect before;
    for (int i = 0; i < kStages; ++i) {
        const QRect box(left(i), 0, left(i + 1) - gap - left(i), height());
        drawStage(painter, box, m_stages[size_t(i)], i == m_bottleneck);
        if (i > 0) {
            drawLink(painter, before, box);
        }
        before = box;
    }
}

} // namespace rowcast::ui
