// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check.h"

#include "app/cli/alertlines.h"
#include "app/cli/command.h"
#include "app/cli/viewoptions.h"
#include "app/cli/workspaceoption.h"
#include "app/store/database.h"
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

int checkWorkspace(const QString& path, const ViewOptions& options)
{
    const auto database = openExistingWorkspace(path);
    if (!database)
        return exitcode::kWorkspaceUnusable;
    int exitCode = exitcode::kDone;
    const auto view = viewOf(*database, options, exitCode);
    if (!view || view->weeks.empty())
        return exitCode;
    const auto alerts = alertLines(*database, *view);
    if (!alerts) {
        printProblem(alerts.error());
        return exitcode::kWorkspaceUnusable;
    }
    const QStringList lines = *alerts + patternLines(view->weeks);
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
    if (!parser.positionalArguments().isEmpty()) // a client's name without --client would be overlooked
        return wrongUse(commandName(),
                        Cli::tr("unexpected argument %1").arg(parser.positionalArguments().first()));
    QString mistake;
    const auto options = readViewOptions(parser, mistake);
    return options ? checkWorkspace(workspacePath(parser), *options) : wrongUse(commandName(), mistake);
}

} // namespace assay
