// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/chartflags.h"

#include "ui/trends/chartmarks.h"

#include <QFontMetricsF>
#include <QGraphicsSimpleTextItem>
#include <QPainterPath>
#include <QPen>

#include <algorithm>

namespace assay {

namespace {

constexpr double kFlagHeight = 20;
constexpr double kMostFlagText = 220;
constexpr double kTextInset = 26; ///< room for the arrows at the left
constexpr double kEndInset = 16;

struct FlagPlace
{
    QString text;
    QRectF box;
};

bool touch(const std::vector<FlagPlace>& places)
{
    for (size_t i = 1; i < places.size(); ++i) {
        if (places[i].box.left() < places[i - 1].box.right() + 2)
            return true;
    }
    return false;
}

/// To the right of its line, or to the left where the plot ends.
QRectF flagBox(const ChartFrame& frame, double position, double width)
{
    const double height = frame.px(kFlagHeight);
    const double x = frame.x(position);
    const bool isRoomRight = x + width <= frame.plot.right() + frame.px(12);
    return {isRoomRight ? x : x - width, frame.plot.top() - height - frame.px(2), width, height};
}

std::vector<FlagPlace> writtenFlags(const ChartFrame& frame)
{
    const QFontMetricsF metrics(frame.style.labelSemibold);
    std::vector<FlagPlace> places;
    for (const TrendFlag& flag : frame.line.flags) {
        const QString text = metrics.elidedText(flag.text, Qt::ElideMiddle, frame.px(kMostFlagText));
        const double width = metrics.horizontalAdvance(text) + frame.px(kTextInset + kEndInset);
        places.push_back({text, flagBox(frame, flag.position, width)});
    }
    return places;
}

std::vector<FlagPlace> numberedFlags(const ChartFrame& frame)
{
    std::vector<FlagPlace> places;
    for (const TrendFlag& flag : frame.line.flags) {
        const QString number = QString::number(places.size() + 1);
        QRectF box = flagBox(frame, flag.position, frame.px(20));
        // Two changes in one week: the second number stands beside the first.
        if (!places.empty())
            box.moveLeft(std::max(box.left(), places.back().box.right() + 2));
        places.push_back({number, box});
    }
    return places;
}

void addArrows(const ChartFrame& frame, const QRectF& box)
{
    const double s = frame.style.scale;
    const QPointF o(box.left() + 9 * s, box.center().y());
    QPainterPath path;
    const auto arrow = [&path, s](QPointF from, QPointF to, double back) {
        path.moveTo(from);
        path.lineTo(to);
        path.moveTo(to + QPointF(back, -2 * s));
        path.lineTo(to);
        path.lineTo(to + QPointF(back, 2 * s));
    };
    arrow(o + QPointF(0, -2 * s), o + QPointF(10 * s, -2 * s), -2 * s);
    arrow(o + QPointF(10 * s, 2.5 * s), o + QPointF(0, 2.5 * s), 2 * s);
    auto* arrows = new QGraphicsPathItem(path, frame.parent);
    arrows->setPen(QPen(frame.style.panel, 1.2 * s));
    arrows->setZValue(layer::kText + 1);
}

void addFlag(const ChartFrame& frame, const FlagPlace& place, bool hasArrows)
{
    auto* box = new QGraphicsRectItem(place.box, frame.parent);
    box->setPen(Qt::NoPen);
    box->setBrush(frame.style.text);
    box->setZValue(layer::kText);
    QGraphicsSimpleTextItem* text = addText(frame, place.text, frame.style.panel);
    text->setFont(frame.style.labelSemibold);
    text->setZValue(layer::kText + 1);
    nameItem(text, "flag");
    const QRectF size = text->boundingRect();
    const double left =
        hasArrows ? place.box.left() + frame.px(kTextInset) : place.box.center().x() - size.width() / 2;
    text->setPos(left, place.box.center().y() - size.height() / 2);
    if (hasArrows)
        addArrows(frame, place.box);
}

} // namespace

double flagHeight(const ChartStyle& style)
{
    return (kFlagHeight + 4) * style.scale;
}

void addChangeLines(const ChartFrame& frame)
{
    QPen dotted(frame.style.text, frame.px(2), Qt::CustomDashLine, Qt::FlatCap);
    dotted.setDashPattern({1, 1.5});
    for (const TrendFlag& flag : frame.line.flags) {
        const double x = frame.x(flag.position);
        auto* line = new QGraphicsLineItem(x, frame.plot.top(), x, frame.plot.bottom(), frame.parent);
        line->setPen(dotted);
        line->setZValue(layer::kChange);
        nameItem(line, "change");
    }
}

QStringList addFlags(const ChartFrame& frame)
{
    std::vector<FlagPlace> places = writtenFlags(frame);
    const bool isNumbered = touch(places);
    if (isNumbered)
        places = numberedFlags(frame);
    QStringList listed;
    for (size_t i = 0; i < places.size(); ++i) {
        addFlag(frame, places[i], !isNumbered);
        if (isNumbered)
            listed += frame.line.flags[i].text;
    }
    return listed;
}

void addAlerts(const ChartFrame& frame)
{
    for (const TrendAlert& alert : frame.line.alerts) {
        const double y = frame.plot.bottom() - frame.px(22);
        auto* triangle = new MarkerItem(WeekMark::Firing, frame.style, frame.parent);
        triangle->setPos(frame.x(alert.index), y);
        nameItem(triangle, "alert", alert.index);
        QGraphicsSimpleTextItem* text = addText(frame, alert.text, frame.style.bad);
        text->setFont(frame.style.labelSemibold);
        nameItem(text, "alertWords", alert.index);
        const QRectF box = text->boundingRect();
        const double left = frame.x(alert.index) - frame.px(12) - box.width();
        const bool isRoomLeft = left >= frame.plot.left();
        text->setPos(isRoomLeft ? left : frame.x(alert.index) + frame.px(12), y - box.height() / 2);
    }
}

} // namespace assay
