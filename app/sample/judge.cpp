// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/judge.h"

namespace assay::sample {

namespace {

constexpr double kCantTellRatio = 0.012;

double acceptRatio(int missed)
{
    static constexpr double kRatios[] = {0.87, 0.17, 0.02};
    return kRatios[qMin(missed, 2)];
}

QString tasteNote(Random& random)
{
    static const QStringList kNotes = {u"Composition too tight."_qs, u"Light is flat, try again."_qs,
                                       u"Background too dark for the layout."_qs,
                                       u"Needs more room at the top."_qs};
    return random.pick(kNotes);
}

Disposition dispositionOf(int missed, Random& random)
{
    const double accept = acceptRatio(missed);
    const double roll = random.unit();
    if (roll < accept)
        return Disposition::Accepted;
    const double revise = missed <= 1 ? 0.75 : 0.30;
    return roll < accept + (1 - accept) * revise ? Disposition::Revised : Disposition::Rejected;
}

} // namespace

QString anyReviewer(Random& random)
{
    static const QStringList kReviewers = {u"Dana K."_qs, u"Milo R."_qs, u"Ines T."_qs};
    return random.pick(kReviewers);
}

Review judge(const Attempt& attempt, UtcTime at, Random& random)
{
    const int cycle = attempt.generation.cycle;
    Review review;
    review.generationExternalId = attempt.generation.externalId;
    review.reviewedAt = at;
    review.checks = trueChecks(attempt.brief, cycle, attempt.shown);
    const int missed = countChecks(review.checks).missed;
    for (Answer& answer : review.checks) {
        if (answer == Answer::Met && random.chance(kCantTellRatio))
            answer = Answer::CantTell;
    }
    review.disposition = dispositionOf(missed, random);
    if (review.disposition != Disposition::Accepted)
        review.note = missed > 0 ? noteOn(attempt.brief, cycle, attempt.shown) : tasteNote(random);
    return review;
}

} // namespace assay::sample
