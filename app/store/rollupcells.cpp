// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/rollupcells.h"

#include "app/domain/cellsums.h"
#include "app/store/metricnames.h"
#include "app/store/observationrows.h"

#include <algorithm>

namespace assay {

namespace {

/// Names of counts begin with this, those of costs with the next one and the currency.
constexpr QLatin1String kCount("count:");
constexpr QLatin1String kCost("cost:");
/// The same of what is counted after exchange; only there where that is not the cost.
constexpr QLatin1String kSpent("spent:");
/// Names of the fleet's days begin with this and end with the date.
constexpr QLatin1String kGpuDay("gpu:");

/// Names of batches over several weeks begin with this.
constexpr QLatin1String kBatch("batch:");
constexpr qint64 kMostStoredClusters = 10'000'000;

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

/// Of a row of all of observationColumns() and those behind them in RollupCells.
CountedGeneration readCounted(const Statement& row, const ExchangeTable& exchange)
{
    return {.id = GenerationId{row.integer(kObservationColumns)},
            .sentAt = row.time(kSentAtColumn),
            .promptWrittenAt = row.optionalTime(kObservationColumns + 1),
            .reviewedAt = row.optionalTime(kObservationColumns + 2),
            .cycle = static_cast<int>(row.integer(kObservationColumns + 3)),
            .observation = readObservation(row, exchange)};
}

CompletedAsset readCompleted(const Statement& row)
{
    return {.depth = static_cast<int>(row.integer(0)), .timeToFirstUsable = row.time(1) - row.time(2)};
}

/// The week of a cell; Damaged when what is stored names none, so that nobody counts with an invalid date.
Result<IsoWeek> weekOf(const RollupCell& cell)
{
    const auto week = IsoWeek::fromName(cell.week);
    if (!week)
        return Error{ErrorKind::Damaged, cell.week, QStringLiteral("no week")};
    return *week;
}

/// How a batch over several weeks is stored: y of n is its cluster's, counted from 1 in `clusters`; yy tells
/// whether it is accepted, nn only that it is there.
Sums storedBatch(const SpreadBatch& batch, const SpreadBatches& spread)
{
    if (!batch.cluster)
        return Sums{.nn = 1};
    const BatchCluster& cluster = spread.clusters[*batch.cluster];
    return {.clusters = qint64(*batch.cluster) + 1,
            .n = cluster.batches,
            .y = static_cast<double>(cluster.accepted),
            .yy = batch.isAccepted ? 1.0 : 0.0,
            .nn = 1};
}

void addBatch(WeekRow& row, const QString& name, const Sums& stored)
{
    SpreadBatch batch{.name = name, .week = row.week, .isAccepted = stored.yy > 0};
    std::vector<BatchCluster>& clusters = row.spread.clusters;
    // No cell has that many clusters with batches: what says so is damaged and found by verify().
    if (stored.clusters > 0 && stored.clusters <= kMostStoredClusters) {
        batch.cluster = static_cast<quint32>(stored.clusters - 1);
        if (clusters.size() <= *batch.cluster)
            clusters.resize(size_t(*batch.cluster) + 1);
        clusters[*batch.cluster] = {stored.n, static_cast<qint64>(stored.y)};
    }
    row.spread.batches.push_back(std::move(batch));
}

/// Puts one stored row where it belongs; names of a later version are left out.
void addMeasure(WeekRow& row, const QString& measure, const Sums& sums)
{
    if (measure.startsWith(kGpuDay)) {
        const QDate day = QDate::fromString(measure.mid(kGpuDay.size()), Qt::ISODate);
        row.gpuDays.push_back({.day = day, .busy = sums.y, .duration = sums.n});
        return;
    }
    if (measure.startsWith(kBatch)) {
        addBatch(row, measure.mid(kBatch.size()), sums);
        return;
    }
    if (measure.startsWith(kCost)) {
        row.counts.cost[measure.mid(kCost.size())] = sums.n;
        return;
    }
    if (measure.startsWith(kSpent)) {
        // What rounds to nothing is there all the same: nn says so.
        row.counts.spent[measure.mid(kSpent.size())] = sums.n;
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
    if (const auto metric = metricOfTextId(measure))
        row.sums[index(*metric)] = sums;
}

} // namespace

QString measureName(MetricId metric)
{
    return metricTextId(metric);
}

QString costMeasureName(const QString& currency)
{
    return kCost + currency;
}

Result<std::vector<StoredWeek>> readWeekRows(Statement& statement)
{
    std::vector<StoredWeek> rows;
    QByteArray name; // of the row's week, as it is stored
    while (statement.next()) {
        const qint64 client = statement.integer(0);
        if (rows.empty() || rows.back().cell.client != client || statement.utf8(1) != name) {
            name = statement.utf8(1).toByteArray();
            RollupCell cell{client, QString::fromUtf8(name)};
            const auto week = weekOf(cell);
            if (!week) {
                statement.finish();
                return week.error();
            }
            rows.push_back({std::move(cell), {.week = *week}});
        }
        addMeasure(rows.back().row, statement.text(2),
                   Sums{statement.integer(3), statement.integer(4), statement.real(5), statement.real(6),
                        statement.real(7), statement.real(8)});
    }
    if (statement.error())
        return *statement.error();
    for (StoredWeek& week : rows) {
        if (week.row.counts.spent.empty())
            week.row.counts.spent = week.row.counts.cost;
    }
    return rows;
}

Result<void> addSamples(std::vector<StoredWeek>& weeks, Statement& statement)
{
    auto week = weeks.begin();
    while (statement.next()) {
        const RollupCell cell{statement.integer(0), statement.text(1)};
        const auto found =
            std::find_if(week, weeks.end(), [&cell](const StoredWeek& w) { return w.cell == cell; });
        if (found == weeks.end())
            continue;
        week = found;
        auto stored = storedSamples(statement.text(2), statement.bytes(3));
        if (!stored) {
            statement.finish();
            return stored.error();
        }
        if (*stored)
            week->row.samples[index((*stored)->first)] = std::move((*stored)->second);
    }
    if (statement.error())
        return *statement.error();
    return {};
}

RollupCells::RollupCells(const Database& database, WeekCalendar calendar, CountingRules rules)
    : m_calendar(std::move(calendar))
    , m_rules(std::move(rules))
    , m_samples(database)
    , m_packed(database)
    , m_observations(database.prepare(
          QStringLiteral("SELECT %1, g.id, g.prompt_written_at, r.reviewed_at, g.cycle, g.model,"
                         " g.template_id FROM generations g LEFT JOIN reviews r ON r.id = g.review_id"
                         " WHERE g.client_id = ? AND g.sent_week = ? ORDER BY g.id")
              .arg(observationColumns())))
    , m_completed(
          database.prepare(QStringLiteral("SELECT accepted_cycle, accepted_at, prompt_written_at FROM assets "
                                          "WHERE client_id = ? AND accepted_week = ? ORDER BY id")))
    , m_gpuSamples(database.prepare(
          QStringLiteral("SELECT started_at, duration_ms, node, utilisation FROM gpu_samples"
                         " WHERE started_at >= ? AND started_at < ? ORDER BY started_at, node")))
    , m_read(database.prepare(
          QStringLiteral("SELECT client_id, week, measure, clusters, n, y, yy, yn, nn FROM weekly_rollups"
                         " WHERE client_id = ? AND week = ?")))
    , m_clear(database.prepare(QStringLiteral("DELETE FROM weekly_rollups WHERE client_id = ? AND week = ?")))
    , m_write(database.prepare(
          QStringLiteral("INSERT INTO weekly_rollups (client_id, week, measure, clusters, n, y, yy, yn, nn)"
                         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")))
{
}

Result<CountedCell> RollupCells::compute(const RollupCell& cell)
{
    const auto week = weekOf(cell);
    if (!week)
        return week.error();
    auto counted = computeSent(cell, *week);
    if (!counted)
        return counted;
    auto days = computeGpuDays(cell);
    if (!days)
        return days.error();
    counted->row.gpuDays = std::move(*days);
    return counted;
}

Result<CountedCell> RollupCells::computeSent(const RollupCell& cell, IsoWeek week)
{
    if (auto ran = m_observations.run(cell.client, cell.week); !ran)
        return ran.error();
    std::vector<Observation> observations;
    ObservationPacker packer(m_rules.spreadBatches);
    while (m_observations.next()) {
        CountedGeneration generation = readCounted(m_observations, m_rules.exchange);
        packer.add(m_observations.text(kObservationColumns + 4),
                   m_observations.integer(kObservationColumns + 5), generation);
        observations.push_back(std::move(generation.observation));
    }
    if (m_observations.error())
        return *m_observations.error();
    if (auto ran = m_completed.run(cell.client, cell.week); !ran)
        return ran.error();
    const auto completed = m_completed.collect(readCompleted);
    if (!completed)
        return completed.error();
    return CountedCell{cellSums(week, observations, *completed, m_rules.spreadBatches), packer.finish()};
}

Result<std::vector<GpuDay>> RollupCells::computeGpuDays(const RollupCell& cell)
{
    if (cell.client != kFleetClient)
        return std::vector<GpuDay>();
    const auto week = weekOf(cell);
    if (!week)
        return week.error();
    if (auto ran = m_gpuSamples.run(m_calendar.startOf(*week), m_calendar.endOf(*week)); !ran)
        return ran.error();
    const auto samples = m_gpuSamples.collect([](const Statement& row) {
        return GpuSample{row.time(0), Milliseconds(row.integer(1)), row.text(2), row.real(3)};
    });
    if (!samples)
        return samples.error();
    return gpuDays(*samples, m_calendar);
}

Result<CountedCell> RollupCells::read(const RollupCell& cell)
{
    const auto week = weekOf(cell);
    if (!week)
        return week.error();
    auto row = readSums(cell, *week);
    if (!row)
        return row.error();
    auto packed = m_packed.read(cell);
    if (!packed)
        return packed.error();
    return CountedCell{std::move(*row), std::move(*packed)};
}

Result<WeekRow> RollupCells::readSums(const RollupCell& cell, IsoWeek week)
{
    if (auto ran = m_read.run(cell.client, cell.week); !ran)
        return ran.error();
    auto rows = readWeekRows(m_read);
    if (!rows)
        return rows.error();
    WeekRow row{.week = week};
    if (!rows->empty())
        row = std::move(rows->front().row);
    std::ranges::sort(row.spread.batches, {}, &SpreadBatch::name);
    auto samples = m_samples.read(cell);
    if (!samples)
        return samples.error();
    row.samples = std::move(*samples);
    return row;
}

Result<void> RollupCells::write(const RollupCell& cell, const CountedCell& counted)
{
    if (auto cleared = m_clear.run(cell.client, cell.week); !cleared)
        return cleared;
    if (auto written = writeAllSums(cell, counted.row); !written)
        return written;
    if (auto written = m_samples.write(cell, counted.row.samples); !written)
        return written;
    return m_packed.write(cell, counted.observations);
}

Result<void> RollupCells::writeAllSums(const RollupCell& cell, const WeekRow& row)
{
    for (const Definition& metric : kMetricTable) {
        if (auto written = writeSums(cell, measureName(metric.id), row.sums[index(metric.id)]); !written)
            return written;
    }
    if (auto written = writeCounts(cell, row.counts); !written)
        return written;
    if (auto written = writeSpread(cell, row.spread); !written)
        return written;
    for (const GpuDay& day : row.gpuDays) {
        const Sums sums{.clusters = 1, .n = day.duration, .y = day.busy};
        if (auto written = writeSums(cell, QString(kGpuDay + day.day.toString(Qt::ISODate)), sums); !written)
            return written;
    }
    return {};
}

Result<void> RollupCells::writeCounts(const RollupCell& cell, const WeekCounts& counts)
{
    for (const CountName& count : kCounts) {
        const Sums sums{.n = counts.*(count.count)};
        if (auto written = writeSums(cell, QString(kCount + count.name), sums); !written)
            return written;
    }
    for (const auto& [currency, micro] : counts.cost) {
        if (auto written = writeSums(cell, costMeasureName(currency), Sums{.n = micro}); !written)
            return written;
    }
    if (!counts.isConverted())
        return {};
    for (const auto& [currency, micro] : counts.spent) {
        if (auto written = writeSums(cell, QString(kSpent + currency), Sums{.n = micro, .nn = 1}); !written)
            return written;
    }
    return {};
}

Result<void> RollupCells::writeSpread(const RollupCell& cell, const SpreadBatches& spread)
{
    for (const SpreadBatch& batch : spread.batches) {
        if (auto written = writeSums(cell, QString(kBatch + batch.name), storedBatch(batch, spread));
            !written)
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
