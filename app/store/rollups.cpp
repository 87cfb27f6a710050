// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/rollups.h"

#include "app/store/assetcompletion.h"
#include "app/store/countingrules.h"
#include "app/store/rollupcells.h"
#include "app/store/sharednames.h"
#include "app/store/spreadnames.h"
#include "app/store/transaction.h"
#include "app/store/workspacesettings.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <span>

namespace assay {

namespace {

constexpr int kAssetsPerTransaction = 2000;
constexpr int kSamplesPerTransaction = 2000;
constexpr int kWeeksPerTransaction = 4;

Result<WeekCalendar> calendarOf(const Database& database)
{
    const auto zone = WorkspaceSettings(database).timeZone();
    if (!zone)
        return zone.error();
    return WeekCalendar(*zone);
}

Result<QList<RollupCell>> cells(Statement statement)
{
    if (auto ran = statement.run(); !ran)
        return ran.error();
    return statement.collect([](const Statement& row) { return RollupCell{row.integer(0), row.text(1)}; });
}

/// Looks for batches over several weeks among what is new; 1 when there was something to look at.
Result<int> findSomeSpreadBatches(const Database& database)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const auto looked = SpreadNames(database).lookAtSome();
    if (!looked)
        return looked.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return *looked ? 1 : 0;
}

/// Counts some of the stale assets; how many.
Result<int> refreshSomeAssets(const Database& database, const WeekCalendar& calendar)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const QString some = QStringLiteral("SELECT asset_id FROM stale_assets ORDER BY asset_id LIMIT %1")
                             .arg(kAssetsPerTransaction);
    const auto assets = countAssets(database, calendar, some);
    if (!assets)
        return assets.error();
    AssetCompletionWriter writer(database);
    for (const CountedAsset& asset : *assets) {
        if (asset.computed == asset.stored)
            continue;
        if (auto written = writer.write(asset); !written)
            return written.error();
    }
    const QString done = QStringLiteral("DELETE FROM stale_assets WHERE asset_id IN (%1)").arg(some);
    if (auto removed = database.execute(done); !removed)
        return removed.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return static_cast<int>(assets->size());
}

/// Marks the weeks of some new GPU samples as stale; how many samples.
Result<int> markSomeGpuWeeks(const Database& database, const WeekCalendar& calendar)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    Statement read = database.prepare(
        QStringLiteral("SELECT started_at FROM stale_gpu_samples LIMIT %1").arg(kSamplesPerTransaction));
    if (auto ran = read.run(); !ran)
        return ran.error();
    const auto samples = read.collect([](const Statement& row) { return row.time(0); });
    if (!samples)
        return samples.error();
    Statement mark = database.prepare(
        QStringLiteral("INSERT INTO stale_weeks (client_id, week) VALUES (?, ?) ON CONFLICT DO NOTHING"));
    Statement done = database.prepare(QStringLiteral("DELETE FROM stale_gpu_samples WHERE started_at = ?"));
    for (const UtcTime startedAt : *samples) {
        if (auto marked = mark.run(kFleetClient, calendar.weekOf(startedAt).name()); !marked)
            return marked.error();
        if (auto removed = done.run(startedAt); !removed)
            return removed.error();
    }
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return static_cast<int>(samples->size());
}

Result<std::vector<CountedCell>> countCells(RollupCells& rollups, std::span<const RollupCell> cells)
{
    std::vector<CountedCell> counted;
    for (const RollupCell& cell : cells) {
        auto row = rollups.compute(cell);
        if (!row)
            return row.error();
        counted.push_back(*std::move(row));
    }
    return counted;
}

/// Half of many on a thread and a connection of their own: what cells are counted from is committed, and
/// nobody changes it while the caller's transaction is open.
Result<std::vector<CountedCell>> countCells(const Database& database, const WeekCalendar& calendar,
                                            const CountingRules& rules, std::span<const RollupCell> cells)
{
    RollupCells rollups(database, calendar, rules);
    if (cells.size() < kWeeksPerTransaction)
        return countCells(rollups, cells);
    const auto firstHalf = cells.first(cells.size() / 2);
    const auto secondHalf = cells.subspan(firstHalf.size());
    auto later = std::async(std::launch::async,
                            [path = database.path(), zone = calendar.zone(), &rules,
                             secondHalf]() -> std::optional<Result<std::vector<CountedCell>>> {
                                const auto connection = Database::open(path, Database::Mode::ReadOnly);
                                if (!connection)
                                    return std::nullopt;
                                RollupCells others(**connection, WeekCalendar(zone), rules);
                                return countCells(others, secondHalf);
                            });
    auto counted = countCells(rollups, firstHalf);
    auto others = later.get();
    if (!others) // no second connection, for want of handles or memory
        others = countCells(rollups, secondHalf);
    if (!counted || !*others)
        return counted ? *others : counted;
    std::ranges::move(**others, std::back_inserter(*counted));
    return counted;
}

