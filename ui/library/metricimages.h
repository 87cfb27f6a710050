// SPDX-License-Identifier: GPL-3.0-or-later
// Which images a metric of a week is about, worst first: what a click on a week leads to. Plain function.
#pragma once

#include "app/domain/metricid.h"
#include "app/domain/viewfilter.h"
#include "app/store/libraryfilter.h"

namespace assay {

/// A metric of one week, as a page of numbers shows it.
struct MetricWeek
{
    MetricId metric = MetricId::Adherence;
    IsoWeek week{};
    ViewFilter view{};
};

/// Nothing for a metric that no image counts in.
std::optional<LibraryFilter> imagesOf(const MetricWeek& shown);

} // namespace assay
