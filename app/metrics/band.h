// SPDX-License-Identifier: GPL-3.0-or-later
// The band around a baseline and what a week's place in or outside it means (METRICS.md section 4). A week is
// outside exactly when it passes the threshold and the interval of its difference from the baseline excludes
// 0. Pure functions, any thread; they know neither weeks nor epochs.
#pragma once

#include "app/metrics/baseline.h"
#include "app/metrics/definition.h"
#include "app/metrics/estimate.h"

#include <optional>

namespace assay {

/// One-sided false-alarm probabilities per metric and week: 0.0228 and 0.00135.
inline constexpr double kWarningZ = 2.0;
inline constexpr double kAlarmZ = 3.0;

enum class Level {
    InBand,  ///< inside at z = 2
    Warning, ///< outside at z = 2
    Alarm,   ///< outside at z = 3
};

enum class Side { Within, Below, Above };

/// What one judged value means.
struct Judgement
{
    Level level = Level::InBand;
    Side side = Side::Within;
    bool isBad = false;              ///< outside at z = 2 or more, on the bad side
    bool hasMoved = false;           ///< the threshold is passed in the bad direction, surely or not
    std::optional<double> deviation; ///< share of the baseline; nothing where the baseline is 0
    Interval band;                   ///< at z = 3, as computed: a rate's may reach beyond 0 and 1
    Estimate estimate;               ///< what was judged: the week, or it and the weeks before it
    int weeks = 1;                   ///< how many weeks `estimate` covers; more than one: pooled

    bool isPooled() const { return weeks > 1; }
    bool operator==(const Judgement&) const = default;
};

/// (value - baseline) / |baseline|; nothing for a baseline of 0.
std::optional<double> deviation(double value, double baseline);

/// Baseline b -+ max(need, root of the squared distances to the ends of both intervals), the MOVER interval
/// of a difference: Newcombe, Statistics in Medicine 17 (1998) 873, method 10; Zou and Donner, ibid. 27
/// (2008) 1693. Both estimates have an interval. Infinite where an interval has no end.
Interval bandAt(double z, const Threshold& threshold, const Estimate& baseline, const Estimate& week);
/// The same at kAlarmZ.
Interval alarmBand(const Threshold& threshold, const Baseline& baseline, const Estimate& week);

/// The band as it is drawn: a share ends at 0 and 1.
Interval drawnBand(const Interval& band, MetricUnit unit);

/// The week's estimate has an interval.
Judgement judgeValue(const Definition& metric, const Baseline& baseline, const Estimate& week);

} // namespace assay
