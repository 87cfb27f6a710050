// SPDX-License-Identifier: GPL-3.0-or-later
// A log of LOG_FORMAT.md read in the plainest way, and its weekly rows straight from the definitions: what
// the store and the importer are compared with. Slow and simple on purpose; lines it can't read are left out.
#pragma once

#include "app/domain/cellsums.h"
#include "app/domain/change.h"
#include "app/domain/comparedrows.h"

#include <optional>
#include <span>
#include <vector>

namespace assay::test {

struct TestLog
{
    std::vector<Generation> generations; ///< the first line of an id; in the order of the lines
    std::vector<Review> reviews;         ///< all of them, in the order of the lines
    std::vector<Change> changes;
    std::vector<GpuSample> gpuSamples;

    std::vector<QString> clients() const; ///< sorted
};

/// Nothing when the file can't be opened.
std::optional<TestLog> readTestLog(const QString& path);

/// The rows of every client and week, of one client when one is named; ordered by client, then week. The
/// fleet's weeks follow them.
std::vector<WeekRow> weekRows(const TestLog& log, const WeekCalendar& calendar,
                              const std::optional<QString>& client = std::nullopt);

/// What a comparison of the view needs, of all time: the window cuts it.
ComparedRows comparedRows(const TestLog& log, const std::optional<QString>& client = std::nullopt);

} // namespace assay::test
