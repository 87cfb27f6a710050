// SPDX-License-Identifier: GPL-3.0-or-later
// WeeklyView: the judged weeks of one client, or of all, as the trends page, the command line and reports
// show them: one reading of the store for all three, so their numbers are the same. Any thread with a
// connection of its own; a plain value comes out.
#pragma once

#include "app/base/result.h"
#include "app/domain/viewfilter.h"
#include "app/metrics/weeklyseries.h"

#include <QStringList>
#include <QTimeZone>

#include <memory>
#include <optional>
#include <vector>

namespace assay {

class Database;
class SelectedRows;

struct WeeklyView
{
    std::optional<QString> client{}; ///< nothing: all of them
    ViewFilter filter{};
    JudgingRules rules{};        ///< that the weeks were judged by
    QTimeZone zone{};            ///< of the workspace's weeks
    std::vector<WeekRow> rows{}; ///< what the weeks were judged from, in any order
    std::vector<JudgedWeek> weeks{};
    std::vector<Change> changes{}; ///< that start an epoch in this view
    UtcTime asOf{};
    /// Of a view by model or template: what it selects.
    std::shared_ptr<const SelectedRows> selected{};
};

/// The view as of `now`. A client the workspace does not know has no weeks.
Result<WeeklyView> readWeeklyView(const Database& database, const std::optional<QString>& client,
                                  UtcTime now);

/// The same by model and template too: exact, from the generations. What nothing was made with has no weeks.
Result<WeeklyView> readWeeklyView(const Database& database, const ViewFilter& filter, UtcTime now);

} // namespace assay
