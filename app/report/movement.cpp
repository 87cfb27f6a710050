// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/movement.h"

#include "app/store/weekparts.h"

#include <algorithm>
#include <ranges>

namespace assay {

namespace {

constexpr double kMicroPerUnit = 1'000'000;

bool isInEpoch(const JudgedWeek& other, const JudgedWeek& week)
{
    return other.epoch == week.epoch && (other.role == WeekRole::Baseline || other.role == WeekRole::Judged);
}

bool isInBaseline(const JudgedWeek& other, const JudgedWeek& week, const Baseline& baseline)
{
    if (baseline.byHand) // its weeks may lie before the epoch
        return other.week >= baseline.byHand->from && other.week <= baseline.byHand->to;
    return isInEpoch(other, week) && other.epochWeeks <= baseline.weeks;
}

std::vector<IsoWeek> baselineWeeks(const WeeklyView& view, const JudgedWeek& week, const Baseline& baseline)
{
    std::vector<IsoWeek> weeks;
    for (const JudgedWeek& other : view.weeks) {
        const bool isOver = other.end <= view.asOf;
        if (isOver && !other.counts.isEmpty() && isInBaseline(other, week, baseline))
            weeks.push_back(other.week);
    }
    return weeks;
}

/// The newest weeks of the epoch up to this one.
std::vector<IsoWeek> judgedWeeks(const WeeklyView& view, const JudgedWeek& week, int count)
{
    std::vector<IsoWeek> weeks;
    for (const JudgedWeek& other : view.weeks | std::views::reverse) {
        if (other.week <= week.week && isInEpoch(other, week) && int(weeks.size()) < count)
            weeks.push_back(other.week);
    }
    return weeks;
}

/// How many of the observations lie beyond `limit`, on the side on which the metric gets worse.
Sums beyond(const Samples& samples, double limit, BadDirection bad)
{
    Sums sums = samples.atMost(limit);
    if (bad != BadDirection::Down)
        sums.y = double(sums.n) - sums.y;
    return sums;
}

Sums sumsOf(const WeekRow& row, const Definition& metric, std::optional<double> limit)
{
    if (limit)
        return beyond(row.samples[index(metric.samples)], *limit, metric.bad);
    Sums sums = row.sums[index(metric.id)];
    if (metric.unit == MetricUnit::Money)
        sums.y /= kMicroPerUnit;
    return sums;
}

bool countsAssets(const Definition& metric)
{
    return metric.ofAsset != nullptr ||
           (metric.kind == MetricKind::Quantile && metric.samples == SampleKind::TimeToFirstUsable);
}

} // namespace

double Movement::total() const
{
    double sum = 0;
    for (const AttributedPart& part : parts)
        sum += part.effect();
    return sum;
}

bool canBeDivided(MetricId metric, Dimension dimension, const ViewFilter& view)
{
    const Definition& how = definition(metric);
    if (how.kind == MetricKind::TimeShare)
        return false;
    return !countsAssets(how) || (dimension == Dimension::Client && !view.isNarrow());
}

MovementWeeks movementWeeks(const WeeklyView& view, const JudgedWeek& week, MetricId metric)
{
    const JudgedMetric& judged = week.metric(metric);
    MovementWeeks weeks;
    if (judged.baseline)
        weeks.before = baselineWeeks(view, week, *judged.baseline);
    if (judged.judgement)
        weeks.after = judgedWeeks(view, week, judged.judgement->weeks);
    else
        weeks.after = {week.week};
    return weeks;
}

Result<Movement> readMovement(const Database& database, const WeeklyView& view, const JudgedWeek& week,
                              MetricId metric, Dimension dimension)
{
    Movement movement{.metric = metric, .dimension = dimension};
    const JudgedMetric& judged = week.metric(metric);
    if (!judged.judgement || !canBeDivided(metric, dimension, view.filter))
        return movement;
    const Definition& how = definition(metric);
    if (how.kind == MetricKind::Quantile)
        movement.beyond = judged.baseline->estimate.value;
    const MovementWeeks weeks = movementWeeks(view, week, metric);
    const auto parts = readWeekParts(database, view.filter, dimension, weeks.before, weeks.after);
    if (!parts)
        return parts.error();
    std::vector<PartSums> sums;
    for (const WeekPart& part : *parts)
        sums.push_back({.name = part.name,
                        .before = sumsOf(part.before, how, movement.beyond),
                        .after = sumsOf(part.after, how, movement.beyond)});
    movement.parts = attribution(sums);
    return movement;
}

Result<std::vector<ConstraintMisses>> readMisses(const Database& database, const WeeklyView& view,
                                                 const JudgedWeek& week)
{
    const MovementWeeks weeks = movementWeeks(view, week, MetricId::Adherence);
    return readConstraintMisses(database, view.filter, weeks.before, weeks.after);
}

} // namespace assay
