// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/chartframe.h"

#include <QBrush>
#include <QGraphicsSimpleTextItem>

#include <algorithm>

namespace assay {

double ChartFrame::weekWidth() const
{
    return plot.width() / std::max<double>(1, double(line.points.size()));
}

double ChartFrame::x(double week) const
{
    return plot.left() + (week + 0.5) * weekWidth();
}

double ChartFrame::y(double value) const
{
    return plot.bottom() - (value - axis.low) / (axis.high - axis.low) * plot.height();
}

double ChartFrame::clampedY(double value) const
{
    return std::clamp(y(value), plot.top(), plot.bottom());
}

void nameItem(QGraphicsItem* item, const char* kind, int week)
{
    item->setData(ItemKind, QString::fromLatin1(kind));
    item->setData(ItemWeek, week);
}

QGraphicsSimpleTextItem* addText(const ChartFrame& frame, const QString& text, const QColor& colour)
{
    auto* item = new QGraphicsSimpleTextItem(text, frame.parent);
    item->setFont(frame.style.label);
    item->setBrush(colour);
    item->setZValue(layer::kText);
    return item;
}

} // namespace assay
