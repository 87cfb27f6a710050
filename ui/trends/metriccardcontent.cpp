// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/metriccardcontent.h"

#include "app/report/figures.h"
#include "app/report/weekwords.h"
#include "ui/common/format.h"

#include <QCoreApplication>

namespace assay {

namespace {

struct CardWords
{
    Q_DECLARE_TR_FUNCTIONS(assay::CardWords)
};

QString noValueText(const Reason& reason)
{
    switch (reason.why) {
    case Why::ZeroDenominator:
        return CardWords::tr("Nothing accepted");
    case Why::MixedCurrencies:
        return CardWords::tr("Mixed currencies");
    case Why::CostMissing:
        return CardWords::tr("Cost missing on %1").arg(formatCount(reason.missing));
    default:
        return CardWords::tr("No data");
    }
}

QString shortStateText(const JudgedWeek& week, MetricId id)
{
    const JudgedMetric& metric = week.metric(id);
    if (metric.standing == Standing::BaselineForming)
        return CardWords::tr("%1 of %2").arg(week.epochWeeks).arg(kBaselineWeeks);
    if (metric.standing == Standing::TooFew)
        return CardWords::tr("n %1").arg(formatCount(metric.estimate.n));
    return {};
}

QString baselineText(const JudgedWeek& week)
{
    if (week.epochWeeks <= kBaselineWeeks)
        return CardWords::tr("Baseline %1 of %2").arg(week.epochWeeks).arg(kBaselineWeeks);
    return CardWords::tr("Baseline forming");
}

} // namespace

std::optional<int> cardWeek(std::span<const JudgedWeek> weeks)
{
    const auto newest = [&weeks](auto holds) -> std::optional<int> {
        for (int i = int(weeks.size()) - 1; i >= 0; --i) {
            if (holds(weeks[size_t(i)]))
                return i;
        }
        return std::nullopt;
    };
    if (const auto judged = newest(
            [](const JudgedWeek& week) { return week.role == WeekRole::Judged && !week.isProvisional; }))
        return judged;
    if (const auto closed = newest([](const JudgedWeek& week) {
            return week.role != WeekRole::Open && week.role != WeekRole::Empty;
        }))
        return closed;
    return newest([](const JudgedWeek&) { return true; });
}

MetricCardContent metricCardContent(std::span<const JudgedWeek> weeks, int week, MetricId id)
{
    const Definition& metric = definition(id);
    const JudgedWeek& shown = weeks[size_t(week)];
    const JudgedMetric& judged = shown.metric(id);
    MetricCardContent card{.metric = id, .name = metricShortName(metric)};
    const std::optional<double> value = judgedValue(judged);
    card.value = value ? metricText(metric, *value) : formatUnknown();
    if (value && metric.unit == MetricUnit::Money)
        card.unit = onlyCurrency(shown.counts);
    if (const QString converted = convertedText(shown.counts, metric); value && !converted.isEmpty())
        card.name += QStringLiteral(", ") + converted;
    if (judged.judgement && judged.judgement->deviation)
        card.deviation = deviationText(*judged.judgement->deviation);
    card.mark = markOf(judged.standing);
    card.state = stateText(shown, id);
    card.shortState = shortStateText(shown, id);
    for (int i = 0; i <= week; ++i)
        card.sparkline.push_back(judgedValue(weeks[size_t(i)].metric(id)));
    if (judged.backdrop)
        card.baseline = judged.backdrop->baseline;
    return card;
}

Mark markOf(Standing standing)
{
    switch (standing) {
    case Standing::NoData:
        return Mark::NoData;
    case Standing::Transition:
        return Mark::NotApplicable;
    case Standing::Open:
        return Mark::Open;
    case Standing::Provisional:
        return Mark::Undecided;
    case Standing::Firing:
        return Mark::Firing;
    case Standing::Pending:
        return Mark::Pending;
    case Standing::Improved:
        return Mark::Improved;
    case Standing::Different:
        return Mark::Different;
    case Standing::InBand:
        return Mark::InBand;
    case Standing::BaselineForming:
        return Mark::Building;
    case Standing::NoBaseline:
    case Standing::TooFew:
        return Mark::Few;
    }
    Q_UNREACHABLE();
}

QString stateText(const JudgedWeek& week, MetricId id)
{
    const JudgedMetric& metric = week.metric(id);
    switch (metric.standing) {
    case Standing::NoData:
        return noValueText(metric.estimate.reason);
    case Standing::Transition:
        return CardWords::tr("Week of a change");
    case Standing::Open:
        return CardWords::tr("Week not over");
    case Standing::Provisional:
        return CardWords::tr("Provisional");
    case Standing::Firing:
        return CardWords::tr("Firing · %1").arg(formatWeekShort(*metric.alert.since));
    case Standing::Improved:
        return CardWords::tr("Improved");
    case Standing::Different:
        return CardWords::tr("Outside the band");
    case Standing::BaselineForming:
        return baselineText(week);
    case Standing::NoBaseline:
        return CardWords::tr("Too few for a baseline");
    case Standing::TooFew:
        return CardWords::tr("Too few: %1").arg(formatCount(metric.estimate.n));
    case Standing::Pending:
    case Standing::InBand:
        return markWord(markOf(metric.standing));
    }
    Q_UNREACHABLE();
}

Token stateToken(Mark mark)
{
    const bool isNews = mark == Mark::Firing || mark == Mark::Pending || mark == Mark::Improved;
    return isNews ? markToken(mark) : Token::Text2;
}

MarkLook stateMark(Mark mark, int side)
{
    return {mark, mark == Mark::Different ? Token::Text2 : markToken(mark), side};
}

std::optional<double> judgedValue(const JudgedMetric& metric)
{
    return metric.judgement ? metric.judgement->estimate.value : metric.estimate.value;
}

} // namespace assay
