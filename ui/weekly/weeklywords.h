// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of the weekly review page, made from judged weeks and from what the store knows of their
// reviews. Pure functions, GUI thread for their language. Numbers come from ui/common/format and
// app/report/figures.
#pragma once

#include "ui/common/marks.h"
#include "ui/trends/findings.h"
#include "ui/weekly/weeklyloader.h"

namespace assay {

/// "3 things are out of band, 10 metrics are not, 3 are not judged. 986 images, 118 finished assets, ..."
QString weekSummary(const JudgedWeek& week);

/// "Pattern, firing since W16, 2nd week"
QString findingSubtitle(const Finding& finding, const JudgedWeek& week);
/// What is out of band, by how much, and what it usually means.
QString findingSentence(const Finding& finding);

/// "Where: client Dunefield gives -5.6 of -7.6 points; template hero@4 -4.1."; empty when nothing can be
/// told.
QString whereSentence(MetricId metric, const std::vector<Movement>& movements);

QString decisionText(AlertDecision decision); ///< "Flag raised"

/// What was decided or acknowledged about the same alert in the weeks before, newest first: the weeks in
/// which it was open without a break.
QStringList previousNotes(const WeeklyContent& content, const JudgedWeek& week, MetricId metric);
/// What was added about the metric after the week was signed, oldest first.
QStringList laterNotes(const WeeklyContent& content, IsoWeek week, MetricId metric);

/// Why the week can't be signed, and when it can; empty for a settled one.
QString whyNotSigned(const JudgedWeek& week, UtcTime now, const QTimeZone& zone);

/// "Signed by Ines T. on 5 May 2026, 14:02."
QString signedText(const WeeklyReview& signature, const QTimeZone& zone);

/// The metrics of a week that are no finding, by how they stand.
struct StandingGroup
{
    Mark mark = Mark::InBand;
    QString text{}; ///< "In band: acceptance, shipped without rework"

    bool operator==(const StandingGroup&) const = default;
};

std::vector<StandingGroup> standingGroups(const JudgedWeek& week);

/// "2 weeks unsigned"; empty for none.
QString overdueText(int weeks);

} // namespace assay
