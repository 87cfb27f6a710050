// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/selectedrows.h"

#include "app/store/database.h"
#include "app/store/exchangerates.h"
#include "app/store/statement.h"
#include "app/store/viewcondition.h"
#include "app/store/weekcounter.h"

#include <QSet>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace assay {

namespace {

/// Names of clients' own assets mean the same asset only where clients are put together.
Result<SharedNames> sharedNames(const Database& database, const ViewFilter& filter)
{
    return filter.client ? Result<SharedNames>(SharedNames()) : SharedNames::read(database);
}

Error damaged(IsoWeek week)
{
    return {ErrorKind::Damaged, week.name(), QStringLiteral("weekly observations can't be read")};
}

} // namespace

SelectedRows::SelectedRows(WeekCalendar calendar, SharedNames shared, ExchangeTable exchange)
    : m_calendar(std::move(calendar))
    , m_shared(std::move(shared))
    , m_exchange(std::move(exchange))
{
}

Result<SelectedRows> SelectedRows::read(const Database& database, const ViewFilter& filter,
                                        const WeekCalendar& calendar)
{
    auto shared = sharedNames(database, filter);
    if (!shared)
        return shared.error();
    Statement statement =
        database.prepare(QStringLiteral("SELECT week, client_id, sent, reviewed FROM weekly_observations"
                                        " WHERE %1")
                             .arg(viewCondition(filter)));
    if (auto ran = statement.runBound(viewValues(filter)); !ran)
        return ran.error();
    auto exchange = ExchangeRates(database).table();
    if (!exchange)
        return exchange.error();
    SelectedRows rows(calendar, *std::move(shared), *std::move(exchange));
    if (auto taken = rows.takeGroups(statement); !taken)
        return taken.error();
    if (auto counted = rows.count(); !counted)
        return counted.error();
    return rows;
}

Result<void> SelectedRows::takeGroups(Statement& statement)
{
    while (statement.next()) {
        const QString name = statement.text(0);
        const auto week = IsoWeek::fromName(name);
        if (!week) {
            statement.finish();
            return Error{ErrorKind::Damaged, name, QStringLiteral("no week")};
        }
        m_groups.push_back({*week, statement.text(1) % u'/' % name, statement.bytes(2), statement.bytes(3)});
    }
    if (statement.error())
        return *statement.error();
    // Not the statement: it would put all the columns of all the weeks in order.
    std::ranges::stable_sort(m_groups, [](const Group& left, const Group& right) {
        return std::tie(left.week, left.cell) < std::tie(right.week, right.cell);
    });
    return {};
}

Result<void> SelectedRows::count()
{
    for (auto begin = m_groups.cbegin(); begin != m_groups.cend();) {
        const auto end = std::find_if(
            begin, m_groups.cend(), [week = begin->week](const Group& group) { return group.week != week; });
        auto row = countWeek({begin, end});
        if (!row)
            return row.error();
        m_weeks.push_back(*std::move(row));
        begin = end;
    }
    addCompleted();
    return {};
}

Result<WeekRow> SelectedRows::countWeek(std::span<const Group> groups)
{
    const IsoWeek week = groups.front().week;
    WeekCounter counter(m_shared, m_exchange);
    for (const Group& group : groups) {
        const auto columns = ObservationColumns::unpack(group.sent, group.reviewed);
        if (!columns)
            return damaged(week);
        takeAssets(*columns);
        counter.add(*columns, group.cell);
    }
    return counter.finish(week);
}

