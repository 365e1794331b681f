// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/TaskCharts.h"

#include "ui/style/Metrics.h"
#include "ui/tasks/MetricChart.h"
#include "ui/tasks/MetricHistory.h"
#include "ui/tasks/TaskTexts.h"

#include <QVBoxLayout>

namespace rowcast::ui {

namespace {

using Sample = MetricHistory::Sample;

template <double Sample::*member> double value(const MetricHistory &history, int sample)
{
    return history.samples()[size_t(sample)].*member;
}

} // namespace

TaskCharts::TaskCharts(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, unit(), 0, 0);
    layout->setSpacing(unit());
    add(new MetricChart(tr("Rows per second"), MetricChart::Scale::Plain,
        {{tr("Read from the source"), value<&Sample::rowsIn>, rateText},
            {tr("Confirmed by the target"), value<&Sample::rowsOut>, rateText}},
        this));
    add(new MetricChart(tr("Latency, seconds"), MetricChart::Scale::Plain,
        {{tr("CDCLatencySource"), value<&Sample::latencySource>, lagText},
            {tr("CDCLatencyTarget"), value<&Sample::latencyTarget>, lagText}},
        this));
    add(new MetricChart(tr("Throughput"), MetricChart::Scale::Bytes,
        {{tr("From the source"), value<&Sample::bytesIn>, byteRateText},
            {tr("To the topic, before compression"), value<&Sample::bytesOut>, byteRateText}},
        this));
}

void TaskCharts::add(MetricChart *chart)
{
    m_charts.push_back(chart);
    layout()->addWidget(chart);
    connect(chart, &MetricChart::crosshairMoved, this, &TaskCharts::moveCrosshair);
}

void TaskCharts::setHistory(const MetricHistory &history, int64_t nowMicros)
{
    for (MetricChart *chart : m_charts) {
        chart->setHistory(history, nowMicros);
    }
}

void TaskCharts::moveCrosshair(const std::optional<int64_t> &micros)
{
    for (MetricChart *chart : m_charts) {
        chart->setCrosshair(micros);
    }
}

} // namespace rowcast::ui
