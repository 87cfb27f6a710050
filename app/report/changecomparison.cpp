// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/changecomparison.h"

#include "app/store/comparisonrows.h"

namespace assay {

Result<ChangeComparison> readComparison(const Database& database, const WeeklyView& view,
                                        const Change& change)
{
    const WeekCalendar calendar(view.zone);
    ChangeComparison comparison{.change = change,
                                .window = comparisonWindow(change, view.changes, view.asOf)};
    const auto rows =
        readComparedRows(database, {view.client, comparison.window.from, comparison.window.to}, calendar);
    if (!rows)
        return rows.error();
    comparison.metrics = compare(comparison.window, *rows, calendar);
    return comparison;
}

} // namespace assay
