// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/selectedrows.h"

#include "app/store/database.h"
#include "app/store/observationrows.h"
#include "app/store/sharednames.h"

#include <QSet>

#include <algorithm>
#include <map>
#include <tuple>

namespace assay {

namespace {

// Behind the columns of an observation.
constexpr int kSentAt = 13;
constexpr int kSentWeek = 14;
constexpr int kPromptWrittenAt = 15;
constexpr int kCycle = 16;
constexpr int kReviewedAt = 17;

/// Bound with valuesOf().
QString selection(const ViewFilter& filter)
{
    QStringList conditions;
    if (filter.client)
        conditions += QStringLiteral("g.client_id = (SELECT id FROM clients WHERE name = ?)");
    if (filter.model)
        conditions += QStringLiteral("g.model = ?");
    if (filter.templateName)
        conditions += QStringLiteral("g.template_id = (SELECT id FROM templates WHERE name = ?)");
    return conditions.isEmpty() ? QStringLiteral("true") : conditions.join(QStringLiteral(" AND "));
}

QVariantList valuesOf(const ViewFilter& filter)
{
    QVariantList values;
    for (const auto& name : {filter.client, filter.model, filter.templateName}) {
        if (name)
            values += Statement::bound(*name);
    }
    return values;
}

/// Names of clients' own assets mean the same asset only where clients are put together.
Result<SharedNames> sharedNames(const Database& database, const ViewFilter& filter)
{
    return filter.client ? Result<SharedNames>(SharedNames()) : SharedNames::read(database);
}

} // namespace

SelectedRows::SelectedRows(WeekCalendar calendar)
    : m_calendar(std::move(calendar))
{
}

Result<SelectedRows> SelectedRows::read(const Database& database, const ViewFilter& filter,
                                        const WeekCalendar& calendar)
{
    const auto shared = sharedNames(database, filter);
    if (!shared)
        return shared.error();
    Statement statement = database.prepare(
        QStringLiteral("SELECT %1, g.sent_at, g.sent_week, g.prompt_written_at, g.cycle, r.reviewed_at"
                       " FROM generations g LEFT JOIN reviews r ON r.id = g.review_id WHERE %2 ORDER BY g.id")
            .arg(observationColumns(), selection(filter)));
    if (auto ran = statement.runBound(valuesOf(filter)); !ran)
        return ran.error();
    SelectedRows rows(calendar);
    while (statement.next()) {
        if (auto taken = rows.take(statement, *shared); !taken) {
            statement.finish();
            return taken.error();
        }
    }
    if (statement.error())
        return *statement.error();
    return rows;
}

Result<void> SelectedRows::take(const Statement& row, const SharedNames& shared)
{
    const QString name = row.text(kSentWeek);
    const auto week = IsoWeek::fromName(name);
    if (!week)
        return Error{ErrorKind::Damaged, name, QStringLiteral("no week")};
    SentObservation sent{.sentAt = row.time(kSentAt), .observation = readObservation(row)};
    sent.observation.asset = shared.standIn(sent.observation.asset);
    if (sent.observation.asset.isValid())
        takeAsset(row, sent);
    m_generations.push_back(std::move(sent));
    m_weeks.push_back(*week);
    return {};
}

void SelectedRows::takeAsset(const Statement& row, const SentObservation& sent)
{
    const Observation& observation = sent.observation;
    const UtcTime written = std::min(row.optionalTime(kPromptWrittenAt).value_or(sent.sentAt), sent.sentAt);
    const auto known = m_places.constFind(observation.asset);
    if (known == m_places.cend()) {
        m_places.insert(observation.asset, m_assets.size());
        m_assets.push_back({.id = observation.asset,
                            .firstSentAt = sent.sentAt,
                            .lastSentAt = sent.sentAt,
                            .promptWrittenAt = written});
    }
    ComparedAsset& asset = m_assets[m_places.value(observation.asset)];
    asset.firstSentAt = std::min(asset.firstSentAt, sent.sentAt);
    asset.lastSentAt = std::max(asset.lastSentAt, sent.sentAt);
    asset.promptWrittenAt = std::min(asset.promptWrittenAt, written);
    const std::optional<UtcTime> reviewedAt = row.optionalTime(kReviewedAt);
    if (observation.status != GenerationStatus::Ok || observation.disposition != Disposition::Accepted ||
        !reviewedAt)
        return;
    const int cycle = static_cast<int>(row.integer(kCycle));
    if (asset.acceptedAt && std::tie(*asset.acceptedAt, asset.acceptedCycle) <= std::tie(*reviewedAt, cycle))
        return;
    asset.acceptedAt = reviewedAt;
    asset.acceptedCycle = cycle;
}

std::vector<WeekRow> SelectedRows::weeks() const
{
    struct Cell
    {
        std::vector<Observation> observations{};
        std::vector<CompletedAsset> completed{};
    };
    std::map<IsoWeek, Cell> cells;
    QHash<QString, IsoWeek> weekOfBatch;
    QSet<QString> spread;
    for (size_t i = 0; i < m_generations.size(); ++i) {
        const Observation& observation = m_generations[i].observation;
        cells[m_weeks[i]].observations.push_back(observation);
        if (observation.batch.isEmpty())
            continue;
        const auto known = weekOfBatch.constFind(observation.batch);
        if (known == weekOfBatch.cend())
            weekOfBatch.insert(observation.batch, m_weeks[i]);
        else if (*known != m_weeks[i])
            spread.insert(observation.batch);
    }
    for (const ComparedAsset& asset : m_assets) {
        if (asset.acceptedAt)
            cells[m_calendar.weekOf(*asset.acceptedAt)].completed.push_back(
                {asset.acceptedCycle, *asset.acceptedAt - asset.promptWrittenAt});
    }
    std::vector<WeekRow> rows;
    rows.reserve(cells.size());
    for (const auto& [week, cell] : cells)
        rows.push_back(cellSums(week, cell.observations, cell.completed, spread));
    return rows;
}

ComparedRows SelectedRows::between(UtcTime from, UtcTime to) const
{
    ComparedRows rows;
    QSet<AssetId> taken;
    for (const SentObservation& sent : m_generations) {
        if (sent.sentAt < from || sent.sentAt >= to)
            continue;
        rows.generations.push_back(sent);
        const AssetId asset = sent.observation.asset;
        if (!asset.isValid() || taken.contains(asset))
            continue;
        taken.insert(asset);
        rows.assets.push_back(m_assets[m_places.value(asset)]);
    }
    return rows;
}

} // namespace assay
