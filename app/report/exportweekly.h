// SPDX-License-Identifier: GPL-3.0-or-later
// The weekly metrics as JSONL: one line for each week, first of all clients together ("client":null), then of
// each client by name. The numbers are those of the trends page; unknown is null. Any thread with a
// connection of its own. The lines are results and can't be imported.
#pragma once

#include "app/report/weeklyview.h"

class QIODevice;

namespace assay {

QString weekLine(const WeeklyView& view, const JudgedWeek& week);

/// Judged as of `now`.
Result<void> exportWeekly(const Database& database, UtcTime now, QIODevice& device);

} // namespace assay
