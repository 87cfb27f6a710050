// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/changecomparison.h"

#include "app/store/comparisonrows.h"

#include <algorithm>

namespace assay {

Result<ChangeComparison> readComparison(const Database& database, const WeeklyView& view,
                                        const Change& change)
{
    const WeekCalendar calendar(view.zone);
    ChangeComparison comparison{.change = change,
                                .window = comparisonWindow(change, view.changes, view.asOf)};
    // A change may lie ahead of `asOf`: there is nothing after it then, but all that is before it counts.
    const UtcTime end = std::max(comparison.window.to, comparison.window.change);
    const auto rows = readComparedRows(database, {view.client, comparison.window.from, end}, calendar);
    if (!rows)
        return rows.error();
    comparison.metrics = compare(comparison.window, *rows, calendar);
    return comparison;
}

} // namespace assay
