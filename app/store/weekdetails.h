// SPDX-License-Identifier: GPL-3.0-or-later
// What stands next to a week's metrics without being one: failures by kind, and the assets that no number
// sees yet because nothing of them is accepted. Reads only, on any connection, and as of the last refresh of
// the roll-ups.
#pragma once

#include "app/base/clock.h"
#include "app/base/isoweek.h"
#include "app/base/result.h"
#include "app/domain/viewfilter.h"

#include <optional>

namespace assay {

class Database;

struct FailuresByKind
{
    qint64 error = 0;
    qint64 timeout = 0;
    qint64 contentFilter = 0;

    bool operator==(const FailuresByKind&) const = default;
};

/// Of the attempts sent in the week.
Result<FailuresByKind> readFailures(const Database& database, const ViewFilter& view, IsoWeek week);

/// An open asset without an attempt or a verdict for this long is probably given up.
inline constexpr std::chrono::days kAbandonedAfter{14};

struct OpenAssets
{
    qint64 open = 0;      ///< have an attempt, but nothing accepted
    qint64 abandoned = 0; ///< of these, without anything for kAbandonedAfter

    bool operator==(const OpenAssets&) const = default;
};

/// Of one client, or of all: an asset is open whatever model made its images.
Result<OpenAssets> readOpenAssets(const Database& database, const std::optional<QString>& client,
                                  UtcTime now);

} // namespace assay
