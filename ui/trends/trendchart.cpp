// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/trendchart.h"

#include "ui/trends/chartbackdrop.h"
#include "ui/trends/chartflags.h"
#include "ui/trends/chartmarks.h"

#include <QGraphicsLayout>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <cmath>

namespace assay {

namespace {

/// One step of the value axis is at least this high.
constexpr double kLeastStep = 40;

bool hasValue(const TrendPoint& point)
{
    return point.value.has_value();
}

QValueAxis* hiddenAxis(double low, double high)
{
    auto* axis = new QValueAxis;
    axis->setRange(low, high);
    axis->setVisible(false);
    return axis;
}

} // namespace

TrendChart::TrendChart(TrendLine line, const TrendChartLook& look)
    : m_line(std::move(line))
    , m_look(look)
    , m_axis(valueAxis(m_line, look.plot.height() / (kLeastStep * look.style.scale)))
{
    legend()->hide();
    setBackgroundVisible(false);
    setMargins({});
    layout()->setContentsMargins(0, 0, 0, 0);
    addAxis(hiddenAxis(-0.5, double(m_line.points.size()) - 0.5), Qt::AlignBottom);
    addAxis(hiddenAxis(m_axis.low, m_axis.high), Qt::AlignLeft);
    addLines();
    resize(look.plot.right(), look.plot.bottom());
    setPlotArea(look.plot);
    const ChartFrame drawn = frame();
    addValueAxis(drawn);
    addGaps(drawn);
    addBands(drawn);
    addBaselines(drawn);
    addWhiskers(drawn);
    addChangeLines(drawn);
    addMarkers(drawn);
    if (look.hasWords) {
        m_numberedChanges = addFlags(drawn);
        addAlerts(drawn);
    }
}

std::optional<int> TrendChart::weekAt(double x) const
{
    if (m_line.points.empty() || x < m_look.plot.left() || x >= m_look.plot.right())
        return std::nullopt;
    return int(std::floor((x - m_look.plot.left()) / frame().weekWidth()));
}

double TrendChart::roomAbove(const TrendLine& line, const ChartStyle& style)
{
    return line.flags.empty() ? 8 * style.scale : flagHeight(style);
}

ChartFrame TrendChart::frame() const
{
    return {m_line, m_look.style, m_axis, m_look.plot, const_cast<TrendChart*>(this), m_look.hasWords};
}

/// The runs by value alone: the line goes on over a change, and stops at a week without a value. What leads
/// to an open week is dashed.
void TrendChart::addLines()
{
    QList<QPointF> segment;
    const TrendPoint* previous = nullptr;
    for (int i = 0; i < int(m_line.points.size()); ++i) {
        const TrendPoint& point = m_line.points[size_t(i)];
        if (!hasValue(point)) {
            addSegment(segment, Qt::SolidLine);
            segment.clear();
            previous = nullptr;
            continue;
        }
        const QPointF here(i, *point.value);
        if (point.mark == WeekMark::Open && previous) {
            addSegment(segment, Qt::SolidLine);
            addSegment({segment.constLast(), here}, Qt::CustomDashLine);
            segment.clear();
        }
        segment << here;
        previous = &point;
    }
    addSegment(segment, Qt::SolidLine);
}

void TrendChart::addSegment(const QList<QPointF>& points, Qt::PenStyle penStyle)
{
    if (points.size() < 2)
        return;
    auto* series = new QLineSeries;
    series->setName(penStyle == Qt::SolidLine ? QStringLiteral("weeks") : QStringLiteral("open"));
    series->append(points);
    addSeries(series);
    QPen pen(m_look.style.accent, m_look.lineWidth * m_look.style.scale, penStyle, Qt::FlatCap,
             Qt::RoundJoin);
    if (penStyle == Qt::CustomDashLine)
        pen.setDashPattern({2, 2});
    series->setPen(pen);
    for (QAbstractAxis* axis : axes())
        series->attachAxis(axis);
}

} // namespace assay
