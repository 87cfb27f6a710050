// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportchart.h"

#include "ui/trends/trendchart.h"
#include "ui/trends/weekaxisitems.h"

#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QPainter>

#include <algorithm>

namespace assay {

namespace {

WeekMark paperMark(const JudgedWeek& week, const JudgedMetric& metric)
{
    if (!metric.estimate.value)
        return WeekMark::None;
    if (week.role == WeekRole::Open)
        return WeekMark::Open;
    return metric.estimate.isJudgeable() ? WeekMark::Judged : WeekMark::TooFew;
}

double labelRoom(const TrendLine& line, const ChartStyle& style, double height)
{
    const QFontMetricsF metrics(style.label);
    double room = 0;
    for (const ValueTick& tick : valueAxis(line, height / (40 * style.scale)).ticks)
        room = std::max(room, metrics.horizontalAdvance(tick.text));
    return room + 9 * style.scale;
}

} // namespace

TrendLine reportLine(const std::vector<JudgedWeek>& weeks, MetricId id)
{
    TrendLine line{.metric = id};
    for (const JudgedWeek& week : weeks) {
        const JudgedMetric& metric = week.metric(id);
        line.points.push_back({.week = week.week,
                               .value = metric.estimate.value,
                               .interval = metric.interval,
                               .mark = paperMark(week, metric),
                               .hasImages = !week.counts.isEmpty()});
    }
    return line;
}

void paintReportChart(QPainter* painter, const QRectF& box, const TrendLine& line, const QColor& accent)
{
    const ChartStyle style = paperChartStyle(accent);
    const double top = 8 * style.scale;
    const double height = box.height() - top - weekAxisHeight(style);
    const double left = labelRoom(line, style, height);
    const QRectF plot(left, top, box.width() - left - 6, height);
    QGraphicsScene scene(QRectF({0, 0}, box.size()));
    auto* chart = new TrendChart(line, {.style = style, .plot = plot});
    scene.addItem(chart);
    addWeekAxis(line, style, {plot, std::nullopt}, chart);
    chart->layout()->activate();
    scene.render(painter, box, scene.sceneRect());
}

} // namespace assay
