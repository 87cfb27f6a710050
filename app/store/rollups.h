// SPDX-License-Identifier: GPL-3.0-or-later
// The weekly roll-ups: sums that add up, one row for each client and week, so that trends need no look at the
// generations. What changes marks its asset and week as stale in its own transaction; refresh() counts those
// again. Refreshing is for the store thread and makes its own transactions; reading works on any connection.
#pragma once

#include "app/base/result.h"
#include "app/domain/weekrow.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace assay {

class Database;

class Rollups
{
public:
    explicit Rollups(const Database& database);

    /// Counts again what is stale, in short transactions: what is done stays done when a later one fails.
    /// How many client-weeks were counted; 0 when nothing was stale.
    Result<int> refresh() const;
    /// One short transaction of it, so that a verdict can come between two: true while more may be stale.
    Result<bool> refreshSome() const;
    /// Forgets all sums and counts everything again.
    Result<int> rebuild() const;
    /// Whether something has changed that weeks() does not show yet.
    Result<bool> isStale() const;

    /// The weeks that have something, of one client by week, or of all by client and week (several rows for
    /// one week then: they add up; a week in which clients share names of assets or batches is one row,
    /// counted from the generations, with the name as one asset). Weeks of the fleet, which have GPU days
    /// only, follow them. An unknown client has none of its own.
    Result<std::vector<WeekRow>> weeks(const std::optional<QString>& client = std::nullopt) const;

    /// The weeks of the fleet alone, which have GPU days only.
    Result<std::vector<WeekRow>> fleet() const;

    /// One line for each asset and each client-week whose stored numbers are not what the rows give. What is
    /// marked stale is left out.
    Result<QStringList> verify() const;

private:
    const Database& m_database;
};

} // namespace assay
