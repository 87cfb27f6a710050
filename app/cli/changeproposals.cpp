// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/changeproposals.h"

#include "app/cli/command.h"
#include "app/report/figures.h"
#include "app/report/newchanges.h"
#include "app/store/rollups.h"

namespace assay {

Result<std::vector<ChangeProposal>> readProposals(const Database& database)
{
    if (const auto counted = Rollups(database).refresh(); !counted)
        return counted.error();
    return readChangeProposals(database);
}

QStringList proposalLines(const std::vector<ChangeProposal>& proposals)
{
    QStringList lines;
    for (const ChangeProposal& proposal : proposals) {
        const Change& change = proposal.change;
        const QString client = change.client.isEmpty() ? Cli::tr("no client") : change.client;
        lines += Cli::tr("%1: %2 of the images of %3 have a new %4, %5 after %6. Was this a change?")
                     .arg(change.externalId, percentText(proposal.share), client, toText(change.kind),
                          plainLine(change.to), plainLine(change.from));
    }
    return lines;
}

QJsonArray proposalsJson(const std::vector<ChangeProposal>& proposals)
{
    QJsonArray json;
    for (const ChangeProposal& proposal : proposals) {
        const Change& change = proposal.change;
        json.append(QJsonObject{{QStringLiteral("id"), change.externalId},
                                {QStringLiteral("client"), change.client},
                                {QStringLiteral("week"), proposal.week.name()},
                                {QStringLiteral("at"), toRfc3339(change.at)},
                                {QStringLiteral("kind"), toText(change.kind)},
                                {QStringLiteral("from"), change.from},
                                {QStringLiteral("to"), change.to},
                                {QStringLiteral("share"), proposal.share}});
    }
    return json;
}

QStringList dismissalRow(const ProposalDismissal& dismissal)
{
    return {dismissal.client,        dismissal.model, dismissal.templateName,
            toRfc3339(dismissal.at), dismissal.by,    dismissal.note};
}

QJsonObject dismissalJson(const ProposalDismissal& dismissal)
{
    return {{QStringLiteral("client"), dismissal.client},
            {QStringLiteral("model"), dismissal.model},
            {QStringLiteral("template"), dismissal.templateName},
            {QStringLiteral("at"), toRfc3339(dismissal.at)},
            {QStringLiteral("by"), dismissal.by},
            {QStringLiteral("note"), dismissal.note}};
}

} // namespace assay
