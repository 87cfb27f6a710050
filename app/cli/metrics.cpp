// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/metrics.h"

#include "app/cli/command.h"
#include "app/cli/metricsoutput.h"
#include "app/cli/metricstable.h"
#include "app/cli/viewoptions.h"
#include "app/cli/workspaceoption.h"
#include "app/report/metricscsv.h"
#include "app/store/database.h"

#include <algorithm>

namespace assay {

namespace {

QString commandName()
{
    return QStringLiteral("metrics");
}

struct MetricsOptions
{
    QString workspace{};
    ViewOptions view{};
    std::optional<int> weeks{};
    enum class Format { Table, Json, Csv } format = Format::Table;
};

/// Before and after each change of the view.
Result<std::vector<ChangeComparison>> comparisonsOf(const Database& database, const WeeklyView& view)
{
    std::vector<ChangeComparison> comparisons;
    for (const Change& change : view.changes) {
        auto comparison = readComparison(database, view, change);
        if (!comparison)
            return comparison.error();
        comparisons.push_back(*std::move(comparison));
    }
    return comparisons;
}

int printWeeks(const Database& database, const WeeklyView& view, const MetricsOptions& options)
{
    std::span<const JudgedWeek> weeks(view.weeks);
    const bool isTable = options.format == MetricsOptions::Format::Table;
    const size_t most = options.weeks ? size_t(*options.weeks) : isTable ? kWeeksBeside : weeks.size();
    weeks = weeks.last(std::min(weeks.size(), most));
    if (options.format == MetricsOptions::Format::Csv) {
        printResult(metricsCsv(view, weeks).trimmed());
        return exitcode::kDone;
    }
    if (isTable) {
        printResult(weeks.empty() ? Cli::tr("no weeks: there are no images yet") : metricsTable(weeks));
        return exitcode::kDone;
    }
    const auto comparisons = comparisonsOf(database, view);
    if (!comparisons) {
        printProblem(comparisons.error());
        return exitcode::kWorkspaceUnusable;
    }
    printResult(metricsJson(view, weeks, *comparisons));
    return exitcode::kDone;
}

int printMetrics(const MetricsOptions& options)
{
    const auto database = openExistingWorkspace(options.workspace);
    if (!database)
        return exitcode::kWorkspaceUnusable;
    int exitCode = exitcode::kDone;
    const auto view = viewOf(*database, options.view, exitCode);
    return view ? printWeeks(*database, *view, options) : exitCode;
}

/// Nothing for a text that is not what the option takes.
std::optional<MetricsOptions> readOptions(const QCommandLineParser& parser, QString& mistake)
{
    MetricsOptions options{.workspace = workspacePath(parser)};
    if (const auto view = readViewOptions(parser, mistake))
        options.view = *view;
    if (parser.isSet(QStringLiteral("weeks"))) {
        bool isNumber = false;
        options.weeks = parser.value(QStringLiteral("weeks")).toInt(&isNumber);
        if (!isNumber || *options.weeks < 1)
            mistake = Cli::tr("--weeks takes a number from 1");
    }
    const QString format = parser.value(QStringLiteral("format"));
    if (format == QLatin1String("json") || parser.isSet(QStringLiteral("json")))
        options.format = MetricsOptions::Format::Json;
    else if (format == QLatin1String("csv"))
        options.format = MetricsOptions::Format::Csv;
    else if (format != QLatin1String("table"))
        mistake = Cli::tr("--format is table, json or csv");
    if (!mistake.isEmpty())
        return std::nullopt;
    return options;
}

} // namespace

int runMetrics(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Cli::tr("Prints the metrics of each week, judged as in the window."));
    parser.addOptions(viewOptions());
    parser.addOptions(
        {workspaceOption(),
         {QStringLiteral("weeks"), Cli::tr("Only the newest N weeks; default: 4 in a table, else all."),
          QStringLiteral("N")},
         {QStringLiteral("format"), Cli::tr("table (default), json or csv."), QStringLiteral("FORMAT"),
          QStringLiteral("table")},
         {QStringLiteral("json"), Cli::tr("The same as --format json.")}});
    if (const auto code = parseArguments(parser, commandName(), arguments))
        return *code;
    if (!parser.positionalArguments().isEmpty()) // a client's name without --client would be overlooked
        return wrongUse(commandName(),
                        Cli::tr("unexpected argument %1").arg(parser.positionalArguments().first()));
    QString mistake;
    const auto options = readOptions(parser, mistake);
    return options ? printMetrics(*options) : wrongUse(commandName(), mistake);
}

} // namespace assay
