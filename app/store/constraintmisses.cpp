// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/constraintmisses.h"

#include "app/store/checklists.h"
#include "app/store/checksjson.h"
#include "app/store/database.h"
#include "app/store/statement.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace assay {

namespace {

QString reviewsOfWeek(const ViewFilter& view)
{
    QString conditions = view.client ? QStringLiteral("g.client_id = (SELECT id FROM clients WHERE name = ?)")
                                     : QStringLiteral("g.client_id IN (SELECT id FROM clients)");
    if (view.model)
        conditions += QStringLiteral(" AND coalesce(g.model, '') = ?");
    if (view.templateName)
        conditions += QStringLiteral(" AND coalesce(t.name, '') = ?");
    return QStringLiteral("SELECT r.checks, coalesce(r.checklist_id, g.checklist_id), coalesce(t.name, '')"
                          " FROM generations g JOIN reviews r ON r.id = g.review_id"
                          " LEFT JOIN templates t ON t.id = g.template_id WHERE g.status = 'ok'"
                          " AND r.checks_met + r.checks_missed > 0 AND g.sent_week = ? AND ") %
           conditions;
}

class MissCounter
{
public:
    MissCounter(const Database& database, const ViewFilter& view)
        : m_view(view)
        , m_reviews(database.prepare(reviewsOfWeek(view)))
        , m_checklists(database)
    {
    }

    Result<void> add(IsoWeek week, MissCount ConstraintMisses::*side);
    std::vector<ConstraintMisses> finish() const;

private:
    using Key = std::tuple<ConstraintKind, QString, QString>;

    Result<const QHash<QString, Constraint>*> constraintsOf(std::optional<qint64> checklist);
    ConstraintMisses& group(const Key& key);

    ViewFilter m_view;
    Statement m_reviews;
    Checklists m_checklists;
    QHash<qint64, QHash<QString, Constraint>> m_constraints; ///< by checklist and key
    std::map<Key, ConstraintMisses> m_groups;
};

Result<const QHash<QString, Constraint>*> MissCounter::constraintsOf(std::optional<qint64> checklist)
{
    const qint64 id = checklist.value_or(0);
    if (const auto known = m_constraints.constFind(id); known != m_constraints.cend())
        return &*known;
    const auto read = m_checklists.read(checklist);
    if (!read)
        return read.error();
    QHash<QString, Constraint>& constraints = m_constraints[id];
    for (const Constraint& constraint : *read)
        constraints.insert(constraint.key, constraint);
    return &constraints;
}

ConstraintMisses& MissCounter::group(const Key& key)
{
    const auto& [kind, statement, templateName] = key;
    return m_groups
        .try_emplace(key,
                     ConstraintMisses{.kind = kind, .statement = statement, .templateName = templateName})
        .first->second;
}

Result<void> MissCounter::add(IsoWeek week, MissCount ConstraintMisses::*side)
{
    QVariantList values = Statement::bound(week.name());
    for (const auto& name : {m_view.client, m_view.model, m_view.templateName}) {
        if (name)
            values += Statement::bound(*name);
    }
    if (auto ran = m_reviews.runBound(values); !ran)
        return ran;
    while (m_reviews.next()) {
        const auto constraints = constraintsOf(m_reviews.optionalInteger(1));
        if (!constraints) {
            m_reviews.finish();
            return constraints.error();
        }
        const QString templateName = m_reviews.text(2);
        const Checks checks = checksFromJson(m_reviews.text(0));
        for (auto check = checks.cbegin(); check != checks.cend(); ++check) {
            if (*check != Answer::Met && *check != Answer::Missed)
                continue;
            // An answer to what its checklist does not have: all that is known of it is its key.
            Constraint constraint = (*constraints)->value(check.key());
            if (constraint.statement.isEmpty())
                constraint.statement = check.key();
            for (MissCount* count : {&(group({constraint.kind, {}, {}}).*side),
                                     &(group({constraint.kind, constraint.statement, templateName}).*side)}) {
                ++count->checks;
                count->missed += *check == Answer::Missed;
            }
        }
    }
    return m_reviews.error() ? Result<void>(*m_reviews.error()) : Result<void>();
}

std::vector<ConstraintMisses> MissCounter::finish() const
{
    std::vector<ConstraintMisses> misses;
    for (const auto& [key, group] : m_groups) {
        if (group.before.missed + group.after.missed > 0)
            misses.push_back(group);
    }
    std::ranges::stable_sort(misses, [](const ConstraintMisses& left, const ConstraintMisses& right) {
        const auto order = [](const ConstraintMisses& misses) {
            return std::tuple(!misses.statement.isEmpty(), -misses.after.missed, -misses.before.missed);
        };
        return order(left) < order(right);
    });
    return misses;
}

} // namespace

std::optional<double> MissCount::share() const
{
    if (checks == 0)
        return std::nullopt;
    return double(missed) / double(checks);
}

Result<std::vector<ConstraintMisses>> readConstraintMisses(const Database& database, const ViewFilter& view,
                                                           std::span<const IsoWeek> before,
                                                           std::span<const IsoWeek> after)
{
    MissCounter counter(database, view);
    for (const IsoWeek week : before) {
        if (auto added = counter.add(week, &ConstraintMisses::before); !added)
            return added.error();
    }
    for (const IsoWeek week : after) {
        if (auto added = counter.add(week, &ConstraintMisses::after); !added)
            return added.error();
    }
    return counter.finish();
}

} // namespace assay
