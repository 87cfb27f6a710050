// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/weeklyview.h"

#include "app/store/changes.h"
#include "app/store/judgingsettings.h"
#include "app/store/rollups.h"
#include "app/store/selectedrows.h"
#include "app/store/workspacesettings.h"

namespace assay {

namespace {

Result<std::vector<WeekRow>> rowsOf(const Database& database, const ViewFilter& filter, WeeklyView& view)
{
    if (!filter.isNarrow())
        return Rollups(database).weeks(filter.client);
    auto selected = SelectedRows::read(database, filter, WeekCalendar(view.zone));
    if (!selected)
        return selected.error();
    std::vector<WeekRow> rows = selected->weeks();
    const auto fleet = Rollups(database).fleet();
    if (!fleet)
        return fleet.error();
    rows.insert(rows.end(), fleet->begin(), fleet->end());
    view.selected = std::make_shared<const SelectedRows>(*std::move(selected));
    return rows;
}

} // namespace

Result<WeeklyView> readWeeklyView(const Database& database, const std::optional<QString>& client, UtcTime now)
{
    return readWeeklyView(database, ViewFilter{.client = client}, now);
}

Result<WeeklyView> readWeeklyView(const Database& database, const ViewFilter& filter, UtcTime now)
{
    const auto zone = WorkspaceSettings(database).timeZone();
    if (!zone)
        return zone.error();
    const auto changes = Changes(database).all();
    if (!changes)
        return changes.error();
    WeeklyView view{.client = filter.client, .filter = filter, .zone = *zone, .asOf = now};
    auto rows = rowsOf(database, filter, view);
    if (!rows)
        return rows.error();
    view.rows = std::move(*rows);
    view.changes = changesOfView({changes->constData(), size_t(changes->size())}, filter.client);
    const auto rules = JudgingSettings(database).rules(filter);
    if (!rules)
        return rules.error();
    view.rules = *rules;
    view.weeks = judge(view.rows, view.changes, WeekCalendar(*zone), now, view.rules);
    return view;
}

} // namespace assay
