// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics/band.h"

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

Side sideOf(double value, const Interval& band)
{
    if (value < band.low)
        return Side::Below;
    return value > band.high ? Side::Above : Side::Within;
}

bool hasMovedBadly(const Definition& metric, double baseline, double value)
{
    if (metric.bad == BadDirection::None)
        return false;
    const double worse = metric.bad == BadDirection::Up ? value - baseline : baseline - value;
    return worse >= metric.threshold.need(baseline);
}

bool isBadSide(BadDirection bad, Side side)
{
    return (bad == BadDirection::Up && side == Side::Above) ||
           (bad == BadDirection::Down && side == Side::Below);
}

struct ValueWithInterval
{
    double value = 0;
    Interval interval{};
};

Interval bandOf(const Threshold& threshold, const ValueWithInterval& baseline, const ValueWithInterval& week)
{
    const double b = baseline.value;
    const double v = week.value;
    const double need = threshold.need(b);
    return {b - std::max(need, std::hypot(week.interval.high - v, b - baseline.interval.low)),
            b + std::max(need, std::hypot(v - week.interval.low, baseline.interval.high - b))};
}

ValueWithInterval at(double z, const Estimate& estimate)
{
    const std::optional<Interval> interval = estimate.interval(z);
    Q_ASSERT(interval);
    return {*estimate.value, *interval};
}

} // namespace

std::optional<double> deviation(double value, double baseline)
{
    if (baseline == 0)
        return std::nullopt;
    return (value - baseline) / std::abs(baseline);
}

Interval bandAt(double z, const Threshold& threshold, const Estimate& baseline, const Estimate& week)
{
    return bandOf(threshold, at(z, baseline), at(z, week));
}

Interval alarmBand(const Threshold& threshold, const Baseline& baseline, const Estimate& week)
{
    return bandOf(threshold, {*baseline.estimate.value, baseline.alarm}, at(kAlarmZ, week));
}

Interval drawnBand(const Interval& band, MetricUnit unit)
{
    if (unit != MetricUnit::Share)
        return band;
    return {std::max(0.0, band.low), std::min(1.0, band.high)};
}

Judgement judgeValue(const Definition& metric, const Baseline& baseline, const Estimate& week)
{
    const double b = *baseline.estimate.value;
    const double v = *week.value;
    Judgement judgement;
    judgement.deviation = deviation(v, b);
    judgement.hasMoved = hasMovedBadly(metric, b, v);
    judgement.band = alarmBand(metric.threshold, baseline, week);
    judgement.estimate = week;
    if (const Side side = sideOf(v, judgement.band); side != Side::Within) {
        judgement.level = Level::Alarm;
        judgement.side = side;
    } else if (const Side near =
                   sideOf(v, bandOf(metric.threshold, {b, baseline.warning}, at(kWarningZ, week)));
               near != Side::Within) {
        judgement.level = Level::Warning;
        judgement.side = near;
    }
    judgement.isBad = isBadSide(metric.bad, judgement.side);
    return judgement;
}

} // namespace assay
