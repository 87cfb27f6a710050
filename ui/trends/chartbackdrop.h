// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind the line of a chart: grid and value axis, band, baseline, gaps. GUI thread; the items
// belong to the frame's parent.
#pragma once

#include "ui/trends/chartframe.h"

namespace assay {

void addValueAxis(const ChartFrame& frame);

/// A polygon stepped by week for each unbroken run of banded weeks; open where the band has no end.
void addBands(const ChartFrame& frame);

/// Dashed over each epoch, thick over the weeks it was made from, with its value at the epoch's start.
void addBaselines(const ChartFrame& frame);

/// Dotted edges around weeks without images, and the words upright where there is room.
void addGaps(const ChartFrame& frame);

} // namespace assay
