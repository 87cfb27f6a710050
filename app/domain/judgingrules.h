// SPDX-License-Identifier: GPL-3.0-or-later
// What the owner of a workspace has set of the way its weeks are judged: thresholds and floors by metric, and
// baselines by hand. What nobody has set is as METRICS.md says. Plain values.
#pragma once

#include "app/base/isoweek.h"
#include "app/domain/ids.h"
#include "app/domain/metricid.h"
#include "app/domain/viewfilter.h"

#include <QString>

#include <vector>

namespace assay {

/// The thresholds of the table of metrics.
constexpr PerMetric<Threshold> defaultThresholds()
{
    PerMetric<Threshold> thresholds{};
    for (const Definition& metric : kMetricTable)
        thresholds[index(metric.id)] = metric.threshold;
    return thresholds;
}

/// In place of the first two weeks of an epoch: the weeks `from` to `to`, both included. It holds in the
/// epoch in which `to` lies, for every metric its weeks carry; the weeks of the epoch up to `to` are not
/// judged.
struct HandBaseline
{
    IsoWeek from{};
    IsoWeek to{};

    bool operator==(const HandBaseline&) const = default;
};

struct JudgingRules
{
    PerMetric<Threshold> thresholds = defaultThresholds();
    std::vector<HandBaseline> baselines{}; ///< of the view; of one epoch, the last one counts

    bool operator==(const JudgingRules&) const = default;
};

/// A threshold as it was set; the last one of a metric counts.
struct ThresholdSetting
{
    MetricId metric = MetricId::Adherence;
    std::optional<Threshold> threshold{}; ///< nothing: as METRICS.md says
    UtcTime setAt{};
    QString setBy{};

    bool operator==(const ThresholdSetting&) const = default;
};

/// A baseline as it was set, for one view.
struct BaselineSetting
{
    qint64 id = 0; ///< 0 until it is stored
    ViewFilter view{};
    HandBaseline weeks{};
    UtcTime setAt{};
    QString setBy{};
    QString note{};
    std::optional<UtcTime> withdrawnAt{};

    bool operator==(const BaselineSetting&) const = default;
};

} // namespace assay
