// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/chartbackdrop.h"

#include "app/report/figures.h"

#include <QCoreApplication>
#include <QGraphicsSimpleTextItem>
#include <QPen>

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

struct ChartWords
{
    Q_DECLARE_TR_FUNCTIONS(assay::ChartWords)
};

/// Far enough outside that the edge of an endless band is never seen.
constexpr double kBeyond = 20;

QGraphicsLineItem* addLine(const ChartFrame& frame, const QLineF& line, const QPen& pen)
{
    auto* item = new QGraphicsLineItem(line, frame.parent);
    item->setPen(pen);
    return item;
}

double edgeY(const ChartFrame& frame, double value)
{
    if (std::isinf(value))
        return value > 0 ? frame.plot.top() - kBeyond : frame.plot.bottom() + kBeyond;
    return frame.style.snapped(frame.y(value));
}

QPolygonF bandPolygon(const ChartFrame& frame, std::pair<int, int> run)
{
    QPolygonF polygon;
    for (int i = run.first; i <= run.second; ++i) {
        const double y = edgeY(frame, frame.line.points[size_t(i)].backdrop->band->high);
        polygon << QPointF(frame.x(i - 0.5), y) << QPointF(frame.x(i + 0.5), y);
    }
    for (int i = run.second; i >= run.first; --i) {
        const double y = edgeY(frame, frame.line.points[size_t(i)].backdrop->band->low);
        polygon << QPointF(frame.x(i + 0.5), y) << QPointF(frame.x(i - 0.5), y);
    }
    return polygon;
}

/// The band's edges over the weeks that a name of that width at the first one would stand on.
std::pair<double, double> bandEdgesBelowName(const ChartFrame& frame, int first, double width)
{
    const double start = frame.x(first - 0.5);
    const double baseline = frame.y(frame.line.points[size_t(first)].backdrop->baseline);
    std::pair<double, double> edges(baseline, baseline);
    for (int i = first; i < int(frame.line.points.size()) && frame.x(i - 0.5) < start + width; ++i) {
        const auto& backdrop = frame.line.points[size_t(i)].backdrop;
        if (!backdrop || !backdrop->band)
            continue;
        edges.first = std::min(edges.first, frame.clampedY(backdrop->band->high));
        edges.second = std::max(edges.second, frame.clampedY(backdrop->band->low));
    }
    return edges;
}

/// Above the band where it starts, below it where there is no room above.
void addBaselineName(const ChartFrame& frame, int first)
{
    const TrendPoint& point = frame.line.points[size_t(first)];
    const QString value = metricText(definition(frame.line.metric), point.backdrop->baseline);
    QGraphicsSimpleTextItem* name =
        addText(frame, ChartWords::tr("baseline %1").arg(value), frame.style.text2);
    nameItem(name, "baselineName", first);
    const QSizeF size = name->boundingRect().size();
    const auto [top, bottom] = bandEdgesBelowName(frame, first, size.width());
    const double gap = frame.px(2);
    const bool isRoomAbove = top - size.height() - gap >= frame.plot.top();
    name->setPos(frame.x(first - 0.5), isRoomAbove ? top - size.height() - gap : bottom + gap);
    const bool isRoomRight = frame.plot.right() - name->pos().x() >= size.width();
    name->setVisible(isRoomRight && name->pos().y() + size.height() <= frame.plot.bottom());
}

} // namespace

void addValueAxis(const ChartFrame& frame)
{
    const double left = frame.plot.left();
    const double right = frame.plot.right();
    for (const ValueTick& tick : frame.axis.ticks) {
        const double y = frame.style.snapped(frame.y(tick.value));
        if (y < frame.plot.bottom() - 2) {
            auto* line = addLine(frame, {left, y, right, y}, QPen(frame.style.grid, frame.px(1)));
            line->setZValue(layer::kGrid);
            nameItem(line, "grid");
        }
        QGraphicsSimpleTextItem* text = addText(frame, tick.text, frame.style.text2);
        nameItem(text, "valueLabel");
        const QRectF box = text->boundingRect();
        text->setPos(left - frame.px(8) - box.width(), y - box.height() / 2);
    }
    const double foot = frame.style.snapped(frame.plot.bottom());
    auto* axis = addLine(frame, {left, foot, right, foot}, QPen(frame.style.axis, frame.px(1)));
    axis->setZValue(layer::kGrid);
    nameItem(axis, "axis");
}

