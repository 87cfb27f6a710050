// SPDX-License-Identifier: GPL-3.0-or-later
// What moved, in sentences: every pattern that holds in a week, and every metric that is firing or pending
// beside them: since when, how much, how sure, and of a pattern what it usually means and what to do. Pure
// functions of judged weeks; any thread.
#pragma once

#include "app/metrics/pattern.h"

#include <QString>

#include <optional>
#include <vector>

namespace assay {

struct Finding
{
    MetricId metric = MetricId::Adherence; ///< of a pattern: the one it is about
    std::optional<Pattern> pattern{};
    AlertState state = AlertState::Firing;
    QString title{};    ///< "Adherence falls", "Adherence falls, acceptance holds"
    QString since{};    ///< "since W16"
    QString sentence{}; ///< "Prompt adherence rate is 81.3 %, 8.5 % below its baseline of 88.9 %."
    QString sureness{}; ///< "How sure: -10.1 to -5.0 points; 1,204 checks, 118 assets."
    QString whatNext{}; ///< only while pending
    QString meaning{};  ///< what it usually means; only of a pattern
    QString action{};   ///< what to do; only of a pattern

    bool operator==(const Finding&) const = default;
};

/// Patterns first, then what else is firing, then what is pending, each in the order of the metrics. The
/// alert of the metric that a pattern is about is part of the pattern's finding.
std::vector<Finding> findingsOf(const JudgedWeek& week);

/// The metric that is looked at together with this one: that of the same pattern, where there is one.
MetricId companionOf(MetricId metric);

} // namespace assay
