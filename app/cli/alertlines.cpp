// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/alertlines.h"

#include "app/cli/command.h"
#include "app/metrics/pattern.h"
#include "app/report/figures.h"
#include "app/report/weekwords.h"

#include <algorithm>

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

} // namespace

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
