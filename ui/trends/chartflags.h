// SPDX-License-Identifier: GPL-3.0-or-later
// Changes and alerts on a chart: a dotted line at the change's instant with a flag above the plot, a triangle
// at the foot where an alert began to fire. GUI thread; the items belong to the frame's parent.
#pragma once

#include "ui/trends/chartframe.h"

#include <QStringList>

namespace assay {

/// Height of a flag above the plot.
double flagHeight(const ChartStyle& style);

void addChangeLines(const ChartFrame& frame);

/// Where flags would touch, they show numbers; the texts are returned in that order, to be listed below.
/// Empty when every flag says its own.
QStringList addFlags(const ChartFrame& frame);

void addAlerts(const ChartFrame& frame);

} // namespace assay
