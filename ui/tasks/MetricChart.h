// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChartView>

#include <optional>
#include <vector>

class QAreaSeries;
class QDateTimeAxis;
class QLabel;
class QLineSeries;
class QValueAxis;

namespace rowcast::ui {

class MetricHistory;

// One chart of a task page: thin lines over the last 15 minutes, the newest value as label at the end of its line, a
// gap where there was no data, and a crosshair that all charts of the page share.
class MetricChart : public QChartView {
    Q_OBJECT

public:
    struct Line {
        QString name;
        double (*value)(const MetricHistory &history, int sample);
        QString (*text)(double value); // with its unit
    };
    // Bytes: of the values per second, whose unit at the axis grows with them. Plain: the title names the unit.
    enum class Scale { Plain, Bytes };
    MetricChart(const QString &title, Scale scale, const std::vector<Line> &lines, QWidget *parent = nullptr);

    void setHistory(const MetricHistory &history, int64_t nowMicros);
    // Microseconds since 1970 UTC; none: no crosshair.
    void setCrosshair(const std::optional<int64_t> &micros);

Q_SIGNALS:
    void crosshairMoved(const std::optional<int64_t> &micros);

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    // Left and Right move the crosshair, Escape takes it away.
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Segment {
        QLineSeries *line = nullptr;
        QAreaSeries *area = nullptr;
    };
    struct Curve {
        Line line;
        std::vector<Segment> segments;
        QList<QPointF> values; // x in milliseconds, y
    };
    [[nodiscard]] QColor colourOf(size_t curve) const;
    void applyPalette();
    void colour(const Segment &segment, const QColor &colour);
    Segment addSegment(size_t curve);
    void drawSegments(Curve &curve, size_t index);
    void drawAxes(QPainter *painter) const;
    void drawEndLabels(QPainter *painter) const;
    void drawCrosshair(QPainter *painter) const;
    void drawLegend(QPainter *painter) const;
    [[nodiscard]] int sampleAt(const Curve &curve, int64_t micros) const;

    [[nodiscard]] QString axisText(double value) const;

    QString m_title;
    bool m_isBytes;
    QDateTimeAxis *m_time;
    QValueAxis *m_values;
    std::vector<Curve> m_curves;
    std::optional<int64_t> m_crosshair;
};

} // namespace rowcast::ui
