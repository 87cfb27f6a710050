// SPDX-License-Identifier: GPL-3.0-or-later
// One cell of the roll-ups, a client and a week: made from the rows, as it is stored, and stored. Writing is
// for the store thread, inside the caller's Transaction; reading works on any connection. Decides nothing
// about when a cell is made.
#pragma once

#include "app/domain/weekrow.h"
#include "app/store/database.h"
#include "app/store/statement.h"

#include <vector>

namespace assay {

struct RollupCell
{
    qint64 client = 0;
    QString week;

    auto operator<=>(const RollupCell&) const = default;
};

class RollupCells
{
public:
    explicit RollupCells(const Database& database);

    /// From the generations sent in the week and the assets first accepted in it.
    Result<WeekRow> compute(const RollupCell& cell);
    /// All zero when nothing is stored.
    Result<WeekRow> read(const RollupCell& cell);
    /// Replaces what is stored. Sums of nothing are not stored.
    Result<void> write(const RollupCell& cell, const WeekRow& row);

private:
    Result<void> writeSums(const RollupCell& cell, const QString& measure, const Sums& sums);

    Statement m_observations;
    Statement m_completed;
    Statement m_read;
    Statement m_clear;
    Statement m_write;
};

/// Reads rows of (client, week, measure, clusters, n, y, yy, yn, nn) that are ordered by client and week: one
/// WeekRow for each pair.
Result<std::vector<WeekRow>> readWeekRows(Statement& statement);

/// The name under which a metric's sums are stored.
QString measureName(MetricId metric);

} // namespace assay
