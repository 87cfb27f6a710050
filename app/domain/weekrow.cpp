// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/weekrow.h"

namespace assay {

double WeekCounts::coverage() const
{
    if (batchesOk == 0)
        return 1;
    return static_cast<double>(batchesReviewed) / static_cast<double>(batchesOk);
}

WeekCounts& WeekCounts::operator+=(const WeekCounts& other)
{
    generations += other.generations;
    ok += other.ok;
    failed += other.failed;
    retries += other.retries;
    reviewed += other.reviewed;
    accepted += other.accepted;
    checksMet += other.checksMet;
    checks += other.checks;
    batchesOk += other.batchesOk;
    batchesReviewed += other.batchesReviewed;
    assetsCompleted += other.assetsCompleted;
    costUnknown += other.costUnknown;
    for (const auto& [currency, micro] : other.cost)
        cost[currency] += micro;
    for (const auto& [currency, micro] : other.spent)
        spent[currency] += micro;
    return *this;
}

WeekRow& WeekRow::operator+=(const WeekRow& other)
{
    counts += other.counts;
    for (size_t i = 0; i < sums.size(); ++i)
        sums[i] += other.sums[i];
    for (size_t i = 0; i < samples.size(); ++i)
        samples[i] += other.samples[i];
    const CountedTwice twice = join(spread, other.spread, sums[index(MetricId::BatchAcceptance)]);
    counts.batchesOk -= twice.ok;
    counts.batchesReviewed -= twice.reviewed;
    gpuDays.insert(gpuDays.end(), other.gpuDays.begin(), other.gpuDays.end());
    return *this;
}

} // namespace assay
