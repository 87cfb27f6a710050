// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/changecomparison.h"

#include "app/store/comparisonrows.h"
#include "app/store/selectedrows.h"

#include <QSet>

#include <algorithm>

namespace assay {

namespace {

Result<ComparedRows> rowsBetween(const Database& database, const WeeklyView& view, UtcTime from, UtcTime to)
{
    if (!view.selected)
        return readComparedRows(database, {view.client, from, to}, WeekCalendar(view.zone));
    ComparedRows rows = view.selected->between(from, to);
    auto samples = readGpuSamples(database, from, to);
    if (!samples)
        return samples.error();
    rows.gpuSamples = std::move(*samples);
    return rows;
}

void countSides(ChangeComparison& comparison, const ComparedRows& rows)
{
    QSet<QString> currencies;
    for (const SentObservation& sent : rows.generations) {
        if (const auto& cost =
                sent.observation.converted ? sent.observation.converted : sent.observation.cost)
            currencies.insert(cost->currency);
        const bool isBefore = sent.sentAt < comparison.window.change;
        (isBefore ? comparison.before : comparison.after).images +=
            sent.observation.status == GenerationStatus::Ok;
        comparison.isConverted |= sent.observation.converted.has_value();
    }
    if (currencies.size() == 1)
        comparison.currency = *currencies.cbegin();
    for (const ComparedAsset& asset : rows.assets) {
        if (asset.firstSentAt >= comparison.window.change)
            ++comparison.after.assets;
        else if (asset.lastSentAt < comparison.window.change)
            ++comparison.before.assets;
        else
            ++comparison.assetsLeftOut;
    }
}

} // namespace

Result<ChangeComparison> readComparison(const Database& database, const WeeklyView& view,
                                        const Change& change)
{
    const WeekCalendar calendar(view.zone);
    ChangeComparison comparison{.change = change,
                                .window = comparisonWindow(change, view.changes, view.asOf)};
    // A change may lie ahead of `asOf`: there is nothing after it then, but all that is before it counts.
    const UtcTime end = std::max(comparison.window.to, comparison.window.change);
    const auto rows = rowsBetween(database, view, comparison.window.from, end);
    if (!rows)
        return rows.error();
    countSides(comparison, *rows);
    comparison.metrics = compare(comparison.window, *rows, calendar);
    return comparison;
}

} // namespace assay
