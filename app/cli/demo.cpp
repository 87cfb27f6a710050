// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/demo.h"

#include "app/cli/command.h"
#include "app/cli/importprogress.h"
#include "app/cli/workspaceoption.h"
#include "app/intake/directtarget.h"
#include "app/sample/sample.h"
#include "app/store/rollups.h"

#include <QDir>

namespace assay {

namespace {

QString commandName()
{
    return QStringLiteral("demo");
}

/// The history first: its lines say whose the pictures are.
Result<ImportReport> importSample(const Database& database, const SampleFiles& files, UtcTime now)
{
    DirectTarget target(database, [now] { return now; });
    Importer importer(database, target);
    importer.addPath(files.historyLog);
    importer.addPath(files.picturesFolder);
    auto report = runImporter(importer);
    if (!report)
        return report;
    if (const auto refreshed = Rollups(database).refresh(); !refreshed)
        return refreshed.error();
    return report;
}

int makeDemo(const QString& folder, const SampleRequest& request)
{
    const auto files = writeSample(folder, request);
    if (!files) {
        printProblem(files.error());
        return exitcode::kRefused;
    }
    const QString workspace = QDir(folder).absoluteFilePath(QStringLiteral("sample.assay"));
    const auto database = openOrCreateWorkspace(workspace, request.zone);
    if (!database)
        return exitcode::kWorkspaceUnusable;
    const auto report = importSample(*database, *files, request.now);
    if (!report) {
        printProblem(report.error());
        return exitcode::kWorkspaceUnusable;
    }
    printResult(Cli::tr("workspace  %1").arg(workspace));
    printResult(Cli::tr("pictures   %1 (%2)").arg(files->picturesFolder).arg(files->pictures));
    printResult(Cli::tr("history    %1").arg(files->historyLog));
    printResult(reportText(*report).trimmed());
    return report->counts.refused > 0 ? exitcode::kRefused : exitcode::kDone;
}

} // namespace

int runDemo(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Cli::tr(
        "Makes the sample: pictures that do or do not honour their prompts, 16 weeks of history of two "
        "made-up clients, and the workspace DIR/sample.assay. The same week gives the same sample."));
    parser.addPositionalArgument(QStringLiteral("DIR"), Cli::tr("The folder; made where it is missing."));
    const QCommandLineOption now(QStringLiteral("now"),
                                 Cli::tr("The instant the history ends, such as 2026-05-05T12:00:00Z; "
                                         "default: now."),
                                 QStringLiteral("TIME"));
    const QCommandLineOption zone(QStringLiteral("zone"),
                                  Cli::tr("The time zone of the weeks; default: UTC."),
                                  QStringLiteral("ZONE"), QStringLiteral("UTC"));
    parser.addOptions({now, zone});
    if (const auto code = parseArguments(parser, commandName(), arguments))
        return *code;
    if (parser.positionalArguments().size() != 1)
        return wrongUse(commandName(), Cli::tr("give one folder"));
    const auto instant = parser.isSet(now) ? parseRfc3339(parser.value(now)) : systemClock()();
    if (!instant)
        return wrongUse(commandName(), Cli::tr("--now takes an instant such as 2026-05-05T12:00:00Z"));
    SampleRequest request{.now = *instant, .zone = QTimeZone(parser.value(zone).toUtf8())};
    if (!request.zone.isValid())
        return wrongUse(commandName(), Cli::tr("unknown time zone %1").arg(parser.value(zone)));
    return makeDemo(parser.positionalArguments().first(), request);
}

} // namespace assay
