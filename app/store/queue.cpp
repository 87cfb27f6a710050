// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/queue.h"

#include "app/store/database.h"
#include "app/store/dialect.h"
#include "app/store/statement.h"

#include <QHash>

namespace assay {

namespace {

// The words of the partial indices, so that the planner sees that they apply.
QString laneCondition(QueueLane lane)
{
    switch (lane) {
    case QueueLane::ToReview:
        return QStringLiteral("g.image_id IS NOT NULL AND g.disposition IS NULL AND g.set_aside_at IS NULL"
                              " AND g.status = 'ok'");
    case QueueLane::Decided:
        return QStringLiteral("g.image_id IS NOT NULL AND g.disposition IS NOT NULL");
    case QueueLane::All:
        break;
    }
    return QStringLiteral("g.image_id IS NOT NULL");
}

struct Condition
{
    QString sql;
    QVariantList values;
};

Condition conditionOf(const QueueFilter& filter)
{
    Condition condition{laneCondition(filter.lane), {}};
    if (filter.client) {
        // The plus keeps the planner on the lane's index, which is in the order wanted and holds the client.
        condition.sql += QStringLiteral(" AND +g.client_id = (SELECT id FROM clients WHERE name = ?)");
        condition.values += Statement::bound(*filter.client);
    }
    if (!filter.search.trimmed().isEmpty()) {
        condition.sql += QStringLiteral(" AND g.prompt_id IN (%1)").arg(dialect::promptsMatching());
        condition.values += Statement::bound(dialect::searchText(filter.search));
    }
    return condition;
}

Result<QList<GenerationId>> readIds(const Database& database, const Condition& condition)
{
    Statement statement = database.prepare(QStringLiteral("SELECT g.id FROM generations g WHERE ") +
                                           condition.sql + QStringLiteral(" ORDER BY g.sent_at, g.id"));
    if (auto ran = statement.runBound(condition.values); !ran)
        return ran.error();
    return statement.collect([](const Statement& row) { return GenerationId{row.integer(0)}; });
}

Result<qint64> count(const Database& database, const QueueFilter& filter)
{
    const Condition condition = conditionOf(filter);
    Statement statement =
        database.prepare(QStringLiteral("SELECT count(*) FROM generations g WHERE ") + condition.sql);
    const auto number = statement.firstIntegerBound(condition.values);
    if (!number)
        return number.error();
    return number->value_or(0);
}

// The batch is said to be named once more in its count: only then its partial index is used.
QString rowsSql()
{
    return QStringLiteral(
               "SELECT g.id, a.name, c.name, g.batch, g.cycle, g.candidate,"
               " CASE WHEN g.batch = '' THEN 1 ELSE (SELECT count(*) FROM generations s"
               " WHERE s.client_id = g.client_id AND s.batch = g.batch AND s.batch <> ''"
               " AND s.image_id IS NOT NULL) END,"
               " r.path, i.relative_path, i.sha256, g.disposition FROM generations g"
               " JOIN clients c ON c.id = g.client_id LEFT JOIN assets a ON a.id = g.asset_id"
               " LEFT JOIN images i ON i.id = g.image_id LEFT JOIN image_roots r ON r.id = i.root_id"
               " WHERE g.id IN (%1)")
        .arg(dialect::idsInList());
}

QueueRow readRow(const Statement& row)
{
    QueueRow value;
    value.id = GenerationId{row.integer(0)};
    value.asset = row.text(1);
    value.client = row.text(2);
    value.batch = row.text(3);
    value.cycle = static_cast<int>(row.integer(4));
    if (!row.isNull(5))
        value.candidate = static_cast<int>(row.integer(5));
    value.batchSize = static_cast<int>(row.integer(6));
    const QString relativePath = row.text(8);
    if (!row.isNull(7))
        value.imagePath = row.text(7) + u'/' + relativePath;
    value.fileName = relativePath.mid(relativePath.lastIndexOf(u'/') + 1);
    value.sha256 = row.bytes(9);
    value.disposition = dispositionFromText(row.text(10));
    return value;
}

} // namespace

Queue::Queue(const Database& database)
    : m_database(database)
{
}

Result<QList<GenerationId>> Queue::ids(const QueueFilter& filter) const
{
    return readIds(m_database, conditionOf(filter));
}

Result<QList<GenerationId>> Queue::matching(const QueueFilter& filter, const QList<GenerationId>& ids) const
{
    Condition condition = conditionOf(filter);
    condition.sql += QStringLiteral(" AND g.id IN (%1)").arg(dialect::idsInList());
    condition.values += Statement::bound(dialect::idList(ids));
    return readIds(m_database, condition);
}

Result<QueueCounts> Queue::counts(const QueueFilter& filter) const
{
    QueueCounts counts;
    QueueFilter lane = filter;
    const QList<std::pair<QueueLane, qint64*>> lanes{{QueueLane::ToReview, &counts.toReview},
                                                     {QueueLane::Decided, &counts.decided},
                                                     {QueueLane::All, &counts.all}};
    for (const auto& [which, number] : lanes) {
        lane.lane = which;
        const auto counted = count(m_database, lane);
        if (!counted)
            return counted.error();
        *number = *counted;
    }
    return counts;
}

Result<QList<QueueRow>> Queue::rows(const QList<GenerationId>& ids) const
{
    Statement statement = m_database.prepare(rowsSql());
    if (auto ran = statement.run(dialect::idList(ids)); !ran)
        return ran.error();
    const auto found = statement.collect(readRow);
    if (!found)
        return found.error();
    QHash<GenerationId, qsizetype> places;
    for (qsizetype i = 0; i < found->size(); ++i)
        places.insert(found->at(i).id, i);
    QList<QueueRow> rows;
    rows.reserve(found->size());
    for (const GenerationId id : ids) {
        if (const auto place = places.constFind(id); place != places.cend())
            rows.append(found->at(*place));
    }
    return rows;
}

} // namespace assay
