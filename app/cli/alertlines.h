// SPDX-License-Identifier: GPL-3.0-or-later
// The alerts that fire in a view and the patterns that hold, as one line each. Main thread only.
#pragma once

#include "app/domain/weeklyreview.h"
#include "app/metrics/weeklyseries.h"

#include <QStringList>

#include <span>
#include <vector>

namespace assay {

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

/// "2026-W40 firing since 2026-W38: Acceptance rate 24.1 % (3-week), -31 % from its baseline of 35.2 %. Of
/// ..."; without the brackets where one week was judged and nothing was converted.
QString alertLine(const FiringAlert& alert, const Acknowledgement* acknowledgement);

QStringList patternLines(std::span<const JudgedWeek> weeks);

} // namespace assay
