// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics/estimate.h"

namespace assay {

namespace {

Estimate markedWhenTooFew(Estimate estimate)
{
    if (estimate.n < kJudgeableObservations || estimate.clusters < kJudgeableClusters)
        estimate.reason = {.why = Why::TooFew};
    return estimate;
}

} // namespace

QString toText(const Reason& reason)
{
    switch (reason.why) {
    case Why::Nothing:
        return {};
    case Why::NoData:
        return QStringLiteral("no data");
    case Why::TooFew:
        return QStringLiteral("too few");
    case Why::ZeroDenominator:
        return QStringLiteral("zero denominator");
    case Why::MixedCurrencies:
        return QStringLiteral("mixed currencies: ") % reason.currencies.join(QStringLiteral(", "));
    case Why::CostMissing:
        return QStringLiteral("cost missing on %1").arg(reason.missing);
    case Why::NoBaseline:
        return QStringLiteral("no baseline");
    case Why::InBaseline:
        return QStringLiteral("baseline");
    case Why::ReviewsOutstanding:
        return QStringLiteral("reviews outstanding");
    }
    Q_UNREACHABLE();
}

std::optional<Interval> Estimate::interval(double z) const
{
    const auto visitor = [z](const auto& kind) -> std::optional<Interval> {
        if constexpr (std::is_same_v<std::decay_t<decltype(kind)>, std::monostate>)
            return std::nullopt;
        else
            return kind.interval(z);
    };
    return std::visit(visitor, spread);
}

Estimate noEstimate(Reason reason)
{
    return {.reason = std::move(reason)};
}

Estimate rateEstimate(const Sums& sums)
{
    if (sums.n == 0)
        return noEstimate({.why = Why::NoData});
    const double n = static_cast<double>(sums.n);
    const double share = sums.y / n;
    return markedWhenTooFew({.value = share,
                             .n = sums.n,
                             .clusters = sums.clusters,
                             .spread = RateSpread{share, n / designEffect(sums)}});
}

Estimate meanEstimate(const Sums& sums)
{
    if (sums.clusters == 0)
        return noEstimate({.why = Why::NoData});
    const double mean = sums.y / static_cast<double>(sums.clusters);
    return markedWhenTooFew({.value = mean,
                             .n = sums.n,
                             .clusters = sums.clusters,
                             .spread = MeanSpread{mean, meanStandardError(sums)}});
}

Estimate ratioEstimate(const Sums& sums, double unitsPerOne)
{
    if (sums.n == 0) {
        Estimate none = noEstimate({.why = sums.y != 0 ? Why::ZeroDenominator : Why::NoData});
        none.clusters = sums.clusters;
        return none;
    }
    const double ratio = sums.y / unitsPerOne / static_cast<double>(sums.n);
    Estimate estimate{.value = ratio, .n = sums.n, .clusters = sums.clusters};
    if (sums.clusters < 2 || ratio == 0) {
        estimate.reason = {.why = Why::TooFew};
        return estimate;
    }
    estimate.spread = RatioSpread{ratio, ratioRelativeError(sums)};
    return markedWhenTooFew(estimate);
}

Estimate quantileEstimate(const Samples& samples, double quantile)
{
    if (samples.isEmpty())
        return noEstimate({.why = Why::NoData});
    const qint64 n = samples.count();
    const double value = samples.at(nearestRank(n, quantile));
    const Sums atMost = samples.atMost(value);
    return markedWhenTooFew({.value = value,
                             .n = n,
                             .clusters = atMost.clusters,
                             .spread = QuantileSpread{samples, quantile, designEffect(atMost)}});
}

Estimate timeShareEstimate(std::span<const GpuDay> days)
{
    double busy = 0;
    double duration = 0;
    for (const GpuDay& day : days) {
        busy += day.busy;
        duration += static_cast<double>(day.duration);
    }
    if (duration == 0)
        return noEstimate({.why = Why::NoData});
    const double share = busy / duration;
    const auto count = static_cast<qint64>(days.size());
    return {.value = share,
            .n = count,
            .clusters = count,
            .reason = {.why = count < kJudgeableDays ? Why::TooFew : Why::Nothing},
            .spread = TimeShareSpread{share, timeShareError(days, share)}};
}

} // namespace assay
