// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics/baseline.h"

#include "app/metrics/band.h"

namespace assay {

Baseline frozen(Estimate estimate, int weeks)
{
    const std::optional<Interval> warning = estimate.interval(kWarningZ);
    const std::optional<Interval> alarm = estimate.interval(kAlarmZ);
    Q_ASSERT(warning && alarm);
    return {.estimate = std::move(estimate), .weeks = weeks, .warning = *warning, .alarm = *alarm};
}

void extendBaselines(Baselines& baselines, std::span<const WeekRow> epochWeeks)
{
    const int weeks = static_cast<int>(epochWeeks.size());
    if (weeks < kBaselineWeeks || weeks > kBaselineMostWeeks)
        return;
    const WeekRow cell = pooled(epochWeeks);
    for (const Definition& metric : definitions()) {
        std::optional<Baseline>& baseline = baselines[index(metric.id)];
        if (baseline)
            continue;
        Estimate value = estimate(cell, metric.id);
        if (value.isJudgeable())
            baseline = frozen(std::move(value), weeks);
    }
}

Baselines baselinesOf(const HandBaseline& byHand, std::span<const WeekRow> rows, int epochWeeks)
{
    const WeekRow cell = pooled(rows);
    Baselines baselines;
    for (const Definition& metric : definitions()) {
        Estimate value = estimate(cell, metric.id);
        if (!value.isJudgeable())
            continue;
        baselines[index(metric.id)] = frozen(std::move(value), epochWeeks);
        baselines[index(metric.id)]->byHand = byHand;
    }
    return baselines;
}

WeekRow pooled(std::span<const WeekRow> rows)
{
    WeekRow cell{.week = rows.back().week};
    for (const WeekRow& row : rows)
        cell += row;
    return cell;
}

} // namespace assay
