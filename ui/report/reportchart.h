// SPDX-License-Identifier: GPL-3.0-or-later
// The chart of a report: the same builder as the screen's, in the agency's accent and sizes x 1.5, drawn as
// vectors. GUI thread (a graphics scene is used). Bands, baselines and alerts stay inside the house.
#pragma once

#include "app/report/clientreport.h"
#include "ui/trends/trendline.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace assay {

/// The weeks of a client report as a line: value and interval, nothing of how the house judges them.
TrendLine reportLine(const std::vector<JudgedWeek>& weeks, MetricId metric);

/// Draws the line into the box, in the units of a page of 150 dots to the inch.
void paintReportChart(QPainter* painter, const QRectF& box, const TrendLine& line, const QColor& accent);

} // namespace assay
