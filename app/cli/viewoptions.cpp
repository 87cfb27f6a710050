// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/viewoptions.h"

#include "app/cli/command.h"
#include "app/store/database.h"
#include "app/store/generations.h"
#include "app/store/rollups.h"
#include "app/store/selectedrows.h"

namespace assay {

namespace {

/// Nothing where the option is not given; a name of no letters is a mistake.
std::optional<QString> readName(const QCommandLineParser& parser, const QString& option, QString& mistake)
{
    if (!parser.isSet(option))
        return std::nullopt;
    if (parser.value(option).isEmpty())
        mistake = Cli::tr("--%1 takes a name").arg(option);
    return parser.value(option);
}

/// What a view without a single image was asked for.
QString nothingMade(const ViewFilter& filter)
{
    QStringList with;
    if (filter.model)
        with += Cli::tr("model %1").arg(*filter.model);
    if (filter.templateName)
        with += Cli::tr("template %1").arg(*filter.templateName);
    const QString what = with.join(Cli::tr(" and "));
    return filter.client ? Cli::tr("client %1 has no image of %2").arg(*filter.client, what)
                         : Cli::tr("the workspace has no image of %1").arg(what);
}

} // namespace

QList<QCommandLineOption> viewOptions()
{
    return {
        {QStringLiteral("client"), Cli::tr("Only this client; default: all."), QStringLiteral("NAME")},
        {QStringLiteral("model"), Cli::tr("Only images of this model."), QStringLiteral("NAME")},
        {QStringLiteral("template"), Cli::tr("Only images of this prompt template."), QStringLiteral("NAME")},
        {QStringLiteral("now"), Cli::tr("Judge as of this instant; default: now."), QStringLiteral("TIME")}};
}

QString viewName(const ViewFilter& filter)
{
    QStringList parts{filter.client.value_or(Cli::tr("all clients"))};
    if (filter.model)
        parts += Cli::tr("model %1").arg(*filter.model);
    if (filter.templateName)
        parts += Cli::tr("template %1").arg(*filter.templateName);
    return parts.join(QStringLiteral(", "));
}

std::optional<ViewOptions> readViewOptions(const QCommandLineParser& parser, QString& mistake)
{
    ViewOptions options{.now = systemClock()()};
    if (parser.isSet(QStringLiteral("client")))
        options.filter.client = parser.value(QStringLiteral("client"));
    options.filter.model = readName(parser, QStringLiteral("model"), mistake);
    options.filter.templateName = readName(parser, QStringLiteral("template"), mistake);
    if (!mistake.isEmpty())
        return std::nullopt;
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
    // What other programs have stored meanwhile, or one that was killed, is counted before it is read.
    if (const auto counted = Rollups(database).refresh(); !counted) {
        printProblem(counted.error());
        exitCode = exitcode::kWorkspaceUnusable;
        return std::nullopt;
    }
    // A reader maps the file into memory: hundreds of pages of samples are read without a call for each.
    const auto reader = Database::open(database.path(), Database::Mode::ReadOnly);
    if (!reader) {
        printProblem(reader.error());
        exitCode = exitcode::kWorkspaceUnusable;
        return std::nullopt;
    }
    const auto clients = clientNames(**reader);
    auto view = readWeeklyView(**reader, options.filter, options.now);
    if (!clients || !view) {
        printProblem(clients ? view.error() : clients.error());
        exitCode = exitcode::kWorkspaceUnusable;
        return std::nullopt;
    }
    if (options.filter.client && !clients->contains(*options.filter.client)) {
        printProblem(Cli::tr("the workspace has no client %1").arg(*options.filter.client));
        exitCode = exitcode::kRefused;
        return std::nullopt;
    }
    if (view->selected && view->selected->isEmpty()) {
        printProblem(nothingMade(options.filter));
        exitCode = exitcode::kRefused;
        return std::nullopt;
    }
    return *std::move(view);
}

} // namespace assay
