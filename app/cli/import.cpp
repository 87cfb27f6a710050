// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import.h"

#include "app/cli/command.h"
#include "app/cli/importprogress.h"
#include "app/cli/workspaceoption.h"
#include "app/intake/directtarget.h"
#include "app/store/rollups.h"
#include "app/store/workspacesettings.h"

namespace assay {

namespace {

/// No verdict of this process waits, and one of an open window waits for one such transaction at most.
constexpr BatchLimit kBatchLimit{5000, Milliseconds(500)};

struct ImportOptions
{
    QStringList paths;
    QString workspace;
    QString client;
    std::optional<QTimeZone> zone;
    bool isJson = false;
};

/// A workspace that is there keeps its zone unless another one is asked for.
Result<void> applyZone(const Database& database, const std::optional<QTimeZone>& zone)
{
    if (!zone)
        return {};
    const auto present = WorkspaceSettings(database).timeZone();
    if (!present)
        return present.error();
    if (*present == *zone)
        return {};
    return setTimeZone(database, *zone);
}

int importInto(const Database& database, const ImportOptions& options)
{
    if (const auto applied = applyZone(database, options.zone); !applied) {
        printProblem(applied.error());
        return exitcode::kWorkspaceUnusable;
    }
    if (const auto cached = database.useLargeCache(); !cached) {
        printProblem(cached.error());
        return exitcode::kWorkspaceUnusable;
    }
    DirectTarget target(database, systemClock(), kBatchLimit);
    Importer importer(database, target);
    for (const QString& path : options.paths)
        importer.addPath(path, options.client);
    const auto report = runImporter(importer);
    if (!report) {
        printProblem(report.error());
        return exitcode::kWorkspaceUnusable;
    }
    if (const auto refreshed = Rollups(database).refresh(); !refreshed) {
        printProblem(refreshed.error());
        return exitcode::kWorkspaceUnusable;
    }
    printResult(options.isJson ? reportJson(*report) : reportText(*report).trimmed());
    return report->counts.refused > 0 ? exitcode::kRefused : exitcode::kDone;
}

} // namespace

int runImport(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Cli::tr(
        "Takes folders of images, image files and JSONL logs into a workspace, which is made where it "
        "is missing. Importing anything twice changes nothing."));
    parser.addPositionalArgument(QStringLiteral("PATH..."), Cli::tr("Folders, image files or logs."));
    const QCommandLineOption client(QStringLiteral("client"), Cli::tr("The client of images that name none."),
                                    QStringLiteral("NAME"));
    const QCommandLineOption zone(QStringLiteral("zone"),
                                  Cli::tr("The time zone of the workspace's weeks, for example "
                                          "Europe/Berlin; default for a new workspace: the computer's."),
                                  QStringLiteral("ZONE"));
    const QCommandLineOption json(QStringLiteral("json"), Cli::tr("Print the report as one JSON object."));
    parser.addOptions({workspaceOption(), client, zone, json});
    if (const auto code = parseArguments(parser, QStringLiteral("import"), arguments))
        return *code;
    ImportOptions options{
        parser.positionalArguments(), workspacePath(parser), parser.value(client), {}, parser.isSet(json)};
    if (options.paths.isEmpty())
        return wrongUse(QStringLiteral("import"), Cli::tr("a path is missing"));
    if (parser.isSet(zone))
        options.zone = QTimeZone(parser.value(zone).toUtf8());
    if (options.zone && !options.zone->isValid())
        return wrongUse(QStringLiteral("import"), Cli::tr("unknown time zone %1").arg(parser.value(zone)));
    const auto database =
        openOrCreateWorkspace(options.workspace, options.zone.value_or(QTimeZone::systemTimeZone()));
    return database ? importInto(*database, options) : exitcode::kWorkspaceUnusable;
}

} // namespace assay
