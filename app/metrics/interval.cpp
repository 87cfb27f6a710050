// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics/interval.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assay {

namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

/// sum((y - p n)^2) over the clusters; rounding never makes it negative.
double residualSquares(double p, double yy, double yn, double nn)
{
    return std::max(0.0, yy - 2 * p * yn + p * p * nn);
}

double withoutOne(qint64 clusters)
{
    return static_cast<double>(clusters) / static_cast<double>(clusters - 1);
}

} // namespace

double designEffect(const Sums& sums)
{
    const double n = static_cast<double>(sums.n);
    if (sums.clusters < 2 || sums.y == 0 || sums.y == n)
        return 1;
    // Counting the misses instead of the hits gives the same effect; the smaller share keeps every digit of
    // it.
    const bool isMostlyHits = 2 * sums.y > n;
    const double share = (isMostlyHits ? n - sums.y : sums.y) / n;
    const double yy = isMostlyHits ? sums.nn - 2 * sums.yn + sums.yy : sums.yy;
    const double yn = isMostlyHits ? sums.nn - sums.yn : sums.yn;
    const double variance = withoutOne(sums.clusters) * residualSquares(share, yy, yn, sums.nn) / (n * n);
    return std::max(1.0, variance / (share * (1 - share) / n));
}

Interval wilson(double p, double n, double z)
{
    const double scale = 1 + z * z / n;
    const double centre = p + z * z / (2 * n);
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return {std::max(0.0, (centre - half) / scale), std::min(1.0, (centre + half) / scale)};
}

double meanStandardError(const Sums& sums)
{
    const double k = static_cast<double>(sums.clusters);
    const double mean = sums.y / k;
    return std::sqrt((residualSquares(mean, sums.yy, sums.y, k) + 1) / k / k);
}

Interval meanInterval(double mean, double standardError, double z)
{
    return {std::max(0.0, mean - z * standardError), mean + z * standardError};
}

double ratioRelativeError(const Sums& sums)
{
    const double ratio = sums.y / static_cast<double>(sums.n);
    const double squares = residualSquares(ratio, sums.yy, sums.yn, sums.nn);
    return std::sqrt(withoutOne(sums.clusters) * squares) / sums.y;
}

Interval ratioInterval(double ratio, double relativeError, double z)
{
    return {ratio * std::exp(-z * relativeError), ratio * std::exp(z * relativeError)};
}

qint64 nearestRank(qint64 n, double p)
{
    return std::max<qint64>(1, (n * std::llround(p * 100) + 99) / 100);
}

Interval quantileInterval(const Samples& samples, double p, double effect, double z)
{
    const qint64 count = samples.count();
    const double n = static_cast<double>(count);
    const double half = z * std::sqrt(n * p * (1 - p) * effect);
    const double low = std::floor(n * p - half);
    const double high = std::ceil(n * p + half) + 1;
    return {low >= 1 ? samples.at(static_cast<qint64>(low)) : -kInfinite,
            high <= n ? samples.at(static_cast<qint64>(high)) : kInfinite};
}

double timeShareError(std::span<const GpuDay> days, double share)
{
    if (days.size() < 2)
        return kInfinite;
    double squares = 0;
    double duration = 0;
    for (const GpuDay& day : days) {
        const double residual = day.busy - share * static_cast<double>(day.duration);
        squares += residual * residual;
        duration += static_cast<double>(day.duration);
    }
    return std::sqrt(withoutOne(static_cast<qint64>(days.size())) * squares) / duration;
}

Interval timeShareInterval(double share, double standardError, double z)
{
    return {std::max(0.0, share - z * standardError), std::min(1.0, share + z * standardError)};
}

} // namespace assay
