// SPDX-License-Identifier: GPL-3.0-or-later
// Where a metric's movement from its baseline to a week happened, by client, model or template (METRICS.md
// section 7), and by which constraints were missed. One reading of the store for the window and for reports.
// Any thread with a connection of its own; a plain value comes out.
#pragma once

#include "app/metrics/attribution.h"
#include "app/report/weeklyview.h"
#include "app/store/constraintmisses.h"

namespace assay {

class Database;

struct Movement
{
    MetricId metric = MetricId::Adherence;
    Dimension dimension = Dimension::Client;
    /// Of a quantile: the baseline's value; its parts are shares of the observations beyond it.
    std::optional<double> beyond{};
    std::vector<AttributedPart> parts{}; ///< largest first; empty: nothing can be told

    double total() const; ///< what the effects sum to, in the metric's unit (a share for quantiles)
};

/// Whether the movement of that metric can be divided so: completed assets belong to a client, not to a model
/// or template, and the fleet to nobody.
bool canBeDivided(MetricId metric, Dimension dimension, const ViewFilter& view);

/// The weeks a movement is between; of one without a baseline `before` is empty.
struct MovementWeeks
{
    std::vector<IsoWeek> before{}; ///< that the baseline is made from
    std::vector<IsoWeek> after{};  ///< that the value was judged over; the week alone where it was not judged
};

MovementWeeks movementWeeks(const WeeklyView& view, const JudgedWeek& week, MetricId metric);

/// From the baseline's weeks to those the value was judged over. Without parts where the week was not judged
/// or the movement can't be divided so.
Result<Movement> readMovement(const Database& database, const WeeklyView& view, const JudgedWeek& week,
                              MetricId metric, Dimension dimension);

/// Of adherence's baseline and the week.
Result<std::vector<ConstraintMisses>> readMisses(const Database& database, const WeeklyView& view,
                                                 const JudgedWeek& week);

} // namespace assay
