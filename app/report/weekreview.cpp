// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/weekreview.h"

#include <algorithm>
#include <ranges>

namespace assay {

namespace {

/// The newest week of the present epoch in which the metric was judged: an alert is held after it.
const JudgedWeek* lastJudged(std::span<const JudgedWeek> weeks, MetricId id)
{
    for (const JudgedWeek& week : weeks | std::views::reverse) {
        if (week.epoch != weeks.back().epoch)
            return nullptr;
        if (week.metric(id).judgement)
            return &week;
    }
    return nullptr;
}

/// The newest week with images that was over then; nothing: all weeks came later.
std::optional<IsoWeek> newestOver(std::span<const JudgedWeek> weeks, UtcTime then)
{
    for (const JudgedWeek& week : weeks | std::views::reverse) {
        if (week.end <= then && !week.counts.isEmpty())
            return week.week;
    }
    return std::nullopt;
}

} // namespace

WeekStage stageOf(const JudgedWeek& week, UtcTime now)
{
    if (week.end > now)
        return WeekStage::Open;
    if (week.counts.isEmpty())
        return WeekStage::Empty;
    return week.isProvisional ? WeekStage::Provisional : WeekStage::Settled;
}

std::vector<FiringAlert> firingAlerts(std::span<const JudgedWeek> weeks)
{
    std::vector<FiringAlert> firing;
    if (weeks.empty())
        return firing;
    for (const Definition& metric : definitions()) {
        const Alert& alert = weeks.back().metric(metric.id).alert;
        const JudgedWeek* judged = lastJudged(weeks, metric.id);
        if (alert.state == AlertState::Firing && judged != nullptr)
            firing.push_back({metric.id, *alert.since, judged});
    }
    return firing;
}

const Acknowledgement* acknowledgementOf(const FiringAlert& alert,
                                         const std::vector<Acknowledgement>& acknowledgements)
{
    for (const Acknowledgement& given : acknowledgements | std::views::reverse) {
        if (given.metric == alert.metric && given.since == alert.since)
            return asksAgain(given, alert.deviation()) ? nullptr : &given;
    }
    return nullptr;
}

std::vector<MetricId> metricsToDecide(const JudgedWeek& week)
{
    std::vector<MetricId> metrics;
    for (const Definition& metric : definitions()) {
        const Alert& alert = week.metric(metric.id).alert;
        if (alert.isOpen() && alert.since)
            metrics.push_back(metric.id);
    }
    return metrics;
}

bool isFiring(const JudgedWeek& week)
{
    return std::ranges::any_of(definitions(), [&week](const Definition& metric) {
        return week.metric(metric.id).alert.state == AlertState::Firing;
    });
}

const WeeklyReview* signatureOf(IsoWeek week, std::span<const WeeklyReview> reviews)
{
    const auto found = std::ranges::find(reviews, week, &WeeklyReview::week);
    return found == reviews.end() ? nullptr : &*found;
}

bool isAskedFor(const JudgedWeek& week, const WeeklyView& view, std::optional<UtcTime> begunAt)
{
    if (week.role != WeekRole::Judged || stageOf(week, view.asOf) != WeekStage::Settled)
        return false;
    const std::optional<IsoWeek> first = begunAt ? newestOver(view.weeks, *begunAt) : std::nullopt;
    return !first || week.week >= *first;
}

UnsignedWeeks unsignedWeeks(const WeeklyView& view, std::span<const WeeklyReview> reviews,
                            std::optional<UtcTime> begunAt)
{
    UnsignedWeeks found;
    for (const JudgedWeek& week : view.weeks) {
        if (!isAskedFor(week, view, begunAt) || signatureOf(week.week, reviews) != nullptr)
            continue;
        ++found.count;
        found.isAnyFiring = found.isAnyFiring || isFiring(week);
    }
    return found;
}

} // namespace assay
