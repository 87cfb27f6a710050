// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/libraryquery.h"

#include "app/store/dialect.h"
#include "app/store/statement.h"

namespace assay {

namespace {

const QString kOr = QStringLiteral(" OR ");

QString isListed(const QString& column, qsizetype count)
{
    return column % QStringLiteral(" IN (") % QStringList(count, QStringLiteral("?")).join(u',') % u')';
}

/// Any of the terms; true where there are none.
LibraryCondition anyOf(const QList<LibraryCondition>& terms)
{
    LibraryCondition any;
    QStringList texts;
    for (const LibraryCondition& term : terms) {
        texts.append(u'(' % term.sql % u')');
        any.values += term.values;
    }
    any.sql = texts.isEmpty() ? QStringLiteral("true") : u'(' % texts.join(kOr) % u')';
    return any;
}

LibraryCondition wordsCondition(const QString& search)
{
    LibraryCondition words{QStringLiteral("g.prompt_id IN (%1)").arg(dialect::promptsMatching()),
                           Statement::bound(dialect::searchText(search))};
    LibraryCondition names;
    for (const QString& word : dialect::searchWords(search))
        names.add(dialect::nameContains(), Statement::bound(dialect::containedText(word)));
    return anyOf(
        {words,
         {QStringLiteral("g.asset_id IN (SELECT id FROM assets WHERE ") % names.sql % u')', names.values}});
}

void addWeeks(const LibraryFilter& filter, LibraryCondition* scope)
{
    if (!filter.fromWeek && !filter.toWeek)
        return;
    LibraryCondition weeks;
    const bool isSending = filter.weekOf == LibraryWeekOf::Sending;
    const QString column = isSending ? QStringLiteral("g.sent_week") : QStringLiteral("accepted_week");
    // With the clients an index leads to a week; without, all rows would be looked at.
    if (isSending)
        weeks.add(QStringLiteral("g.client_id IN (SELECT id FROM clients)"));
    if (filter.fromWeek)
        weeks.add(column % QStringLiteral(" >= ?"), Statement::bound(filter.fromWeek->name()));
    if (filter.toWeek)
        weeks.add(column % QStringLiteral(" <= ?"), Statement::bound(filter.toWeek->name()));
    if (isSending)
        return scope->add(weeks.sql, weeks.values);
    scope->add(QStringLiteral("g.disposition = 'accepted' AND g.asset_id IN"
                              " (SELECT id FROM assets WHERE ") %
                   weeks.sql % u')',
               weeks.values);
}

LibraryCondition verdictCondition(LibraryVerdict verdict)
{
    switch (verdict) {
    case LibraryVerdict::Accepted:
        return {QStringLiteral("g.disposition = 'accepted'"), {}};
    case LibraryVerdict::Revised:
        return {QStringLiteral("g.disposition = 'revised'"), {}};
    case LibraryVerdict::Rejected:
        return {QStringLiteral("g.disposition = 'rejected'"), {}};
    case LibraryVerdict::None:
        break;
    }
    return {QStringLiteral("g.disposition IS NULL AND g.status = 'ok'"), {}};
}

LibraryCondition costlyCondition(const LibraryThresholds& thresholds)
{
    QList<LibraryCondition> currencies;
    for (auto it = thresholds.costMicro.cbegin(); it != thresholds.costMicro.cend(); ++it) {
        currencies.append({QStringLiteral("g.cost_currency = ? AND g.cost_micro > ?"),
                           Statement::bound(it.key(), it.value())});
    }
    return currencies.isEmpty() ? LibraryCondition{QStringLiteral("false"), {}} : anyOf(currencies);
}

LibraryCondition reasonCondition(LibraryReason reason, const LibraryThresholds& thresholds)
{
    switch (reason) {
    case LibraryReason::Missed:
        return {QStringLiteral("r.checks_missed > 0"), {}};
    case LibraryReason::Rejected:
        return {QStringLiteral("g.disposition = 'rejected'"), {}};
    case LibraryReason::Slow:
        return {QStringLiteral("g.status = 'ok' AND g.latency_ms > ?"),
                Statement::bound(thresholds.latencyMs)};
    case LibraryReason::Costly:
        return costlyCondition(thresholds);
    case LibraryReason::Drifted:
        return {QStringLiteral("g.status = 'ok' AND g.drift > ?"), Statement::bound(thresholds.drift)};
    case LibraryReason::Retried:
        return {QStringLiteral("g.attempt > 1"), {}};
    case LibraryReason::Reworked:
        break;
    }
    return {QStringLiteral("g.cycle > 1"), {}};
}

LibraryCondition kindsCondition(const QList<ConstraintKind>& kinds)
{
    QVariantList values;
    for (const ConstraintKind kind : kinds)
        values += Statement::bound(toText(kind));
    return {QStringLiteral("r.checks_missed > 0 AND EXISTS (SELECT 1 FROM %1"
                           " JOIN constraints k ON k.checklist_id = r.checklist_id AND k.key = given.key"
                           " WHERE given.value = 'missed' AND %2)")
                .arg(dialect::membersOf(QStringLiteral("r.checks")) % QStringLiteral(" AS given"),
                     isListed(QStringLiteral("k.kind"), kinds.size())),
            values};
}

} // namespace

void LibraryCondition::add(const QString& term, const QVariantList& bound)
{
    if (!sql.isEmpty())
        sql += QStringLiteral(" AND ");
    sql += term;
    values += bound;
}

LibraryCondition libraryScope(const LibraryFilter& filter)
{
    LibraryCondition scope;
    addWeeks(filter, &scope);
    if (filter.model && filter.model->isEmpty())
        scope.add(QStringLiteral("coalesce(g.model, '') = ''"));
    else if (filter.model)
        scope.add(QStringLiteral("g.model = ?"), Statement::bound(*filter.model));
    if (filter.templateName && filter.templateName->isEmpty())
        scope.add(QStringLiteral("g.template_id IS NULL"));
    else if (filter.templateName)
        scope.add(QStringLiteral("g.template_id = (SELECT id FROM templates WHERE name = ?)"),
                  Statement::bound(*filter.templateName));
    if (!dialect::searchWords(filter.search).isEmpty()) {
        const LibraryCondition words = wordsCondition(filter.search);
        scope.add(words.sql, words.values);
    }
    if (scope.sql.isEmpty())
        scope.sql = QStringLiteral("true");
    return scope;
}

LibraryCondition libraryClients(const LibraryFilter& filter)
{
    if (filter.clients.isEmpty())
        return {QStringLiteral("true"), {}};
    QVariantList values;
    for (const QString& client : filter.clients)
        values += Statement::bound(client);
    return {QStringLiteral("g.client_id IN (SELECT id FROM clients WHERE %1)")
                .arg(isListed(QStringLiteral("name"), filter.clients.size())),
            values};
}

LibraryCondition libraryCondition(const LibraryFilter& filter, const LibraryThresholds& thresholds)
{
    LibraryCondition all = libraryScope(filter);
    const auto add = [&all](const LibraryCondition& term) { all.add(term.sql, term.values); };
    if (!filter.clients.isEmpty())
        add(libraryClients(filter));
    QList<LibraryCondition> verdicts;
    for (const LibraryVerdict verdict : filter.verdicts)
        verdicts.append(verdictCondition(verdict));
    QList<LibraryCondition> reasons;
    for (const LibraryReason reason : filter.reasons)
        reasons.append(reasonCondition(reason, thresholds));
    QList<LibraryCondition> outcomes;
    for (const GenerationStatus status : filter.outcomes)
        outcomes.append({QStringLiteral("g.status = ?"), Statement::bound(toText(status))});
    for (const QList<LibraryCondition>& group : {verdicts, reasons, outcomes}) {
        if (!group.isEmpty())
            add(anyOf(group));
    }
    if (!filter.missedKinds.isEmpty())
        add(kindsCondition(filter.missedKinds));
    return all;
}

QString libraryOrder(LibrarySort sort)
{
    const QString newest = QStringLiteral("g.sent_at DESC, g.id DESC");
    switch (sort) {
    case LibrarySort::Newest:
        return newest;
    case LibrarySort::Oldest:
        return QStringLiteral("g.sent_at, g.id");
    case LibrarySort::WorstFirst:
        return QStringLiteral("coalesce(r.checks_missed, 0) DESC, CASE WHEN g.disposition = 'rejected' THEN 0"
                              " WHEN g.disposition = 'revised' THEN 1 WHEN g.status <> 'ok' THEN 2"
                              " WHEN g.disposition IS NULL THEN 4 ELSE 3 END, coalesce(r.checks_met, 0), ") %
               newest;
    case LibrarySort::Slowest:
        return QStringLiteral("g.latency_ms DESC NULLS LAST, ") % newest;
    case LibrarySort::Costliest:
        return QStringLiteral("g.cost_currency NULLS LAST, g.cost_micro DESC, ") % newest;
    case LibrarySort::MostDrifted:
        return QStringLiteral("g.drift DESC NULLS LAST, ") % newest;
    case LibrarySort::LeastSimilar:
        return QStringLiteral("g.clip NULLS LAST, ") % newest;
    case LibrarySort::LeastAesthetic:
        return QStringLiteral("g.aesthetic NULLS LAST, ") % newest;
    case LibrarySort::MostCycles:
        break;
    }
    return QStringLiteral("g.cycle DESC, ") % newest;
}

} // namespace assay
