// SPDX-License-Identifier: GPL-3.0-or-later
// The names of the metrics. What each means and how it is judged stands in
// metrics/definition. Plain values.
#pragma once

#include <array>
#include <cstddef>

namespace assay {

/// In the order in which pages list them.
enum class MetricId {
    Adherence,
    Acceptance,
    RevisionDepth,
    ShippedFirstTime,
    BatchAcceptance,
    DriftMedian,
    ClipMedian,
    AestheticMedian,
    CostPerAccepted,
    LatencyMedian,
    LatencyP95,
    GpuUtilisation,
    RetryRatio,
    TechnicalRetryRate,
    FailureRate,
    TimeToFirstUsable,
};

inline constexpr int kMetricCount = static_cast<int>(MetricId::TimeToFirstUsable) + 1;

/// One value per metric: `table[index(MetricId::Adherence)]`.
template<typename T>
using PerMetric = std::array<T, kMetricCount>;

constexpr size_t index(MetricId id)
{
    return static_cast<size_t>(id);
}

} // namespace assay
