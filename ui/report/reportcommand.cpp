// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportcommand.h"

#include "app/cli/workspaceoption.h"
#include "app/store/database.h"
#include "ui/report/pdfreport.h"

#include <QDate>

namespace assay {

namespace {

QString commandName()
{
    return QStringLiteral("report");
}

int writeReport(const QString& workspace, const ClientReportRequest& request, const QString& path)
{
    const auto database = openExistingWorkspace(workspace);
    if (!database)
        return exitcode::kWorkspaceUnusable;
    const auto report = readClientReport(*database, request);
    if (!report) {
        printProblem(report.error());
        return exitcode::kRefused;
    }
    useReportFonts();
    if (const auto written = writeClientReportPdf(*report, ReportLook::plain(), path); !written) {
        printProblem(written.error());
        return exitcode::kRefused;
    }
    printResult(path);
    return exitcode::kDone;
}

void addOptions(QCommandLineParser& parser)
{
    const QString date = QStringLiteral("DATE");
    parser.addOptions(
        {workspaceOption(),
         {QStringLiteral("client"), Cli::tr("The client."), QStringLiteral("NAME")},
         {QStringLiteral("from"), Cli::tr("The first day, as 2026-01-01."), date},
         {QStringLiteral("to"), Cli::tr("The last day."), date},
         {QStringLiteral("now"), Cli::tr("Report as of this instant; default: now."), QStringLiteral("TIME")},
         {{QStringLiteral("o"), QStringLiteral("output")},
          Cli::tr("The file to write."),
          QStringLiteral("FILE")}});
}

/// The mistake, or nothing when `request` is filled.
QString readRequest(const QCommandLineParser& parser, ClientReportRequest& request)
{
    for (const QString& needed :
         {QStringLiteral("client"), QStringLiteral("from"), QStringLiteral("to"), QStringLiteral("output")}) {
        if (!parser.isSet(needed))
            return Cli::tr("--%1 is missing").arg(needed);
    }
    request.client = parser.value(QStringLiteral("client"));
    request.from = QDate::fromString(parser.value(QStringLiteral("from")), Qt::ISODate);
    request.to = QDate::fromString(parser.value(QStringLiteral("to")), Qt::ISODate);
    if (!request.from.isValid() || !request.to.isValid())
        return Cli::tr("--from and --to take a day such as 2026-01-31");
    if (request.to < request.from)
        return Cli::tr("--to is before --from");
    request.now = systemClock()();
    if (!parser.isSet(QStringLiteral("now")))
        return {};
    const auto now = parseRfc3339(parser.value(QStringLiteral("now")));
    request.now = now.value_or(request.now);
    return now ? QString() : Cli::tr("--now takes an instant such as 2026-05-05T12:00:00Z");
}

int runReport(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Cli::tr("Writes the client report of a period as a PDF. No display is needed."));
    addOptions(parser);
    if (const auto code = parseArguments(parser, commandName(), arguments))
        return *code;
    ClientReportRequest request;
    if (const QString mistake = readRequest(parser, request); !mistake.isEmpty())
        return wrongUse(commandName(), mistake);
    return writeReport(workspacePath(parser), request, parser.value(QStringLiteral("output")));
}

} // namespace

Command reportCommand()
{
    return {.name = commandName(),
            .summary = Cli::tr("write the client report of a period as a PDF"),
            .run = runReport,
            .needs = Command::Needs::Widgets};
}

} // namespace assay
