// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/MetricChart.h"

#include "ui/style/Contrast.h"
#include "ui/style/Metrics.h"
#include "ui/style/Palettes.h"
#include "ui/tasks/MetricHistory.h"

#include <QAreaSeries>
#include <QChart>
#include <QDateTime>
#include <QDateTimeAxis>
#include <QEvent>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace rowcast::ui {

namespace {

// Okabe and Ito's blue and orange, which the colour-blind tell apart.
const QColor kHues[] = {QColor(0x0072b2), QColor(0xd55e00)};
constexpr int kValueTicks = 4;
constexpr int64_t kMinute = 60'000;
constexpr int64_t kSpans[] = {2, 5, MetricHistory::kMostSamples / 60}; // minutes: the shortest that holds all
constexpr int64_t kGapMillis = MetricHistory::kGapMicros / 1000;

// The least round number above, so that three equal steps lead to it.
double niceMaximum(double most)
{
    most = std::max(most, 1.0);
    double step = std::pow(10, std::floor(std::log10(most / 3)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (step * factor * 3 >= most * 1.05) {
            return step * factor * 3;
        }
    }
    return step * 30;
}

// The same in the largest of bytes, KiB, MiB that is not above it.
double niceBytes(double most)
{
    double size = 1;
    while (most >= size * 1024) {
        size *= 1024;
    }
    return niceMaximum(most / size) * size;
}

} // namespace

MetricChart::MetricChart(const QString &title, Scale scale, const std::vector<Line> &lines, QWidget *parent)
    : QChartView(new QChart, parent)
    , m_title(title)
    , m_isBytes(scale == Scale::Bytes)
    , m_time(new QDateTimeAxis(this))
    , m_values(new QValueAxis(this))
{
    setAccessibleName(title);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setMinimumHeight(units(15));
    setFrameShape(NoFrame);
    chart()->legend()->hide();
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    // Labels are drawn here: so the plots of all charts of a page stand beneath each other, and numbers follow the
    // locale.
    chart()->setMargins(QMargins(units(9), units(4.2), units(12), units(2.6)));
    chart()->setBackgroundVisible(false);
    m_time->setLabelsVisible(false);
    m_values->setLabelsVisible(false);
    m_values->setTickCount(kValueTicks);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    for (const Line &line : lines) {
        m_curves.push_back({line, {}, {}});
    }
    applyPalette();
}

QColor MetricChart::colourOf(size_t curve) const
{
    return readableOn(kHues[curve % std::size(kHues)], {palette().color(QPalette::Active, QPalette::Base)});
}

void MetricChart::applyPalette()
{
    setBackgroundBrush(palette().color(QPalette::Active, QPalette::Base));
    QColor grid = hairline(palette());
    grid.setAlphaF(0.6F);
    for (QAbstractAxis *axis : std::initializer_list<QAbstractAxis *>{m_time, m_values}) {
        axis->setLinePenColor(grid);
        axis->setGridLinePen(QPen(grid, 1));
    }
    m_time->setGridLineVisible(false);
    m_values->setLineVisible(false);
    for (size_t i = 0; i < m_curves.size(); ++i) {
        for (const Segment &segment : m_curves[i].segments) {
            colour(segment, colourOf(i));
        }
    }
}

void MetricChart::colour(const Segment &segment, const QColor &colour)
{
    QColor faint = colour;
    faint.setAlphaF(0.1F);
    segment.line->setPen(QPen(colour, 1.5));
    segment.area->setPen(Qt::NoPen);
    segment.area->setBrush(faint);
}

MetricChart::Segment MetricChart::addSegment(size_t curve)
{
    Segment segment;
    segment.line = new QLineSeries(this);
    auto *edge = new QLineSeries;
    segment.area = new QAreaSeries(edge);
    edge->setParent(segment.area);
    for (QAbstractSeries *series : std::initializer_list<QAbstractSeries *>{segment.area, segment.line}) {
        chart()->addSeries(series);
        series->attachAxis(m_time);
        series->attachAxis(m_values);
    }
    colour(segment, colourOf(curve));
    return segment;
}

void MetricChart::setHistory(const MetricHistory &history, int64_t nowMicros)
{
    double most = 0;
    for (size_t i = 0; i < m_curves.size(); ++i) {
        Curve &curve = m_curves[i];
        curve.values.clear();
        for (int sample = 0; sample < int(history.samples().size()); ++sample) {
            const double value = curve.line.value(history, sample);
            curve.values.append({double(history.samples()[size_t(sample)].micros / 1000), value});
            most = std::max(most, value);
        }
        drawSegments(curve, i);
    }
    const int64_t now = nowMicros / 1000;
    const int64_t first = history.samples().empty() ? now : history.samples().front().micros / 1000;
    const auto span = std::ranges::find_if(kSpans, [&](int64_t minutes) { return first >= now - minutes * kMinute; });
    const int64_t minutes = span == std::end(kSpans) ? *std::rbegin(kSpans) : *span;
    m_time->setRange(QDateTime::fromMSecsSinceEpoch(now - minutes * kMinute), QDateTime::fromMSecsSinceEpoch(now));
    m_values->setRange(0, m_isBytes ? niceBytes(most) : niceMaximum(most));
    viewport()->update();
}

void MetricChart::drawSegments(Curve &curve, size_t index)
{
    QList<QList<QPointF>> parts;
    for (qsizetype i = 0; i < curve.values.size(); ++i) {
        if (i == 0 || curve.values[i].x() - curve.values[i - 1].x() > double(kGapMillis)) {
            parts.append(QList<QPointF>());
        }
        parts.last().append(curve.values[i]);
    }
    while (curve.segments.size() < size_t(parts.size())) {
        curve.segments.push_back(addSegment(index));
    }
    while (curve.segments.size() > size_t(parts.size())) {
        chart()->removeSeries(curve.segments.back().line);
        chart()->removeSeries(curve.segments.back().area);
        delete curve.segments.back().line;
        delete curve.segments.back().area;
        curve.segments.pop_back();
    }
    for (qsizetype i = 0; i < parts.size(); ++i) {
        curve.segments[size_t(i)].line->replace(parts[i]);
        curve.segments[size_t(i)].area->upperSeries()->replace(parts[i]);
    }
}

void MetricChart::setCrosshair(const std::optional<int64_t> &micros)
{
    m_crosshair = micros;
    viewport()->update();
}

int MetricChart::sampleAt(const Curve &curve, int64_t micros) const
{
    const auto millis = double(micros / 1000);
    int found = -1;
    double least = double(kGapMillis);
    for (int i = 0; i < int(curve.values.size()); ++i) {
        const double distance = std::abs(curve.values[i].x() - millis);
        if (distance < least) {
            least = distance;
            found = i;
        }
    }
    return found;
}

void MetricChart::drawForeground(QPainter *painter, const QRectF &)
{
    painter->save();
    painter->resetTransform();
    drawLegend(painter);
    drawAxes(painter);
    drawEndLabels(painter);
    drawCrosshair(painter);
    painter->restore();
}

void MetricChart::drawLegend(QPainter *painter) const
{
    // title, then each line's name; at the crosshair with its value there
    painter->setFont(ui::font(TextRole::Strong));
    painter->setPen(palette().color(QPalette::Text));
    int x = units(1);
    const int baseline = units(1.9);
    const auto write = [&](const QString &text) {
        painter->drawText(x, baseline, text);
        x += painter->fontMetrics().horizontalAdvance(text) + units(2);
    };
    write(m_title);
    painter->setFont(ui::font(TextRole::Caption));
    for (size_t i = 0; i < m_curves.size(); ++i) {
        const Curve &curve = m_curves[i];
        painter->fillRect(QRect(x, baseline - units(0.8), units(1.4), units(0.3)), colourOf(i));
        x += units(2);
        const int sample = m_crosshair ? sampleAt(curve, *m_crosshair) : -1;
        painter->setPen(quietText(palette()));
        write(sample < 0 ? curve.line.name
                         : QStringLiteral("%1 %2").arg(curve.line.name, curve.line.text(curve.values[sample].y())));
    }
    if (m_crosshair) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(*m_crosshair / 1000);
        write(QLocale().toString(time.time(), QStringLiteral("HH:mm:ss")));
    }
}

