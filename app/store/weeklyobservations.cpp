// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/weeklyobservations.h"

#include <algorithm>
#include <tuple>

namespace assay {

namespace {

bool isSameGroup(const PackedObservations& left, const PackedObservations& right)
{
    return left.templateId == right.templateId && left.model == right.model;
}

} // namespace

WeeklyObservations::WeeklyObservations(const Database& database)
    : m_read(
          database.prepare(QStringLiteral("SELECT model, template_id, sent, reviewed FROM weekly_observations"
                                          " WHERE client_id = ? AND week = ?")))
    , m_remove(database.prepare(QStringLiteral("DELETE FROM weekly_observations WHERE client_id = ?"
                                               " AND week = ? AND model = ? AND template_id = ?")))
    , m_writeReviewed(
          database.prepare(QStringLiteral("UPDATE weekly_observations SET reviewed = ? WHERE client_id = ?"
                                          " AND week = ? AND model = ? AND template_id = ?")))
    , m_write(database.prepare(QStringLiteral(
          "INSERT INTO weekly_observations (client_id, week, model, template_id, sent, reviewed)"
          " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (client_id, week, model, template_id)"
          " DO UPDATE SET sent = excluded.sent, reviewed = excluded.reviewed")))
{
}

Result<std::vector<PackedObservations>> WeeklyObservations::read(const RollupCell& cell)
{
    if (auto ran = m_read.run(cell.client, cell.week); !ran)
        return ran.error();
    std::vector<PackedObservations> packed;
    while (m_read.next())
        packed.push_back({m_read.text(0), m_read.integer(1), m_read.bytes(2), m_read.bytes(3)});
    if (m_read.error())
        return *m_read.error();
    std::ranges::sort(packed, [](const PackedObservations& left, const PackedObservations& right) {
        return std::tie(left.model, left.templateId) < std::tie(right.model, right.templateId);
    });
    return packed;
}

Result<void> WeeklyObservations::write(const RollupCell& cell, const std::vector<PackedObservations>& packed)
{
    const auto stored = read(cell);
    if (!stored)
        return stored.error();
    for (const PackedObservations& group : *stored) {
        const bool isGone = std::ranges::none_of(
            packed, [&group](const PackedObservations& kept) { return isSameGroup(kept, group); });
        if (!isGone)
            continue;
        if (auto removed = m_remove.run(cell.client, cell.week, group.model, group.templateId); !removed)
            return removed;
    }
    for (const PackedObservations& group : packed) {
        const auto same = std::ranges::find_if(
            *stored, [&group](const PackedObservations& other) { return isSameGroup(other, group); });
        if (same != stored->end() && *same == group)
            continue;
        const auto written =
            same != stored->end() && same->sent == group.sent
                ? m_writeReviewed.run(group.reviewed, cell.client, cell.week, group.model, group.templateId)
                : m_write.run(cell.client, cell.week, group.model, group.templateId, group.sent,
                              group.reviewed);
        if (!written)
            return written;
    }
    return {};
}

} // namespace assay
