// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/assetcompletion.h"

namespace assay {

AssetCompletions::AssetCompletions(const Database& database, const WeekCalendar& calendar)
    : m_calendar(calendar)
    , m_written(database.prepare(
          QStringLiteral("SELECT min(CASE WHEN prompt_written_at < sent_at THEN prompt_written_at"
                         " ELSE sent_at END) FROM generations WHERE asset_id = ?")))
    , m_accepted(database.prepare(
          QStringLiteral("SELECT r.reviewed_at, g.cycle FROM generations g"
                         " JOIN reviews r ON r.id = g.review_id WHERE g.asset_id = ? AND g.status = 'ok'"
                         " AND g.disposition = 'accepted' ORDER BY r.reviewed_at, g.cycle LIMIT 1")))
    , m_read(database.prepare(
          QStringLiteral("SELECT prompt_written_at, accepted_at, accepted_week, accepted_cycle"
                         " FROM assets WHERE id = ?")))
    , m_write(database.prepare(
          QStringLiteral("UPDATE assets SET prompt_written_at = ?, accepted_at = ?, accepted_week = ?,"
                         " accepted_cycle = ? WHERE id = ?")))
    , m_markWeek(database.prepare(
          QStringLiteral("INSERT INTO stale_weeks (client_id, week) SELECT client_id, accepted_week"
                         " FROM assets WHERE id = ? AND accepted_week IS NOT NULL ON CONFLICT DO NOTHING")))
{
}

Result<AssetCompletion> AssetCompletions::compute(AssetId id)
{
    AssetCompletion completion;
    const auto written = m_written.firstInteger(id);
    if (!written)
        return written.error();
    if (*written)
        completion.promptWrittenAt = fromEpochMs(**written);
    if (auto ran = m_accepted.run(id); !ran)
        return ran.error();
    if (m_accepted.next()) {
        completion.acceptedAt = m_accepted.time(0);
        completion.acceptedWeek = m_calendar.weekOf(*completion.acceptedAt).name();
        completion.acceptedCycle = static_cast<int>(m_accepted.integer(1));
    }
    m_accepted.finish();
    if (m_accepted.error())
        return *m_accepted.error();
    return completion;
}

Result<AssetCompletion> AssetCompletions::read(AssetId id)
{
    if (auto ran = m_read.run(id); !ran)
        return ran.error();
    AssetCompletion completion;
    if (m_read.next()) {
        completion.promptWrittenAt = m_read.optionalTime(0);
        completion.acceptedAt = m_read.optionalTime(1);
        completion.acceptedWeek = m_read.text(2);
        if (!m_read.isNull(3))
            completion.acceptedCycle = static_cast<int>(m_read.integer(3));
    }
    m_read.finish();
    if (m_read.error())
        return *m_read.error();
    return completion;
}

Result<void> AssetCompletions::write(AssetId id, const AssetCompletion& completion)
{
    if (auto marked = m_markWeek.run(id); !marked)
        return marked;
    const auto week = completion.acceptedAt ? std::optional(completion.acceptedWeek) : std::nullopt;
    auto written =
        m_write.run(completion.promptWrittenAt, completion.acceptedAt, week, completion.acceptedCycle, id);
    if (!written)
        return written;
    return m_markWeek.run(id);
}

} // namespace assay
