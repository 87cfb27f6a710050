// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/spreadnames.h"

#include "app/store/database.h"
#include "app/store/statement.h"

#include <algorithm>

namespace assay {

namespace {

constexpr qint64 kGenerationsAtOnce = 20'000;
constexpr int kMovedAtOnce = 500;

/// Of the batch `b.batch`: whether its first entry in the index is another cell than its last one.
QString isSpread()
{
    const auto entry = [](const QString& column, const QString& order) {
        return QStringLiteral("(SELECT %1 FROM generations g WHERE g.batch = b.batch AND g.batch <> ''"
                              " ORDER BY g.client_id %2, g.sent_week %2 LIMIT 1)")
            .arg(column, order);
    };
    const QString up = QStringLiteral("ASC");
    const QString down = QStringLiteral("DESC");
    const QString client = QStringLiteral("g.client_id");
    const QString week = QStringLiteral("g.sent_week");
    return QStringLiteral("(%1 <> %2 OR %3 <> %4)")
        .arg(entry(client, up), entry(client, down), entry(week, up), entry(week, down));
}

Result<void> runAll(const Database& database, const QStringList& statements)
{
    for (const QString& statement : statements) {
        if (auto ran = database.execute(statement); !ran)
            return ran;
    }
    return {};
}

} // namespace

SpreadNames::SpreadNames(const Database& database)
    : m_database(database)
{
}

Result<bool> SpreadNames::lookAtSome() const
{
    const auto isBehind = this->isBehind();
    if (!isBehind || !*isBehind)
        return isBehind;
    Statement read = m_database.prepare(
        QStringLiteral("SELECT last_generation_id, (SELECT max(id) FROM generations) FROM spread_check"));
    if (auto ran = read.run(); !ran)
        return ran.error();
    const qint64 last = read.next() ? read.integer(0) : 0;
    const qint64 newest = read.error() ? last : read.integer(1);
    read.finish();
    if (read.error())
        return *read.error();
    const qint64 to = std::min(newest, last + kGenerationsAtOnce);
    const auto looked = newest > last ? lookAtNew(last, to) : lookAtMoved();
    if (!looked)
        return looked.error();
    return true;
}

Result<bool> SpreadNames::isBehind() const
{
    Statement statement = m_database.prepare(
        QStringLiteral("SELECT CASE WHEN EXISTS (SELECT 1 FROM stale_batches) OR EXISTS (SELECT 1 FROM"
                       " spread_check WHERE last_generation_id < (SELECT max(id) FROM generations))"
                       " THEN 1 ELSE 0 END"));
    const auto behind = statement.firstInteger();
    if (!behind)
        return behind.error();
    return behind->value_or(0) != 0;
}

Result<void> SpreadNames::forget() const
{
    return runAll(m_database,
                  {QStringLiteral("DELETE FROM spread_batches"), QStringLiteral("DELETE FROM stale_batches"),
                   QStringLiteral("UPDATE spread_check SET last_generation_id = 0")});
}

Result<QSet<QString>> SpreadNames::all() const
{
    Statement read = m_database.prepare(QStringLiteral("SELECT batch FROM spread_batches"));
    if (auto ran = read.run(); !ran)
        return ran.error();
    QSet<QString> names;
    while (read.next())
        names.insert(read.text(0));
    if (read.error())
        return *read.error();
    return names;
}

/// A batch that is spread stays so when one more image comes; the image's own week is stale already.
Result<void> SpreadNames::lookAtNew(qint64 from, qint64 to) const
{
    Statement found = m_database.prepare(
        QStringLiteral("SELECT b.batch FROM (SELECT DISTINCT batch FROM generations WHERE id > ? AND id <= ?"
                       " AND batch <> '') AS b WHERE %1"
                       " AND b.batch NOT IN (SELECT batch FROM spread_batches)")
            .arg(isSpread()));
    if (auto ran = found.run(from, to); !ran)
        return ran;
    const auto batches = found.collect([](const Statement& row) { return row.text(0); });
    if (!batches)
        return batches.error();
    Statement add = m_database.prepare(QStringLiteral("INSERT INTO spread_batches (batch) VALUES (?)"));
    Statement mark = m_database.prepare(
        QStringLiteral("INSERT INTO stale_weeks (client_id, week) SELECT DISTINCT client_id, sent_week"
                       " FROM generations WHERE batch = ? AND batch <> '' ON CONFLICT DO NOTHING"));
    for (const QString& batch : *batches) {
        if (auto added = add.run(batch); !added)
            return added;
        if (auto marked = mark.run(batch); !marked)
            return marked;
    }
    return m_database.prepare(QStringLiteral("UPDATE spread_check SET last_generation_id = ?")).run(to);
}

Result<void> SpreadNames::lookAtMoved() const
{
    const QString some =
        QStringLiteral("SELECT batch FROM stale_batches ORDER BY batch LIMIT %1").arg(kMovedAtOnce);
    return runAll(
        m_database,
        {QStringLiteral("DELETE FROM spread_batches WHERE batch IN (%1)").arg(some),
         QStringLiteral("INSERT INTO spread_batches (batch) SELECT b.batch FROM (%1) AS b WHERE %2")
             .arg(some, isSpread()),
         QStringLiteral("INSERT INTO stale_weeks (client_id, week) SELECT DISTINCT client_id, sent_week"
                        " FROM generations WHERE batch <> '' AND batch IN (%1) ON CONFLICT DO NOTHING")
             .arg(some),
         QStringLiteral("DELETE FROM stale_batches WHERE batch IN (%1)").arg(some)});
}

} // namespace assay
