// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weekly/weekcontents.h"

#include "ui/common/format.h"
#include "ui/weekly/weekchart.h"
#include "ui/weekly/weeklywords.h"

#include <QCoreApplication>

#include <algorithm>

namespace assay {

namespace {

struct WeekContents
{
    Q_DECLARE_TR_FUNCTIONS(assay::WeekContents)
};

} // namespace

WeekFindingsContent findingsContent(const WeeklyView& view, const JudgedWeek& week)
{
    WeekFindingsContent content{.week = week.week};
    for (const Finding& finding : findingsOf(week)) {
        content.findings.push_back(
            {.finding = finding,
             .subtitle = findingSubtitle(finding, week),
             .sentence = findingSentence(finding),
             .line = trendLine(chartWeeks(view.weeks, week.week), finding.metric, view.changes)});
    }
    content.standings = standingGroups(week);
    if (week.role == WeekRole::Judged) {
        content.calmTitle = WeekContents::tr("Nothing is out of its band");
        content.calmWords =
            WeekContents::tr("No metric is pending or firing in %1.").arg(formatWeek(week.week));
    } else {
        content.calmTitle = WeekContents::tr("Nothing is judged in this week");
        content.calmWords =
            WeekContents::tr("A week is judged when it is over and has a baseline behind it: two "
                             "closed weeks with images since the last change.");
    }
    return content;
}

DecisionContent decisionContent(const WeeklyContent& content, const JudgedWeek& week,
                                const DraftedDecision& draft)
{
    DecisionContent decision{.before = previousNotes(content, week, draft.metric)};
    const WeeklyReview* signature = signatureOf(week.week, content.reviews);
    if (signature == nullptr) {
        using enum DecisionContent::Mode;
        decision.mode = stageOf(week, content.view->asOf) == WeekStage::Settled ? Open : Locked;
        decision.decision = draft.decision;
        decision.note = draft.note;
        return decision;
    }
    decision.mode = DecisionContent::Mode::Signed;
    decision.addedNote = draft.note;
    decision.later = laterNotes(content, week.week, draft.metric);
    const auto decided = std::ranges::find(signature->decisions, draft.metric, &DecidedAlert::metric);
    if (decided != signature->decisions.end()) {
        decision.decision = decided->decision;
        decision.note = decided->note;
    }
    return decision;
}

SignContent signContent(const WeeklyContent& content, const JudgedWeek& week, int decided, int all)
{
    const WeeklyView& view = *content.view;
    SignContent sign{.state = SignContent::State::ToSign,
                     .decided = decided,
                     .all = all,
                     .week = formatWeekShort(week.week)};
    if (const WeeklyReview* signature = signatureOf(week.week, content.reviews)) {
        sign.state = SignContent::State::Signed;
        sign.words = WeekContents::tr("%1 What was signed stays; notes can be added.")
                         .arg(signedText(*signature, view.zone));
    } else if (const QString why = whyNotSigned(week, view.asOf, view.zone); !why.isEmpty()) {
        sign.state = SignContent::State::NotYet;
        sign.words = why;
    }
    return sign;
}

} // namespace assay
