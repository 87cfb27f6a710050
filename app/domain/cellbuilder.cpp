// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/cellbuilder.h"

#include <algorithm>
#include <numeric>

namespace assay {

quint32 CellBuilder::batch(const QString& name)
{
    const auto known = m_batchByName.constFind(name);
    return known != m_batchByName.cend() ? *known : *m_batchByName.insert(name, newBatch());
}

quint32 CellBuilder::newBatch()
{
    m_batches.emplace_back();
    return static_cast<quint32>(m_batches.size() - 1);
}

quint32 CellBuilder::currency(const QString& name)
{
    const auto known = std::ranges::find(m_costs, name, &CurrencySums::currency);
    if (known != m_costs.end())
        return static_cast<quint32>(known - m_costs.begin());
    m_costs.push_back({.currency = name});
    return static_cast<quint32>(m_costs.size() - 1);
}

quint32 CellBuilder::add(const CountedImage& image)
{
    const quint32 number = clusterOf(image);
    m_firstOrders[number] = std::min(m_firstOrders[number], image.order);
    ClusterCounts& cluster = m_clusters[number];
    ++cluster.attempts;
    cluster.failed += !image.isOk;
    cluster.retries += image.isRetry;
    addCost(image, cluster);
    if (!image.isOk)
        return number;
    Batch& batch = m_batches[image.batch == kOwnBatch ? newBatch() : image.batch];
    batch.hasOk = true;
    if (image.disposition)
        addReview(image, number, batch);
    return number;
}

void CellBuilder::add(const CompletedAsset& asset)
{
    const auto number = static_cast<quint32>(m_row.counts.assetsCompleted++);
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
    numberClustersByOrder();
    for (const CurrencySums& sums : m_costs) {
        if (sums.paid != 0)
            m_row.counts.cost[sums.currency] = sums.paid;
        if (sums.hasSpent)
            m_row.counts.spent[sums.currency] = sums.spent;
    }
    for (size_t i = 0; i < m_samples.size(); ++i)
        m_row.samples[i] = Samples(SampleRun::of(std::move(m_samples[i])));
    return std::move(m_row);
}

quint32 CellBuilder::clusterOf(const CountedImage& image)
{
    if (image.asset.isValid())
        return clusterOf(image.asset, image.order);
    if (image.batch == kOwnBatch)
        return newCluster(image.order);
    std::optional<quint32>& cluster = m_batches[image.batch].cluster;
    if (!cluster)
        cluster = newCluster(image.order);
    return *cluster;
}

quint32 CellBuilder::clusterOf(AssetId asset, qint64 order)
{
    if (asset == m_lastAsset.first)
        return m_lastAsset.second;
    const auto known = m_clusterByAsset.constFind(asset);
    const quint32 cluster =
        known != m_clusterByAsset.cend() ? *known : *m_clusterByAsset.insert(asset, newCluster(order));
    m_lastAsset = {asset, cluster};
    return cluster;
}

quint32 CellBuilder::newCluster(qint64 order)
{
    m_clusters.emplace_back();
    m_firstOrders.push_back(order);
    return static_cast<quint32>(m_clusters.size() - 1);
}

/// As if the images had been added in order, so that the same images make the same samples.
void CellBuilder::numberClustersByOrder()
{
    if (std::ranges::is_sorted(m_firstOrders))
        return;
    std::vector<quint32> sorted(m_firstOrders.size());
    std::iota(sorted.begin(), sorted.end(), 0u);
    std::ranges::sort(sorted, {}, [this](quint32 cluster) { return m_firstOrders[cluster]; });
    std::vector<quint32> numbers(sorted.size());
    for (quint32 i = 0; i < sorted.size(); ++i)
        numbers[sorted[i]] = i;
    for (size_t kind = 0; kind < m_samples.size(); ++kind) {
        // Assets have numbers of their own.
        if (kind == index(SampleKind::TimeToFirstUsable))
            continue;
        for (Sample& sample : m_samples[kind])
            sample.cluster = numbers[sample.cluster];
    }
}

void CellBuilder::addCost(const CountedImage& image, ClusterCounts& cluster)
{
    if (!image.cost) {
        ++m_row.counts.costUnknown;
        return;
    }
    // Free in some currency is free in every currency: it does not make a cell mixed.
    if (image.cost->micro == 0)
        return;
    m_costs[image.cost->currency].paid += image.cost->micro;
    const CountedCost& counted = image.converted ? *image.converted : *image.cost;
    m_costs[counted.currency].spent += counted.micro;
    m_costs[counted.currency].hasSpent = true;
    cluster.costMicro += counted.micro;
}

void CellBuilder::addReview(const CountedImage& image, quint32 cluster, Batch& batch)
{
    const bool isAccepted = image.disposition == Disposition::Accepted;
    ClusterCounts& sum = m_clusters[cluster];
    ++sum.reviewed;
    sum.accepted += isAccepted;
    sum.checksMet += image.checksMet;
    sum.checks += image.checksMet + image.checksMissed;
    batch.isAccepted |= isAccepted;
    if (batch.reviewedCluster && batch.firstReviewed <= image.order)
        return;
    batch.reviewedCluster = cluster;
    batch.firstReviewed = image.order;
}

void CellBuilder::addBatches()
{
    for (const Batch& batch : m_batches) {
        m_row.counts.batchesOk += batch.hasOk;
        if (!batch.reviewedCluster)
            continue;
        ++m_row.counts.batchesReviewed;
        ++m_clusters[*batch.reviewedCluster].batches;
        m_clusters[*batch.reviewedCluster].batchesAccepted += batch.isAccepted;
    }
}

/// By name, so that the same batches make the same row.
void CellBuilder::addSpread(const QSet<QString>& spreadBatches)
{
    if (spreadBatches.isEmpty())
        return;
    SpreadBatches& spread = m_row.spread;
    for (auto named = m_batchByName.cbegin(); named != m_batchByName.cend(); ++named) {
        if (m_batches[*named].hasOk && spreadBatches.contains(named.key()))
            spread.batches.push_back({.name = named.key(), .week = m_row.week});
    }
    std::ranges::sort(spread.batches, {}, &SpreadBatch::name);
    QHash<quint32, quint32> numbers;
    for (SpreadBatch& named : spread.batches) {
        const Batch& batch = m_batches[m_batchByName.value(named.name)];
        if (!batch.reviewedCluster)
            continue;
        auto number = numbers.find(*batch.reviewedCluster);
        if (number == numbers.end()) {
            number = numbers.insert(*batch.reviewedCluster, static_cast<quint32>(spread.clusters.size()));
            const ClusterCounts& cluster = m_clusters[*batch.reviewedCluster];
            spread.clusters.push_back({cluster.batches, cluster.batchesAccepted});
        }
        named.cluster = *number;
        named.isAccepted = batch.isAccepted;
    }
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

} // namespace assay
