// SPDX-License-Identifier: GPL-3.0-or-later
// Closed-form intervals at level z from cluster sums (METRICS.md section 3). Images of one asset are alike,
// so every variance is the one between clusters. Pure functions, any thread; they decide nothing about too
// little data.
#pragma once

#include "app/domain/gpusample.h"
#include "app/domain/samples.h"

#include <span>

namespace assay {

/// z of the 95 % interval that charts and read-outs show.
inline constexpr double kShownZ = 1.96;

/// An end that does not exist is infinite.
struct Interval
{
    double low = 0;
    double high = 0;

    bool operator==(const Interval&) const = default;
};

/// How many times larger the variance of the share y/n is than that of independent 0/1 observations, never
/// below 1: k/(k-1) * sum((y - p n)^2) / N^2 over p(1-p)/N. Kish, Survey Sampling (1965), 5.4 and 8.2; Rao
/// and Scott, Biometrics 48 (1992) 577. 1 where it can't be told: fewer than two clusters, or a share of 0
/// or 1.
double designEffect(const Sums& sums);

/// Score interval of a share p among n (effective) observations, n > 0. Wilson, JASA 22 (1927) 209; method 3
/// of Newcombe, Statistics in Medicine 17 (1998) 857.
Interval wilson(double p, double n, double z);

/// Standard error of a mean of one number per cluster, at least one cluster: sqrt(sum((x - m)^2) + 1) / k.
/// One pseudo-observation at distance 1 keeps it above 0 where all numbers are equal (METRICS.md section 3).
double meanStandardError(const Sums& sums);

/// mean -+ z * standardError, cut at 0.
Interval meanInterval(double mean, double standardError, double z);

/// Relative standard error of r = A/B over at least two clusters, A and B not 0: sqrt(k/(k-1) * sum((a - r
/// b)^2)) / A, the linearised variance of a ratio. Cochran, Sampling Techniques (1977), 2.11 and 6.3.
double ratioRelativeError(const Sums& sums);

/// Symmetric on the log scale: r * exp(-+ z * relativeError), so it never reaches below 0.
Interval ratioInterval(double ratio, double relativeError, double z);

/// Nearest rank: the ceil(n * p)-th of n values, n > 0, p in hundredths and counted in integers. Type 1 of
/// Hyndman and Fan, The American Statistician 50 (1996) 361.
qint64 nearestRank(qint64 n, double p);

/// The order statistics that are z standard errors from rank np, the binomial variance times the design
/// effect: Woodruff, JASA 47 (1952) 635. An end that does not exist is infinite.
Interval quantileInterval(const Samples& samples, double p, double effect, double z);

/// Standard error of sum(busy) / sum(duration) over days; infinite for fewer than two.
double timeShareError(std::span<const GpuDay> days, double share);

/// share -+ z * standardError, cut at 0 and 1.
Interval timeShareInterval(double share, double standardError, double z);

} // namespace assay
