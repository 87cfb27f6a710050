// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison before and after a change in words, the same in the window and on paper. Pure, any thread.
#pragma once

#include "app/report/changecomparison.h"

namespace assay {

struct VerdictCounts
{
    int worse = 0;
    int better = 0;
    int different = 0;
    int same = 0; ///< no detectable difference
    int few = 0;  ///< not enough data

    bool operator==(const VerdictCounts&) const = default;
};

VerdictCounts countVerdicts(const ChangeComparison& comparison);

/// "3 worse, 1 better", "No detectable difference", "Not enough data"
QString verdictSummary(const VerdictCounts& counts);
QString verdictText(Verdict verdict); ///< "No detectable difference"

/// "aurel-2 → aurel-3"; the note or the kind where no name is known.
QString changeTitle(const Change& change);
QString changeKindText(ChangeKind kind); ///< "Model"

/// What moved: "Worse: cost per accepted, latency, p95. Better: aesthetic score."
QString comparisonHeadline(const ChangeComparison& comparison);
/// What did not: "Nine metrics show no detectable difference, three have too little data."
QString comparisonRest(const ChangeComparison& comparison);

/// Of values, or an end of its interval: "−0.7 pp", "+470 ms", "+0.026", "+∞".
QString differenceText(const Definition& metric, double difference);
/// Why a metric was not compared: "29 assets before, 24 after: too few".
QString notComparedText(const ComparedMetric& compared, const Definition& metric);

} // namespace assay
