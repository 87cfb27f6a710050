// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/export.h"

#include "app/cli/command.h"
#include "app/cli/workspaceoption.h"
#include "app/report/export.h"
#include "app/report/exportweekly.h"

#include <QFile>
#include <QSaveFile>

#include <cstdio>
#include <functional>

namespace assay {

namespace {

using Export = std::function<Result<void>(const Database&, QIODevice&)>;

QString commandName()
{
    return QStringLiteral("export");
}

/// A whole workspace in an order that needs no waiting when it is imported.
Result<void> exportAll(const Database& database, QIODevice& device)
{
    for (const auto part : {&exportChanges, &exportGenerations, &exportReviews}) {
        if (auto written = part(database, device); !written)
            return written;
    }
    return {};
}

/// Nothing for a name that is none.
Export exportNamed(const QString& name, UtcTime now)
{
    if (name == QLatin1String("generations"))
        return exportGenerations;
    if (name == QLatin1String("reviews"))
        return exportReviews;
    if (name == QLatin1String("changes"))
        return exportChanges;
    if (name == QLatin1String("all"))
        return exportAll;
    if (name != QLatin1String("weekly"))
        return {};
    return [now](const Database& database, QIODevice& device) { return exportWeekly(database, now, device); };
}

Result<void> exportToStdout(const Database& database, const Export& run)
{
    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly))
        return Error{ErrorKind::Io, QStringLiteral("-"), output.errorString()};
    if (auto written = run(database, output); !written)
        return written;
    if (!output.flush())
        return Error{ErrorKind::Io, QStringLiteral("-"), output.errorString()};
    return {};
}

Result<void> exportToFile(const Database& database, const Export& run, const QString& path)
{
    QSaveFile output(path);
    if (!output.open(QIODevice::WriteOnly))
        return Error{ErrorKind::Io, path, output.errorString()};
    if (auto written = run(database, output); !written)
        return written;
    if (!output.commit())
        return Error{ErrorKind::Io, path, output.errorString()};
    return {};
}

int exportTo(const Database& database, const Export& run, const QString& path)
{
    const auto written =
        path == QLatin1String("-") ? exportToStdout(database, run) : exportToFile(database, run, path);
    if (written)
        return exitcode::kDone;
    printProblem(written.error());
    return exitcode::kRefused;
}

} // namespace

int runExport(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Cli::tr(
        "Writes rows of a workspace as JSONL. Importing generations and reviews into an empty workspace "
        "gives the same; reviews that were taken back are left out."));
    const QCommandLineOption what(
        QStringLiteral("what"),
        Cli::tr("generations, reviews, changes (with GPU samples), all of these, or "
                "weekly (the metrics of each week)."),
        QStringLiteral("WHAT"));
    const QCommandLineOption format(QStringLiteral("format"), Cli::tr("jsonl."), QStringLiteral("FORMAT"),
                                    QStringLiteral("jsonl"));
    const QCommandLineOption output({QStringLiteral("o"), QStringLiteral("output")},
                                    Cli::tr("The file to write; - (default) is stdout."),
                                    QStringLiteral("FILE"), QStringLiteral("-"));
    const QCommandLineOption now(QStringLiteral("now"),
                                 Cli::tr("Judge weeks as of this instant; default: now."),
                                 QStringLiteral("TIME"));
    parser.addOptions({workspaceOption(), what, format, output, now});
    if (const auto code = parseArguments(parser, commandName(), arguments))
        return *code;
    const auto instant = parser.isSet(now) ? parseRfc3339(parser.value(now)) : systemClock()();
    if (!instant)
        return wrongUse(commandName(), Cli::tr("--now takes an instant such as 2026-05-05T12:00:00Z"));
    const Export run = exportNamed(parser.value(what), *instant);
    if (!run)
        return wrongUse(commandName(), Cli::tr("--what takes generations, reviews, changes, all or weekly"));
    if (parser.value(format) != QLatin1String("jsonl"))
        return wrongUse(commandName(), Cli::tr("--format takes jsonl"));
    const auto database = openExistingWorkspace(workspacePath(parser));
    if (!database)
        return exitcode::kWorkspaceUnusable;
    return exportTo(*database, run, parser.value(output));
}

} // namespace assay
