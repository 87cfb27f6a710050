// SPDX-License-Identifier: GPL-3.0-or-later
// When an asset's prompt was first written and when it was first accepted, and in which cycle (METRICS.md
// section 1): derived from its generations and their reviews in force. Writing is for the store thread,
// inside the caller's Transaction; computing works on any connection.
#pragma once

#include "app/base/isoweek.h"
#include "app/domain/ids.h"
#include "app/store/database.h"
#include "app/store/statement.h"

namespace assay {

struct AssetCompletion
{
    std::optional<UtcTime> promptWrittenAt;
    std::optional<UtcTime> acceptedAt; ///< nothing: not completed
    QString acceptedWeek;
    std::optional<int> acceptedCycle;

    bool operator==(const AssetCompletion&) const = default;
};

class AssetCompletions
{
public:
    AssetCompletions(const Database& database, const WeekCalendar& calendar);

    /// The earliest review in force that accepts; of one instant, the lower cycle.
    Result<AssetCompletion> compute(AssetId id);
    Result<AssetCompletion> read(AssetId id);
    /// Stores it and marks the weeks it counted in and counts in now as stale.
    Result<void> write(AssetId id, const AssetCompletion& completion);

private:
    const WeekCalendar& m_calendar;
    Statement m_written;
    Statement m_accepted;
    Statement m_read;
    Statement m_write;
    Statement m_markWeek;
};

} // namespace assay
