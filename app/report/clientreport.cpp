// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/clientreport.h"

#include "app/metrics/baseline.h"
#include "app/store/database.h"
#include "app/store/deliveries.h"
#include "app/store/generations.h"
#include "app/store/rollups.h"
#include "app/store/workspacesettings.h"

#include <algorithm>

namespace assay {

namespace {

UtcTime startOf(QDate day, const QTimeZone& zone)
{
    return fromEpochMs(day.startOfDay(zone).toMSecsSinceEpoch());
}

/// Nearest rank (METRICS.md section 1).
std::optional<Milliseconds> median(std::vector<Milliseconds> values)
{
    if (values.empty())
        return std::nullopt;
    const size_t rank = (values.size() * 50 + 99) / 100;
    std::ranges::nth_element(values, values.begin() + std::ptrdiff_t(rank - 1));
    return values[rank - 1];
}

DeliveredAssets deliveredAssets(const QList<Delivery>& deliveries)
{
    DeliveredAssets assets{.count = deliveries.size()};
    Sums shipped;
    Sums cycles;
    std::vector<Milliseconds> waits;
    for (const Delivery& delivery : deliveries) {
        const bool isFirstTime = delivery.cycle == 1;
        assets.firstTime += isFirstTime;
        shipped.add(isFirstTime ? 1 : 0, 1);
        cycles.add(delivery.cycle, 1);
        if (delivery.promptWrittenAt)
            waits.push_back(delivery.acceptedAt - *delivery.promptWrittenAt);
    }
    assets.shipped = rateEstimate(shipped);
    assets.cycles = meanEstimate(cycles);
    assets.firstUsable = median(std::move(waits));
    return assets;
}

Result<DeliveredAssets> readAssets(const Database& database, const ClientPeriod& period)
{
    const auto deliveries = Deliveries(database).assets(period);
    if (!deliveries)
        return deliveries.error();
    return deliveredAssets(*deliveries);
}

/// The view's weeks from the first to the last one asked for; weeks it does not have are empty.
std::vector<JudgedWeek> weeksBetween(const WeeklyView& view, IsoWeek first, IsoWeek last)
{
    const WeekCalendar calendar(view.zone);
    std::vector<JudgedWeek> weeks;
    for (IsoWeek week = first; week <= last; week = week.next()) {
        const auto found = std::ranges::find(view.weeks, week, &JudgedWeek::week);
        JudgedWeek shown;
        shown.week = week;
        shown.start = calendar.startOf(week);
        shown.end = calendar.endOf(week);
        weeks.push_back(found != view.weeks.end() ? *found : shown);
    }
    return weeks;
}

Result<void> readWeeks(const Database& database, const ClientReportRequest& request, ClientReport& report)
{
    const auto view = readWeeklyView(database, request.client, request.now);
    if (!view)
        return view.error();
    const WeekCalendar calendar(view->zone);
    const IsoWeek first = IsoWeek::containing(request.from);
    const IsoWeek last = std::min(IsoWeek::containing(request.to), calendar.weekOf(request.now));
    report.madeOn = calendar.localDate(request.now);
    report.weeks = weeksBetween(*view, first, last);
    // A week that has only begun is not one without images.
    if (!report.weeks.empty() && report.weeks.back().counts.isEmpty() &&
        report.weeks.back().end > request.now)
        report.weeks.pop_back();
    std::vector<WeekRow> rows;
    for (const WeekRow& row : view->rows) {
        if (row.week >= first && row.week <= last)
            rows.push_back(row);
    }
    report.acceptance =
        rows.empty() ? noEstimate({.why = Why::NoData}) : estimate(pooled(rows), MetricId::Acceptance);
    return {};
}

Result<void> readPeriods(const Database& database, const QTimeZone& zone, ClientReport& report)
{
    const ClientPeriod now{report.client, startOf(report.from, zone), startOf(report.to.addDays(1), zone)};
    const ClientPeriod before{report.client, startOf(report.previousFrom, zone), now.from};
    const auto assets = readAssets(database, now);
    if (!assets)
        return assets.error();
    const auto previous = readAssets(database, before);
    if (!previous)
        return previous.error();
    const auto images = Deliveries(database).images(now);
    if (!images)
        return images.error();
    report.assets = *assets;
    report.previousAssets = *previous;
    report.images = images->images;
    report.reviewed = images->reviewed;
    return {};
}

Result<void> checkRequest(const Database& database, const ClientReportRequest& request)
{
    if (!request.from.isValid() || !request.to.isValid() || request.to < request.from)
        return Error{ErrorKind::Invalid, QStringLiteral("period"),
                     QStringLiteral("it ends before it begins")};
    const auto clients = clientNames(database);
    if (!clients)
        return clients.error();
    if (!clients->contains(request.client))
        return Error{ErrorKind::NotFound, request.client, QStringLiteral("no such client in this workspace")};
    return {};
}

} // namespace

Result<ClientReport> readClientReport(const Database& database, const ClientReportRequest& request)
{
    if (auto checked = checkRequest(database, request); !checked)
        return checked.error();
    const auto zone = WorkspaceSettings(database).timeZone();
    if (!zone)
        return zone.error();
    ClientReport report{.client = request.client, .from = request.from, .to = request.to};
    std::tie(report.previousFrom, report.previousTo) = periodBefore(request.from, request.to);
    if (auto read = readPeriods(database, *zone, report); !read)
        return read.error();
    if (auto read = readWeeks(database, request, report); !read)
        return read.error();
    return report;
}

std::pair<QDate, QDate> periodBefore(QDate from, QDate to)
{
    const QDate last = from.addDays(-1);
    const bool isWholeMonths = from.day() == 1 && to.addDays(1).day() == 1;
    if (!isWholeMonths)
        return {from.addDays(-(from.daysTo(to) + 1)), last};
    const int months = (to.year() - from.year()) * 12 + to.month() - from.month() + 1;
    return {from.addMonths(-months), last};
}

} // namespace assay