void MetricChart::drawAxes(QPainter *painter) const
{
    const QRectF plot = chart()->plotArea();
    painter->setFont(ui::font(TextRole::Caption));
    painter->setPen(quietText(palette()));
    const double height = painter->fontMetrics().height();
    for (int tick = 0; tick < kValueTicks; ++tick) {
        const double share = double(tick) / (kValueTicks - 1);
        const QRectF place(0, plot.bottom() - share * plot.height() - height / 2, plot.left() - units(0.8), height);
        painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, axisText(m_values->max() * share));
    }
    const int64_t first = m_time->min().toMSecsSinceEpoch();
    const int64_t last = m_time->max().toMSecsSinceEpoch();
    const int64_t step = last - first > 5 * kMinute ? 3 * kMinute : last - first > 2 * kMinute ? kMinute : kMinute / 2;
    const QString format = step < kMinute ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm");
    for (int64_t at = (first / step + 1) * step; at <= last; at += step) {
        const double x = plot.left() + plot.width() * double(at - first) / double(last - first);
        if (x - plot.left() < units(3)) {
            continue; // would stand beside the lowest value
        }
        const QRectF place(x - units(6), plot.bottom() + units(0.4), units(12), height);
        painter->drawText(place, Qt::AlignHCenter | Qt::AlignTop, QDateTime::fromMSecsSinceEpoch(at).toString(format));
    }
}

