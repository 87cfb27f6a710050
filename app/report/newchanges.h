// SPDX-License-Identifier: GPL-3.0-or-later
// What the workspace holds that nobody has announced as a change: "Was this a change?" (METRICS.md section
// 4). Any thread, on any connection; as of the last refresh of the roll-ups.
#pragma once

#include "app/base/result.h"
#include "app/metrics/changeproposal.h"

namespace assay {

class Database;

Result<std::vector<ChangeProposal>> readChangeProposals(const Database& database);

} // namespace assay
