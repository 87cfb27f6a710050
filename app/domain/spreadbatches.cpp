// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/spreadbatches.h"

#include <QHash>

#include <utility>

namespace assay {

namespace {

/// Changes one cluster and its part of the sums. A cluster without a batch has none.
void change(BatchCluster& cluster, qint64 batches, qint64 accepted, Sums& sums)
{
    if (cluster.batches > 0)
        sums.remove(static_cast<double>(cluster.accepted), cluster.batches);
    cluster.batches += batches;
    cluster.accepted += accepted;
    if (cluster.batches > 0)
        sums.add(static_cast<double>(cluster.accepted), cluster.batches);
}

/// Makes one of two entries for the same batch; both are reviewed and counted in their clusters.
SpreadBatch merged(const SpreadBatch& one, const SpreadBatch& another, std::vector<BatchCluster>& clusters,
                   Sums& sums)
{
    const bool isOneFirst = one.week <= another.week;
    SpreadBatch first = isOneFirst ? one : another;
    const SpreadBatch& second = isOneFirst ? another : one;
    change(clusters[*second.cluster], -1, second.isAccepted ? -1 : 0, sums);
    if (second.isAccepted && !first.isAccepted)
        change(clusters[*first.cluster], 0, 1, sums);
    first.isAccepted |= second.isAccepted;
    return first;
}

} // namespace

CountedTwice join(SpreadBatches& mine, const SpreadBatches& others, Sums& sums)
{
    CountedTwice twice;
    if (others.batches.empty())
        return twice;
    const auto shift = static_cast<quint32>(mine.clusters.size());
    mine.clusters.insert(mine.clusters.end(), others.clusters.begin(), others.clusters.end());
    QHash<QString, size_t> known;
    for (size_t i = 0; i < mine.batches.size(); ++i)
        known.insert(mine.batches[i].name, i);
    for (SpreadBatch batch : others.batches) {
        if (batch.cluster)
            *batch.cluster += shift;
        const auto found = known.constFind(batch.name);
        if (found == known.cend()) {
            mine.batches.push_back(std::move(batch));
            continue;
        }
        ++twice.ok;
        SpreadBatch& same = mine.batches[*found];
        if (same.cluster && batch.cluster) {
            ++twice.reviewed;
            same = merged(same, batch, mine.clusters, sums);
        } else if (batch.cluster) {
            same = std::move(batch);
        }
    }
    return twice;
}

} // namespace assay
