// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/weekaxisitems.h"

#include "ui/trends/chartframe.h"
#include "ui/trends/weekaxis.h"

#include <QFontMetricsF>
#include <QGraphicsSimpleTextItem>
#include <QPen>

namespace assay {

namespace {

constexpr double kWeekRow = 22;
constexpr double kMonthRow = 18;
constexpr double kTick = 4;

WeekAxisRequest requestFor(const ChartFrame& frame, const WeekAxisPlace& place)
{
    WeekAxisRequest request{
        .weekWidth = frame.weekWidth(),
        .chosen = place.chosen,
        .gap = frame.px(6),
        .textWidth = [metrics = QFontMetricsF(frame.style.labelSemibold)](const QString& text) {
            return metrics.horizontalAdvance(text);
        }};
    for (const TrendPoint& point : frame.line.points)
        request.weeks.push_back(point.week);
    return request;
}

void addWeekName(const ChartFrame& frame, const WeekLabel& label)
{
    const double x = frame.x(label.index);
    const double y = frame.plot.bottom();
    auto* tick = new QGraphicsLineItem(frame.style.snapped(x), y, frame.style.snapped(x), y + frame.px(kTick),
                                       frame.parent);
    tick->setPen(QPen(frame.style.axis, frame.px(1)));
    QGraphicsSimpleTextItem* text =
        addText(frame, label.text, label.isChosen ? frame.style.text : frame.style.text2);
    if (label.isChosen)
        text->setFont(frame.style.labelSemibold);
    nameItem(text, "weekLabel", label.index);
    const QRectF box = text->boundingRect();
    text->setPos(x - box.width() / 2, y + frame.px(kWeekRow - 8) - box.height() / 2);
}

void addMonthName(const ChartFrame& frame, const MonthLabel& label)
{
    const double x = frame.style.snapped(frame.x(label.index - 0.5));
    const double y = frame.plot.bottom() + frame.px(kWeekRow);
    auto* edge = new QGraphicsLineItem(x, y + frame.px(2), x, y + frame.px(kMonthRow - 2), frame.parent);
    edge->setPen(QPen(frame.style.separator, frame.px(1)));
    QGraphicsSimpleTextItem* text = addText(frame, label.text, frame.style.text2);
    nameItem(text, "monthLabel", label.index);
    text->setPos(x + frame.px(2), y + frame.px(kMonthRow / 2) - text->boundingRect().height() / 2);
}

} // namespace

double weekAxisHeight(const ChartStyle& style)
{
    return (kWeekRow + kMonthRow) * style.scale;
}

double weekRowHeight(const ChartStyle& style)
{
    return kWeekRow * style.scale;
}

void addWeekAxis(const TrendLine& line, const ChartStyle& style, const WeekAxisPlace& place,
                 QGraphicsItem* parent)
{
    const ValueAxis noValues;
    const ChartFrame frame{line, style, noValues, place.plot, parent, true};
    const WeekAxis axis = weekAxis(requestFor(frame, place));
    for (const WeekLabel& label : axis.weeks)
        addWeekName(frame, label);
    if (place.rows == WeekAxisRows::Weeks)
        return;
    for (const MonthLabel& label : axis.months)
        addMonthName(frame, label);
}

} // namespace assay
