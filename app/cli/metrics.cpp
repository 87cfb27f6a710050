// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/metrics.h"

#include "app/cli/command.h"
#include "app/cli/metricsoutput.h"
#include "app/cli/workspaceoption.h"
#include "app/store/database.h"
#include "app/store/generations.h"

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
    std::optional<QString> client{};
    std::optional<int> weeks{};
    UtcTime now{};
    bool isJson = false;
};

int printWeeks(const WeeklyView& view, const MetricsOptions& options)
{
    std::span<const JudgedWeek> weeks(view.weeks);
    if (options.weeks)
        weeks = weeks.last(std::min(weeks.size(), size_t(*options.weeks)));
    if (options.isJson)
        printResult(metricsJson(view, weeks));
    else if (weeks.empty())
        printResult(Cli::tr("no weeks: there are no images yet"));
    else
        printResult(metricsTable(weeks));
    return exitcode::kDone;
}

int printMetrics(const MetricsOptions& options)
{
    const auto database = openExistingWorkspace(options.workspace);
    if (!database)
        return exitcode::kWorkspaceUnusable;
    const auto clients = clientNames(*database);
    const auto view = readWeeklyView(*database, options.client, options.now);
    if (!clients || !view) {
        printProblem(clients ? view.error() : clients.error());
        return exitcode::kWorkspaceUnusable;
    }
    if (options.client && !clients->contains(*options.client)) {
        printProblem(Cli::tr("the workspace has no client %1").arg(*options.client));
        return exitcode::kRefused;
    }
    return printWeeks(*view, options);
}

/// Nothing for a text that is not what the option takes.
std::optional<MetricsOptions> readOptions(const QCommandLineParser& parser, QString& mistake)
{
    MetricsOptions options{.workspace = workspacePath(parser), .now = systemClock()()};
    if (parser.isSet(QStringLiteral("client")))
        options.client = parser.value(QStringLiteral("client"));
    if (parser.isSet(QStringLiteral("weeks"))) {
        bool isNumber = false;
        options.weeks = parser.value(QStringLiteral("weeks")).toInt(&isNumber);
        if (!isNumber || *options.weeks < 1)
            mistake = Cli::tr("--weeks takes a number from 1");
    }
    if (parser.isSet(QStringLiteral("now"))) {
        const auto now = parseRfc3339(parser.value(QStringLiteral("now")));
        if (!now)
            mistake = Cli::tr("--now takes an instant such as 2026-05-05T12:00:00Z");
        options.now = now.value_or(options.now);
    }
    const QString format = parser.value(QStringLiteral("format"));
    options.isJson = format == QLatin1String("json") || parser.isSet(QStringLiteral("json"));
    if (format != QLatin1String("json") && format != QLatin1String("table"))
        mistake = Cli::tr("--format is table or json");
    if (!mistake.isEmpty())
        return std::nullopt;
    return options;
}

} // namespace

int runMetrics(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Cli::tr("Prints the metrics of each week, judged as in the window."));
    parser.addOptions(
        {workspaceOption(),
         {QStringLiteral("client"), Cli::tr("Only this client; default: all."), QStringLiteral("NAME")},
         {QStringLiteral("weeks"), Cli::tr("Only the newest N weeks."), QStringLiteral("N")},
         {QStringLiteral("now"), Cli::tr("Judge as of this instant; default: now."), QStringLiteral("TIME")},
         {QStringLiteral("format"), Cli::tr("table (default) or json."), QStringLiteral("FORMAT"),
          QStringLiteral("table")},
         {QStringLiteral("json"), Cli::tr("The same as --format json.")}});
    if (const auto code = parseArguments(parser, commandName(), arguments))
        return *code;
    QString mistake;
    const auto options = readOptions(parser, mistake);
    return options ? printMetrics(*options) : wrongUse(commandName(), mistake);
}

} // namespace assay
