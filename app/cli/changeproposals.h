// SPDX-License-Identifier: GPL-3.0-or-later
// The changes that nobody has announced: listing them for `assay-cli changes proposals`. Main thread only.
#pragma once

#include "app/base/result.h"
#include "app/metrics/changeproposal.h"

#include <QJsonArray>
#include <QStringList>

namespace assay {

class Database;

/// As of now: what is stale is counted first.
Result<std::vector<ChangeProposal>> readProposals(const Database& database);

/// One line each, with the question.
QStringList proposalLines(const std::vector<ChangeProposal>& proposals);

/// {client, week, at, kind, from, to, share} and the id to accept it by.
QJsonArray proposalsJson(const std::vector<ChangeProposal>& proposals);

} // namespace assay
