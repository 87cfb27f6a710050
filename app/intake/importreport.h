// SPDX-License-Identifier: GPL-3.0-or-later
// What an import tells while it runs and at its end. Plain values.
#pragma once

#include "app/store/imports.h"

namespace assay {

struct ImportProgress
{
    qint64 done = 0;  ///< files and lines
    qint64 total = 0; ///< of what is known to be there; an estimate for logs
    double perSecond = 0;
    QString source; ///< the folder or log that is read

    bool operator==(const ImportProgress&) const = default;
};

struct ImportReport
{
    enum class End { Complete, Cancelled };

    /// More problems than this are counted, and all are in the import's record.
    static constexpr qsizetype kMaxProblems = 1000;

    ImportCounts counts;
    QList<ImportProblem> problems; ///< the first kMaxProblems
    Milliseconds took{};
    End end = End::Complete;

    bool operator==(const ImportReport&) const = default;
};

} // namespace assay
