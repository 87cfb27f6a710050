// SPDX-License-Identifier: GPL-3.0-or-later
// A metric's value in one cell, how much it rests on, and its interval at any z; or why there is none. Every
// kind of metric ends in an Estimate, and all judging sees nothing else, so a new kind is one more maker and
// one more Spread. Plain value, any thread.
#pragma once

#include "app/metrics/interval.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace assay {

/// Below these a value is shown with its n, in grey, and never alerts (METRICS.md section 1, judgeable).
inline constexpr qint64 kJudgeableObservations = 30;
inline constexpr qint64 kJudgeableClusters = 10;
inline constexpr qint64 kJudgeableDays = 4; ///< of GPU utilisation

enum class Why {
    Nothing,         ///< there is nothing to explain
    NoData,          ///< no observation
    TooFew,          ///< there is a value, but it rests on too little
    ZeroDenominator, ///< something was spent, nothing accepted
    MixedCurrencies,
    CostMissing,
    NoBaseline,         ///< the epoch has (yet) no baseline for this metric
    InBaseline,         ///< the week is part of the baseline
    ReviewsOutstanding, ///< the week is provisional
};

/// Why a value is missing, too weak or not judged.
struct Reason
{
    Why why = Why::Nothing;
    QStringList currencies = {}; ///< of MixedCurrencies, sorted
    qint64 missing = 0;          ///< of CostMissing: generations without a cost

    bool operator==(const Reason&) const = default;
};

/// The reason as exports state it: "too few", "mixed currencies: EUR, USD"; empty for Nothing.
QString toText(const Reason& reason);

struct RateSpread
{
    double share = 0;
    double effectiveN = 0;

    Interval interval(double z) const { return wilson(share, effectiveN, z); }
    bool operator==(const RateSpread&) const = default;
};

struct MeanSpread
{
    double mean = 0;
    double standardError = 0;

    Interval interval(double z) const { return meanInterval(mean, standardError, z); }
    bool operator==(const MeanSpread&) const = default;
};

struct RatioSpread
{
    double ratio = 0;
    double relativeError = 0;

    Interval interval(double z) const { return ratioInterval(ratio, relativeError, z); }
    bool operator==(const RatioSpread&) const = default;
};

struct QuantileSpread
{
    Samples samples{};
    double quantile = 0.5;
    double designEffect = 1;

    Interval interval(double z) const { return quantileInterval(samples, quantile, designEffect, z); }
    bool operator==(const QuantileSpread&) const = default;
};

struct TimeShareSpread
{
    double share = 0;
    double standardError = 0;

    Interval interval(double z) const { return timeShareInterval(share, standardError, z); }
    bool operator==(const TimeShareSpread&) const = default;
};

struct Estimate
{
    using Spread =
        std::variant<std::monostate, RateSpread, MeanSpread, RatioSpread, QuantileSpread, TimeShareSpread>;

    std::optional<double> value = {};
    qint64 n = 0;
    qint64 clusters = 0;
    Reason reason = {};
    Spread spread = {};

    bool isJudgeable() const { return value && reason.why == Why::Nothing; }
    /// Nothing where there is no value, and for a ratio of 0 or of a single cluster. Always there when
    /// judgeable.
    std::optional<Interval> interval(double z) const;

    bool operator==(const Estimate&) const = default;
};

/// No value, for that reason.
Estimate noEstimate(Reason reason);

Estimate rateEstimate(const Sums& sums);
Estimate meanEstimate(const Sums& sums);

/// `unitsPerOne`: how many of the summed units make one of the value's (1,000,000 for money in micro-units).
Estimate ratioEstimate(const Sums& sums, double unitsPerOne = 1);

/// The nearest-rank quantile: always an observed value.
Estimate quantileEstimate(const Samples& samples, double quantile);

/// Time-weighted over days, which are both its observations and its clusters.
Estimate timeShareEstimate(std::span<const GpuDay> days);

} // namespace assay
