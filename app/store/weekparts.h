// SPDX-License-Identifier: GPL-3.0-or-later
// A few weeks of a view, cut into its clients, models or templates: what a movement is divided among
// (METRICS.md section 7). Images only: an asset may be made with several models, so completed assets are in
// the parts by client alone. Reads only, on any connection, and as of the last refresh of the roll-ups.
#pragma once

#include "app/base/result.h"
#include "app/domain/viewfilter.h"
#include "app/domain/weekrow.h"

#include <span>
#include <vector>

namespace assay {

class Database;

struct WeekPart
{
    QString name{}; ///< of the client, model or template; empty: none, or unknown
    WeekRow before{};
    WeekRow after{};
};

/// The weeks of one side are added up. Parts with nothing on either side are not there; in no order.
Result<std::vector<WeekPart>> readWeekParts(const Database& database, const ViewFilter& view,
                                            Dimension dimension, std::span<const IsoWeek> before,
                                            std::span<const IsoWeek> after);

} // namespace assay
