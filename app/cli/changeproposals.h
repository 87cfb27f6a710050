// SPDX-License-Identifier: GPL-3.0-or-later
// The changes that nobody has announced: listing them, and those that were dismissed, for `assay-cli
// changes`. Main thread only.
#pragma once

#include "app/base/result.h"
#include "app/metrics/changeproposal.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace assay {

class Database;

/// As of now: what is stale is counted first.
Result<std::vector<ChangeProposal>> readProposals(const Database& database);

/// One line each, with the question.
QStringList proposalLines(const std::vector<ChangeProposal>& proposals);

/// {client, week, at, kind, from, to, share} and the id to accept or dismiss it by.
QJsonArray proposalsJson(const std::vector<ChangeProposal>& proposals);

/// Client, model, template, when, by whom, note.
QStringList dismissalRow(const ProposalDismissal& dismissal);
QJsonObject dismissalJson(const ProposalDismissal& dismissal);

} // namespace assay
