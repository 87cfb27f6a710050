// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check.h"

#include "app/cli/command.h"
#include "app/cli/viewoptions.h"
#include "app/cli/workspaceoption.h"
#include "app/metrics/pattern.h"
#include "app/report/figures.h"
#include "app/store/database.h"

#include <algorithm>
#include <ranges>

namespace assay {

namespace {

QString commandName()
{
    return QStringLiteral("check");
}

QString valueText(const JudgedWeek& week, const Definition& metric, double value)
{
    const QString text = metricText(metric, value);
    return metric.unit == MetricUnit::Money ? text + u' ' + onlyCurrency(week.counts) : text;
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

QString alertLine(const JudgedWeek& week, const Definition& metric, const Alert& alert)
{
    const JudgedMetric& judged = week.metric(metric.id);
    QString line = Cli::tr("%1 firing since %2: %3 %4")
                       .arg(week.week.name(), alert.since->name(), metricName(metric),
                            valueText(week, metric, *judged.judgement->estimate.value));
    if (judged.judgement->deviation)
        line += Cli::tr(", %1 from its baseline of %2")
                    .arg(deviationText(*judged.judgement->deviation),
                         valueText(week, metric, *judged.baseline->estimate.value));
    return line + QStringLiteral(". ") + metricSentence(metric);
}

QStringList alertLines(std::span<const JudgedWeek> weeks)
{
    QStringList lines;
    for (const Definition& metric : definitions()) {
        const Alert& alert = weeks.back().metric(metric.id).alert;
        const JudgedWeek* week = lastJudged(weeks, metric.id);
        if (alert.state == AlertState::Firing && week != nullptr)
            lines += alertLine(*week, metric, alert);
    }
    return lines;
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

int checkWorkspace(const QString& path, const ViewOptions& options)
{
    const auto database = openExistingWorkspace(path);
    if (!database)
        return exitcode::kWorkspaceUnusable;
    int exitCode = exitcode::kDone;
    const auto view = viewOf(*database, options, exitCode);
    if (!view || view->weeks.empty())
        return exitCode;
    const QStringList lines = alertLines(view->weeks) + patternLines(view->weeks);
    for (const QString& line : lines)
        printResult(line);
    return lines.isEmpty() ? exitcode::kDone : exitcode::kAlertFiring;
}

} // namespace

int runCheck(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Cli::tr("Prints one line for each alert that fires and each pattern that "
                "holds; the exit code is 3 when there is one."));
    parser.addOptions(viewOptions());
    parser.addOption(workspaceOption());
    if (const auto code = parseArguments(parser, commandName(), arguments))
        return *code;
    QString mistake;
    const auto options = readViewOptions(parser, mistake);
    return options ? checkWorkspace(workspacePath(parser), *options) : wrongUse(commandName(), mistake);
}

} // namespace assay
