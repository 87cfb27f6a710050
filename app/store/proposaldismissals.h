// SPDX-License-Identifier: GPL-3.0-or-later
// Proposed changes that somebody says are none. They are only added. Writing is for the store thread, inside
// the caller's Transaction; reading works on any connection. What is proposed is not decided here.
#pragma once

#include "app/base/result.h"
#include "app/domain/proposaldismissal.h"

#include <vector>

namespace assay {

class Database;

class ProposalDismissals
{
public:
    explicit ProposalDismissals(const Database& database);

    Result<void> add(const ProposalDismissal& dismissal) const;
    /// In the order in which they were added.
    Result<std::vector<ProposalDismissal>> all() const;

private:
    const Database& m_database;
};

} // namespace assay
