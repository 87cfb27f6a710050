// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/changes.h"

#include "app/store/database.h"
#include "app/store/names.h"
#include "app/store/statement.h"

namespace assay {

Changes::Changes(const Database& database)
    : m_database(database)
{
}

Result<bool> Changes::add(const Change& change) const
{
    std::optional<qint64> client;
    if (!change.client.isEmpty()) {
        const auto id = Names(m_database).client(change.client);
        if (!id)
            return id.error();
        client = *id;
    }
    Statement insert = m_database.prepare(QStringLiteral(
        "INSERT INTO changes (external_id, changed_at, client_id, kind, from_value, to_value, note)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id"));
    const auto id = insert.firstInteger(change.externalId, change.at, client, toText(change.kind),
                                        change.from, change.to, change.note);
    if (!id)
        return id.error();
    return id->has_value();
}

Result<QList<Change>> Changes::all() const
{
    Statement statement = m_database.prepare(QStringLiteral(
        "SELECT h.id, h.external_id, h.changed_at, c.name, h.kind, h.from_value, h.to_value, h.note"
        " FROM changes h LEFT JOIN clients c ON c.id = h.client_id ORDER BY h.changed_at, h.external_id"));
    if (auto ran = statement.run(); !ran)
        return ran.error();
    return statement.collect([](const Statement& row) {
        return Change{ChangeId{row.integer(0)},
                      row.text(1),
                      row.time(2),
                      row.text(3),
                      changeKindFromText(row.text(4)).value_or(ChangeKind::Other),
                      row.text(5),
                      row.text(6),
                      row.text(7)};
    });
}

Result<bool> Changes::addGpuSample(const GpuSample& sample) const
{
    Statement insert = m_database.prepare(
        QStringLiteral("INSERT INTO gpu_samples (started_at, node, duration_ms, utilisation)"
                       " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING started_at"));
    const auto start =
        insert.firstInteger(sample.startedAt, sample.node, sample.duration, sample.utilisation);
    if (!start)
        return start.error();
    return start->has_value();
}

Result<QList<GpuSample>> Changes::gpuSamples() const
{
    Statement statement = m_database.prepare(QStringLiteral(
        "SELECT started_at, duration_ms, node, utilisation FROM gpu_samples ORDER BY started_at, node"));
    if (auto ran = statement.run(); !ran)
        return ran.error();
    return statement.collect([](const Statement& row) {
        return GpuSample{row.time(0), Milliseconds(row.integer(1)), row.text(2), row.real(3)};
    });
}

} // namespace assay
