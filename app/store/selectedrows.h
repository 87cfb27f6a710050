// SPDX-License-Identifier: GPL-3.0-or-later
// The generations of one view by model or template, for which there are no roll-ups: read once, then summed
// week by week or cut at a change. Counts as if the workspace had no other generations, so an asset's first
// acceptance is that among the selected ones. Reads only, on any connection; a plain value afterwards.
#pragma once

#include "app/base/isoweek.h"
#include "app/base/result.h"
#include "app/domain/comparedrows.h"
#include "app/domain/viewfilter.h"

#include <QHash>

#include <vector>

namespace assay {

class Database;
class SharedNames;
class Statement;

class SelectedRows
{
public:
    static Result<SelectedRows> read(const Database& database, const ViewFilter& filter,
                                     const WeekCalendar& calendar);

    bool isEmpty() const { return m_generations.empty(); }
    /// The weeks that have something, each once and in order; without the fleet's GPU days.
    std::vector<WeekRow> weeks() const;
    /// What was sent from `from` until before `to`, and its assets; without GPU samples.
    ComparedRows between(UtcTime from, UtcTime to) const;

private:
    explicit SelectedRows(WeekCalendar calendar);
    Result<void> take(const Statement& row, const SharedNames& shared);
    void takeAsset(const Statement& row, const SentObservation& sent);

    WeekCalendar m_calendar;
    std::vector<SentObservation> m_generations;
    std::vector<IsoWeek> m_weeks; ///< of each generation
    std::vector<ComparedAsset> m_assets;
    QHash<AssetId, size_t> m_places; ///< of each asset
};

} // namespace assay
