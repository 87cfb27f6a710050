// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/newchanges.h"

#include "app/store/changes.h"
#include "app/store/proposaldismissals.h"
#include "app/store/weeklyobservations.h"
#include "app/store/workspacesettings.h"

namespace assay {

Result<std::vector<ChangeProposal>> readChangeProposals(const Database& database)
{
    const auto zone = WorkspaceSettings(database).timeZone();
    if (!zone)
        return zone.error();
    const auto changes = Changes(database).all();
    if (!changes)
        return changes.error();
    const auto shares = WeeklyObservations(database).shares();
    if (!shares)
        return shares.error();
    const auto dismissals = ProposalDismissals(database).all();
    if (!dismissals)
        return dismissals.error();
    return changeProposals(*shares, {{changes->constData(), size_t(changes->size())}, *dismissals},
                           WeekCalendar(*zone));
}

} // namespace assay
