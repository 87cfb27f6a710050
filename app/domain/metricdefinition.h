// SPDX-License-Identifier: GPL-3.0-or-later
// What a metric is (METRICS.md section 2): what it is called, counted from, counted in and judged by, and its
// definition in words. Plain values; the metrics themselves stand in domain/metrictable. Texts are English
// sources in the translation context "metrics" and are turned into words by whoever shows them.
#pragma once

#include "app/domain/clustercounts.h"
#include "app/domain/samples.h"

namespace assay {

enum class MetricId;

enum class MetricUnit {
    Share, ///< 0..1, shown in percent
    Count, ///< a plain number such as cycles or attempts
    Money, ///< units of the cell's one currency
    Milliseconds,
    Score, ///< a plain number that only compares
};

enum class MetricKind {
    Rate,      ///< sum(y) / sum(n) of 0/1 observations: a share
    Mean,      ///< one number per cluster
    Ratio,     ///< sum(a) / sum(b), any size
    Quantile,  ///< an observed value
    TimeShare, ///< a share of time, over days
};

enum class BadDirection { None, Down, Up };

enum class MetricGroup { Quality, Efficiency, Process };

/// Whether a closed week's value still moves while reviews are outstanding (METRICS.md section 1,
/// provisional).
enum class Settles { WithTheWeek, WithReviews };

/// A week is news only beyond max(percent * |baseline|, floor). `percent` is a share (0.05 is 5 %).
struct Threshold
{
    double percent = 0;
    double floor = 0;

    constexpr double need(double baseline) const
    {
        const double share = percent * (baseline < 0 ? -baseline : baseline);
        return share < floor ? floor : share;
    }
    bool operator==(const Threshold&) const = default;
};

struct Definition
{
    MetricId id;
    const char* textId; ///< the same in the CLI, exports and the database: "adherence"
    const char* name;
    const char* shortName;
    const char* formula;  ///< a few words for under a title
    const char* sentence; ///< the definition as the help shows it
    const char* counted;  ///< what n counts: "checks"
    MetricGroup group;
    MetricUnit unit;
    MetricKind kind;
    BadDirection bad;
    Threshold threshold;
    Settles settles;
    /// Of kind Rate and Ratio over images: sum(y) / sum(n).
    qint64 ClusterCounts::*y = nullptr;
    qint64 ClusterCounts::*n = nullptr;
    /// Of kind Mean and of a Rate over completed assets: the number that one asset counts with.
    double (*ofAsset)(const CompletedAsset&) = nullptr;
    SampleKind samples = SampleKind::Latency; ///< of kind Quantile only
    double quantile = 0;                      ///< of kind Quantile only: 0.5 is the median
};

} // namespace assay
