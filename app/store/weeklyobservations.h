// SPDX-License-Identifier: GPL-3.0-or-later
// The table weekly_observations: the generations of a client and week, packed by model and template. Writing
// is for the store thread, inside the caller's Transaction; reading works on any connection. Decides nothing
// about when a week is packed.
#pragma once

#include "app/domain/weekshare.h"
#include "app/store/database.h"
#include "app/store/observationcolumns.h"
#include "app/store/statement.h"
#include "app/store/weeklysamples.h"

namespace assay {

class WeeklyObservations
{
public:
    explicit WeeklyObservations(const Database& database);

    /// By model, then template.
    Result<std::vector<PackedObservations>> read(const RollupCell& cell);
    /// Of all clients and weeks.
    Result<std::vector<WeekShare>> shares();
    /// Replaces what is stored. What is the same already is not written again: a verdict changes one blob.
    Result<void> write(const RollupCell& cell, const std::vector<PackedObservations>& packed);

private:
    Statement m_read;
    Statement m_shares;
    Statement m_remove;
    Statement m_writeReviewed;
    Statement m_write;
};

} // namespace assay
