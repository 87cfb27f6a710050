// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/export.h"

#include "app/cli/command.h"
#include "app/cli/workspaceoption.h"
#include "app/report/export.h"

#include <QFile>
#include <QSaveFile>

#include <array>
#include <cstdio>

namespace assay {

namespace {

using Export = Result<void> (*)(const Database&, QIODevice&);

QString commandName()
{
    return QStringLiteral("export");
}

/// A whole workspace in an order that needs no waiting when it is imported.
Result<void> exportAll(const Database& database, QIODevice& device)
{
    for (const Export part : {&exportChanges, &exportGenerations, &exportReviews}) {
        if (auto written = part(database, device); !written)
            return written;
    }
    return {};
}

struct Choice
{
    const char* name;
    Export run;
};

constexpr std::array kChoices{Choice{"generations", exportGenerations}, Choice{"reviews", exportReviews},
                              Choice{"changes", exportChanges}, Choice{"all", exportAll}};

Export exportNamed(const QString& name)
{
    for (const Choice& choice : kChoices) {
        if (name == QLatin1String(choice.name))
            return choice.run;
    }
    return nullptr;
}

Result<void> exportToStdout(const Database& database, Export run)
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

Result<void> exportToFile(const Database& database, Export run, const QString& path)
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

} // namespace

int runExport(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Cli::tr(
        "Writes rows of a workspace as JSONL. Importing generations and reviews into an empty workspace "
        "gives the same; reviews that were taken back are left out."));
    const QCommandLineOption what(QStringLiteral("what"),
                                  Cli::tr("generations, reviews, changes (with GPU samples), or all."),
                                  QStringLiteral("WHAT"));
    const QCommandLineOption format(QStringLiteral("format"), Cli::tr("jsonl."), QStringLiteral("FORMAT"),
                                    QStringLiteral("jsonl"));
    const QCommandLineOption output({QStringLiteral("o"), QStringLiteral("output")},
                                    Cli::tr("The file to write; - (default) is stdout."),
                                    QStringLiteral("FILE"), QStringLiteral("-"));
    parser.addOptions({workspaceOption(), what, format, output});
    if (const auto code = parseArguments(parser, commandName(), arguments))
        return *code;
    const Export run = exportNamed(parser.value(what));
    if (run == nullptr)
        return wrongUse(commandName(), Cli::tr("--what takes generations, reviews, changes or all"));
    if (parser.value(format) != QLatin1String("jsonl"))
        return wrongUse(commandName(), Cli::tr("--format takes jsonl"));
    const auto database = openExistingWorkspace(workspacePath(parser));
    if (!database)
        return exitcode::kWorkspaceUnusable;
    const QString path = parser.value(output);
    const auto written =
        path == QLatin1String("-") ? exportToStdout(*database, run) : exportToFile(*database, run, path);
    if (written)
        return exitcode::kDone;
    printProblem(written.error());
    return exitcode::kRefused;
}

} // namespace assay
