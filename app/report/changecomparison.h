// SPDX-License-Identifier: GPL-3.0-or-later
// Before and after a change as it is in a workspace: reads the rows on both sides and compares them. Any
// thread, on any connection; as of the last refresh of the roll-ups.
#pragma once

#include "app/base/result.h"
#include "app/metrics/comparison.h"
#include "app/report/weeklyview.h"

namespace assay {

struct ComparedSide
{
    int images = 0; ///< attempts that are ok, of assets left out too
    int assets = 0; ///< that are on this side alone

    bool operator==(const ComparedSide&) const = default;
};

struct ChangeComparison
{
    Change change{};
    ComparisonWindow window{};
    ComparedSide before{};
    ComparedSide after{};
    int assetsLeftOut = 0;    ///< with generations on both sides
    bool isConverted = false; ///< exchange rates are in its costs
    QString currency{};       ///< of all costs; empty: none, or several
    PerMetric<ComparedMetric> metrics{};
};

/// Of a change that starts an epoch in the view.
Result<ChangeComparison> readComparison(const Database& database, const WeeklyView& view,
                                        const Change& change);

} // namespace assay
