// SPDX-License-Identifier: GPL-3.0-or-later
// Which constraints reviewers answered "missed", by kind and by what the constraint asks for, in a few weeks
// beside a few others. Counts the checks of the reviews in force, as adherence does. Reads only, on any
// connection.
#pragma once

#include "app/base/isoweek.h"
#include "app/base/result.h"
#include "app/domain/constraint.h"
#include "app/domain/viewfilter.h"

#include <span>
#include <vector>

namespace assay {

class Database;

struct MissCount
{
    qint64 missed = 0;
    qint64 checks = 0; ///< met and missed

    std::optional<double> share() const; ///< nothing without a check
    bool operator==(const MissCount&) const = default;
};

struct ConstraintMisses
{
    ConstraintKind kind = ConstraintKind::Other;
    QString statement{};    ///< empty: all constraints of that kind
    QString templateName{}; ///< empty: none, or all of them
    MissCount before{};
    MissCount after{};

    bool operator==(const ConstraintMisses&) const = default;
};

/// The kinds first, then the constraints by statement and template; of each, most missed after first. What
/// was never missed on either side is left out.
Result<std::vector<ConstraintMisses>> readConstraintMisses(const Database& database, const ViewFilter& view,
                                                           std::span<const IsoWeek> before,
                                                           std::span<const IsoWeek> after);

} // namespace assay
