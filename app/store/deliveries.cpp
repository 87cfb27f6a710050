// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/deliveries.h"

#include "app/store/database.h"
#include "app/store/statement.h"

namespace assay {

Deliveries::Deliveries(const Database& database)
    : m_database(database)
{
}

Result<QList<Delivery>> Deliveries::assets(const ClientPeriod& period) const
{
    Statement read = m_database.prepare(QStringLiteral(
        "SELECT assets.accepted_cycle, assets.accepted_at, assets.prompt_written_at FROM assets "
        "JOIN clients ON clients.id = assets.client_id "
        "WHERE clients.name = ? AND assets.accepted_at >= ? AND assets.accepted_at < ? "
        "ORDER BY assets.accepted_at, assets.id"));
    if (auto ran = read.run(period.client, period.from, period.to); !ran)
        return ran.error();
    QList<Delivery> deliveries;
    while (read.next()) {
        Delivery delivery{.cycle = int(read.integer(0)), .acceptedAt = read.time(1)};
        if (!read.isNull(2))
            delivery.promptWrittenAt = read.time(2);
        deliveries.append(delivery);
    }
    if (read.error())
        return *read.error();
    return deliveries;
}

Result<ImageCounts> Deliveries::images(const ClientPeriod& period) const
{
    Statement read = m_database.prepare(
        QStringLiteral("SELECT COUNT(*), COUNT(generations.disposition) FROM generations "
                       "JOIN clients ON clients.id = generations.client_id "
                       "WHERE clients.name = ? AND generations.sent_at >= ? AND generations.sent_at < ? "
                       "AND generations.status = 'ok'"));
    if (auto ran = read.run(period.client, period.from, period.to); !ran)
        return ran.error();
    ImageCounts counts;
    if (read.next())
        counts = {.images = read.integer(0), .reviewed = read.integer(1)};
    if (read.error())
        return *read.error();
    return counts;
}

} // namespace assay
