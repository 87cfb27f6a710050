// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weekly/weekentries.h"

#include "app/report/figures.h"
#include "ui/common/format.h"
#include "ui/weekly/weeklywords.h"

#include <QCoreApplication>

#include <algorithm>
#include <ranges>

namespace assay {

namespace {

struct WeekEntries
{
    Q_DECLARE_TR_FUNCTIONS(assay::WeekEntries)
};

QString unsignedText(const JudgedWeek& week, UtcTime now)
{
    const auto days = std::chrono::duration_cast<std::chrono::days>(now - week.end).count();
    if (days < 1)
        return WeekEntries::tr("Unsigned since today");
    return days == 1 ? WeekEntries::tr("Unsigned for 1 day")
                     : WeekEntries::tr("Unsigned for %1 days").arg(formatCount(days));
}

bool isPending(const JudgedWeek& week)
{
    return !isFiring(week) && !metricsToDecide(week).empty();
}

WeekEntry signedEntry(const WeeklyReview& signature, const QTimeZone& zone)
{
    WeekEntry entry{.week = signature.week, .mark = Mark::Resolved};
    entry.state = WeekEntries::tr("%1, %2").arg(plainLine(signature.owner),
                                                formatDate(WeekCalendar(zone).localDate(signature.signedAt)));
    entry.explanation = signedText(signature, zone);
    return entry;
}

WeekEntry unsignedEntry(const JudgedWeek& week, const WeeklyContent& content)
{
    WeekEntry entry{.week = week.week, .mark = Mark::Undecided};
    if (week.role == WeekRole::Baseline) {
        entry.mark = Mark::Building;
        entry.state = WeekEntries::tr("Part of the baseline");
        return entry;
    }
    if (week.role == WeekRole::Transition) {
        entry.mark = Mark::NotApplicable;
        entry.state = WeekEntries::tr("Week of a change");
        return entry;
    }
    if (isFiring(week))
        entry.mark = Mark::Firing;
    else if (isPending(week))
        entry.mark = Mark::Pending;
    if (!isAskedFor(week, *content.view, content.begunAt)) {
        entry.state = WeekEntries::tr("Not signed");
        entry.explanation =
            WeekEntries::tr("It was over before this workspace was begun; nobody has to sign it.");
        return entry;
    }
    entry.state = unsignedText(week, content.view->asOf);
    entry.token = isFiring(week) ? Token::Bad : Token::Text2;
    return entry;
}

WeekEntry entryOf(const JudgedWeek& week, const WeeklyContent& content)
{
    if (const WeeklyReview* signature = signatureOf(week.week, content.reviews))
        return signedEntry(*signature, content.view->zone);
    WeekEntry entry{.week = week.week};
    switch (stageOf(week, content.view->asOf)) {
    case WeekStage::Open:
        entry.mark = Mark::Few;
        entry.state = WeekEntries::tr("Open");
        return entry;
    case WeekStage::Empty:
        entry.state = WeekEntries::tr("No images");
        return entry;
    case WeekStage::Provisional:
        entry.mark = Mark::Open;
        entry.state =
            WeekEntries::tr("Provisional, %1 reviewed").arg(formatPercent(week.counts.coverage(), 0));
        return entry;
    case WeekStage::Settled:
        return unsignedEntry(week, content);
    }
    Q_UNREACHABLE();
}

} // namespace

std::vector<WeekEntry> weekEntries(const WeeklyContent& content)
{
    std::vector<WeekEntry> entries;
    for (const JudgedWeek& week : content.view->weeks | std::views::reverse)
        entries.push_back(entryOf(week, content));
    return entries;
}

std::optional<IsoWeek> firstShownWeek(const WeeklyContent& content)
{
    const WeeklyView& view = *content.view;
    const auto newest = [&view](auto holds) -> std::optional<IsoWeek> {
        const auto found = std::ranges::find_if(view.weeks.rbegin(), view.weeks.rend(), holds);
        return found == view.weeks.rend() ? std::nullopt : std::optional(found->week);
    };
    const auto waits = [&](const JudgedWeek& week) {
        return isAskedFor(week, view, content.begunAt) && signatureOf(week.week, content.reviews) == nullptr;
    };
    if (const auto waiting = newest(waits))
        return waiting;
    if (const auto settled = newest(
            [&view](const JudgedWeek& week) { return stageOf(week, view.asOf) == WeekStage::Settled; }))
        return settled;
    return newest([](const JudgedWeek&) { return true; });
}

} // namespace assay
