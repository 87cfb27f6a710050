// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/weeklyview.h"

#include "app/store/changes.h"
#include "app/store/rollups.h"
#include "app/store/workspacesettings.h"

namespace assay {

Result<WeeklyView> readWeeklyView(const Database& database, const std::optional<QString>& client, UtcTime now)
{
    const auto zone = WorkspaceSettings(database).timeZone();
    if (!zone)
        return zone.error();
    auto rows = Rollups(database).weeks(client);
    if (!rows)
        return rows.error();
    const auto changes = Changes(database).all();
    if (!changes)
        return changes.error();
    WeeklyView view{.client = client, .zone = *zone, .asOf = now};
    view.rows.assign(rows->begin(), rows->end());
    view.changes = changesOfView({changes->constData(), size_t(changes->size())}, client);
    view.weeks = judge(view.rows, view.changes, WeekCalendar(*zone), now);
    return view;
}

} // namespace assay
