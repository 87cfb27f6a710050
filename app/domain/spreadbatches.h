// SPDX-License-Identifier: GPL-3.0-or-later
// Batches whose images were sent in more than one week. Each week's sums count them; where weeks are pooled
// they count once, with the cluster in which they were reviewed first (METRICS.md section 2). Plain values
// and the correction of the sums; any thread. Which batches these are is the caller's part.
#pragma once

#include "app/base/isoweek.h"
#include "app/domain/sums.h"

#include <QString>

#include <optional>
#include <vector>

namespace assay {

/// A batch with an ok image, as one row sees it.
struct SpreadBatch
{
    QString name{};
    IsoWeek week{};                   ///< of its first review's image
    std::optional<quint32> cluster{}; ///< among the row's; nothing while none of its images is reviewed
    bool isAccepted = false;

    bool operator==(const SpreadBatch&) const = default;
};

/// A cluster with spread batches: all its reviewed batches, the others too, as they are in the sums.
struct BatchCluster
{
    qint64 batches = 0;
    qint64 accepted = 0;

    bool operator==(const BatchCluster&) const = default;
};

struct SpreadBatches
{
    std::vector<SpreadBatch> batches{}; ///< each name once
    std::vector<BatchCluster> clusters{};

    bool operator==(const SpreadBatches&) const = default;
};

/// Batches counted twice in the plain sum of two rows, taken off `sums` of batch acceptance already.
struct CountedTwice
{
    qint64 ok = 0;
    qint64 reviewed = 0;
};

/// Takes in the other row's batches and corrects `sums`, which is the plain sum of both rows, where both have
/// the same batch.
CountedTwice join(SpreadBatches& mine, const SpreadBatches& others, Sums& sums);

} // namespace assay
