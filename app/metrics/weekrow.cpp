// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics/weekrow.h"

namespace assay {

namespace {

constexpr double kMicroPerUnit = 1'000'000;

Estimate costEstimate(const WeekCounts& counts, const Sums& sums)
{
    if (counts.spent.size() > 1) {
        Reason mixed{.why = Why::MixedCurrencies};
        for (const auto& [currency, micro] : counts.spent)
            mixed.currencies += currency;
        return noEstimate(std::move(mixed));
    }
    if (counts.costUnknown > 0)
        return noEstimate({.why = Why::CostMissing, .missing = counts.costUnknown});
    return ratioEstimate(sums, kMicroPerUnit);
}

} // namespace

Estimate estimate(const WeekRow& row, MetricId metric)
{
    const Sums& sums = row.sums[index(metric)];
    const Definition& how = definition(metric);
    if (how.unit == MetricUnit::Money)
        return costEstimate(row.counts, sums);
    switch (how.kind) {
    case MetricKind::Rate:
        return rateEstimate(sums);
    case MetricKind::Mean:
        return meanEstimate(sums);
    case MetricKind::Ratio:
        return ratioEstimate(sums);
    case MetricKind::Quantile:
        return quantileEstimate(row.samples[index(how.samples)], how.quantile);
    case MetricKind::TimeShare:
        return timeShareEstimate(row.gpuDays);
    }
    Q_UNREACHABLE();
}

} // namespace assay
