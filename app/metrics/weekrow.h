// SPDX-License-Identifier: GPL-3.0-or-later
// What a metric's value is in a row of weekly sums. Pure function, any thread; the row itself is a value of
// the domain.
#pragma once

#include "app/domain/weekrow.h"
#include "app/metrics/definition.h"
#include "app/metrics/estimate.h"

namespace assay {

/// The value of a metric in a row or in a sum of rows. Costs in two currencies, or some unknown, give no
/// value.
Estimate estimate(const WeekRow& row, MetricId metric);

} // namespace assay
