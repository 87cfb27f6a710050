// SPDX-License-Identifier: GPL-3.0-or-later
// ValueAxis: which range of values a chart shows, where its ticks stand and how they are written. Pure, any
// thread; draws nothing.
#pragma once

#include "ui/trends/trendline.h"

#include <QString>

#include <vector>

namespace assay {

struct ValueTick
{
    double value = 0;
    QString text;

    bool operator==(const ValueTick&) const = default;
};

struct ValueAxis
{
    double low = 0;
    double high = 1;
    std::vector<ValueTick> ticks;

    bool operator==(const ValueAxis&) const = default;
};

/// Round steps, at most `mostSteps` of them (at least one), that hold every value, band and baseline of the
/// line, and the intervals of the weeks that count. The intervals of weeks with too little in them may reach
/// beyond.
ValueAxis valueAxis(const TrendLine& line, double mostSteps);

} // namespace assay
