// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the names of weeks and months below a plot. GUI thread; the items belong to the given parent item.
// Which names there are is decided in weekaxis.h.
#pragma once

#include "ui/trends/chartstyle.h"
#include "ui/trends/trendline.h"

#include <QRectF>

#include <optional>

class QGraphicsItem;

namespace assay {

enum class WeekAxisRows { WeeksAndMonths, Weeks };

struct WeekAxisPlace
{
    QRectF plot{};               ///< the lowest one
    std::optional<int> chosen{}; ///< a week to be named in bold
    WeekAxisRows rows = WeekAxisRows::WeeksAndMonths;
};

/// Height of both rows.
double weekAxisHeight(const ChartStyle& style);
/// Height of the weeks' names alone.
double weekRowHeight(const ChartStyle& style);

void addWeekAxis(const TrendLine& line, const ChartStyle& style, const WeekAxisPlace& place,
                 QGraphicsItem* parent);

} // namespace assay
