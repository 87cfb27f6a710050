// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check.h"

#include "app/cli/alertlines.h"
#include "app/cli/command.h"
#include "app/cli/viewoptions.h"
#include "app/cli/workspaceoption.h"
#include "app/report/figures.h"
#include "app/store/database.h"
#include "app/store/generations.h"
#include "app/store/weeklyreviews.h"

namespace assay {

namespace {

QString commandName()
{
    return QStringLiteral("check");
}

Result<QStringList> alertLines(const Database& database, const WeeklyView& view)
{
    const auto acknowledgements = WeeklyReviews(database).acknowledgements(view.filter);
    if (!acknowledgements)
        return acknowledgements.error();
    QStringList lines;
    for (const FiringAlert& alert : firingAlerts(view.weeks))
        lines += alertLine(alert, acknowledgementOf(alert, *acknowledgements));
    return lines;
}

enum class Views {
    One,        ///< the one that was asked for
    EachClient, ///< that of all clients together, and each client's
};

/// The alerts that fire in a view, then the patterns that hold.
Result<QStringList> linesOf(const Database& database, const WeeklyView& view)
{
    if (view.weeks.empty())
        return QStringList();
    auto lines = alertLines(database, view);
    if (lines)
        *lines += patternLines(view.weeks);
    return lines;
}

QStringList prefixed(QStringList lines, const QString& name)
{
    for (QString& line : lines)
        line.prepend(name + QStringLiteral(": "));
    return lines;
}

/// Of each client, the client's name before each.
Result<QStringList> clientLines(const Database& database, const ViewOptions& options)
{
    const auto clients = clientNames(database);
    if (!clients)
        return clients.error();
    QStringList all;
    for (const QString& client : *clients) {
        ViewFilter filter = options.filter;
        filter.client = client;
        const auto view = readWeeklyView(database, filter, options.now);
        if (!view)
            return view.error();
        const auto lines = linesOf(database, *view);
        if (!lines)
            return lines.error();
        all += prefixed(*lines, client.isEmpty() ? Cli::tr("no client") : plainLine(client));
    }
    return all;
}

Result<QStringList> allLines(const Database& database, const WeeklyView& view, const ViewOptions& options,
                             Views views)
{
    auto lines = linesOf(database, view);
    if (!lines || views == Views::One)
        return lines;
    const auto clients = clientLines(database, options);
    if (!clients)
        return clients.error();
    return prefixed(*lines, Cli::tr("all clients")) + *clients;
}

int checkWorkspace(const QString& path, const ViewOptions& options, Views views)
{
    const auto database = openExistingWorkspace(path);
    if (!database)
        return exitcode::kWorkspaceUnusable;
    int exitCode = exitcode::kDone;
    const auto view = viewOf(*database, options, exitCode);
    if (!view)
        return exitCode;
    const auto lines = allLines(*database, *view, options, views);
    if (!lines) {
        printProblem(lines.error());
        return exitcode::kWorkspaceUnusable;
    }
    for (const QString& line : *lines)
        printResult(line);
    return lines->isEmpty() ? exitcode::kDone : exitcode::kAlertFiring;
}

} // namespace

int runCheck(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Cli::tr("Prints one line for each alert that fires and each pattern that "
                "holds; the exit code is 3 when there is one. Without --client or --each-client only all "
                "clients together are judged: what moves at one client can be lost among the others."));
    const QCommandLineOption eachClient(
        QStringLiteral("each-client"),
        Cli::tr("All clients together and each one; the client's name comes first."));
    parser.addOptions(viewOptions());
    parser.addOptions({eachClient, workspaceOption()});
    if (const auto code = parseArguments(parser, commandName(), arguments))
        return *code;
    if (!parser.positionalArguments().isEmpty()) // a client's name without --client would be overlooked
        return wrongUse(commandName(),
                        Cli::tr("unexpected argument %1").arg(parser.positionalArguments().first()));
    QString mistake;
    const auto options = readViewOptions(parser, mistake);
    if (options && options->filter.client && parser.isSet(eachClient))
        mistake = Cli::tr("give --client or --each-client");
    if (!mistake.isEmpty())
        return wrongUse(commandName(), mistake);
    return checkWorkspace(workspacePath(parser), *options,
                          parser.isSet(eachClient) ? Views::EachClient : Views::One);
}

} // namespace assay
