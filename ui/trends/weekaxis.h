// SPDX-License-Identifier: GPL-3.0-or-later
// WeekAxis: which weeks and months are named below a chart, so that no name touches another and none is cut
// short. Weeks are counted back from the newest; a month stands at the week that holds its 1st. Pure: it
// measures with the functions it is given and draws nothing.
#pragma once

#include "app/base/isoweek.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace assay {

struct WeekAxisRequest
{
    std::vector<IsoWeek> weeks{};                      ///< consecutive, oldest first
    double weekWidth = 0;                              ///< of one week, in the units of `textWidth`
    std::optional<int> chosen{};                       ///< always named, and bold
    double gap = 6;                                    ///< least room between two names
    std::function<double(const QString&)> textWidth{}; ///< of a label
};

struct WeekLabel
{
    int index = 0;
    QString text;
    bool isChosen = false;

    bool operator==(const WeekLabel&) const = default;
};

/// A month, or the first week's month; it begins at the left edge of its week.
struct MonthLabel
{
    int index = 0;
    QString text;

    bool operator==(const MonthLabel&) const = default;
};

struct WeekAxis
{
    std::vector<WeekLabel> weeks;
    std::vector<MonthLabel> months;
};

WeekAxis weekAxis(const WeekAxisRequest& request);

} // namespace assay
