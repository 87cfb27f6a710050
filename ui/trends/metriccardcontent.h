// SPDX-License-Identifier: GPL-3.0-or-later
// What a metric's card and the read-out row say about one week, in words. Pure functions of judged weeks,
// GUI thread (they use the mark's words). They draw nothing.
#pragma once

#include "app/metrics/weeklyseries.h"
#include "ui/common/marks.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace assay {

struct MetricCardContent
{
    MetricId metric = MetricId::Adherence;
    QString name{};
    QString value{}; ///< "81.3 %", or a dash
    QString unit{};  ///< "USD"
    QString deviation{};
    Mark mark = Mark::NoData;
    QString state{};      ///< "Firing · W16"
    QString shortState{}; ///< instead of the deviation where the state has no mark of its own: "1 of 2"
    std::vector<std::optional<double>> sparkline{};
    std::optional<double> baseline{};

    bool operator==(const MetricCardContent&) const = default;
};

/// The week the cards show: the newest judged one that is not provisional, else the newest closed one with
/// images, else the newest. Nothing for no weeks.
std::optional<int> cardWeek(std::span<const JudgedWeek> weeks);

/// Card of the metric at that week; the sparkline goes over all of `weeks` up to it.
MetricCardContent metricCardContent(std::span<const JudgedWeek> weeks, int week, MetricId metric);

Mark markOf(Standing standing);
/// "Firing · W16", "Baseline 1 of 2", "Too few: 24".
QString stateText(const JudgedWeek& week, MetricId metric);
/// The token of a value's deviation: only pending, firing and improved have a colour.
Token stateToken(Mark mark);
/// The state's mark on a card; without a bad direction there is no colour either.
MarkLook stateMark(Mark mark, int side);
/// A metric's value in that week, as judged: of the week, or of it and the weeks before it.
std::optional<double> judgedValue(const JudgedMetric& metric);

} // namespace assay
