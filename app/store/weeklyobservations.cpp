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
    : m_read(database.prepare(QStringLiteral(
          "SELECT model, template_id, images, first_sent_at, sent, reviewed FROM weekly_observations"
          " WHERE client_id = ? AND week = ?")))
    , m_shares(database.prepare(QStringLiteral(
          "SELECT c.name, o.week, o.model, t.name, o.images, o.first_sent_at FROM weekly_observations o"
          " JOIN clients c ON c.id = o.client_id LEFT JOIN templates t ON t.id = o.template_id")))
    , m_remove(database.prepare(QStringLiteral("DELETE FROM weekly_observations WHERE client_id = ?"
                                               " AND week = ? AND model = ? AND template_id = ?")))
    , m_writeReviewed(
          database.prepare(QStringLiteral("UPDATE weekly_observations SET reviewed = ? WHERE client_id = ?"
                                          " AND week = ? AND model = ? AND template_id = ?")))
    , m_write(database.prepare(QStringLiteral(
          "INSERT INTO weekly_observations (client_id, week, model, template_id, images, first_sent_at, sent,"
          " reviewed) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (client_id, week, model, template_id)"
          " DO UPDATE SET images = excluded.images, first_sent_at = excluded.first_sent_at,"
          " sent = excluded.sent, reviewed = excluded.reviewed")))
{
}

Result<std::vector<PackedObservations>> WeeklyObservations::read(const RollupCell& cell)
{
    if (auto ran = m_read.run(cell.client, cell.week); !ran)
        return ran.error();
    std::vector<PackedObservations> packed;
    while (m_read.next())
        packed.push_back({.model = m_read.text(0),
                          .templateId = m_read.integer(1),
                          .images = m_read.integer(2),
                          .firstSentAt = m_read.time(3),
                          .sent = m_read.bytes(4),
                          .reviewed = m_read.bytes(5)});
    if (m_read.error())
        return *m_read.error();
    std::ranges::sort(packed, [](const PackedObservations& left, const PackedObservations& right) {
        return std::tie(left.model, left.templateId) < std::tie(right.model, right.templateId);
    });
    return packed;
}

Result<std::vector<WeekShare>> WeeklyObservations::shares()
{
    if (auto ran = m_shares.run(); !ran)
        return ran.error();
    std::vector<WeekShare> shares;
    while (m_shares.next()) {
        if (const auto week = IsoWeek::fromName(m_shares.text(1)))
            shares.push_back({.client = m_shares.text(0),
                              .week = *week,
                              .model = m_shares.text(2),
                              .templateName = m_shares.text(3),
                              .images = m_shares.integer(4),
                              .firstSentAt = m_shares.time(5)});
    }
    if (m_shares.error())
        return *m_shares.error();
    return shares;
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
        const bool isOnlyReviewed = same != stored->end() && same->sent == group.sent &&
                                    same->images == group.images && same->firstSentAt == group.firstSentAt;
        const auto written =
            isOnlyReviewed
                ? m_writeReviewed.run(group.reviewed, cell.client, cell.week, group.model, group.templateId)
                : m_write.run(cell.client, cell.week, group.model, group.templateId, group.images,
                              group.firstSentAt, group.sent, group.reviewed);
        if (!written)
            return written;
    }
    return {};
}

} // namespace assay
