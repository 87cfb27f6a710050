// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/changes.h"

#include "app/base/clock.h"
#include "app/cli/changeproposals.h"
#include "app/cli/command.h"
#include "app/cli/metricsoutput.h"
#include "app/cli/workspaceoption.h"
#include "app/store/changes.h"
#include "app/store/generations.h"
#include "app/store/transaction.h"

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

Result<bool> store(const Database& database, const Change& change)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const auto added = Changes(database).add(change);
    if (!added)
        return added;
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return added;
}

int addChange(const Database& database, const Change& change, bool isJson)
{
    const auto isKnown = isKnownClient(database, change.client);
    if (isKnown && !*isKnown) {
        printProblem(Cli::tr("the workspace has no client %1").arg(change.client));
        return exitcode::kRefused;
    }
    const auto added = isKnown ? store(database, change) : isKnown;
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

/// Lists them, or adds the one of that id as a change.
int runProposals(const Database& database, const QString& accepted, bool isJson)
{
    const auto proposals = readProposals(database);
    if (!proposals) {
        printProblem(proposals.error());
        return exitcode::kWorkspaceUnusable;
    }
    if (accepted.isEmpty()) {
        const QString none = Cli::tr("nothing is new that no change announces");
        const QString lines = proposals->empty() ? none : proposalLines(*proposals).join(u'\n');
        printResult(isJson ? QString::fromUtf8(QJsonDocument(proposalsJson(*proposals)).toJson()).trimmed()
                           : lines);
        return exitcode::kDone;
    }
    for (const ChangeProposal& proposal : *proposals) {
        if (proposal.change.externalId == accepted)
            return addChange(database, proposal.change, isJson);
    }
    printProblem(Cli::tr("there is no proposal %1; see changes proposals").arg(accepted));
    return exitcode::kRefused;
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

QList<QCommandLineOption> changeOptions()
{
    return {{QStringLiteral("at"), Cli::tr("add: the instant of the change."), QStringLiteral("TIME")},
            {QStringLiteral("kind"), Cli::tr("add: model, template, reference or other."),
             QStringLiteral("KIND")},
            {QStringLiteral("client"), Cli::tr("add: the client it touches; default: all."),
             QStringLiteral("NAME")},
            {QStringLiteral("from"), Cli::tr("add: what it was before."), QStringLiteral("TEXT")},
            {QStringLiteral("to"), Cli::tr("add: what it is now."), QStringLiteral("TEXT")},
            {QStringLiteral("note"), Cli::tr("add: a note."), QStringLiteral("TEXT")},
            {QStringLiteral("id"), Cli::tr("add: the id of the change; default: a new one."),
             QStringLiteral("ID")}};
}

} // namespace

int runChanges(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Cli::tr("Lists the changes of models, templates and references, or adds one. A change starts a new "
                "baseline in every view it touches. Proposals are models and templates that are new and that "
                "no change announces; one is a change only once it is accepted."));
    parser.addOptions(changeOptions());
    parser.addOptions({workspaceOption(), {QStringLiteral("json"), Cli::tr("Print JSON.")}});
    parser.addPositionalArgument(QStringLiteral("add|list|proposals|accept ID"), Cli::tr("What to do."));
    if (const auto code = parseArguments(parser, commandName(), arguments))
        return *code;
    const QStringList words = parser.positionalArguments();
    const bool isAdding = words == QStringList{QStringLiteral("add")};
    const bool isAccepting = words.size() == 2 && words[0] == QLatin1String("accept") && !words[1].isEmpty();
    const bool isProposing = words == QStringList{QStringLiteral("proposals")} || isAccepting;
    if (!isAdding && !isProposing && words != QStringList{QStringLiteral("list")})
        return wrongUse(commandName(), Cli::tr("changes takes add, list, proposals or accept ID"));
    QString mistake;
    const auto change = isAdding ? readChange(parser, mistake) : std::nullopt;
    if (!mistake.isEmpty())
        return wrongUse(commandName(), mistake);
    const auto database = openExistingWorkspace(workspacePath(parser));
    if (!database)
        return exitcode::kWorkspaceUnusable;
    const bool isJson = parser.isSet(QStringLiteral("json"));
    if (isProposing)
        return runProposals(*database, words.value(1), isJson);
    return change ? addChange(*database, *change, isJson) : listChanges(*database, isJson);
}

} // namespace assay
