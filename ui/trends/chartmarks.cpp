// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/chartmarks.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace assay {

namespace {

QColor whiskerColour(WeekMark mark, const ChartStyle& style)
{
    switch (mark) {
    case WeekMark::Pending:
        return style.warn;
    case WeekMark::Firing:
        return style.bad;
    case WeekMark::Judged:
    case WeekMark::Pooled:
        return style.whisker;
    default:
        return style.text3;
    }
}

void paintDisc(QPainter* painter, QPointF centre, const ChartStyle& style)
{
    const double s = style.scale;
    painter->setPen(Qt::NoPen);
    painter->setBrush(style.panel);
    painter->drawEllipse(centre, 5.5 * s, 5.5 * s);
    painter->setBrush(style.accent);
    painter->drawEllipse(centre, 4 * s, 4 * s);
}

void paintSquare(QPainter* painter, QPointF centre, const ChartStyle& style)
{
    const double s = style.scale;
    painter->fillRect(QRectF(centre.x() - 5.5 * s, centre.y() - 5.5 * s, 11 * s, 11 * s), style.panel);
    painter->fillRect(QRectF(centre.x() - 4 * s, centre.y() - 4 * s, 8 * s, 8 * s), style.accent);
}

void paintHalfDiamond(QPainter* painter, QPointF centre, const ChartStyle& style)
{
    const double r = 6 * style.scale;
    const QPointF top = centre - QPointF(0, r);
    const QPointF bottom = centre + QPointF(0, r);
    const QPointF left = centre - QPointF(r, 0);
    const QPointF right = centre + QPointF(r, 0);
    const QPolygonF diamond{top, right, bottom, left};
    painter->setBrush(style.panel);
    painter->setPen(QPen(style.panel, 4 * style.scale, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter->drawPolygon(diamond);
    painter->setPen(QPen(style.warn, 1.5 * style.scale, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter->drawPolygon(diamond);
    painter->setBrush(style.warn);
    painter->drawPolygon(QPolygonF{top, bottom, left});
}

void paintTriangle(QPainter* painter, QPointF centre, const ChartStyle& style)
{
    const double s = style.scale;
    const QPolygonF triangle{centre + QPointF(0, -6.5 * s), centre + QPointF(6.5 * s, 5 * s),
                             centre + QPointF(-6.5 * s, 5 * s)};
    painter->setBrush(style.bad);
    painter->setPen(QPen(style.panel, 3 * s, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolygon(triangle);
    painter->setPen(Qt::NoPen);
    painter->drawPolygon(triangle);
}

void paintRing(QPainter* painter, QPointF centre, const QPen& pen, double radius)
{
    painter->setPen(pen);
    painter->drawEllipse(centre, radius, radius);
}

void paintCross(QPainter* painter, QPointF centre, const ChartStyle& style)
{
    const double r = 4 * style.scale;
    painter->setPen(QPen(style.text2, 2 * style.scale, Qt::SolidLine, Qt::FlatCap));
    painter->drawLine(centre + QPointF(-r, -r), centre + QPointF(r, r));
    painter->drawLine(centre + QPointF(-r, r), centre + QPointF(r, -r));
}

QPen openPen(const ChartStyle& style)
{
    QPen pen(style.accent, 2 * style.scale, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({1.6, 1.2});
    return pen;
}

} // namespace

void paintMarker(QPainter* painter, QPointF centre, WeekMark mark, const ChartStyle& style)
{
    const double s = style.scale;
    painter->setBrush(style.panel);
    switch (mark) {
    case WeekMark::None:
        return;
    case WeekMark::Judged:
        return paintDisc(painter, centre, style);
    case WeekMark::Pooled:
        return paintSquare(painter, centre, style);
    case WeekMark::Pending:
        return paintHalfDiamond(painter, centre, style);
    case WeekMark::Firing:
        return paintTriangle(painter, centre, style);
    case WeekMark::Provisional:
        return paintRing(painter, centre, QPen(style.accent, 2 * s), 4.5 * s);
    case WeekMark::Open:
        return paintRing(painter, centre, openPen(style), 4.5 * s);
    case WeekMark::TooFew:
        return paintRing(painter, centre, QPen(style.text3, 1.5 * s), 3 * s);
    case WeekMark::Transition:
        return paintCross(painter, centre, style);
    }
    Q_UNREACHABLE();
}

MarkerItem::MarkerItem(WeekMark mark, const ChartStyle& style, QGraphicsItem* parent)
    : QGraphicsItem(parent)
    , m_mark(mark)
    , m_style(style)
{
    setZValue(layer::kMarker);
}

QRectF MarkerItem::boundingRect() const
{
    const double reach = 9 * m_style.scale;
    return {-reach, -reach, 2 * reach, 2 * reach};
}

void MarkerItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    paintMarker(painter, {0, 0}, m_mark, m_style);
}

void addMarkers(const ChartFrame& frame)
{
    for (int i = 0; i < int(frame.line.points.size()); ++i) {
        const TrendPoint& point = frame.line.points[size_t(i)];
        if (!point.value || point.mark == WeekMark::None)
            continue;
        auto* marker = new MarkerItem(point.mark, frame.style, frame.parent);
        marker->setPos(frame.x(i), frame.clampedY(*point.value));
        nameItem(marker, "marker", i);
    }
}

void addWhiskers(const ChartFrame& frame)
{
    const double cap = std::min(frame.px(3), frame.weekWidth() * 0.35);
    for (int i = 0; i < int(frame.line.points.size()); ++i) {
        const TrendPoint& point = frame.line.points[size_t(i)];
        if (!point.value || !point.interval)
            continue;
        const double x = frame.style.snapped(frame.x(i));
        QPainterPath path(QPointF(x, frame.clampedY(point.interval->low)));
        path.lineTo(x, frame.clampedY(point.interval->high));
        for (const double end : {point.interval->low, point.interval->high}) {
            const double y = frame.y(end);
            if (!std::isfinite(y) || y < frame.plot.top() - 0.5 || y > frame.plot.bottom() + 0.5)
                continue;
            path.moveTo(x - cap, frame.style.snapped(y));
            path.lineTo(x + cap, frame.style.snapped(y));
        }
        auto* whisker = new QGraphicsPathItem(path, frame.parent);
        whisker->setPen(QPen(whiskerColour(point.mark, frame.style), frame.px(1)));
        whisker->setZValue(layer::kWhisker);
        nameItem(whisker, "whisker", i);
    }
}

} // namespace assay
