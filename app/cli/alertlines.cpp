// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/alertlines.h"

#include "app/cli/command.h"
#include "app/metrics/pattern.h"
#include "app/report/figures.h"
#include "app/report/weekwords.h"

#include <algorithm>
#include <ranges>

namespace assay {

namespace {

QString valueText(const JudgedWeek& week, const Definition& metric, double value)
{
    const QString text = metricText(metric, value);
    return metric.unit == MetricUnit::Money ? text + u' ' + onlyCurrency(week.counts) : text;
}

/// " (3-week, converted)": what has to be known of the value that was judged.
QString besideText(const JudgedWeek& week, const Definition& metric)
{
    QStringList words{pooledText(week.metric(metric.id)), convertedText(week.counts, metric)};
    words.removeAll(QString());
    return words.isEmpty() ? QString() : QStringLiteral(" (") + words.join(QStringLiteral(", ")) + u')';
}

/// The newest week of the present epoch in which the metric was judged: an alert is held after it.
const JudgedWeek* lastJudged(std::span<const JudgedWeek> weeks, MetricId id)
{
    for (const JudgedWeek& week : weeks | std::views::reverse) {
        if (week.epoch != weeks.back().epoch)
            return nullptr;
        if (week.metric(id).judgement)
            return &week;
    }
    return nullptr;
}

} // namespace

std::vector<FiringAlert> firingAlerts(std::span<const JudgedWeek> weeks)
{
    std::vector<FiringAlert> firing;
    if (weeks.empty())
        return firing;
    for (const Definition& metric : definitions()) {
        const Alert& alert = weeks.back().metric(metric.id).alert;
        const JudgedWeek* judged = lastJudged(weeks, metric.id);
        if (alert.state == AlertState::Firing && judged != nullptr)
            firing.push_back({metric.id, *alert.since, judged});
    }
    return firing;
}

const Acknowledgement* acknowledgementOf(const FiringAlert& alert,
                                         const std::vector<Acknowledgement>& acknowledgements)
{
    for (const Acknowledgement& given : acknowledgements | std::views::reverse) {
        if (given.metric == alert.metric && given.since == alert.since)
            return asksAgain(given, alert.deviation()) ? nullptr : &given;
    }
    return nullptr;
}

QString alertLine(const FiringAlert& alert, const Acknowledgement* acknowledgement)
{
    const Definition& metric = definition(alert.metric);
    const JudgedMetric& judged = alert.judged->metric(alert.metric);
    QString line = Cli::tr("%1 firing since %2: %3 %4")
                       .arg(alert.judged->week.name(), alert.since.name(), metricName(metric),
                            valueText(*alert.judged, metric, *judged.judgement->estimate.value));
    line += besideText(*alert.judged, metric);
    if (judged.judgement->deviation)
        line += Cli::tr(", %1 from its baseline of %2")
                    .arg(deviationText(*judged.judgement->deviation),
                         valueText(*alert.judged, metric, *judged.baseline->estimate.value));
    line += QStringLiteral(". ") + metricSentence(metric);
    if (acknowledgement == nullptr)
        return line;
    line += Cli::tr(" Acknowledged by %1 on %2").arg(acknowledgement->by, toRfc3339(acknowledgement->at));
    return line + (acknowledgement->note.isEmpty() ? QStringLiteral(".")
                                                   : QStringLiteral(": ") + acknowledgement->note);
}

QStringList patternLines(std::span<const JudgedWeek> weeks)
{
    const auto judged = std::ranges::find(weeks.rbegin(), weeks.rend(), WeekRole::Judged, &JudgedWeek::role);
    QStringList lines;
    if (judged == weeks.rend() || judged->epoch != weeks.back().epoch)
        return lines;
    for (const Pattern pattern : patternsOf(*judged)) {
        const PatternDefinition& words = definition(pattern);
        const auto translated = [](const char* text) { return QCoreApplication::translate("metrics", text); };
        lines += QStringLiteral("%1 %2. %3 %4")
                     .arg(judged->week.name(), translated(words.title), translated(words.meaning),
                          translated(words.action));
    }
    return lines;
}

} // namespace assay
