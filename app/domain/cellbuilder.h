// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the generations of one cell (a view and a week) whose names are numbers already: what cellSums()
// does for observations, for callers that have columns of thousands. Any thread. Which generations belong to
// the cell and which review is in force is the caller's part.
#pragma once

#include "app/domain/clustercounts.h"
#include "app/domain/generation.h"
#include "app/domain/review.h"
#include "app/domain/weekrow.h"

#include <QHash>
#include <QSet>

#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace assay {

/// In place of a batch's number: the image is a batch of its own.
inline constexpr quint32 kOwnBatch = std::numeric_limits<quint32>::max();

/// An amount in a currency that CellBuilder::currency() numbered.
struct CountedCost
{
    quint32 currency = 0;
    qint64 micro = 0;
};

/// One generation, but for its samples.
struct CountedImage
{
    qint64 order = 0; ///< of two generations, the one that came first has the lower one
    AssetId asset{};  ///< 0: unknown
    quint32 batch = kOwnBatch;
    bool isOk = true;
    bool isRetry = false;
    std::optional<CountedCost> cost{};        ///< nothing: unknown
    std::optional<CountedCost> converted{};   ///< the same by an exchange rate; nothing: it counts as it is
    std::optional<Disposition> disposition{}; ///< of the review in force; ignored unless the image is ok
    int checksMet = 0;                        ///< of the review in force, as the next one
    int checksMissed = 0;
};

class CellBuilder
{
public:
    /// The same number for the same name; of batches and of currencies.
    quint32 batch(const QString& name);
    quint32 currency(const QString& name);
    /// A batch without a name.
    quint32 newBatch();

    /// The number of its cluster: the asset is one, without an asset the batch, without a batch the image.
    quint32 add(const CountedImage& image);
    /// Of an image that is ok.
    void addSample(SampleKind kind, double value, quint32 cluster)
    {
        m_samples[index(kind)].push_back({value, cluster});
    }
    void add(const CompletedAsset& asset);

    /// Those of `spreadBatches` have images in other weeks too: the row keeps them by name.
    WeekRow finish(IsoWeek week, const QSet<QString>& spreadBatches);

private:
    struct Batch
    {
        std::optional<quint32> cluster{};         ///< that stands for it where the asset is unknown
        std::optional<quint32> reviewedCluster{}; ///< of its first reviewed image
        qint64 firstReviewed = 0;                 ///< order of that image
        bool hasOk = false;
        bool isAccepted = false;
    };

    struct CurrencySums
    {
        QString currency{};
        qint64 paid = 0;       ///< micro-units
        qint64 spent = 0;      ///< micro-units, after exchange
        bool hasSpent = false; ///< also where it rounds to 0
    };

    quint32 clusterOf(const CountedImage& image);
    quint32 clusterOf(AssetId asset, qint64 order);
    quint32 newCluster(qint64 order);
    void numberClustersByOrder();
    void addCost(const CountedImage& image, ClusterCounts& cluster);
    void addReview(const CountedImage& image, quint32 cluster, Batch& batch);
    void addBatches();
    void addSpread(const QSet<QString>& spreadBatches);
    void addCluster(const ClusterCounts& cluster);

    WeekRow m_row;
    std::vector<ClusterCounts> m_clusters;
    std::vector<qint64> m_firstOrders; ///< of each cluster's images
    std::vector<Batch> m_batches;
    PerSampleKind<std::vector<Sample>> m_samples;
    QHash<AssetId, quint32> m_clusterByAsset;
    std::pair<AssetId, quint32>
        m_lastAsset{}; ///< with its cluster: images of one asset mostly follow each other
    QHash<QString, quint32> m_batchByName;
    std::vector<CurrencySums> m_costs; ///< by the number of the currency
};

} // namespace assay
