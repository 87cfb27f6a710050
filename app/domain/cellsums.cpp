// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/cellsums.h"

#include "app/domain/cellbuilder.h"

namespace assay {

namespace {

CountedImage countedImage(const Observation& observation, qint64 order, CellBuilder& cell)
{
    CountedImage image{.order = order,
                       .asset = observation.asset,
                       .isOk = observation.status == GenerationStatus::Ok,
                       .isRetry = observation.attempt > 1,
                       .disposition = observation.disposition,
                       .checksMet = observation.checks.met,
                       .checksMissed = observation.checks.missed};
    if (!observation.batch.isEmpty())
        image.batch = cell.batch(observation.batch);
    if (observation.cost)
        image.cost = {cell.currency(observation.cost->currency), observation.cost->micro};
    if (observation.converted)
        image.converted = {cell.currency(observation.converted->currency), observation.converted->micro};
    return image;
}

void addSamples(const Observation& observation, quint32 cluster, CellBuilder& cell)
{
    if (observation.latency)
        cell.addSample(SampleKind::Latency, static_cast<double>(observation.latency->count()), cluster);
    if (observation.drift)
        cell.addSample(SampleKind::Drift, *observation.drift, cluster);
    if (observation.scores.clip)
        cell.addSample(SampleKind::Clip, *observation.scores.clip, cluster);
    if (observation.scores.aesthetic)
        cell.addSample(SampleKind::Aesthetic, *observation.scores.aesthetic, cluster);
}

} // namespace

WeekRow cellSums(IsoWeek week, std::span<const Observation> observations,
                 std::span<const CompletedAsset> completedAssets, const QSet<QString>& spreadBatches)
{
    CellBuilder cell;
    qint64 order = 0;
    for (const Observation& observation : observations) {
        const quint32 cluster = cell.add(countedImage(observation, order++, cell));
        if (observation.status == GenerationStatus::Ok)
            addSamples(observation, cluster, cell);
    }
    for (const CompletedAsset& asset : completedAssets)
        cell.add(asset);
    return cell.finish(week, spreadBatches);
}

} // namespace assay
