// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/cellsums.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace assay {

namespace {

struct Batch
{
    std::optional<size_t> cluster; ///< of its first reviewed image; nothing while none is reviewed
    bool isAccepted = false;
};

class CellBuilder
{
public:
    void add(const Observation& observation);
    void add(const CompletedAsset& asset);
    WeekRow finish(IsoWeek week, const QSet<QString>& spreadBatches);

private:
    size_t clusterOf(const Observation& observation);
    size_t batchOf(const Observation& observation);
    void addCost(const Observation& observation, ClusterCounts& cluster);
    void addReview(const Observation& observation, size_t cluster, Batch& batch);
    void addBatches();
    void addSpread(const QSet<QString>& spreadBatches);
    void addSamples(const Observation& observation, size_t cluster);
    void addSample(SampleKind kind, std::optional<double> value, size_t cluster);
    void addCluster(const ClusterCounts& cluster);

    WeekRow m_row;
    std::vector<ClusterCounts> m_clusters;
    std::vector<Batch> m_batches;
    PerSampleKind<std::vector<Sample>> m_samples;
    QHash<AssetId, size_t> m_clusterByAsset;
    QHash<QString, size_t> m_clusterByBatch;
    QHash<QString, size_t> m_batchByName;
};

/// The number of the entry that the key names; one more entry for a new key.
template<typename Key, typename Entry>
size_t numberOf(const Key& key, QHash<Key, size_t>& numbers, std::vector<Entry>& entries)
{
    const auto known = numbers.constFind(key);
    if (known != numbers.cend())
        return *known;
    entries.emplace_back();
    numbers.insert(key, entries.size() - 1);
    return entries.size() - 1;
}

void CellBuilder::add(const Observation& observation)
{
    const size_t number = clusterOf(observation);
    ClusterCounts& cluster = m_clusters[number];
    ++cluster.attempts;
    cluster.failed += observation.status != GenerationStatus::Ok;
    cluster.retries += observation.attempt > 1;
    addCost(observation, cluster);
    if (observation.status != GenerationStatus::Ok)
        return;
    addSamples(observation, number);
    Batch& batch = m_batches[batchOf(observation)];
    if (observation.disposition)
        addReview(observation, number, batch);
}

void CellBuilder::add(const CompletedAsset& asset)
{
    const auto number = static_cast<size_t>(m_row.counts.assetsCompleted++);
    addSample(SampleKind::TimeToFirstUsable, static_cast<double>(asset.timeToFirstUsable.count()), number);
    for (const Definition& metric : kMetricTable) {
        if (metric.ofAsset != nullptr)
            m_row.sums[index(metric.id)].add(metric.ofAsset(asset), 1);
    }
}

WeekRow CellBuilder::finish(IsoWeek week, const QSet<QString>& spreadBatches)
{
    m_row.week = week;
    addBatches();
    addSpread(spreadBatches);
    for (const ClusterCounts& cluster : m_clusters)
        addCluster(cluster);
    m_row.counts.ok = m_row.counts.generations - m_row.counts.failed;
    for (size_t i = 0; i < m_samples.size(); ++i)
        m_row.samples[i] = Samples(SampleRun::of(std::move(m_samples[i])));
    return std::move(m_row);
}

size_t CellBuilder::clusterOf(const Observation& observation)
{
    if (observation.asset.isValid())
        return numberOf(observation.asset, m_clusterByAsset, m_clusters);
    if (!observation.batch.isEmpty())
        return numberOf(observation.batch, m_clusterByBatch, m_clusters);
    m_clusters.emplace_back();
    return m_clusters.size() - 1;
}

size_t CellBuilder::batchOf(const Observation& observation)
{
    if (!observation.batch.isEmpty())
        return numberOf(observation.batch, m_batchByName, m_batches);
    m_batches.emplace_back();
    return m_batches.size() - 1;
}

void CellBuilder::addCost(const Observation& observation, ClusterCounts& cluster)
{
    if (!observation.cost) {
        ++m_row.counts.costUnknown;
        return;
    }
    // Free in some currency is free in every currency: it does not make a cell mixed.
    if (observation.cost->micro == 0)
        return;
    m_row.counts.cost[observation.cost->currency] += observation.cost->micro;
    cluster.costMicro += observation.cost->micro;
}

void CellBuilder::addReview(const Observation& observation, size_t cluster, Batch& batch)
{
    const bool isAccepted = observation.disposition == Disposition::Accepted;
    ClusterCounts& sum = m_clusters[cluster];
    ++sum.reviewed;
    sum.accepted += isAccepted;
    sum.checksMet += observation.checks.met;
    sum.checks += observation.checks.met + observation.checks.missed;
    if (!batch.cluster)
        batch.cluster = cluster;
    batch.isAccepted |= isAccepted;
}

void CellBuilder::addBatches()
{
    m_row.counts.batchesOk = static_cast<qint64>(m_batches.size());
    for (const Batch& batch : m_batches) {
        if (!batch.cluster)
            continue;
        ++m_row.counts.batchesReviewed;
        ++m_clusters[*batch.cluster].batches;
        m_clusters[*batch.cluster].batchesAccepted += batch.isAccepted;
    }
}

/// By name, so that the same batches make the same row.
void CellBuilder::addSpread(const QSet<QString>& spreadBatches)
{
    if (spreadBatches.isEmpty())
        return;
    SpreadBatches& spread = m_row.spread;
    for (auto named = m_batchByName.cbegin(); named != m_batchByName.cend(); ++named) {
        if (spreadBatches.contains(named.key()))
            spread.batches.push_back({.name = named.key(), .week = m_row.week});
    }
    std::ranges::sort(spread.batches, {}, &SpreadBatch::name);
    QHash<size_t, size_t> numbers;
    for (SpreadBatch& named : spread.batches) {
        const Batch& batch = m_batches[m_batchByName.value(named.name)];
        if (!batch.cluster)
            continue;
        const size_t number = numberOf(*batch.cluster, numbers, spread.clusters);
        const ClusterCounts& cluster = m_clusters[*batch.cluster];
        spread.clusters[number] = {cluster.batches, cluster.batchesAccepted};
        named.cluster = static_cast<quint32>(number);
        named.isAccepted = batch.isAccepted;
    }
}

void CellBuilder::addSamples(const Observation& observation, size_t cluster)
{
    if (observation.latency)
        addSample(SampleKind::Latency, static_cast<double>(observation.latency->count()), cluster);
    addSample(SampleKind::Drift, observation.drift, cluster);
    addSample(SampleKind::Clip, observation.scores.clip, cluster);
    addSample(SampleKind::Aesthetic, observation.scores.aesthetic, cluster);
}

void CellBuilder::addSample(SampleKind kind, std::optional<double> value, size_t cluster)
{
    if (value)
        m_samples[index(kind)].push_back({*value, static_cast<quint32>(cluster)});
}

void CellBuilder::addCluster(const ClusterCounts& cluster)
{
    WeekCounts& counts = m_row.counts;
    counts.generations += cluster.attempts;
    counts.failed += cluster.failed;
    counts.retries += cluster.retries;
    counts.reviewed += cluster.reviewed;
    counts.accepted += cluster.accepted;
    counts.checksMet += cluster.checksMet;
    counts.checks += cluster.checks;

    for (const Definition& metric : kMetricTable) {
        // A cluster without an observation tells nothing about a rate; in a ratio its numerator counts all
        // the same.
        const bool isCounted =
            metric.y != nullptr && (metric.kind == MetricKind::Ratio || cluster.*metric.n > 0);
        if (isCounted)
            m_row.sums[index(metric.id)].add(static_cast<double>(cluster.*metric.y), cluster.*metric.n);
    }
}

} // namespace

WeekRow cellSums(IsoWeek week, std::span<const Observation> observations,
                 std::span<const CompletedAsset> completedAssets, const QSet<QString>& spreadBatches)
{
    CellBuilder cell;
    for (const Observation& observation : observations)
        cell.add(observation);
    for (const CompletedAsset& asset : completedAssets)
        cell.add(asset);
    return cell.finish(week, spreadBatches);
}

} // namespace assay
