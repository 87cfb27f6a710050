// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sharednames.h"

#include "app/domain/cellsums.h"
#include "app/store/countingrules.h"
#include "app/store/database.h"
#include "app/store/observationrows.h"

#include <map>
#include <tuple>

namespace assay {

namespace {

QString sharedAssetNames()
{
    return QStringLiteral("SELECT name FROM shared_asset_names");
}

/// An asset name's life over all clients.
struct MergedAsset
{
    UtcTime promptWrittenAt = UtcTime::max();
    std::optional<UtcTime> acceptedAt{};
    int cycle = 1;
    QString week{};
};

/// Reads weeks of all clients from the generations.
class AllClientsCells
{
public:
    AllClientsCells(const Database& database, const SharedNames& shared, const CountingRules& rules);

    Result<void> readSharedAssets();
    Result<WeekRow> compute(const QString& week);

private:
    Result<std::vector<CompletedAsset>> completedIn(const QString& week);

    const SharedNames& m_shared;
    const CountingRules& m_rules;
    std::map<qint64, MergedAsset> m_merged;
    Statement m_sharedAssets;
    Statement m_observations;
    Statement m_completed;
};

void take(MergedAsset& merged, const Statement& row)
{
    if (!row.isNull(1))
        merged.promptWrittenAt = std::min(merged.promptWrittenAt, row.time(1));
    const std::optional<UtcTime> acceptedAt = row.optionalTime(2);
    if (!acceptedAt)
        return;
    const int cycle = static_cast<int>(row.integer(4));
    if (merged.acceptedAt && std::tuple(*merged.acceptedAt, merged.cycle) <= std::tuple(*acceptedAt, cycle))
        return;
    merged.acceptedAt = acceptedAt;
    merged.week = row.text(3);
    merged.cycle = cycle;
}

AllClientsCells::AllClientsCells(const Database& database, const SharedNames& shared,
                                 const CountingRules& rules)
    : m_shared(shared)
    , m_rules(rules)
    , m_sharedAssets(database.prepare(
          QStringLiteral("SELECT id, prompt_written_at, accepted_at, accepted_week, accepted_cycle"
                         " FROM assets WHERE name IN (%1)")
              .arg(sharedAssetNames())))
    , m_observations(database.prepare(
          QStringLiteral("SELECT %1 FROM generations g LEFT JOIN reviews r ON r.id = g.review_id"
                         " WHERE g.client_id IN (SELECT id FROM clients) AND g.sent_week = ? ORDER BY g.id")
              .arg(observationColumns())))
    , m_completed(database.prepare(
          QStringLiteral("SELECT accepted_cycle, accepted_at, prompt_written_at, id FROM assets WHERE"
                         " client_id IN (SELECT id FROM clients) AND accepted_week = ? ORDER BY id")))
{
}

Result<void> AllClientsCells::readSharedAssets()
{
    if (auto ran = m_sharedAssets.run(); !ran)
        return ran;
    while (m_sharedAssets.next())
        take(m_merged[m_shared.standIn(AssetId{m_sharedAssets.integer(0)}).value], m_sharedAssets);
    if (m_sharedAssets.error())
        return *m_sharedAssets.error();
    return {};
}

Result<WeekRow> AllClientsCells::compute(const QString& week)
{
    const auto isoWeek = IsoWeek::fromName(week);
    if (!isoWeek)
        return Error{ErrorKind::Damaged, week, QStringLiteral("no week")};
    if (auto ran = m_observations.run(week); !ran)
        return ran.error();
    const auto observations = m_observations.collect([this](const Statement& row) {
        Observation observation = readObservation(row, m_rules.exchange);
        observation.asset = m_shared.standIn(observation.asset);
        return observation;
    });
    if (!observations)
        return observations.error();
    const auto completed = completedIn(week);
    if (!completed)
        return completed.error();
    return cellSums(*isoWeek, *observations, *completed, m_rules.spreadBatches);
}

Result<std::vector<CompletedAsset>> AllClientsCells::completedIn(const QString& week)
{
    if (auto ran = m_completed.run(week); !ran)
        return ran.error();
    std::vector<CompletedAsset> completed;
    while (m_completed.next()) {
        if (!m_shared.isShared(AssetId{m_completed.integer(3)}))
            completed.push_back(
                {static_cast<int>(m_completed.integer(0)), m_completed.time(1) - m_completed.time(2)});
    }
    if (m_completed.error())
        return *m_completed.error();
    for (const auto& [id, merged] : m_merged) {
        if (merged.acceptedAt && merged.week == week)
            completed.push_back({merged.cycle, *merged.acceptedAt - merged.promptWrittenAt});
    }
    return completed;
}

/// Weeks in which two clients have an image of one asset or batch, or one of several assets of a name was
/// accepted.
Result<QStringList> weeksToCount(const Database& database)
{
    Statement read = database.prepare(
        QStringLiteral("SELECT week FROM (SELECT g.sent_week AS week FROM assets a"
                       " JOIN generations g ON g.asset_id = a.id WHERE a.name IN (%1)"
                       " GROUP BY a.name, g.sent_week HAVING min(g.client_id) <> max(g.client_id)) AS sent"
                       " UNION SELECT accepted_week FROM assets WHERE accepted_week IS NOT NULL"
                       " AND name IN (%1)"
                       " UNION SELECT week FROM (SELECT g.sent_week AS week FROM spread_batches s"
                       " JOIN generations g ON g.batch = s.batch AND g.batch <> ''"
                       " GROUP BY g.batch, g.sent_week HAVING min(g.client_id) <> max(g.client_id)) AS made"
                       " ORDER BY week")
            .arg(sharedAssetNames()));
    if (auto ran = read.run(); !ran)
        return ran.error();
    QStringList weeks;
    while (read.next())
        weeks += read.text(0);
    if (read.error())
        return *read.error();
    return weeks;
}

} // namespace

Result<SharedNames> SharedNames::read(const Database& database)
{
    Statement statement =
        database.prepare(QStringLiteral("SELECT id, name FROM assets WHERE name IN (%1) ORDER BY name, id")
                             .arg(sharedAssetNames()));
    if (auto ran = statement.run(); !ran)
        return ran.error();
    SharedNames shared;
    QString name;
    AssetId first;
    while (statement.next()) {
        const AssetId id{statement.integer(0)};
        if (!first.isValid() || statement.text(1) != name) {
            name = statement.text(1);
            first = id;
        }
        shared.m_standIns.insert(id, first);
    }
    if (statement.error())
        return *statement.error();
    return shared;
}

Result<std::vector<WeekRow>> weeksWithSharedNames(const Database& database)
{
    const auto weeks = weeksToCount(database);
    if (!weeks)
        return weeks.error();
    if (weeks->isEmpty())
        return std::vector<WeekRow>();
    const auto shared = SharedNames::read(database);
    if (!shared)
        return shared.error();
    const auto rules = readCountingRules(database);
    if (!rules)
        return rules.error();
    AllClientsCells cells(database, *shared, *rules);
    if (auto read = cells.readSharedAssets(); !read)
        return read.error();
    std::vector<WeekRow> rows;
    for (const QString& week : *weeks) {
        auto row = cells.compute(week);
        if (!row)
            return row.error();
        rows.push_back(std::move(*row));
    }
    return rows;
}

} // namespace assay
