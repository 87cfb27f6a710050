// SPDX-License-Identifier: GPL-3.0-or-later
// What moved, in sentences: every metric that is firing or pending in a week, since when, how much and how
// sure. Pure functions of judged weeks; any thread. They name no cause.
#pragma once

#include "app/metrics/weeklyseries.h"

#include <QString>

#include <vector>

namespace assay {

struct Finding
{
    MetricId metric = MetricId::Adherence;
    AlertState state = AlertState::Firing;
    QString title{};    ///< "Adherence fell"
    QString since{};    ///< "since W16"
    QString sentence{}; ///< "Prompt adherence rate is 81.3 %, 8.5 % below its baseline of 88.9 %."
    QString sureness{}; ///< "How sure: -10.1 to -5.0 points; 1,204 checks, 118 assets."
    QString whatNext{}; ///< only while pending

    bool operator==(const Finding&) const = default;
};

/// Firing ones first, each in the order of the metrics.
std::vector<Finding> findingsOf(const JudgedWeek& week);

/// The 95 % interval of value - baseline (MOVER, as in metrics/band.h); both have an interval.
Interval differenceInterval(const Estimate& baseline, const Estimate& value);

} // namespace assay
