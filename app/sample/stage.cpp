// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/stage.h"

#include <QLinearGradient>

namespace assay::sample {

Tones tonesOf(Tint tint)
{
    switch (tint) {
    case Tint::Red:
        return {rgb(0xD95F58), rgb(0xC8322B), rgb(0x96241F)};
    case Tint::Blue:
        return {rgb(0x5A84C6), rgb(0x2B5FB3), rgb(0x1D3C73)};
    case Tint::Green:
        return {rgb(0x66A480), rgb(0x3A8460), rgb(0x265E44)};
    case Tint::Yellow:
        return {rgb(0xF4D271), rgb(0xE3B02E), rgb(0xB9861C)};
    case Tint::Orange:
        return {rgb(0xF2985C), rgb(0xE4702B), rgb(0xAB4B1B)};
    case Tint::Pink:
        return {rgb(0xF8D3DB), rgb(0xEDA9B8), rgb(0xCE7F92)};
    case Tint::Purple:
        return {rgb(0x9674C8), rgb(0x6C42A5), rgb(0x492A77)};
    case Tint::Teal:
        return {rgb(0x4F979C), rgb(0x1F7178), rgb(0x144C52)};
    case Tint::White:
        return {rgb(0xFFFFFF), rgb(0xF3EFE7), rgb(0xC2B9AB)};
    case Tint::Terracotta:
        return {rgb(0xDF8B67), rgb(0xCB6A45), rgb(0x9C4C2F)};
    }
    return {};
}

QColor withAlpha(QColor colour, double alpha)
{
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

Stage::Stage(QPainter& painter, quint64 lookSeed, quint64 takeSeed)
    : look(lookSeed)
    , take(takeSeed)
    , m_painter(painter)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setRenderHint(QPainter::Antialiasing);
}

void Stage::gradient(const QRectF& area, QColor top, QColor bottom)
{
    QLinearGradient ramp(area.topLeft(), area.bottomLeft());
    ramp.setColorAt(0, top);
    ramp.setColorAt(1, bottom);
    m_painter.fillRect(area, ramp);
}

void Stage::fill(const QPainterPath& path, const QBrush& brush)
{
    m_painter.fillPath(path, brush);
}

void Stage::rect(const QRectF& area, const QBrush& brush, double radius)
{
    m_painter.setBrush(brush);
    m_painter.drawRoundedRect(area, radius, radius);
}

void Stage::ellipse(QPointF centre, double rx, double ry, const QBrush& brush)
{
    m_painter.setBrush(brush);
    m_painter.drawEllipse(centre, rx, ry);
}

void Stage::polygon(const QPolygonF& points, const QBrush& brush)
{
    m_painter.setBrush(brush);
    m_painter.drawPolygon(points);
}

void Stage::stroke(const QPainterPath& path, QColor colour, double width, Qt::PenCapStyle cap)
{
    m_painter.strokePath(path, QPen(colour, width, Qt::SolidLine, cap, Qt::RoundJoin));
}

void Stage::line(QPointF from, QPointF to, QColor colour, double width)
{
    QPainterPath path(from);
    path.lineTo(to);
    stroke(path, colour, width, Qt::FlatCap);
}

void Stage::shadow(QPointF centre, double rx, double ry, double alpha)
{
    ellipse(centre, rx, ry, withAlpha(rgb(0x1E120A), alpha));
}

void Stage::room(double horizon, Tones wall, Tones floor)
{
    gradient({0, 0, 1000, horizon}, wall.light, wall.mid);
    gradient({0, horizon, 1000, 1000 - horizon}, floor.light, floor.mid);
    rect({0, horizon, 1000, 5}, withAlpha(floor.dark, 0.55));
}

void Stage::daylight(double topX, double bottomX, double horizon)
{
    polygon({{0, 0}, {topX, 0}, {bottomX, horizon}, {0, horizon}}, withAlpha(Qt::white, 0.16));
}

void Stage::boards(double horizon)
{
    const QColor seam = withAlpha(rgb(0x3A2110), 0.16);
    const double depth = 1000 - horizon;
    const struct
    {
        double y, from, to;
    } seams[] = {{.30, 0, .62}, {.52, .30, 1}, {.78, .05, .62}, {.90, .55, 1}};
    for (const auto& s : seams) {
        const double shift = take.between(-40, 40);
        line({s.from * 1000 + shift, horizon + s.y * depth}, {s.to * 1000 + shift, horizon + s.y * depth},
             seam, 5);
    }
}

void Stage::frame(const QRectF& outer, QColor inner)
{
    rect(outer.translated(6, 8), withAlpha(rgb(0x1E120A), 0.10));
    rect(outer, rgb(0xFDFCFA));
    rect(outer.adjusted(22, 22, -22, -22), inner);
}

void Stage::push(QPointF origin, double scale, bool mirrored)
{
    m_painter.save();
    m_painter.translate(origin);
    m_painter.scale(mirrored ? -scale : scale, scale);
}

void Stage::pop()
{
    m_painter.restore();
}

} // namespace assay::sample
