// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/changes.h"

#include "app/base/clock.h"
#include "app/cli/changeproposals.h"
#include "app/cli/command.h"
#include "app/cli/metricsoutput.h"
#include "app/cli/storing.h"
#include "app/cli/workspaceoption.h"
#include "app/store/changes.h"
#include "app/store/generations.h"
#include "app/store/proposaldismissals.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace assay {

namespace {

QString commandName()
{
    return QStringLiteral("changes");
}

QJsonObject changeJson(const Change& change)
{
    return {{QStringLiteral("id"), change.externalId},
            {QStringLiteral("ts"), toRfc3339(change.at)},
            {QStringLiteral("client"), change.client.isEmpty() ? QJsonValue() : QJsonValue(change.client)},
            {QStringLiteral("kind"), toText(change.kind)},
            {QStringLiteral("from"), change.from},
            {QStringLiteral("to"), change.to},
            {QStringLiteral("note"), change.note}};
}

QString changesTable(const QList<Change>& changes)
{
    if (changes.isEmpty())
        return Cli::tr("no changes");
    QList<QStringList> rows{{Cli::tr("Change"), Cli::tr("At"), Cli::tr("Client"), Cli::tr("Kind"),
                             Cli::tr("From"), Cli::tr("To"), Cli::tr("Note")}};
    for (const Change& change : changes) {
        rows += {change.externalId,
                 toRfc3339(change.at),
                 change.client.isEmpty() ? Cli::tr("all") : change.client,
                 toText(change.kind),
                 change.from,
                 change.to,
                 change.note};
    }
    return alignedRows(rows, int(rows.front().size())).trimmed();
}

int listChanges(const Database& database, bool isJson)
{
    const auto changes = Changes(database).all();
    if (!changes) {
        printProblem(changes.error());
        return exitcode::kWorkspaceUnusable;
    }
    if (!isJson) {
        printResult(changesTable(*changes));
        return exitcode::kDone;
    }
    QJsonArray all;
    for (const Change& change : *changes)
        all.append(changeJson(change));
    printResult(QString::fromUtf8(QJsonDocument(all).toJson()).trimmed());
    return exitcode::kDone;
}

/// A name that the workspace does not know is a slip of the pen, not a new client.
Result<bool> isKnownClient(const Database& database, const QString& client)
{
    if (client.isEmpty())
        return true;
    const auto clients = clientNames(database);
    if (!clients)
        return clients.error();
    return clients->contains(client);
}

int addChange(const Database& database, const Change& change, bool isJson)
{
    const auto isKnown = isKnownClient(database, change.client);
    if (isKnown && !*isKnown) {
        printProblem(Cli::tr("the workspace has no client %1").arg(change.client));
        return exitcode::kRefused;
    }
    const auto added =
        isKnown ? inTransaction(database, [&] { return Changes(database).add(change); }) : isKnown;
    if (!added) {
        printProblem(added.error());
        return exitcode::kWorkspaceUnusable;
    }
    if (!*added) {
        printProblem(Cli::tr("the workspace has a change %1 already").arg(change.externalId));
        return exitcode::kRefused;
    }
    printResult(isJson ? QString::fromUtf8(QJsonDocument(changeJson(change)).toJson()).trimmed()
                       : Cli::tr("added change %1").arg(change.externalId));
    return exitcode::kDone;
}

int listProposals(const Database& database, bool isJson)
{
    const auto proposals = readProposals(database);
    if (!proposals) {
        printProblem(proposals.error());
        return exitcode::kWorkspaceUnusable;
    }
    const QString none = Cli::tr("nothing is new that no change announces");
    const QString lines = proposals->empty() ? none : proposalLines(*proposals).join(u'\n');
    printResult(isJson ? QString::fromUtf8(QJsonDocument(proposalsJson(*proposals)).toJson()).trimmed()
                       : lines);
    return exitcode::kDone;
}

int listDismissals(const Database& database, bool isJson)
{
    const auto dismissals = ProposalDismissals(database).all();
    if (!dismissals) {
        printProblem(dismissals.error());
        return exitcode::kWorkspaceUnusable;
    }
    QJsonArray json;
    QList<QStringList> rows{{Cli::tr("Client"), Cli::tr("Model"), Cli::tr("Template"),
                             Cli::tr("Dismissed at"), Cli::tr("By"), Cli::tr("Note")}};
    for (const ProposalDismissal& dismissal : *dismissals) {
        json.append(dismissalJson(dismissal));
        rows += dismissalRow(dismissal);
    }
    if (isJson)
        printResult(QString::fromUtf8(QJsonDocument(json).toJson()).trimmed());
    else
        printResult(dismissals->empty() ? Cli::tr("no proposal was dismissed")
                                        : alignedRows(rows, int(rows.front().size())).trimmed());
    return exitcode::kDone;
}

/// Nothing, and `exitCode` set, after a problem was printed.
std::optional<ChangeProposal> proposalOf(const Database& database, const QString& id, int& exitCode)
{
    const auto proposals = readProposals(database);
    if (!proposals) {
        printProblem(proposals.error());
        exitCode = exitcode::kWorkspaceUnusable;
        return std::nullopt;
    }
    for (const ChangeProposal& proposal : *proposals) {
        if (proposal.change.externalId == id)
            return proposal;
    }
    printProblem(Cli::tr("there is no proposal %1; see changes proposals").arg(id));
    exitCode = exitcode::kRefused;
    return std::nullopt;
}

int acceptProposal(const Database& database, const QString& id, bool isJson)
{
    int exitCode = exitcode::kDone;
    const auto proposal = proposalOf(database, id, exitCode);
    return proposal ? addChange(database, proposal->change, isJson) : exitCode;
}

int dismissProposal(const Database& database, const QString& id, ProposalDismissal dismissal)
{
    int exitCode = exitcode::kDone;
    const auto proposal = proposalOf(database, id, exitCode);
    if (!proposal)
        return exitCode;
    dismissal.client = proposal->change.client;
    dismissal.model = proposal->model;
    dismissal.templateName = proposal->templateName;
    const auto added = inTransaction(database, [&] { return ProposalDismissals(database).add(dismissal); });
    if (!added) {
        printProblem(added.error());
        return exitcode::kWorkspaceUnusable;
    }
    printResult(Cli::tr("dismissed %1").arg(id));
    return exitcode::kDone;
}

/// Nothing for a text that is not what the option takes.
std::optional<Change> readChange(const QCommandLineParser& parser, QString& mistake)
{
    Change change{.id = {},
                  .externalId = parser.value(QStringLiteral("id")),
                  .client = parser.value(QStringLiteral("client")),
                  .from = parser.value(QStringLiteral("from")),
                  .to = parser.value(QStringLiteral("to")),
                  .note = parser.value(QStringLiteral("note"))};
    const auto at = parseRfc3339(parser.value(QStringLiteral("at")));
    const auto kind = changeKindFromText(parser.value(QStringLiteral("kind")));
    if (!at)
        mistake = Cli::tr("--at takes the instant of the change, such as 2026-05-05T12:00:00Z");
    else if (!kind)
        mistake = Cli::tr("--kind takes model, template, reference or other");
    else if (change.from.isEmpty() && change.to.isEmpty() && change.note.isEmpty())
        mistake = Cli::tr("say what changed with --from and --to, or with --note");
    if (!mistake.isEmpty())
        return std::nullopt;
    change.at = *at;
    change.kind = *kind;
    if (change.externalId.isEmpty())
        change.externalId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return change;
}

/// The clock of who announces a change may be a little ahead of ours.
constexpr std::chrono::minutes kClocksDiffer{1};

/// What has not happened yet has no after: it would end the baseline of today for something that may not
/// come.
bool isAhead(const Change& change)
{
    return change.at > systemClock()() + kClocksDiffer;
}

QList<QCommandLineOption> changeOptions()
{
    return {{QStringLiteral("at"), Cli::tr("add: the instant of the change."), QStringLiteral("TIME")},
            {QStringLiteral("kind"), Cli::tr("add: model, template, reference or other."),
             QStringLiteral("KIND")},
            {QStringLiteral("client"), Cli::tr("add: the client it touches; default: all."),
             QStringLiteral("NAME")},
            {QStringLiteral("from"), Cli::tr("add: what it was before."), QStringLiteral("TEXT")},
            {QStringLiteral("to"), Cli::tr("add: what it is now."), QStringLiteral("TEXT")},
            {QStringLiteral("by"), Cli::tr("dismiss: who says so."), QStringLiteral("NAME")},
            {QStringLiteral("note"), Cli::tr("add, dismiss: a note."), QStringLiteral("TEXT")},
            {QStringLiteral("id"), Cli::tr("add: the id of the change; default: a new one."),
             QStringLiteral("ID")}};
}

/// What was typed, checked.
struct Request
{
    QString verb{};
    QString proposal{};             ///< of accept and dismiss
    std::optional<Change> change{}; ///< of add
    ProposalDismissal dismissal{};  ///< of dismiss: who and when
};

Request readRequest(const QCommandLineParser& parser, QString& mistake)
{
    const QStringList words = parser.positionalArguments();
    Request request{.verb = words.value(0), .proposal = words.value(1)};
    const bool takesId = request.verb == QLatin1String("accept") || request.verb == QLatin1String("dismiss");
    static const QStringList kWithoutId{QStringLiteral("add"), QStringLiteral("list"),
                                        QStringLiteral("proposals"), QStringLiteral("dismissed")};
    const bool isComplete = takesId ? words.size() == 2 && !request.proposal.isEmpty() : words.size() == 1;
    if (!isComplete || (!takesId && !kWithoutId.contains(request.verb)))
        mistake = Cli::tr("changes takes add, list, proposals, dismissed, accept ID or dismiss ID");
    else if (request.verb == QLatin1String("add"))
        request.change = readChange(parser, mistake);
    else if (request.verb == QLatin1String("dismiss") && parser.value(QStringLiteral("by")).isEmpty())
        mistake = Cli::tr("--by is missing: who says that it is no change");
    request.dismissal.at = systemClock()();
    request.dismissal.by = parser.value(QStringLiteral("by"));
    request.dismissal.note = parser.value(QStringLiteral("note"));
    return request;
}

int runRequest(const Database& database, const Request& request, bool isJson)
{
    if (request.change && isAhead(*request.change)) {
        printProblem(
            Cli::tr("%1 is still to come: add a change once it is made").arg(toRfc3339(request.change->at)));
        return exitcode::kRefused;
    }
    if (request.change)
        return addChange(database, *request.change, isJson);
    if (request.verb == QLatin1String("accept"))
        return acceptProposal(database, request.proposal, isJson);
    if (request.verb == QLatin1String("dismiss"))
        return dismissProposal(database, request.proposal, request.dismissal);
    if (request.verb == QLatin1String("proposals"))
        return listProposals(database, isJson);
    if (request.verb == QLatin1String("dismissed"))
        return listDismissals(database, isJson);
    return listChanges(database, isJson);
}

} // namespace

int runChanges(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Cli::tr("Lists the changes of models, templates and references, or adds one. A change starts a new "
                "baseline in every view it touches. Proposals are models and templates that are new and that "
                "no change announces; one is a change only once it is accepted, and is not asked about again "
                "once it is dismissed."));
    parser.addOptions(changeOptions());
    parser.addOptions({workspaceOption(), {QStringLiteral("json"), Cli::tr("Print JSON.")}});
    parser.addPositionalArgument(
        QStringLiteral("VERB"),
        Cli::tr("add, list, proposals, dismissed, accept ID or dismiss ID; the ID is that of a proposal."));
    if (const auto code = parseArguments(parser, commandName(), arguments))
        return *code;
    QString mistake;
    const Request request = readRequest(parser, mistake);
    if (!mistake.isEmpty())
        return wrongUse(commandName(), mistake);
    const auto database = openExistingWorkspace(workspacePath(parser));
    if (!database)
        return exitcode::kWorkspaceUnusable;
    return runRequest(*database, request, parser.isSet(QStringLiteral("json")));
}

} // namespace assay
