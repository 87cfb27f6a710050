// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/staleness.h"

#include "app/store/database.h"

namespace assay {

Staleness::Staleness(const Database& database)
    : m_database(database)
    , m_place(database.prepare(
          QStringLiteral("SELECT client_id, sent_week, asset_id FROM generations WHERE id = ?")))
    , m_markWeek(database.prepare(
          QStringLiteral("INSERT INTO stale_weeks (client_id, week) VALUES (?, ?) ON CONFLICT DO NOTHING")))
    , m_markAsset(database.prepare(
          QStringLiteral("INSERT INTO stale_assets (asset_id) VALUES (?) ON CONFLICT DO NOTHING")))
{
}

Result<void> Staleness::mark(GenerationId id)
{
    if (auto ran = m_place.run(id); !ran)
        return ran;
    const auto places = m_place.collect([](const Statement& row) {
        return CountedIn{row.integer(0), row.text(1), row.optionalInteger(2)};
    });
    if (!places)
        return places.error();
    return places->isEmpty() ? Result<void>() : mark(places->first());
}

Result<void> Staleness::mark(const CountedIn& place)
{
    forgetOldTransaction();
    const std::pair week(place.client, place.week);
    if (!m_weeks.contains(week)) {
        if (auto marked = m_markWeek.run(place.client, place.week); !marked)
            return marked;
        m_weeks.insert(week);
    }
    if (!place.asset || m_assets.contains(*place.asset))
        return {};
    if (auto marked = m_markAsset.run(*place.asset); !marked)
        return marked;
    m_assets.insert(*place.asset);
    return {};
}

void Staleness::forgetOldTransaction()
{
    const std::pair now(m_database.transactionCount(), m_database.rollbackCount());
    if (m_transaction == now)
        return;
    m_transaction = now;
    m_weeks.clear();
    m_assets.clear();
}

} // namespace assay
