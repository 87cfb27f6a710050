// SPDX-License-Identifier: GPL-3.0-or-later
// What a weekly review has to look at and when it can be signed, the same for the window and the command
// line: the stage of a week, the alerts that fire, the metrics to decide about, and which weeks somebody is
// asked to sign. Pure functions of a view's weeks, any thread; words are made elsewhere.
//
// Who is asked for a signature: a week that is over, settled and judged, from the newest one on that was over
// when the workspace was begun (its first import). So a history of 52 weeks that is taken in asks for its
// last week and not for 52; the weeks before can be signed, but are nobody's debt. Weeks without images,
// those a baseline is made of and those a change falls into have nothing judged and are not asked for either.
#pragma once

#include "app/domain/weeklyreview.h"
#include "app/report/weeklyview.h"

#include <span>

namespace assay {

enum class WeekStage {
    Open,        ///< not over yet
    Empty,       ///< over, without images
    Provisional, ///< over, but too much of it is not reviewed
    Settled,     ///< can be signed
};

WeekStage stageOf(const JudgedWeek& week, UtcTime now);

struct FiringAlert
{
    MetricId metric = MetricId::Adherence;
    IsoWeek since{};
    const JudgedWeek* judged = nullptr; ///< the newest week in which the metric was judged

    std::optional<double> deviation() const { return judged->metric(metric).judgement->deviation; }
};

/// As of the last of these weeks; empty without one.
std::vector<FiringAlert> firingAlerts(std::span<const JudgedWeek> weeks);

/// The last acknowledgement that still holds for the alert; nullptr when there is none, or it asks again.
const Acknowledgement* acknowledgementOf(const FiringAlert& alert,
                                         const std::vector<Acknowledgement>& acknowledgements);

/// What a signature of the week decides about: every metric that is firing or pending, in their order.
std::vector<MetricId> metricsToDecide(const JudgedWeek& week);

/// Whether any alert fires in the week.
bool isFiring(const JudgedWeek& week);

/// The signature that closed the week: the first. What was added later stands behind it in `reviews`, which
/// are as the store gives them. nullptr while it is not signed.
const WeeklyReview* signatureOf(IsoWeek week, std::span<const WeeklyReview> reviews);

/// Whether a signature of the week is asked for (see above), signed or not. `begunAt`: when the workspace's
/// first import began; nothing: all weeks count.
bool isAskedFor(const JudgedWeek& week, const WeeklyView& view, std::optional<UtcTime> begunAt);

struct UnsignedWeeks
{
    int count = 0;
    bool isAnyFiring = false; ///< in one of them

    bool operator==(const UnsignedWeeks&) const = default;
};

UnsignedWeeks unsignedWeeks(const WeeklyView& view, std::span<const WeeklyReview> reviews,
                            std::optional<UtcTime> begunAt);

} // namespace assay
