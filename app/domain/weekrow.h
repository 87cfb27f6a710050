// SPDX-License-Identifier: GPL-3.0-or-later
// One week of one client (or of all: rows add up) as the roll-ups keep it: counts, the sums of every rate,
// mean and ratio, and the values that quantiles are taken from. Plain values, any thread. They say nothing
// about what is good or bad.
#pragma once

#include "app/base/isoweek.h"
#include "app/domain/gpusample.h"
#include "app/domain/metricid.h"
#include "app/domain/samples.h"
#include "app/domain/spreadbatches.h"
#include "app/domain/sums.h"

#include <QString>

#include <map>

namespace assay {

struct WeekCounts
{
    qint64 generations = 0; ///< attempts sent in the week
    qint64 ok = 0;
    qint64 failed = 0;
    qint64 retries = 0; ///< attempts after the first
    qint64 reviewed = 0;
    qint64 accepted = 0;
    qint64 checksMet = 0;
    qint64 checks = 0;    ///< met and missed
    qint64 batchesOk = 0; ///< batches with an ok image
    qint64 batchesReviewed = 0;
    qint64 assetsCompleted = 0; ///< first accepted in the week
    qint64 costUnknown = 0;     ///< generations without a cost
    std::map<QString, qint64>
        cost{}; ///< micro-units by currency; a currency nothing was paid in is not there
    /// What the metrics of money are counted in: `cost`, where an exchange rate says so in the workspace's
    /// currency.
    std::map<QString, qint64> spent{};

    bool isEmpty() const { return generations == 0 && assetsCompleted == 0; }
    /// The share of batches with an ok image that have a review; 1 where there are none.
    double coverage() const;
    /// Whether exchange rates are in `spent`.
    bool isConverted() const { return spent != cost; }

    WeekCounts& operator+=(const WeekCounts& other);
    bool operator==(const WeekCounts&) const = default;
};

struct WeekRow
{
    IsoWeek week{};
    WeekCounts counts{};
    PerMetric<Sums> sums{}; ///< nothing for metrics that are made from samples or days
    PerSampleKind<Samples> samples{};
    SpreadBatches spread{};        ///< counted in `sums` like every batch
    std::vector<GpuDay> gpuDays{}; ///< of the whole fleet: in a row of its own, which has nothing else

    /// Adds counts, sums, samples and days; `week` stays. The other's clusters must be disjoint: another week
    /// or another client. A batch that both have is counted once.
    WeekRow& operator+=(const WeekRow& other);
    bool operator==(const WeekRow&) const = default;
};

} // namespace assay
