// SPDX-License-Identifier: GPL-3.0-or-later
// Observed values with the cluster each belongs to: what a quantile and its interval are made from
// (METRICS.md sections 1 and 3). Quantiles do not add up, but sorted runs are put side by side without
// copying, so baselines and pools over weeks are exact. Values that may be shared between threads; a run
// never changes.
#pragma once

#include "app/domain/samplerun.h"
#include "app/domain/sums.h"

#include <array>
#include <memory>
#include <vector>

namespace assay {

/// What is observed once per image, or once per completed asset.
enum class SampleKind { Latency, Drift, Clip, Aesthetic, TimeToFirstUsable };

inline constexpr int kSampleKindCount = static_cast<int>(SampleKind::TimeToFirstUsable) + 1;

template<typename T>
using PerSampleKind = std::array<T, kSampleKindCount>;

constexpr size_t index(SampleKind kind)
{
    return static_cast<size_t>(kind);
}

/// Any number of runs whose clusters are disjoint: other weeks or other clients.
class Samples
{
public:
    Samples() = default;
    explicit Samples(SampleRun run);

    Samples& operator+=(const Samples& other);

    bool isEmpty() const { return m_runs.empty(); }
    qint64 count() const;
    /// The value of that rank in ascending order, 1 to count().
    double at(qint64 rank) const;
    /// Over the clusters: how many of its values (n) are at most `limit` (y).
    Sums atMost(double limit) const;
    const std::vector<std::shared_ptr<const SampleRun>>& runs() const { return m_runs; }

    bool operator==(const Samples& other) const;

private:
    std::vector<std::shared_ptr<const SampleRun>> m_runs; ///< none is empty
};

} // namespace assay
