// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/assetcompletion.h"

#include <tuple>

namespace assay {

namespace {

AssetCompletion readStored(const Statement& row)
{
    AssetCompletion completion;
    completion.promptWrittenAt = row.optionalTime(2);
    completion.acceptedAt = row.optionalTime(3);
    completion.acceptedWeek = row.text(4);
    if (!row.isNull(5))
        completion.acceptedCycle = static_cast<int>(row.integer(5));
    return completion;
}

/// With one more generation; of an asset without any, all columns are NULL.
void take(AssetCompletion& completion, const Statement& row)
{
    const std::optional<UtcTime> written = row.optionalTime(6);
    if (written && (!completion.promptWrittenAt || *written < *completion.promptWrittenAt))
        completion.promptWrittenAt = written;
    const std::optional<UtcTime> acceptedAt = row.optionalTime(8);
    if (!acceptedAt)
        return;
    const int cycle = static_cast<int>(row.integer(7));
    if (completion.acceptedAt &&
        std::tuple(*completion.acceptedAt, *completion.acceptedCycle) <= std::tuple(*acceptedAt, cycle))
        return;
    completion.acceptedAt = acceptedAt;
    completion.acceptedCycle = cycle;
}

} // namespace

Result<std::vector<CountedAsset>> countAssets(const Database& database, const WeekCalendar& calendar,
                                              const QString& which)
{
    Statement read = database.prepare(
        QStringLiteral("SELECT a.id, a.client_id, a.prompt_written_at, a.accepted_at, a.accepted_week,"
                       " a.accepted_cycle, CASE WHEN g.prompt_written_at < g.sent_at"
                       " THEN g.prompt_written_at ELSE g.sent_at END, g.cycle, r.reviewed_at"
                       " FROM (%1) AS s JOIN assets a ON a.id = s.asset_id"
                       " LEFT JOIN generations g ON g.asset_id = a.id"
                       " LEFT JOIN reviews r ON r.id = g.review_id AND g.status = 'ok'"
                       " AND g.disposition = 'accepted' ORDER BY a.id")
            .arg(which));
    if (auto ran = read.run(); !ran)
        return ran.error();
    std::vector<CountedAsset> assets;
    while (read.next()) {
        const AssetId id{read.integer(0)};
        if (assets.empty() || assets.back().id != id)
            assets.push_back({id, read.integer(1), readStored(read), {}});
        take(assets.back().computed, read);
    }
    if (read.error())
        return *read.error();
    for (CountedAsset& asset : assets) {
        if (asset.computed.acceptedAt)
            asset.computed.acceptedWeek = calendar.weekOf(*asset.computed.acceptedAt).name();
    }
    return assets;
}

AssetCompletionWriter::AssetCompletionWriter(const Database& database)
    : m_staleness(database)
    , m_write(database.prepare(
          QStringLiteral("UPDATE assets SET prompt_written_at = ?, accepted_at = ?, accepted_week = ?,"
                         " accepted_cycle = ? WHERE id = ?")))
{
}

Result<void> AssetCompletionWriter::write(const CountedAsset& asset)
{
    for (const AssetCompletion* completion : {&asset.stored, &asset.computed}) {
        if (auto marked = markWeekOf(asset.client, *completion); !marked)
            return marked;
    }
    const AssetCompletion& now = asset.computed;
    const auto week = now.acceptedAt ? std::optional(now.acceptedWeek) : std::nullopt;
    return m_write.run(now.promptWrittenAt, now.acceptedAt, week, now.acceptedCycle, asset.id);
}

Result<void> AssetCompletionWriter::markWeekOf(qint64 client, const AssetCompletion& completion)
{
    return completion.acceptedAt ? m_staleness.mark({client, completion.acceptedWeek, {}}) : Result<void>();
}

} // namespace assay