void SelectedRows::takeAssets(const ObservationColumns& columns)
{
    ComparedAsset* asset = nullptr;
    AssetId last;
    for (size_t row = 0; row < columns.size(); ++row) {
        const AssetId id = columns.asset(row);
        if (!id.isValid())
            continue;
        const UtcTime sentAt = columns.sentAt(row);
        // Images of one asset mostly follow each other.
        if (asset == nullptr || id != last)
            asset = &assetOf(m_shared.standIn(id));
        last = id;
        asset->firstSentAt = std::min(asset->firstSentAt, sentAt);
        asset->lastSentAt = std::max(asset->lastSentAt, sentAt);
        asset->promptWrittenAt =
            std::min({asset->promptWrittenAt, sentAt, columns.promptWrittenAt(row).value_or(UtcTime::max())});
        if (!columns.isAccepted(row))
            continue;
        const UtcTime reviewedAt = *columns.reviewedAt(row);
        const int cycle = columns.cycle(row);
        if (asset->acceptedAt &&
            std::tie(*asset->acceptedAt, asset->acceptedCycle) <= std::tie(reviewedAt, cycle))
            continue;
        asset->acceptedAt = reviewedAt;
        asset->acceptedCycle = cycle;
    }
}

ComparedAsset& SelectedRows::assetOf(AssetId id)
{
    const auto known = m_places.constFind(id);
    if (known != m_places.cend())
        return m_assets[*known];
    m_places.insert(id, m_assets.size());
    m_assets.push_back({.id = id,
                        .firstSentAt = UtcTime::max(),
                        .lastSentAt = UtcTime::min(),
                        .promptWrittenAt = UtcTime::max()});
    return m_assets.back();
}

/// Assets count in the week of their acceptance, which may have no image.
void SelectedRows::addCompleted()
{
    std::map<IsoWeek, std::vector<CompletedAsset>> completed;
    std::map<UtcTime, std::pair<UtcTime, IsoWeek>> spans; ///< by start: end and week
    const auto weekOf = [&](UtcTime time) {
        auto after = spans.upper_bound(time);
        if (after != spans.begin() && time < std::prev(after)->second.first)
            return std::prev(after)->second.second;
        const IsoWeek week = m_calendar.weekOf(time);
        spans.insert({m_calendar.startOf(week), {m_calendar.endOf(week), week}});
        return week;
    };
    for (const ComparedAsset& asset : m_assets) {
        if (asset.acceptedAt)
            completed[weekOf(*asset.acceptedAt)].push_back(
                {asset.acceptedCycle, *asset.acceptedAt - asset.promptWrittenAt});
    }
    for (const auto& [week, assets] : completed) {
        const WeekRow row = cellSums(week, {}, assets);
        const auto place = std::ranges::lower_bound(m_weeks, week, {}, &WeekRow::week);
        if (place != m_weeks.end() && place->week == week)
            *place += row;
        else
            m_weeks.insert(place, row);
    }
}

ComparedRows SelectedRows::between(UtcTime from, UtcTime to) const
{
    struct Sent
    {
        qint64 id = 0;
        SentObservation observation{};
    };
    std::vector<Sent> sent;
    const IsoWeek first = m_calendar.weekOf(from);
    const IsoWeek last = m_calendar.weekOf(to);
    for (const Group& group : m_groups) {
        if (group.week < first || group.week > last)
            continue;
        // It could be read before.
        const auto columns = ObservationColumns::unpack(group.sent, group.reviewed);
        for (size_t row = 0; columns && row < columns->size(); ++row) {
            const UtcTime sentAt = columns->sentAt(row);
            if (sentAt < from || sentAt >= to)
                continue;
            sent.push_back({columns->id(row), {sentAt, columns->observation(row, group.cell)}});
            Observation& observation = sent.back().observation.observation;
            if (observation.cost && !m_exchange.isEmpty())
                observation.converted = m_exchange.converted(*observation.cost, sentAt);
        }
    }
    std::ranges::sort(sent, {}, &Sent::id);
    ComparedRows rows;
    QSet<AssetId> taken;
    for (Sent& one : sent) {
        AssetId& asset = one.observation.observation.asset;
        asset = m_shared.standIn(asset);
        if (asset.isValid() && !taken.contains(asset)) {
            taken.insert(asset);
            rows.assets.push_back(m_assets[m_places.value(asset)]);
        }
        rows.generations.push_back(std::move(one.observation));
    }
    return rows;
}

} // namespace assay
