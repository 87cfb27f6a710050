// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare.h"

#include "app/cli/command.h"
#include "app/cli/metricsoutput.h"
#include "app/cli/viewoptions.h"
#include "app/cli/workspaceoption.h"
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

QString valueText(const Definition& metric, const std::optional<double>& value)
{
    return value ? metricText(metric, *value) : QStringLiteral("–");
}

QStringList metricRow(const Definition& metric, const ComparedMetric& compared)
{
    QStringList row{metricShortName(metric), toText(compared.verdict),
                    valueText(metric, compared.before.value), valueText(metric, compared.after.value)};
    if (!compared.difference)
        return row + QStringList{QStringLiteral("–"), QStringLiteral("–"), QStringLiteral("–")};
    row += compared.percent ? deviationText(*compared.percent) : QStringLiteral("–");
    row += intervalText(metric, *compared.interval);
    row += QString::number(*compared.p, 'g', 2);
    return row;
}

QString comparisonTable(const ChangeComparison& comparison)
{
    QList<QStringList> rows{{Cli::tr("Metric"), Cli::tr("Verdict"), Cli::tr("Before"), Cli::tr("After"),
                             Cli::tr("Change"), Cli::tr("95 % of the difference"), Cli::tr("p")}};
    for (const Definition& metric : definitions())
        rows += metricRow(metric, comparison.metrics[index(metric.id)]);
    const ComparisonWindow& window = comparison.window;
    return Cli::tr("before from %1, after from %2 to %3")
               .arg(toRfc3339(window.from), toRfc3339(window.change), toRfc3339(window.to)) +
           u'\n' + alignedRows(rows, 2).trimmed();
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
        printResult(comparisonTable(*comparison));
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
