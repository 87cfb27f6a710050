// SPDX-License-Identifier: GPL-3.0-or-later
// What is counted of one cluster of images and of one completed asset: what the metrics' sums are made from.
// Plain values.
#pragma once

#include "app/base/clock.h"

namespace assay {

/// Of the images of one asset in one week; of a batch or a single image where the asset is unknown.
struct ClusterCounts
{
    qint64 attempts = 0;
    qint64 failed = 0;
    qint64 retries = 0;
    qint64 reviewed = 0;
    qint64 accepted = 0;
    qint64 checksMet = 0;
    qint64 checks = 0;
    qint64 batches = 0;
    qint64 batchesAccepted = 0;
    qint64 costMicro = 0;
};

/// An asset whose first acceptance falls into the week.
struct CompletedAsset
{
    int depth = 1;                    ///< the cycle in which it was accepted; 1 is ideal
    Milliseconds timeToFirstUsable{}; ///< from its prompt's first writing to its first acceptance

    bool operator==(const CompletedAsset&) const = default;
};

} // namespace assay
