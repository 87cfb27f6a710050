// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/librarysearch.h"

#include "app/store/database.h"
#include "app/store/dialect.h"
#include "app/store/libraryquery.h"
#include "app/store/libraryvalues.h"
#include "app/store/statement.h"

#include <algorithm>
#include <set>

namespace assay {

namespace {

/// How many of the newest rows the beginning of a list is looked for in.
constexpr int kLookedThrough = 20'000;
constexpr int kRowsBetweenLooks = 4096;

bool needsReviews(const LibraryFilter& filter)
{
    return filter.sort == LibrarySort::WorstFirst || !filter.missedKinds.isEmpty() ||
           filter.reasons.contains(LibraryReason::Missed);
}

QString fromGenerations(const LibraryFilter& filter)
{
    return needsReviews(filter)
               ? QStringLiteral(" FROM generations g LEFT JOIN reviews r ON r.id = g.review_id WHERE ")
               : QStringLiteral(" FROM generations g WHERE ");
}

bool needsThresholds(const LibraryFilter& filter)
{
    return std::ranges::any_of(filter.reasons, [](LibraryReason reason) {
        return reason == LibraryReason::Slow || reason == LibraryReason::Costly ||
               reason == LibraryReason::Drifted;
    });
}

Error cancelled(const Database& database)
{
    return {ErrorKind::Cancelled, database.path(), {}};
}

template<typename Value>
void appendOnce(QList<Value>* list, const Value& value)
{
    if (!list->contains(value))
        list->append(value);
}

} // namespace

LibrarySearch::LibrarySearch(const Database& database)
    : m_database(database)
{
}

Result<QList<GenerationId>> LibrarySearch::ids(const LibraryFilter& filter,
                                               const std::atomic_bool& isCancelled) const
{
    LibraryThresholds limits;
    if (needsThresholds(filter)) {
        auto found = thresholds(filter, isCancelled);
        if (!found)
            return found.error();
        limits = *std::move(found);
    }
    const LibraryCondition condition = libraryCondition(filter, limits);
    Statement statement =
        m_database.prepare(QStringLiteral("SELECT g.id") % fromGenerations(filter) % condition.sql %
                           QStringLiteral(" ORDER BY ") % libraryOrder(filter.sort));
    if (auto ran = statement.runBound(condition.values); !ran)
        return ran.error();
    QList<GenerationId> ids;
    while (statement.next()) {
        ids.append(GenerationId{statement.integer(0)});
        if (ids.size() % kRowsBetweenLooks == 0 && isCancelled)
            return cancelled(m_database);
    }
    if (statement.error())
        return *statement.error();
    return ids;
}

Result<QList<GenerationId>> LibrarySearch::firstIds(const LibraryFilter& filter, int limit) const
{
    const bool isByTime = filter.sort == LibrarySort::Newest || filter.sort == LibrarySort::Oldest;
    if (!isByTime || needsThresholds(filter))
        return QList<GenerationId>();
    const LibraryCondition condition = libraryCondition(filter, {});
    const bool isNewest = filter.sort == LibrarySort::Newest;
    const QString reviews =
        needsReviews(filter) ? QStringLiteral(" LEFT JOIN reviews r ON r.id = g.review_id") : QString();
    // Walked in its order, and not farther than some thousand rows, it ends with the last row that is wanted:
    // by the index of the words all that have them would be read and sorted first.
    const QString bound =
        (isNewest ? QStringLiteral(" WHERE g.sent_at >= coalesce((SELECT sent_at FROM generations"
                                   " ORDER BY sent_at DESC LIMIT 1 OFFSET %1), 0) AND ")
                  : QStringLiteral(" WHERE g.sent_at <= coalesce((SELECT sent_at FROM generations"
                                   " ORDER BY sent_at LIMIT 1 OFFSET %1), 9223372036854775807) AND "))
            .arg(kLookedThrough);
    Statement statement = m_database.prepare(
        QStringLiteral("SELECT g.id FROM generations g") %
        dialect::walkedBy(QStringLiteral("generations_by_time")) % reviews % bound % condition.sql %
        QStringLiteral(" ORDER BY ") % libraryOrder(filter.sort) % QStringLiteral(" LIMIT %1").arg(limit));
    if (auto ran = statement.runBound(condition.values); !ran)
        return ran.error();
    return statement.collect([](const Statement& row) { return GenerationId{row.integer(0)}; });
}

Result<LibraryThresholds> LibrarySearch::thresholds(const LibraryFilter& filter,
                                                    const std::atomic_bool& isCancelled) const
{
    LibraryCondition scope = libraryScope(filter);
    const LibraryCondition clients = libraryClients(filter);
    scope.add(clients.sql, clients.values);
    Statement read = m_database.prepare(
        QStringLiteral("SELECT g.status = 'ok', g.latency_ms, g.cost_micro, g.cost_currency, g.drift"
                       " FROM generations g WHERE ") %
        scope.sql);
    if (auto ran = read.runBound(scope.values); !ran)
        return ran.error();
    LibraryValues values;
    for (int row = 1; read.next(); ++row) {
        values.add({read.integer(0) != 0, read.optionalInteger(1), read.optionalInteger(2), read.text(3),
                    read.optionalReal(4)});
        if (row % kRowsBetweenLooks == 0 && isCancelled)
            return cancelled(m_database);
    }
    if (read.error())
        return *read.error();
    return std::move(values).thresholds();
}

Result<LibraryChoices> LibrarySearch::choices() const
{
    Statement read =
        m_database.prepare(QStringLiteral("SELECT DISTINCT c.name, o.week, o.model, coalesce(t.name, '')"
                                          " FROM weekly_observations o JOIN clients c ON c.id = o.client_id"
                                          " LEFT JOIN templates t ON t.id = o.template_id ORDER BY 1, 3, 4"));
    if (auto ran = read.run(); !ran)
        return ran.error();
    LibraryChoices choices;
    std::set<QDate> mondays;
    while (read.next()) {
        appendOnce(&choices.clients, read.text(0));
        appendOnce(&choices.models, read.text(2));
        appendOnce(&choices.templates, read.text(3));
        if (const auto week = IsoWeek::fromName(read.text(1)))
            mondays.insert(week->monday);
    }
    if (read.error())
        return *read.error();
    for (auto monday = mondays.rbegin(); monday != mondays.rend(); ++monday)
        choices.weeks.append({*monday});
    for (QStringList* names : {&choices.models, &choices.templates})
        names->sort(Qt::CaseInsensitive);
    return choices;
}

} // namespace assay
