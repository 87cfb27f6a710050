// SPDX-License-Identifier: GPL-3.0-or-later
// The baselines of one epoch (METRICS.md section 4): the first two closed weeks that are not empty, pooled
// and then frozen; a metric that two weeks can't carry takes further weeks one by one, at most eight. Values,
// any thread.
#pragma once

#include "app/domain/judgingrules.h"
#include "app/metrics/weekrow.h"

#include <optional>
#include <span>

namespace assay {

inline constexpr int kBaselineWeeks = 2;
inline constexpr int kBaselineMostWeeks = 8;

struct Baseline
{
    Estimate estimate; ///< judgeable
    int weeks = 0;     ///< how many of the epoch's weeks it is made from, or are up to the one by hand
    std::optional<HandBaseline> byHand{}; ///< made from these weeks instead
    /// The intervals at kWarningZ and kAlarmZ, taken once: of pooled samples they are dear.
    Interval warning{};
    Interval alarm{};

    bool operator==(const Baseline&) const = default;
};

/// A baseline of a judgeable estimate.
Baseline frozen(Estimate estimate, int weeks);

using Baselines = PerMetric<std::optional<Baseline>>;

/// Freezes the baseline of every metric that has none yet and can have one from the epoch's weeks so far. To
/// be called for each new week, with all closed, non-empty weeks of the epoch up to it.
void extendBaselines(Baselines& baselines, std::span<const WeekRow> epochWeeks);

/// By hand, of every metric that the weeks chosen, `rows`, can carry, whatever their number; `epochWeeks` of
/// the epoch are not judged against it.
Baselines baselinesOf(const HandBaseline& byHand, std::span<const WeekRow> rows, int epochWeeks);

/// Counts and sums of all the rows, under the last one's week. At least one row.
WeekRow pooled(std::span<const WeekRow> rows);

} // namespace assay
