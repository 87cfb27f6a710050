// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/cyclerule.h"

#include "app/store/database.h"

namespace assay {

/// Decided: every image of the cycle has a verdict or was set aside, and one has a verdict.
CycleRule::CycleRule(const Database& database)
    : m_find(database.prepare(QStringLiteral(
          "WITH last (asset, cycle) AS (SELECT a.id, (SELECT max(cycle) FROM generations WHERE asset_id = "
          "a.id)"
          " FROM assets a JOIN clients c ON c.id = a.client_id WHERE c.name = ? AND a.name = ?)"
          " SELECT cycle + (NOT EXISTS (SELECT 1 FROM generations g WHERE g.asset_id = last.asset"
          " AND g.cycle = last.cycle AND (g.disposition = 'accepted' OR (g.disposition IS NULL"
          " AND g.set_aside_at IS NULL AND g.status = 'ok')))"
          " AND EXISTS (SELECT 1 FROM generations g WHERE g.asset_id = last.asset"
          " AND g.cycle = last.cycle AND g.disposition IS NOT NULL)) FROM last")))
{
}

Result<int> CycleRule::cycleOfNext(const QString& client, const QString& asset)
{
    if (asset.isEmpty())
        return 1;
    const auto cycle = m_find.firstInteger(client, asset);
    if (!cycle)
        return cycle.error();
    return int(cycle->value_or(1));
}

} // namespace assay
