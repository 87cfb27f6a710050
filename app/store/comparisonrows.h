// SPDX-License-Identifier: GPL-3.0-or-later
// The rows around a change that a comparison needs. Reads only, on any connection; what it says of assets is
// as of the last refresh of the roll-ups.
#pragma once

#include "app/base/isoweek.h"
#include "app/base/result.h"
#include "app/domain/comparedrows.h"

#include <QString>

#include <optional>

namespace assay {

class Database;

struct ComparedPeriod
{
    std::optional<QString> client{}; ///< nothing: all
    UtcTime from{};
    UtcTime to{}; ///< not in it any more
};

Result<ComparedRows> readComparedRows(const Database& database, const ComparedPeriod& period,
                                      const WeekCalendar& calendar);

/// Of the whole fleet, started from `from` until before `to`.
Result<std::vector<GpuSample>> readGpuSamples(const Database& database, UtcTime from, UtcTime to);

} // namespace assay