QString MetricChart::axisText(double value) const
{
    return m_isBytes ? m_curves.front().line.text(value) : QLocale().toString(value, 'f', m_values->max() < 10 ? 1 : 0);
}

void MetricChart::drawEndLabels(QPainter *painter) const
{
    painter->setFont(ui::font(TextRole::Caption));
    double taken = -1e9; // where the label before stands
    for (size_t i = 0; i < m_curves.size(); ++i) {
        const Curve &curve = m_curves[i];
        if (curve.values.isEmpty()) {
            continue;
        }
        const QPointF end = chart()->mapToPosition(curve.values.last());
        const double height = painter->fontMetrics().height();
        double y = end.y();
        if (std::abs(y - taken) < height) {
            y = y <= taken ? taken - height : taken + height;
        }
        taken = y;
        painter->setPen(colourOf(i));
        painter->drawText(QPointF(end.x() + units(0.5), y + height / 3), curve.line.text(curve.values.last().y()));
    }
}

void MetricChart::drawCrosshair(QPainter *painter) const
{
    if (!m_crosshair) {
        return;
    }
    const QRectF plot = chart()->plotArea();
    const double x = chart()->mapToPosition({double(*m_crosshair / 1000), 0}).x();
    if (x < plot.left() || x > plot.right()) {
        return;
    }
    painter->setPen(QPen(quietText(palette()), 1, Qt::DashLine));
    painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    for (size_t i = 0; i < m_curves.size(); ++i) {
        const int sample = sampleAt(m_curves[i], *m_crosshair);
        if (sample >= 0) {
            painter->setBrush(colourOf(i));
            painter->setPen(Qt::NoPen);
            painter->drawEllipse(chart()->mapToPosition(m_curves[i].values[sample]), units(0.3), units(0.3));
        }
    }
}

void MetricChart::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    if (chart()->plotArea().contains(event->position())) {
        Q_EMIT crosshairMoved(int64_t(chart()->mapToValue(event->position()).x()) * 1000);
    } else {
        Q_EMIT crosshairMoved(std::nullopt);
    }
}

void MetricChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    Q_EMIT crosshairMoved(std::nullopt);
}

void MetricChart::keyPressEvent(QKeyEvent *event)
{
    constexpr int64_t kStep = 5'000'000;
    const int64_t newest = m_time->max().toMSecsSinceEpoch() * 1000;
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        const int64_t step = event->key() == Qt::Key_Left ? -kStep : kStep;
        Q_EMIT crosshairMoved(std::min(newest, m_crosshair.value_or(newest) + step));
    } else if (event->key() == Qt::Key_Escape && m_crosshair) {
        Q_EMIT crosshairMoved(std::nullopt);
    } else {
        QChartView::keyPressEvent(event);
    }
}

void MetricChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_time != nullptr) {
        applyPalette();
    }
}

} // namespace rowcast::ui
