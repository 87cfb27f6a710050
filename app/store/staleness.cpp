// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/staleness.h"

#include "app/store/database.h"

namespace assay {

Staleness::Staleness(const Database& database)
    : m_markWeek(database.prepare(
          QStringLiteral("INSERT INTO stale_weeks (client_id, week) SELECT client_id, sent_week"
                         " FROM generations WHERE id = ? ON CONFLICT DO NOTHING")))
    , m_markAsset(database.prepare(
          QStringLiteral("INSERT INTO stale_assets (asset_id) SELECT asset_id FROM generations"
                         " WHERE id = ? AND asset_id IS NOT NULL ON CONFLICT DO NOTHING")))
{
}

Result<void> Staleness::mark(GenerationId id)
{
    if (auto week = m_markWeek.run(id); !week)
        return week;
    return m_markAsset.run(id);
}

} // namespace assay