void addBands(const ChartFrame& frame)
{
    auto* window = new QGraphicsRectItem(frame.plot, frame.parent);
    window->setPen(Qt::NoPen);
    window->setFlag(QGraphicsItem::ItemClipsChildrenToShape);
    window->setZValue(layer::kBand);
    const auto isBanded = [](const TrendPoint& point) { return point.backdrop && point.backdrop->band; };
    for (const auto& run : runs(frame.line.points, isBanded)) {
        auto* band = new QGraphicsPolygonItem(bandPolygon(frame, run), window);
        band->setPen(QPen(frame.style.bandEdge, frame.px(1)));
        band->setBrush(frame.style.band);
        nameItem(band, "band", run.first);
    }
}

void addBaselines(const ChartFrame& frame)
{
    for (const auto& run :
         runs(frame.line.points, [](const TrendPoint& point) { return bool(point.backdrop); })) {
        const double y =
            frame.style.snapped(frame.y(frame.line.points[size_t(run.first)].backdrop->baseline));
        QPen dashed(frame.style.text3, frame.px(1), Qt::CustomDashLine, Qt::FlatCap);
        dashed.setDashPattern({6, 4});
        auto* line = addLine(frame, {frame.x(run.first - 0.5), y, frame.x(run.second + 0.5), y}, dashed);
        line->setZValue(layer::kBaseline);
        nameItem(line, "baseline", run.first);
        if (frame.hasWords)
            addBaselineName(frame, run.first);
    }
    const auto made = [](const TrendPoint& point) {
        return point.backdrop && point.backdrop->isBaselineWeek;
    };
    for (const auto& run : runs(frame.line.points, made)) {
        const double y =
            frame.style.snapped(frame.y(frame.line.points[size_t(run.first)].backdrop->baseline));
        auto* line = addLine(frame, {frame.x(run.first - 0.5), y, frame.x(run.second + 0.5), y},
                             QPen(frame.style.text2, frame.px(3), Qt::SolidLine, Qt::FlatCap));
        line->setZValue(layer::kBaseline);
        nameItem(line, "baselineWeeks", run.first);
    }
}

void addGaps(const ChartFrame& frame)
{
    for (const auto& run :
         runs(frame.line.points, [](const TrendPoint& point) { return !point.hasImages; })) {
        QPen dotted(frame.style.axis, frame.px(1), Qt::CustomDashLine, Qt::FlatCap);
        dotted.setDashPattern({1.5, 4});
        for (const double week : {run.first - 0.5, run.second + 0.5}) {
            const double x = frame.style.snapped(frame.x(week));
            auto* edge = addLine(frame, {x, frame.plot.top(), x, frame.plot.bottom()}, dotted);
            edge->setZValue(layer::kGrid);
            nameItem(edge, "gapEdge", run.first);
        }
        if (!frame.hasWords)
            continue;
        QGraphicsSimpleTextItem* words = addText(frame, ChartWords::tr("no images"), frame.style.text2);
        nameItem(words, "gapWords", run.first);
        const QRectF box = words->boundingRect();
        const double width = frame.x(run.second + 0.5) - frame.x(run.first - 0.5);
        words->setVisible(box.height() <= width && box.width() + frame.px(16) <= frame.plot.height());
        words->setRotation(-90);
        words->setPos(frame.x((run.first + run.second) / 2.0) - box.height() / 2,
                      frame.plot.bottom() - frame.px(8));
    }
}

} // namespace assay
