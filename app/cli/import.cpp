// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import.h"

#include "app/cli/command.h"
#include "app/cli/importprogress.h"
#include "app/cli/importtable.h"
#include "app/cli/workspaceoption.h"
#include "app/intake/directtarget.h"
#include "app/store/imports.h"
#include "app/store/rollups.h"
#include "app/store/workspacesettings.h"

namespace assay {

namespace {

/// No verdict of this process waits, and one of an open window waits for one such transaction at most.
constexpr BatchLimit kBatchLimit{20000, Milliseconds(500)};

struct ImportOptions
{
    QStringList paths;
    QString workspace;
    QString client;
    std::optional<QTimeZone> zone;
    std::optional<QList<ImportId>> retry; ///< empty: all that is refused and was not settled since
    bool isJson = false;
    TableOptions tables;
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
    if (const auto prepared = database.prepareForImport(); !prepared) {
        printProblem(prepared.error());
        return exitcode::kWorkspaceUnusable;
    }
    if (const auto applied = applyTableOptions(database, options.paths, options.tables); !applied) {
        printProblem(applied.error());
        return exitcode::kRefused;
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

QList<QCommandLineOption> importOptions()
{
    const auto option = [](const char* name, const QString& description, const QString& value = {}) {
        return QCommandLineOption(QString::fromLatin1(name), description, value);
    };
    return {
        workspaceOption(),
        option("client", Cli::tr("The client of images that name none."), QStringLiteral("NAME")),
        option("zone",
               Cli::tr("The time zone of the workspace's weeks, for example Europe/Berlin; default for a new "
                       "workspace: the computer's."),
               QStringLiteral("ZONE")),
        option("map",
               Cli::tr("What the columns of a table mean, as --guess prints it; remembered for tables with "
                       "the same headers."),
               QStringLiteral("FILE")),
        option("guess",
               Cli::tr("Only print what the columns of the table probably mean, as JSON for --map.")),
        option("times-in", Cli::tr("The time zone of a table's times that have no offset."),
               QStringLiteral("ZONE")),
        option("retry",
               Cli::tr("Read again what was refused: by the imports whose numbers follow, or by all.")),
        option("json", Cli::tr("Print the report as one JSON object.")),
    };
}

/// Empty when all is well, else what is wrong with the zones.
QString readZones(const QCommandLineParser& parser, ImportOptions& options)
{
    for (const QString& name : {QStringLiteral("zone"), QStringLiteral("times-in")}) {
        if (parser.isSet(name) && !QTimeZone(parser.value(name).toUtf8()).isValid())
            return Cli::tr("unknown time zone %1").arg(parser.value(name));
    }
    if (parser.isSet(QStringLiteral("zone")))
        options.zone = QTimeZone(parser.value(QStringLiteral("zone")).toUtf8());
    return {};
}

} // namespace

int runImport(const QStringList& arguments)
{
    const QString command = QStringLiteral("import");
    QCommandLineParser parser;
    parser.setApplicationDescription(Cli::tr(
        "Takes folders of images, image files, JSONL logs and CSV tables into a workspace, which is made "
        "where it is missing. Importing anything twice changes nothing."));
    parser.addPositionalArgument(QStringLiteral("PATH..."), Cli::tr("Folders, image files, logs or tables."));
    parser.addOptions(importOptions());
    if (const auto code = parseArguments(parser, command, arguments))
        return *code;
    ImportOptions options;
    options.workspace = workspacePath(parser);
    options.client = parser.value(QStringLiteral("client"));
    options.isJson = parser.isSet(QStringLiteral("json"));
    options.tables = {parser.value(QStringLiteral("map")), parser.value(QStringLiteral("times-in"))};
    QString mistake = readPaths(parser.positionalArguments(), parser.isSet(QStringLiteral("retry")), options);
    if (mistake.isEmpty())
        mistake = readZones(parser, options);
    if (!mistake.isEmpty())
        return wrongUse(command, mistake);
    if (parser.isSet(QStringLiteral("guess")) && !options.paths.isEmpty())
        return printTableGuess(options.paths.first(), options.tables);
    if (options.retry) {
        const auto present = openExistingWorkspace(options.workspace);
        return present ? importInto(*present, options) : exitcode::kWorkspaceUnusable;
    }
    const auto database =
        openOrCreateWorkspace(options.workspace, options.zone.value_or(QTimeZone::systemTimeZone()));
    return database ? importInto(*database, options) : exitcode::kWorkspaceUnusable;
}

} // namespace assay
