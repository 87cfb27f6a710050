// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/comparisonrows.h"

#include "app/store/database.h"
#include "app/store/exchangerates.h"
#include "app/store/observationrows.h"
#include "app/store/sharednames.h"

#include <algorithm>
#include <tuple>

namespace assay {

namespace {

/// Bound with ofPeriod(). By client and week, because that is what there is an index for.
QString inPeriod(const ComparedPeriod& period)
{
    const QString clients = period.client ? QStringLiteral("SELECT id FROM clients WHERE name = ?")
                                          : QStringLiteral("SELECT id FROM clients");
    return QStringLiteral("g.client_id IN (%1) AND g.sent_week BETWEEN ? AND ?"
                          " AND g.sent_at >= ? AND g.sent_at < ?")
        .arg(clients);
}

QVariantList ofPeriod(const ComparedPeriod& period, const WeekCalendar& calendar)
{
    QVariantList values;
    if (period.client)
        values += Statement::bound(*period.client);
    return values + Statement::bound(calendar.weekOf(period.from).name(), calendar.weekOf(period.to).name(),
                                     period.from, period.to);
}

SentObservation readGeneration(const Statement& row, const ExchangeTable& exchange)
{
    return {.sentAt = row.time(kSentAtColumn), .observation = readObservation(row, exchange)};
}

ComparedAsset readAsset(const Statement& row)
{
    ComparedAsset asset{.id = AssetId{row.integer(0)},
                        .firstSentAt = row.time(1),
                        .lastSentAt = row.time(2),
                        .promptWrittenAt = row.isNull(3) ? row.time(1) : row.time(3),
                        .acceptedAt = row.optionalTime(4)};
    if (asset.acceptedAt)
        asset.acceptedCycle = static_cast<int>(row.integer(5));
    return asset;
}

void merge(ComparedAsset& asset, const ComparedAsset& same)
{
    asset.firstSentAt = std::min(asset.firstSentAt, same.firstSentAt);
    asset.lastSentAt = std::max(asset.lastSentAt, same.lastSentAt);
    asset.promptWrittenAt = std::min(asset.promptWrittenAt, same.promptWrittenAt);
    if (!same.acceptedAt || (asset.acceptedAt && std::tie(*asset.acceptedAt, asset.acceptedCycle) <=
                                                     std::tie(*same.acceptedAt, same.acceptedCycle)))
        return;
    asset.acceptedAt = same.acceptedAt;
    asset.acceptedCycle = same.acceptedCycle;
}

/// Makes one asset of those that clients have given the same name.
void mergeShared(ComparedRows& rows, const SharedNames& shared)
{
    for (SentObservation& sent : rows.generations)
        sent.observation.asset = shared.standIn(sent.observation.asset);
    QHash<AssetId, size_t> places;
    std::vector<ComparedAsset> assets;
    for (ComparedAsset& asset : rows.assets) {
        asset.id = shared.standIn(asset.id);
        const auto known = places.constFind(asset.id);
        if (known != places.cend()) {
            merge(assets[*known], asset);
            continue;
        }
        places.insert(asset.id, assets.size());
        assets.push_back(asset);
    }
    rows.assets = std::move(assets);
}

/// The assets with an image in the period; for all clients also the others that have one of their names.
QString assetsOf(const ComparedPeriod& period)
{
    if (period.client)
        return QStringLiteral("a.id IN (SELECT g.asset_id FROM generations g WHERE %1)")
            .arg(inPeriod(period));
    return QStringLiteral("a.name IN (SELECT n.name FROM generations g JOIN assets n ON n.id = g.asset_id"
                          " WHERE %1)")
        .arg(inPeriod(period));
}

template<typename Row, typename Read>
Result<void> readInto(std::vector<Row>& rows, Statement statement, const QVariantList& values, Read read)
{
    if (auto ran = statement.runBound(values); !ran)
        return ran;
    while (statement.next())
        rows.push_back(read(statement));
    if (statement.error())
        return *statement.error();
    return {};
}

} // namespace

Result<ComparedRows> readComparedRows(const Database& database, const ComparedPeriod& period,
                                      const WeekCalendar& calendar)
{
    const auto exchange = ExchangeRates(database).table();
    if (!exchange)
        return exchange.error();
    ComparedRows rows;
    const QVariantList values = ofPeriod(period, calendar);
    const auto generations = readInto(
        rows.generations,
        database.prepare(QStringLiteral("SELECT %1 FROM generations g"
                                        " LEFT JOIN reviews r ON r.id = g.review_id WHERE %2 ORDER BY g.id")
                             .arg(observationColumns(), inPeriod(period))),
        values, [&exchange](const Statement& row) { return readGeneration(row, *exchange); });
    if (!generations)
        return generations.error();
    const auto assets = readInto(
        rows.assets,
        database.prepare(
            QStringLiteral("SELECT a.id, min(o.sent_at), max(o.sent_at), a.prompt_written_at, a.accepted_at,"
                           " a.accepted_cycle FROM assets a JOIN generations o ON o.asset_id = a.id"
                           " WHERE %1 GROUP BY a.id")
                .arg(assetsOf(period))),
        values, readAsset);
    if (!assets)
        return assets.error();
    if (!period.client) {
        const auto shared = SharedNames::read(database);
        if (!shared)
            return shared.error();
        mergeShared(rows, *shared);
    }
    auto samples = readGpuSamples(database, period.from, period.to);
    if (!samples)
        return samples.error();
    rows.gpuSamples = std::move(*samples);
    return rows;
}

Result<std::vector<GpuSample>> readGpuSamples(const Database& database, UtcTime from, UtcTime to)
{
    std::vector<GpuSample> samples;
    const auto read =
        readInto(samples,
                 database.prepare(
                     QStringLiteral("SELECT started_at, duration_ms, node, utilisation FROM gpu_samples"
                                    " WHERE started_at >= ? AND started_at < ? ORDER BY started_at, node")),
                 Statement::bound(from, to), [](const Statement& row) {
                     return GpuSample{row.time(0), Milliseconds(row.integer(1)), row.text(2), row.real(3)};
                 });
    if (!read)
        return read.error();
    return samples;
}

} // namespace assay
