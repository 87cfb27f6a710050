// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/comparisonrows.h"

#include "app/store/database.h"
#include "app/store/observationrows.h"

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

SentObservation readGeneration(const Statement& row)
{
    SentObservation sent{.sentAt = row.time(13), .observation = readObservation(row)};
    // Two clients may give their batches the same name.
    if (!sent.observation.batch.isEmpty())
        sent.observation.batch.prepend(QString::number(row.integer(14)) + u'/');
    return sent;
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
    ComparedRows rows;
    const QVariantList values = ofPeriod(period, calendar);
    const auto generations = readInto(
        rows.generations,
        database.prepare(QStringLiteral("SELECT %1, g.sent_at, g.client_id FROM generations g"
                                        " LEFT JOIN reviews r ON r.id = g.review_id WHERE %2 ORDER BY g.id")
                             .arg(observationColumns(), inPeriod(period))),
        values, readGeneration);
    if (!generations)
        return generations.error();
    const auto assets = readInto(
        rows.assets,
        database.prepare(
            QStringLiteral("SELECT a.id, min(o.sent_at), max(o.sent_at), a.prompt_written_at, a.accepted_at,"
                           " a.accepted_cycle FROM assets a JOIN generations o ON o.asset_id = a.id"
                           " WHERE a.id IN (SELECT g.asset_id FROM generations g WHERE %1) GROUP BY a.id")
                .arg(inPeriod(period))),
        values, readAsset);
    if (!assets)
        return assets.error();
    const auto samples =
        readInto(rows.gpuSamples,
                 database.prepare(
                     QStringLiteral("SELECT started_at, duration_ms, node, utilisation FROM gpu_samples"
                                    " WHERE started_at >= ? AND started_at < ? ORDER BY started_at, node")),
                 Statement::bound(period.from, period.to), [](const Statement& row) {
                     return GpuSample{row.time(0), Milliseconds(row.integer(1)), row.text(2), row.real(3)};
                 });
    if (!samples)
        return samples.error();
    return rows;
}

} // namespace assay