/// Counts some of the stale weeks; how many.
Result<int> refreshSomeWeeks(const Database& database, const WeekCalendar& calendar)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const auto stale = cells(database.prepare(
        QStringLiteral("SELECT client_id, week FROM stale_weeks LIMIT %1").arg(kWeeksPerTransaction)));
    if (!stale)
        return stale.error();
    const auto rules = readCountingRules(database);
    if (!rules)
        return rules.error();
    const auto counted = countCells(database, calendar, *rules, *stale);
    if (!counted)
        return counted.error();
    RollupCells rollups(database, calendar, *rules);
    Statement done =
        database.prepare(QStringLiteral("DELETE FROM stale_weeks WHERE client_id = ? AND week = ?"));
    for (size_t i = 0; i < counted->size(); ++i) {
        const RollupCell& cell = stale->at(static_cast<qsizetype>(i));
        if (auto written = rollups.write(cell, (*counted)[i]); !written)
            return written.error();
        if (auto removed = done.run(cell.client, cell.week); !removed)
            return removed.error();
    }
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return static_cast<int>(stale->size());
}

/// Runs `some` until a round has nothing to do; the sum of what it returned.
template<typename Some>
Result<int> untilNothingIsLeft(Some some)
{
    int total = 0;
    for (;;) {
        const Result<int> done = some();
        if (!done || *done == 0)
            return done ? Result<int>(total) : done;
        total += *done;
    }
}

Result<void> markEverythingStale(const Database& database)
{
    const QStringList statements{
        QStringLiteral("DELETE FROM weekly_rollups"),
        QStringLiteral("DELETE FROM weekly_samples"),
        QStringLiteral("DELETE FROM weekly_observations"),
        QStringLiteral("DELETE FROM stale_assets"),
        QStringLiteral("INSERT INTO stale_assets (asset_id) SELECT id FROM assets"),
        QStringLiteral("DELETE FROM stale_weeks"),
        QStringLiteral("INSERT INTO stale_weeks (client_id, week)"
                       " SELECT client_id, sent_week FROM generations"
                       " UNION SELECT client_id, accepted_week FROM assets WHERE accepted_week IS NOT NULL"),
        QStringLiteral("INSERT INTO stale_gpu_samples (started_at)"
                       " SELECT started_at FROM gpu_samples WHERE true ON CONFLICT DO NOTHING"),
    };
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    for (const QString& statement : statements) {
        if (auto ran = database.execute(statement); !ran)
            return ran;
    }
    if (auto forgotten = SpreadNames(database).forget(); !forgotten)
        return forgotten;
    return transaction->commit();
}

Result<QStringList> wrongAssets(const Database& database, const WeekCalendar& calendar)
{
    const auto assets = countAssets(database, calendar,
                                    QStringLiteral("SELECT id AS asset_id FROM assets"
                                                   " WHERE id NOT IN (SELECT asset_id FROM stale_assets)"));
    if (!assets)
        return assets.error();
    QStringList wrong;
    for (const CountedAsset& asset : *assets) {
        if (asset.stored != asset.computed)
            wrong << QStringLiteral("asset %1: its first acceptance is not what its reviews give")
                         .arg(asset.id.value);
    }
    return wrong;
}

Result<QStringList> wrongWeeks(const Database& database, const WeekCalendar& calendar)
{
    const auto all = cells(database.prepare(QStringLiteral(
        "SELECT client_id, week FROM (SELECT client_id, sent_week AS week FROM generations"
        " UNION SELECT client_id, accepted_week FROM assets WHERE accepted_week IS NOT NULL"
        " UNION SELECT client_id, week FROM weekly_rollups"
        " UNION SELECT client_id, week FROM weekly_samples"
        " UNION SELECT client_id, week FROM weekly_observations) AS cells WHERE NOT EXISTS (SELECT 1"
        " FROM stale_weeks s WHERE s.client_id = cells.client_id AND s.week = cells.week)"
        " ORDER BY client_id, week")));
    if (!all)
        return all.error();
    const auto rules = readCountingRules(database);
    if (!rules)
        return rules.error();
    RollupCells rollups(database, calendar, *rules);
    QStringList wrong;
    for (const RollupCell& cell : *all) {
        const auto stored = rollups.read(cell);
        if (!stored && stored.error().kind != ErrorKind::Damaged)
            return stored.error();
        const auto computed = rollups.compute(cell);
        if (!computed)
            return computed.error();
        if (!stored || !(*stored == *computed)) {
            wrong << QStringLiteral("client %1, week %2: the sums are not what the rows give")
                         .arg(cell.client)
                         .arg(cell.week);
        }
    }
    return wrong;
}

