// SPDX-License-Identifier: GPL-3.0-or-later
// What `assay-cli week show` prints of a week. Main thread only.
#pragma once

#include "app/base/result.h"
#include "app/cli/viewoptions.h"
#include "app/store/weekdetails.h"
#include "app/store/weeklyreviews.h"

#include <span>

namespace assay {

/// What stands beside the week's numbers.
struct KnownWeek
{
    std::vector<WeeklyReview> reviews{};
    std::vector<Acknowledgement> acknowledgements{};
    FailuresByKind failures{};
    OpenAssets assets{};
};

Result<KnownWeek> readKnown(const Database& database, const ViewOptions& options, IsoWeek week);

/// Of the last of these weeks: its alerts, patterns and signatures. At least one week.
QString weekText(std::span<const JudgedWeek> weeks, const ViewFilter& view, const KnownWeek& known);
QString weekJson(std::span<const JudgedWeek> weeks, const KnownWeek& known);

} // namespace assay
