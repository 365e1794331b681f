// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

namespace rowcast::ui {

class MetricChart;
class MetricHistory;

// The charts of a task page, one below the other, with one time axis and one crosshair.
class TaskCharts : public QWidget {
    Q_OBJECT

public:
    explicit TaskCharts(QWidget *parent = nullptr);
    void setHistory(const MetricHistory &history, int64_t nowMicros);

private:
    void add(MetricChart *chart);
    void moveCrosshair(const std::optional<int64_t> &micros);

    std::vector<MetricChart *> m_charts;
};

} // namespace rowcast::ui
