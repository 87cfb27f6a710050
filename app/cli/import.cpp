// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import.h"

#include "app/cli/command.h"
#include "app/cli/importprogress.h"
#include "app/cli/workspaceoption.h"
#include "app/intake/directtarget.h"
#include "app/store/imports.h"
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
    std::optional<QList<ImportId>> retry; ///< empty: all that is refused and was not settled since
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

/// The files to read: those named or, of a retry, those of which something was refused.
Result<QStringList> pathsOf(const Database& database, const ImportOptions& options)
{
    if (!options.retry)
        return options.paths;
    const Imports imports(database);
    if (options.retry->isEmpty())
        return imports.unsettledSources();
    QStringList paths;
    for (const ImportId id : *options.retry) {
        if (const auto record = imports.get(id); !record)
            return record.error();
        const auto refused = imports.refusedSources(id);
        if (!refused)
            return refused;
        paths += *refused;
    }
    paths.removeDuplicates();
    return paths;
}

int importInto(const Database& database, const ImportOptions& options)
{
    const auto paths = pathsOf(database, options);
    if (!paths) {
        printProblem(paths.error());
        return paths.error().kind == ErrorKind::NotFound ? exitcode::kRefused : exitcode::kWorkspaceUnusable;
    }
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
    for (const QString& path : *paths)
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

/// The mistake; empty when the options' paths or imports to retry are filled.
QString readPaths(const QStringList& words, bool isRetry, ImportOptions& options)
{
    if (!isRetry) {
        options.paths = words;
        return words.isEmpty() ? Cli::tr("a path is missing") : QString();
    }
    options.retry.emplace();
    for (const QString& word : words) {
        bool isNumber = false;
        options.retry->append(ImportId{word.toLongLong(&isNumber)});
        if (!isNumber)
            return Cli::tr("--retry takes numbers of imports, which assay-cli imports list shows, not %1")
                .arg(word);
    }
    return {};
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
    const QCommandLineOption retry(
        QStringLiteral("retry"),
        Cli::tr("Read again what was refused: by the imports whose numbers follow, or by all."));
    parser.addOptions({workspaceOption(), client, zone, retry, json});
    if (const auto code = parseArguments(parser, QStringLiteral("import"), arguments))
        return *code;
    ImportOptions options{{}, workspacePath(parser), parser.value(client), {}, {}, parser.isSet(json)};
    const QString mistake = readPaths(parser.positionalArguments(), parser.isSet(retry), options);
    if (!mistake.isEmpty())
        return wrongUse(QStringLiteral("import"), mistake);
    if (parser.isSet(zone))
        options.zone = QTimeZone(parser.value(zone).toUtf8());
    if (options.zone && !options.zone->isValid())
        return wrongUse(QStringLiteral("import"), Cli::tr("unknown time zone %1").arg(parser.value(zone)));
    if (options.retry) {
        const auto present = openExistingWorkspace(options.workspace);
        return present ? importInto(*present, options) : exitcode::kWorkspaceUnusable;
    }
    const auto database =
        openOrCreateWorkspace(options.workspace, options.zone.value_or(QTimeZone::systemTimeZone()));
    return database ? importInto(*database, options) : exitcode::kWorkspaceUnusable;
}

} // namespace assay
