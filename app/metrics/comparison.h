// SPDX-License-Identifier: GPL-3.0-or-later
// Before and after one change (METRICS.md section 6): both values of every metric, the difference with its 95
// % interval, how likely chance alone is, and a verdict that allows for so many metrics being asked at once.
// Pure functions, any thread. Which rows lie on which side is the caller's part, with the windows from here.
#pragma once

#include "app/domain/change.h"
#include "app/domain/comparedrows.h"
#include "app/metrics/definition.h"
#include "app/metrics/estimate.h"

#include <optional>
#include <span>
#include <vector>

namespace assay {

/// At most this long on each side of the change.
inline constexpr std::chrono::days kComparedDays{28};
/// Share of false discoveries that is accepted among the metrics of one comparison.
inline constexpr double kFalseDiscoveryRate = 0.05;

/// [from, change) is before, [change, to) is after.
struct ComparisonWindow
{
    UtcTime from{};
    UtcTime change{};
    UtcTime to{};

    bool operator==(const ComparisonWindow&) const = default;
};

/// Bounded by the view's other changes and by now.
ComparisonWindow comparisonWindow(const Change& change, std::span<const Change> changesOfView, UtcTime now);

enum class Verdict { NotEnoughData, NoDetectableDifference, Better, Worse, Different };

QString toText(Verdict verdict); ///< "no detectable difference"

struct ComparedMetric
{
    Estimate before{};
    Estimate after{};
    Verdict verdict = Verdict::NotEnoughData;
    std::optional<double> difference{}; ///< this and the next are there when both sides are judgeable
    std::optional<Interval> interval{}; ///< of the difference, 95 %
    std::optional<double> p{};          ///< two-sided
    std::optional<double> percent{};    ///< share of |before|; nothing where that is 0

    bool operator==(const ComparedMetric&) const = default;
};

/// Assets with generations on both sides are left out of both; the asset metrics count assets begun inside
/// their side's window.
PerMetric<ComparedMetric> compare(const ComparisonWindow& window, const ComparedRows& rows,
                                  const WeekCalendar& calendar);

PerMetric<ComparedMetric> compareSides(const PerMetric<Estimate>& before, const PerMetric<Estimate>& after);

/// Interval of after - before: MOVER, see bandAt(). Both have an interval.
Interval differenceAt(double z, const Estimate& before, const Estimate& after);

/// Two-sided p-value: the level at which the interval of the difference just touches 0, by bisection on z.
double differenceP(const Estimate& before, const Estimate& after);

/// Which of these p-values are discoveries at the rate q: the largest k with p(k) <= q k / m, and all below.
/// Values that are missing count for nothing. Benjamini and Hochberg, J. R. Statist. Soc. B 57 (1995) 289.
std::vector<bool> discoveries(std::span<const std::optional<double>> p, double q);

} // namespace assay
