// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/trendline.h"

#include "app/report/figures.h"

#include <QCoreApplication>

namespace assay {

namespace {

struct TrendWords
{
    Q_DECLARE_TR_FUNCTIONS(assay::TrendWords)
};

WeekMark markOf(const JudgedMetric& metric)
{
    switch (metric.standing) {
    case Standing::NoData:
        return WeekMark::None;
    case Standing::Transition:
        return WeekMark::Transition;
    case Standing::Open:
        return WeekMark::Open;
    case Standing::Provisional:
        return WeekMark::Provisional;
    case Standing::Firing:
        return WeekMark::Firing;
    case Standing::Pending:
        return WeekMark::Pending;
    case Standing::TooFew:
        return WeekMark::TooFew;
    case Standing::Improved:
    case Standing::Different:
    case Standing::InBand:
        return metric.judgement && metric.judgement->isPooled() ? WeekMark::Pooled : WeekMark::Judged;
    case Standing::BaselineForming:
    case Standing::NoBaseline:
        return metric.estimate.isJudgeable() ? WeekMark::Judged : WeekMark::TooFew;
    }
    Q_UNREACHABLE();
}

TrendPoint pointOf(const JudgedWeek& week, MetricId id)
{
    const JudgedMetric& metric = week.metric(id);
    TrendPoint point{.week = week.week,
                     .value = metric.estimate.value,
                     .interval = metric.interval,
                     .mark = markOf(metric),
                     .hasImages = !week.counts.isEmpty(),
                     .epoch = week.epoch,
                     .backdrop = metric.backdrop};
    if (metric.judgement && metric.judgement->isPooled()) {
        point.value = metric.judgement->estimate.value;
        point.interval = metric.judgement->estimate.interval(kShownZ);
    }
    return point;
}

double positionOf(const Change& change, const JudgedWeek& week, size_t index)
{
    const double length = double((week.end - week.start).count());
    return double(index) - 0.5 + double((change.at - week.start).count()) / length;
}

} // namespace

TrendLine trendLine(std::span<const JudgedWeek> weeks, MetricId metric, std::span<const Change> changes)
{
    TrendLine line{.metric = metric};
    std::optional<IsoWeek> firing;
    for (size_t i = 0; i < weeks.size(); ++i) {
        const JudgedWeek& week = weeks[i];
        line.points.push_back(pointOf(week, metric));
        for (const Change& change : changes) {
            if (change.at >= week.start && change.at < week.end)
                line.flags.push_back({positionOf(change, week, i), changeText(change)});
        }
        const Alert& alert = week.metric(metric).alert;
        const bool isNew = alert.state == AlertState::Firing && alert.since != firing;
        if (isNew)
            line.alerts.push_back({int(i), TrendWords::tr("firing since %1").arg(weekText(*alert.since))});
        firing = alert.state == AlertState::Firing ? alert.since : std::nullopt;
    }
    return line;
}

QString changeText(const Change& change)
{
    const QString from = plainLine(change.from);
    const QString to = plainLine(change.to);
    if (!from.isEmpty() && !to.isEmpty())
        return from + QStringLiteral(" → ") + to;
    if (!to.isEmpty())
        return to;
    const QString note = plainLine(change.note);
    return note.isEmpty() ? TrendWords::tr("%1 change").arg(toText(change.kind)) : note;
}

} // namespace assay
