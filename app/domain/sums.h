// SPDX-License-Identifier: GPL-3.0-or-later
// The sums over clusters that a rate, mean or ratio and its interval are made from (METRICS.md section 3).
// They add up over disjoint clusters, so baselines, bands and pools come from weekly roll-ups without the
// rows. Plain value.
#pragma once

#include <QtGlobal>

namespace assay {

/// k, N, Y, sum y^2, sum yn, sum n^2; for a ratio a stands in y and b in n, for a mean n is 1. All are whole
/// numbers (money in micro-units), so doubles hold them exactly up to 2^53.
struct Sums
{
    qint64 clusters = 0;
    qint64 n = 0;
    double y = 0;
    double yy = 0;
    double yn = 0;
    double nn = 0;

    /// One more cluster with y of n.
    void add(double clusterY, qint64 clusterN);
    /// Takes off a cluster that was added.
    void remove(double clusterY, qint64 clusterN);
    /// The clusters of both. They must be disjoint.
    Sums& operator+=(const Sums& other);

    bool operator==(const Sums&) const = default;
};

} // namespace assay
