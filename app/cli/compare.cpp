// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare.h"

#include "app/cli/command.h"
#include "app/cli/metricsoutput.h"
#include "app/cli/viewoptions.h"
#include "app/cli/workspaceoption.h"
#include "app/report/comparisonwords.h"
#include "app/report/figures.h"
#include "app/store/changes.h"
#include "app/store/database.h"

#include <QJsonDocument>

#include <algorithm>

namespace assay {

namespace {

struct CompareOptions
{
    QString workspace{};
    QString change{};
    ViewOptions view{};
    bool isJson = false;
};

QString commandName()
{
    return QStringLiteral("compare");
}

QString signedNumber(double value, int decimals)
{
    const QString text = numberText(value, decimals);
    return value > 0 ? u'+' + text : text;
}

QString orUnnamed(const QString& name)
{
    return name.isEmpty() ? Cli::tr("(not named)") : plainLine(name);
}

/// Whether a week that the comparison looks at has money of exchange rates in it.
bool isConverted(const WeeklyView& view, const ComparisonWindow& window)
{
    return std::ranges::any_of(view.weeks, [&window](const JudgedWeek& week) {
        return week.counts.isConverted() && week.end > window.from && week.start < window.to;
    });
}

QString valueText(const Definition& metric, const std::optional<double>& value)
{
    return value ? metricText(metric, *value) : QStringLiteral("–");
}

QString signedEnd(const Definition& metric, double end)
{
    return metric.unit == MetricUnit::Share ? signedNumber(end * 100, 1) : differenceText(metric, end);
}

QString differencesText(const Definition& metric, const Interval& interval)
{
    const QString ends =
        Cli::tr("%1 to %2").arg(signedEnd(metric, interval.low), signedEnd(metric, interval.high));
    return metric.unit == MetricUnit::Share ? Cli::tr("%1 pp").arg(ends) : ends;
}

QStringList metricRow(const Definition& metric, const ComparedMetric& compared)
{
    QStringList row{metricShortName(metric), toText(compared.verdict),
                    valueText(metric, compared.before.value), valueText(metric, compared.after.value)};
    const QString none = QStringLiteral("–");
    if (!compared.difference)
        return row + QStringList{none, none, none, none};
    row += differenceText(metric, *compared.difference);
    row += differencesText(metric, *compared.interval);
    row += compared.percent ? deviationText(*compared.percent) : none;
    row += QString::number(*compared.p, 'g', 2);
    return row;
}

/// What changed, when, for whom; who said so is not recorded.
QStringList headLines(const ChangeComparison& comparison, const WeeklyView& view)
{
    const Change& change = comparison.change;
    QString what = toText(change.kind);
    if (!change.from.isEmpty() || !change.to.isEmpty())
        what += Cli::tr(", %1 to %2").arg(orUnnamed(change.from), orUnnamed(change.to));
    if (!change.note.isEmpty())
        what += QStringLiteral(", ") + plainLine(change.note);
    const ComparisonWindow& window = comparison.window;
    QStringList lines{Cli::tr("Change %1: %2").arg(change.externalId, what),
                      Cli::tr("of %1 at %2")
                          .arg(change.client.isEmpty() ? Cli::tr("all clients") : plainLine(change.client),
                               toRfc3339(change.at)),
                      Cli::tr("View: %1").arg(viewName(view.filter)),
                      Cli::tr("before from %1, after from %2 to %3")
                          .arg(toRfc3339(window.from), toRfc3339(window.change), toRfc3339(window.to))};
    if (isConverted(view, window))
        lines += Cli::tr("Costs are converted by the workspace's exchange rates.");
    return lines;
}

QString comparisonTable(const ChangeComparison& comparison, const WeeklyView& view)
{
    QList<QStringList> rows{{Cli::tr("Metric"), Cli::tr("Verdict"), Cli::tr("Before"), Cli::tr("After"),
                             Cli::tr("Difference"), Cli::tr("95 % of the difference"), Cli::tr("Change"),
                             Cli::tr("p")}};
    for (const Definition& metric : definitions())
        rows += metricRow(metric, comparison.metrics[index(metric.id)]);
    return headLines(comparison, view).join(u'\n') + QStringLiteral("\n\n") + alignedRows(rows, 2).trimmed();
}

int printComparison(const Database& database, const CompareOptions& options, const Change& change)
{
    ViewOptions of = options.view;
    if (!of.filter.client && !change.client.isEmpty())
        of.filter.client = change.client;
    int exitCode = exitcode::kDone;
    const auto view = viewOf(database, of, exitCode);
    if (!view)
        return exitCode;
    const auto comparison = readComparison(database, *view, change);
    if (!comparison) {
        printProblem(comparison.error());
        return exitcode::kWorkspaceUnusable;
    }
    if (options.isJson)
        printResult(QJsonDocument(comparisonJson(*comparison)).toJson());
    else
        printResult(comparisonTable(*comparison, *view));
    return exitcode::kDone;
}

int compareChange(const CompareOptions& options)
{
    const auto database = openExistingWorkspace(options.workspace);
    if (!database)
        return exitcode::kWorkspaceUnusable;
    const auto changes = Changes(*database).all();
    if (!changes) {
        printProblem(changes.error());
        return exitcode::kWorkspaceUnusable;
    }
    const auto change = std::ranges::find(*changes, options.change, &Change::externalId);
    if (change == changes->end()) {
        printProblem(Cli::tr("the workspace has no change %1").arg(options.change));
        return exitcode::kRefused;
    }
    return printComparison(*database, options, *change);
}

} // namespace

int runCompare(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Cli::tr("Compares every metric before and after a change, in the view of the change's client."));
    parser.addOptions(viewOptions());
    parser.addOptions(
        {workspaceOption(), {QStringLiteral("json"), Cli::tr("Print the comparison as one JSON object.")}});
    parser.addPositionalArgument(QStringLiteral("CHANGE"), Cli::tr("The id of the change."));
    if (const auto code = parseArguments(parser, commandName(), arguments))
        return *code;
    if (parser.positionalArguments().size() != 1)
        return wrongUse(commandName(), Cli::tr("compare takes one change"));
    QString mistake;
    const auto view = readViewOptions(parser, mistake);
    if (!view)
        return wrongUse(commandName(), mistake);
    return compareChange({workspacePath(parser), parser.positionalArguments().front(), *view,
                          parser.isSet(QStringLiteral("json"))});
}

} // namespace assay