/// Without the fleet's days.
Result<std::vector<StoredWeek>> clientWeeks(const Database& database, const std::optional<QString>& client)
{
    const QString ofClient = client ? QStringLiteral("client_id = (SELECT id FROM clients WHERE name = ?)")
                                    : QStringLiteral("true");
    Statement sums = database.prepare(
        QStringLiteral("SELECT client_id, week, measure, clusters, n, y, yy, yn, nn FROM weekly_rollups"
                       " WHERE %1 AND measure NOT LIKE 'gpu:%' ORDER BY client_id, week")
            .arg(ofClient));
    if (auto ran = client ? sums.run(*client) : sums.run(); !ran)
        return ran.error();
    auto weeks = readWeekRows(sums);
    if (!weeks)
        return weeks;
    Statement samples = database.prepare(
        QStringLiteral("SELECT client_id, week, measure, samples FROM weekly_samples WHERE %1"
                       " ORDER BY client_id, week")
            .arg(ofClient));
    if (auto ran = client ? samples.run(*client) : samples.run(); !ran)
        return ran.error();
    if (auto added = addSamples(*weeks, samples); !added)
        return added.error();
    return weeks;
}

Result<std::vector<StoredWeek>> fleetWeeks(const Database& database)
{
    Statement days = database.prepare(
        QStringLiteral("SELECT client_id, week, measure, clusters, n, y, yy, yn, nn FROM weekly_rollups"
                       " WHERE client_id = ? AND measure LIKE 'gpu:%' ORDER BY client_id, week, measure"));
    if (auto ran = days.run(kFleetClient); !ran)
        return ran.error();
    return readWeekRows(days);
}

} // namespace

Rollups::Rollups(const Database& database)
    : m_database(database)
{
}

Result<int> Rollups::refresh() const
{
    // Asked first, so that a workspace where nothing has changed is not even locked.
    const auto stale = isStale();
    if (!stale)
        return stale.error();
    if (!*stale)
        return 0;
    const auto calendar = calendarOf(m_database);
    if (!calendar)
        return calendar.error();
    // Batches and assets first: they make weeks stale.
    if (const auto found = untilNothingIsLeft([&] { return findSomeSpreadBatches(m_database); }); !found)
        return found;
    const auto counted = untilNothingIsLeft([&] { return refreshSomeAssets(m_database, *calendar); });
    if (!counted)
        return counted;
    if (const auto marked = untilNothingIsLeft([&] { return markSomeGpuWeeks(m_database, *calendar); });
        !marked)
        return marked;
    return untilNothingIsLeft([&] { return refreshSomeWeeks(m_database, *calendar); });
}

Result<bool> Rollups::refreshSome() const
{
    const auto stale = isStale();
    if (!stale || !*stale)
        return stale;
    const auto calendar = calendarOf(m_database);
    if (!calendar)
        return calendar.error();
    auto done = findSomeSpreadBatches(m_database);
    if (done && *done == 0)
        done = refreshSomeAssets(m_database, *calendar);
    if (done && *done == 0)
        done = markSomeGpuWeeks(m_database, *calendar);
    if (done && *done == 0)
        done = refreshSomeWeeks(m_database, *calendar);
    if (!done)
        return done.error();
    return true;
}

Result<int> Rollups::rebuild() const
{
    if (auto marked = markEverythingStale(m_database); !marked)
        return marked.error();
    return refresh();
}

Result<bool> Rollups::isStale() const
{
    Statement statement =
        m_database.prepare(QStringLiteral("SELECT CASE WHEN EXISTS (SELECT 1 FROM stale_assets)"
                                          " OR EXISTS (SELECT 1 FROM stale_gpu_samples)"
                                          " OR EXISTS (SELECT 1 FROM stale_weeks) THEN 1 ELSE 0 END"));
    const auto stale = statement.firstInteger();
    if (!stale)
        return stale.error();
    if (stale->value_or(0) != 0)
        return true;
    return SpreadNames(m_database).isBehind();
}

Result<std::vector<WeekRow>> Rollups::weeks(const std::optional<QString>& client) const
{
    auto stored = clientWeeks(m_database, client);
    if (!stored)
        return stored.error();
    auto fleet = fleetWeeks(m_database);
    if (!fleet)
        return fleet.error();
    std::vector<WeekRow> rows;
    if (!client) {
        auto shared = weeksWithSharedNames(m_database);
        if (!shared)
            return shared;
        rows = std::move(*shared);
        std::erase_if(*stored, [&rows](const StoredWeek& week) {
            return std::ranges::any_of(rows,
                                       [&week](const WeekRow& row) { return row.week == week.row.week; });
        });
    }
    for (std::vector<StoredWeek>* weeks : {&*stored, &*fleet}) {
        for (StoredWeek& week : *weeks)
            rows.push_back(std::move(week.row));
    }
    return rows;
}

Result<std::vector<WeekRow>> Rollups::fleet() const
{
    auto stored = fleetWeeks(m_database);
    if (!stored)
        return stored.error();
    std::vector<WeekRow> rows;
    for (StoredWeek& week : *stored)
        rows.push_back(std::move(week.row));
    return rows;
}

Result<QStringList> Rollups::verify() const
{
    const auto calendar = calendarOf(m_database);
    if (!calendar)
        return calendar.error();
    const auto assets = wrongAssets(m_database, *calendar);
    if (!assets)
        return assets.error();
    const auto weeks = wrongWeeks(m_database, *calendar);
    if (!weeks)
        return weeks.error();
    return *assets + *weeks;
}

} // namespace assay
