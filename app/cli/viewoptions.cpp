// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/viewoptions.h"

#include "app/cli/command.h"
#include "app/store/database.h"
#include "app/store/generations.h"

namespace assay {

QList<QCommandLineOption> viewOptions()
{
    return {
        {QStringLiteral("client"), Cli::tr("Only this client; default: all."), QStringLiteral("NAME")},
        {QStringLiteral("now"), Cli::tr("Judge as of this instant; default: now."), QStringLiteral("TIME")}};
}

std::optional<ViewOptions> readViewOptions(const QCommandLineParser& parser, QString& mistake)
{
    ViewOptions options{.now = systemClock()()};
    if (parser.isSet(QStringLiteral("client")))
        options.client = parser.value(QStringLiteral("client"));
    if (!parser.isSet(QStringLiteral("now")))
        return options;
    const auto now = parseRfc3339(parser.value(QStringLiteral("now")));
    if (!now) {
        mistake = Cli::tr("--now takes an instant such as 2026-05-05T12:00:00Z");
        return std::nullopt;
    }
    options.now = *now;
    return options;
}

std::optional<WeeklyView> viewOf(const Database& database, const ViewOptions& options, int& exitCode)
{
    const auto clients = clientNames(database);
    auto view = readWeeklyView(database, options.client, options.now);
    if (!clients || !view) {
        printProblem(clients ? view.error() : clients.error());
        exitCode = exitcode::kWorkspaceUnusable;
        return std::nullopt;
    }
    if (options.client && !clients->contains(*options.client)) {
        printProblem(Cli::tr("the workspace has no client %1").arg(*options.client));
        exitCode = exitcode::kRefused;
        return std::nullopt;
    }
    return *std::move(view);
}

} // namespace assay
