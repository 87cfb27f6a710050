// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/valueaxis.h"

#include "app/report/figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace assay {

namespace {

/// How much of the range weeks with too little in them may add at either end.
constexpr double kUncertainRoom = 0.2;

struct AxisWords
{
    Q_DECLARE_TR_FUNCTIONS(assay::AxisWords)
};

/// The values that have to be seen.
struct Extent
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double value)
    {
        if (!std::isfinite(value))
            return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    void add(const Interval& interval)
    {
        add(interval.low);
        add(interval.high);
    }
    bool isEmpty() const { return low > high; }
};

/// What these weeks say is too uncertain to set the scale.
bool setsTheScale(WeekMark mark)
{
    return mark != WeekMark::TooFew && mark != WeekMark::Open && mark != WeekMark::Transition;
}

void addRanges(Extent& extent, const TrendPoint& point)
{
    if (point.interval)
        extent.add(*point.interval);
    if (point.backdrop && point.backdrop->band)
        extent.add(*point.backdrop->band);
}

Extent extentOf(const TrendLine& line)
{
    Extent extent;
    for (const TrendPoint& point : line.points) {
        if (point.value)
            extent.add(*point.value);
        if (point.backdrop)
            extent.add(point.backdrop->baseline);
        if (setsTheScale(point.mark))
            addRanges(extent, point);
    }
    return extent;
}

/// The uncertain weeks too, as long as they cost the others little room.
Extent stretched(const Extent& extent, const TrendLine& line)
{
    Extent all = extent;
    for (const TrendPoint& point : line.points)
        addRanges(all, point);
    const double room = (extent.high - extent.low) * kUncertainRoom;
    return {std::max(all.low, extent.low - room), std::min(all.high, extent.high + room)};
}

/// Room around a single value, and for no value at all.
Extent widened(Extent extent, const Definition& metric)
{
    const bool isShare = metric.unit == MetricUnit::Share;
    if (extent.isEmpty())
        extent = isShare ? Extent{0, 1} : Extent{0, 2};
    if (extent.high - extent.low < 1e-9) {
        const double room = isShare ? 0.05 : std::max(0.5, std::abs(extent.low) / 4);
        extent = {extent.low - room, extent.high + room};
    }
    extent.low = std::max(extent.low, 0.0);
    if (isShare)
        extent.high = std::min(extent.high, 1.0);
    return extent;
}

/// 1, 2, 4 or 5 times a power of ten: the smallest step of which `most` are enough.
double niceStep(double range, double most)
{
    const double atLeast = range / std::max(most, 1.0);
    const double power = std::pow(10, std::floor(std::log10(atLeast)));
    for (const double factor : {1.0, 2.0, 4.0, 5.0}) {
        if (factor * power >= atLeast * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

int decimalsOfStep(double step)
{
    return std::max(0, int(std::ceil(-std::log10(step) - 1e-9)));
}

/// A unit of time in which few digits tell the values apart; 1 for what is not a time.
struct AxisUnit
{
    double size = 1;
    QString name{};
};

AxisUnit axisUnit(const Definition& metric, double high)
{
    constexpr double second = 1000;
    constexpr double minute = 60 * second;
    constexpr double hour = 60 * minute;
    if (metric.unit != MetricUnit::Milliseconds)
        return {};
    if (high < 2 * second)
        return {1, AxisWords::tr("ms")};
    if (high < 3 * minute)
        return {second, AxisWords::tr("s")};
    if (high < 3 * hour)
        return {minute, AxisWords::tr("min")};
    return high < 72 * hour ? AxisUnit{hour, AxisWords::tr("h")} : AxisUnit{24 * hour, AxisWords::tr("d")};
}

QString tickText(const Definition& metric, double value, double step)
{
    if (metric.unit == MetricUnit::Share)
        return percentText(value, decimalsOfStep(step * 100));
    return numberText(value, decimalsOfStep(step));
}

/// The upper end: the next tick where it is near, else a little room above the highest value.
double upperEnd(const Extent& extent, double step)
{
    const double nextTick = std::ceil(extent.high / step - 1e-9) * step;
    const double room = (extent.high - extent.low) * 0.04;
    return nextTick - extent.high <= step * 0.6 ? nextTick : extent.high + room;
}

} // namespace

ValueAxis valueAxis(const TrendLine& line, double mostSteps)
{
    const Definition& metric = definition(line.metric);
    const Extent extent = widened(stretched(extentOf(line), line), metric);
    const AxisUnit unit = axisUnit(metric, extent.high);
    const double step = niceStep((extent.high - extent.low) / unit.size, mostSteps) * unit.size;
    ValueAxis axis{
        .low = std::floor(extent.low / step + 1e-9) * step, .high = upperEnd(extent, step), .ticks = {}};
    for (int i = 0; axis.low + i * step <= axis.high + step * 1e-6; ++i) {
        const double value = axis.low + i * step;
        const QString text = tickText(metric, value / unit.size, step / unit.size);
        axis.ticks.push_back({value, unit.name.isEmpty() ? text : text + QChar::Nbsp + unit.name});
    }
    return axis;
}

} // namespace assay
