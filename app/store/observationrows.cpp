// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/observationrows.h"

namespace assay {

QString observationColumns()
{
    return QStringLiteral("g.asset_id, g.batch, g.status, g.attempt, g.cost_micro, g.cost_currency,"
                          " g.disposition, r.checks_met, r.checks_missed, g.latency_ms, g.drift, g.clip,"
                          " g.aesthetic, g.sent_at");
}

Observation readObservation(const Statement& row, const ExchangeTable& exchange)
{
    Observation observation;
    observation.asset = AssetId{row.integer(0)};
    observation.batch = row.text(1);
    observation.status = generationStatusFromText(row.text(2)).value_or(GenerationStatus::Error);
    observation.attempt = static_cast<int>(row.integer(3));
    if (!row.isNull(4))
        observation.cost = Money{row.integer(4), row.text(5)};
    if (observation.cost && !exchange.isEmpty())
        observation.converted = exchange.converted(*observation.cost, row.time(kSentAtColumn));
    observation.disposition = dispositionFromText(row.text(6));
    observation.checks = {static_cast<int>(row.integer(7)), static_cast<int>(row.integer(8))};
    if (!row.isNull(9))
        observation.latency = Milliseconds(row.integer(9));
    observation.drift = row.optionalReal(10);
    observation.scores = {row.optionalReal(11), row.optionalReal(12)};
    return observation;
}

} // namespace assay
