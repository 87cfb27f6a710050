// SPDX-License-Identifier: GPL-3.0-or-later
// TrendLine: what one chart draws of one metric, week by week: value, interval, the mark of its standing, the
// band behind it, changes and alerts. Plain value made from judged weeks; any thread. It knows no pixels, no
// colours and no Qt Charts.
#pragma once

#include "app/metrics/weeklyseries.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace assay {

/// The marker of a week (DESIGN.md, "Charts").
enum class WeekMark { None, Judged, Pooled, Pending, Firing, Provisional, Open, TooFew, Transition };

struct TrendPoint
{
    IsoWeek week{};
    std::optional<double> value{}; ///< of the week, or of it and the weeks it was judged with
    std::optional<Interval> interval{};
    WeekMark mark = WeekMark::None;
    bool hasImages = true; ///< false: a gap
    int epoch = 0;
    std::optional<Backdrop> backdrop{};

    bool operator==(const TrendPoint&) const = default;
};

/// A change, at its own instant: 0 is the middle of the first week, 1 that of the second.
struct TrendFlag
{
    double position = 0;
    QString text;

    bool operator==(const TrendFlag&) const = default;
};

/// Where an alert began to fire.
struct TrendAlert
{
    int index = 0;
    QString text;

    bool operator==(const TrendAlert&) const = default;
};

struct TrendLine
{
    MetricId metric = MetricId::Adherence;
    std::vector<TrendPoint> points{};
    std::vector<TrendFlag> flags{};
    std::vector<TrendAlert> alerts{};

    bool operator==(const TrendLine&) const = default;
};

/// The metric's line over these weeks (consecutive, oldest first). Changes outside them are left out.
TrendLine trendLine(std::span<const JudgedWeek> weeks, MetricId metric, std::span<const Change> changes);

/// "aurel-2 → aurel-3", or the note or the kind where the names are missing.
QString changeText(const Change& change);

/// First and last index of each unbroken run of points for which `holds`.
template<typename Holds>
std::vector<std::pair<int, int>> runs(const std::vector<TrendPoint>& points, Holds holds)
{
    std::vector<std::pair<int, int>> found;
    for (int i = 0; i < int(points.size()); ++i) {
        if (!holds(points[size_t(i)]))
            continue;
        const bool goesOn = !found.empty() && found.back().second == i - 1 &&
                            points[size_t(i)].epoch == points[size_t(i - 1)].epoch;
        if (goesOn)
            found.back().second = i;
        else
            found.emplace_back(i, i);
    }
    return found;
}

} // namespace assay
