// SPDX-License-Identifier: GPL-3.0-or-later
// The generations of one view by model or template: read once as the roll-ups keep them, then summed week by
// week or cut at a change. Counts as if the workspace had no other generations, so an asset's first
// acceptance is that among the selected ones. Reads only, on any connection, and as of the last refresh of
// the roll-ups; a plain value afterwards.
#pragma once

#include "app/base/isoweek.h"
#include "app/base/result.h"
#include "app/domain/comparedrows.h"
#include "app/domain/exchangerate.h"
#include "app/domain/viewfilter.h"
#include "app/store/observationcolumns.h"
#include "app/store/sharednames.h"

#include <QHash>

#include <span>
#include <vector>

namespace assay {

class Database;
class Statement;

class SelectedRows
{
public:
    static Result<SelectedRows> read(const Database& database, const ViewFilter& filter,
                                     const WeekCalendar& calendar);

    bool isEmpty() const { return m_groups.empty(); }
    /// The weeks that have something, each once and in order; without the fleet's GPU days.
    const std::vector<WeekRow>& weeks() const { return m_weeks; }
    /// What was sent from `from` until before `to`, and its assets; without GPU samples.
    ComparedRows between(UtcTime from, UtcTime to) const;

private:
    /// What one client had made with one model and template in one week.
    struct Group
    {
        IsoWeek week{};
        QString cell{}; ///< names the client and week
        QByteArray sent{};
        QByteArray reviewed{};
    };
    SelectedRows(WeekCalendar calendar, SharedNames shared, ExchangeTable exchange);
    Result<void> takeGroups(Statement& statement);
    Result<void> count();
    Result<WeekRow> countWeek(std::span<const Group> groups);
    void takeAssets(const ObservationColumns& columns);
    ComparedAsset& assetOf(AssetId id);
    void addCompleted();

    WeekCalendar m_calendar;
    SharedNames m_shared;
    ExchangeTable m_exchange;
    std::vector<Group> m_groups; ///< by week
    std::vector<WeekRow> m_weeks;
    std::vector<ComparedAsset> m_assets;
    QHash<AssetId, size_t> m_places; ///< of each asset
};

} // namespace assay
