// SPDX-License-Identifier: GPL-3.0-or-later
// The marker of a week and the whisker of its interval (DESIGN.md, "Charts"): a state by shape as well as
// colour. GUI thread; the items belong to the frame's parent. Also drawn by the legend.
#pragma once

#include "ui/trends/chartframe.h"

#include <QGraphicsItem>

class QPainter;

namespace assay {

/// Draws the marker around the point; nothing for None.
void paintMarker(QPainter* painter, QPointF centre, WeekMark mark, const ChartStyle& style);

class MarkerItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 1 };

    MarkerItem(WeekMark mark, const ChartStyle& style, QGraphicsItem* parent);

    int type() const override { return Type; }
    WeekMark mark() const { return m_mark; }
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    WeekMark m_mark;
    ChartStyle m_style;
};

void addMarkers(const ChartFrame& frame);

/// The 95 % interval of each value; without a cap where it goes beyond the axis.
void addWhiskers(const ChartFrame& frame);

} // namespace assay
