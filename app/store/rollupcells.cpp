// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/rollupcells.h"

#include "app/domain/cellsums.h"

#include <algorithm>

namespace assay {

namespace {

/// Names of counts begin with this, those of costs with the next one and the currency.
constexpr QLatin1String kCount("count:");
constexpr QLatin1String kCost("cost:");

constexpr PerMetric<const char*> kMeasures{
    "adherence",         "acceptance",  "revision_depth",       "shipped_first_time", "batch_acceptance",
    "cost_per_accepted", "retry_ratio", "technical_retry_rate", "failure_rate",
};

struct CountName
{
    qint64 WeekCounts::*count;
    QLatin1String name;
};

constexpr std::array kCounts{
    CountName{&WeekCounts::generations, QLatin1String("generations")},
    CountName{&WeekCounts::ok, QLatin1String("ok")},
    CountName{&WeekCounts::failed, QLatin1String("failed")},
    CountName{&WeekCounts::retries, QLatin1String("retries")},
    CountName{&WeekCounts::reviewed, QLatin1String("reviewed")},
    CountName{&WeekCounts::accepted, QLatin1String("accepted")},
    CountName{&WeekCounts::checksMet, QLatin1String("checks_met")},
    CountName{&WeekCounts::checks, QLatin1String("checks")},
    CountName{&WeekCounts::batchesOk, QLatin1String("batches_ok")},
    CountName{&WeekCounts::batchesReviewed, QLatin1String("batches_reviewed")},
    CountName{&WeekCounts::assetsCompleted, QLatin1String("assets_completed")},
    CountName{&WeekCounts::costUnknown, QLatin1String("cost_unknown")},
};

Observation readObservation(const Statement& row)
{
    Observation observation;
    observation.asset = AssetId{row.integer(0)};
    observation.batch = row.text(1);
    observation.status = generationStatusFromText(row.text(2)).value_or(GenerationStatus::Error);
    observation.attempt = static_cast<int>(row.integer(3));
    if (!row.isNull(4))
        observation.cost = Money{row.integer(4), row.text(5)};
    observation.disposition = dispositionFromText(row.text(6));
    observation.checks = {static_cast<int>(row.integer(7)), static_cast<int>(row.integer(8))};
    return observation;
}

/// Puts one stored row where it belongs; names of a later version are left out.
void addMeasure(WeekRow& row, const QString& measure, const Sums& sums)
{
    if (measure.startsWith(kCost)) {
        row.counts.cost[measure.mid(kCost.size())] = sums.n;
        return;
    }
    if (measure.startsWith(kCount)) {
        const QStringView name = QStringView(measure).mid(kCount.size());
        const auto count =
            std::ranges::find_if(kCounts, [name](const CountName& c) { return name == c.name; });
        if (count != kCounts.end())
            row.counts.*(count->count) = sums.n;
        return;
    }
    const auto metric = std::ranges::find_if(
        kMeasures, [&measure](const char* name) { return measure == QLatin1String(name); });
    if (metric != kMeasures.end())
        row.sums[static_cast<size_t>(metric - kMeasures.begin())] = sums;
}

} // namespace

QString measureName(MetricId metric)
{
    return QString::fromLatin1(kMeasures[index(metric)]);
}

Result<std::vector<WeekRow>> readWeekRows(Statement& statement)
{
    std::vector<WeekRow> rows;
    RollupCell cell;
    while (statement.next()) {
        RollupCell next{statement.integer(0), statement.text(1)};
        if (rows.empty() || next != cell) {
            rows.emplace_back();
            rows.back().week = IsoWeek::fromName(next.week).value_or(IsoWeek{});
            cell = std::move(next);
        }
        addMeasure(rows.back(), statement.text(2),
                   Sums{statement.integer(3), statement.integer(4), statement.real(5), statement.real(6),
                        statement.real(7), statement.real(8)});
    }
    if (statement.error())
        return *statement.error();
    return rows;
}

RollupCells::RollupCells(const Database& database)
    : m_observations(database.prepare(QStringLiteral(
          "SELECT g.asset_id, g.batch, g.status, g.attempt, g.cost_micro, g.cost_currency, g.disposition,"
          " r.checks_met, r.checks_missed FROM generations g LEFT JOIN reviews r ON r.id = g.review_id"
          " WHERE g.client_id = ? AND g.sent_week = ? ORDER BY g.id")))
    , m_completed(database.prepare(QStringLiteral(
          "SELECT accepted_cycle FROM assets WHERE client_id = ? AND accepted_week = ? ORDER BY id")))
    , m_read(database.prepare(
          QStringLiteral("SELECT client_id, week, measure, clusters, n, y, yy, yn, nn FROM weekly_rollups"
                         " WHERE client_id = ? AND week = ?")))
    , m_clear(database.prepare(QStringLiteral("DELETE FROM weekly_rollups WHERE client_id = ? AND week = ?")))
    , m_write(database.prepare(
          QStringLiteral("INSERT INTO weekly_rollups (client_id, week, measure, clusters, n, y, yy, yn, nn)"
                         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")))
{
}

Result<WeekRow> RollupCells::compute(const RollupCell& cell)
{
    if (auto ran = m_observations.run(cell.client, cell.week); !ran)
        return ran.error();
    const auto observations = m_observations.collect(readObservation);
    if (!observations)
        return observations.error();
    if (auto ran = m_completed.run(cell.client, cell.week); !ran)
        return ran.error();
    const auto completed = m_completed.collect(
        [](const Statement& row) { return CompletedAsset{static_cast<int>(row.integer(0))}; });
    if (!completed)
        return completed.error();
    return cellSums(IsoWeek::fromName(cell.week).value_or(IsoWeek{}), *observations, *completed);
}

Result<WeekRow> RollupCells::read(const RollupCell& cell)
{
    if (auto ran = m_read.run(cell.client, cell.week); !ran)
        return ran.error();
    auto rows = readWeekRows(m_read);
    if (!rows)
        return rows.error();
    if (!rows->empty())
        return std::move(rows->front());
    return WeekRow{.week = IsoWeek::fromName(cell.week).value_or(IsoWeek{})};
}

Result<void> RollupCells::write(const RollupCell& cell, const WeekRow& row)
{
    if (auto cleared = m_clear.run(cell.client, cell.week); !cleared)
        return cleared;
    for (size_t i = 0; i < row.sums.size(); ++i) {
        if (auto written = writeSums(cell, QString::fromLatin1(kMeasures[i]), row.sums[i]); !written)
            return written;
    }
    for (const CountName& count : kCounts) {
        const Sums sums{.n = row.counts.*(count.count)};
        if (auto written = writeSums(cell, QString(kCount + count.name), sums); !written)
            return written;
    }
    for (const auto& [currency, micro] : row.counts.cost) {
        if (auto written = writeSums(cell, QString(kCost + currency), Sums{.n = micro}); !written)
            return written;
    }
    return {};
}

Result<void> RollupCells::writeSums(const RollupCell& cell, const QString& measure, const Sums& sums)
{
    if (sums == Sums{})
        return {};
    return m_write.run(cell.client, cell.week, measure, sums.clusters, sums.n, sums.y, sums.yy, sums.yn,
                       sums.nn);
}

} // namespace assay
