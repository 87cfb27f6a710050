// SPDX-License-Identifier: GPL-3.0-or-later
// When an asset's prompt was first written and when it was first accepted, and in which cycle (METRICS.md
// section 1): derived from its generations and their reviews in force.
#pragma once

#include "app/base/isoweek.h"
#include "app/domain/ids.h"
#include "app/store/database.h"
#include "app/store/staleness.h"
#include "app/store/statement.h"

#include <vector>

namespace assay {

struct AssetCompletion
{
    std::optional<UtcTime> promptWrittenAt;
    std::optional<UtcTime> acceptedAt; ///< nothing: not completed
    QString acceptedWeek;
    std::optional<int> acceptedCycle;

    bool operator==(const AssetCompletion&) const = default;
};

struct CountedAsset
{
    AssetId id;
    qint64 client = 0;
    AssetCompletion stored;
    /// The earliest review in force that accepts; of one instant, the lower cycle.
    AssetCompletion computed;
};

/// `which`: a SELECT of asset_id. By id. On any connection.
Result<std::vector<CountedAsset>> countAssets(const Database& database, const WeekCalendar& calendar,
                                              const QString& which);

/// For the store thread, inside the caller's Transaction.
class AssetCompletionWriter
{
public:
    explicit AssetCompletionWriter(const Database& database);

    /// Stores what was computed and marks the weeks that the asset counted in and counts in now as stale.
    Result<void> write(const CountedAsset& asset);

private:
    Result<void> markWeekOf(qint64 client, const AssetCompletion& completion);

    Staleness m_staleness;
    Statement m_write;
};

} // namespace assay
