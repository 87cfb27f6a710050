// SPDX-License-Identifier: GPL-3.0-or-later
// One cell of the roll-ups, a client and a week: made from the rows, as it is stored, and stored. Writing is
// for the store thread, inside the caller's Transaction; reading works on any connection. Decides nothing
// about when a cell is made.
#pragma once

#include "app/domain/weekrow.h"
#include "app/store/countingrules.h"
#include "app/store/database.h"
#include "app/store/statement.h"
#include "app/store/weeklyobservations.h"
#include "app/store/weeklysamples.h"

#include <vector>

namespace assay {

/// The fleet's days stand with this client, "no client".
inline constexpr qint64 kFleetClient = 1;

/// A client's week: its sums, and what views by model or template are counted from.
struct CountedCell
{
    WeekRow row{};
    std::vector<PackedObservations> observations{};

    bool operator==(const CountedCell&) const = default;
};

class RollupCells
{
public:
    RollupCells(const Database& database, WeekCalendar calendar, CountingRules rules);

    /// From the generations sent in the week and the assets first accepted in it; with kFleetClient also from
    /// the GPU samples.
    Result<CountedCell> compute(const RollupCell& cell);
    /// All zero when nothing is stored.
    Result<CountedCell> read(const RollupCell& cell);
    /// Replaces what is stored. Sums of nothing are not stored.
    Result<void> write(const RollupCell& cell, const CountedCell& counted);

private:
    Result<CountedCell> computeSent(const RollupCell& cell, IsoWeek week);
    Result<WeekRow> readSums(const RollupCell& cell, IsoWeek week);
    Result<void> writeAllSums(const RollupCell& cell, const WeekRow& row);
    Result<void> writeCounts(const RollupCell& cell, const WeekCounts& counts);
    Result<void> writeSpread(const RollupCell& cell, const SpreadBatches& spread);
    Result<void> writeSums(const RollupCell& cell, const QString& measure, const Sums& sums);

    Result<std::vector<GpuDay>> computeGpuDays(const RollupCell& cell);

    WeekCalendar m_calendar;
    CountingRules m_rules;
    WeeklySamples m_samples;
    WeeklyObservations m_packed;
    Statement m_observations;
    Statement m_completed;
    Statement m_gpuSamples;
    Statement m_read;
    Statement m_clear;
    Statement m_write;
};

struct StoredWeek
{
    RollupCell cell;
    WeekRow row;
};

/// Reads rows of (client, week, measure, clusters, n, y, yy, yn, nn) that are ordered by client and week: one
/// for each pair, without its samples.
Result<std::vector<StoredWeek>> readWeekRows(Statement& statement);

/// Reads rows of (client, week, measure, samples) in the same order and puts each with its week.
Result<void> addSamples(std::vector<StoredWeek>& weeks, Statement& statement);

/// The name under which a metric's sums are stored.
QString measureName(MetricId metric);

/// The name under which what was paid in a currency is stored.
QString costMeasureName(const QString& currency);

} // namespace assay
