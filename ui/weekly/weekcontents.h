// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the weekly review page show of a week, made from what was read and what is drafted. Pure
// functions, GUI thread for their language.
#pragma once

#include "ui/weekly/signbar.h"
#include "ui/weekly/weekfindings.h"
#include "ui/weekly/weeklyloader.h"

namespace assay {

WeekFindingsContent findingsContent(const WeeklyView& view, const JudgedWeek& week);

/// `draft` is what is decided and written about the metric here, and not signed yet.
DecisionContent decisionContent(const WeeklyContent& content, const JudgedWeek& week,
                                const DraftedDecision& draft);

/// How far the week is from its signature; `decided` of `all` findings are decided.
SignContent signContent(const WeeklyContent& content, const JudgedWeek& week, int decided, int all);

} // namespace assay
