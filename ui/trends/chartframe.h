// SPDX-License-Identifier: GPL-3.0-or-later
// ChartFrame: where weeks and values lie in a chart's plot, and the item everything is drawn on. The drawing
// functions of the chart share it. GUI thread; it owns nothing: items belong to their parent item.
#pragma once

#include "ui/trends/chartstyle.h"
#include "ui/trends/trendline.h"
#include "ui/trends/valueaxis.h"

#include <QRectF>

class QGraphicsItem;
class QGraphicsSimpleTextItem;

namespace assay {

/// Every item the chart draws says what it is (QGraphicsItem::data): a word, and the week it belongs to.
enum ChartItemKey { ItemKind, ItemWeek };

/// From back to front.
namespace layer {
inline constexpr double kGrid = 1;
inline constexpr double kBand = 2;
inline constexpr double kBaseline = 3;
inline constexpr double kWhisker = 4;
inline constexpr double kLine = 5;
inline constexpr double kChange = 6;
inline constexpr double kMarker = 7;
inline constexpr double kText = 8;
} // namespace layer

struct ChartFrame
{
    const TrendLine& line;
    const ChartStyle& style;
    const ValueAxis& axis;
    QRectF plot;
    QGraphicsItem* parent = nullptr;
    bool hasWords = true; ///< of changes, alerts, baselines and gaps

    double weekWidth() const;
    double x(double week) const;  ///< 0 is the middle of the first week
    double y(double value) const; ///< values outside the axis lie outside the plot
    double clampedY(double value) const;
    double px(double size) const { return size * style.scale; }
};

/// Names an item so that it can be found again.
void nameItem(QGraphicsItem* item, const char* kind, int week = -1);

/// A line of text, measured from its top left corner.
QGraphicsSimpleTextItem* addText(const ChartFrame& frame, const QString& text, const QColor& colour);

} // namespace assay
