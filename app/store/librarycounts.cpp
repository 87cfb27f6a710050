// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LibrarySearch that counts: one pass over what is in the scope, so that it can be left.
#include "app/store/checksjson.h"
#include "app/store/database.h"
#include "app/store/librarysearch.h"
#include "app/store/libraryvalues.h"
#include "app/store/statement.h"

#include <algorithm>

namespace assay {

namespace {

constexpr int kRowsBetweenLooks = 4096;

/// What of a row can only be counted when all rows are known.
struct Measured
{
    qint64 latencyMs = -1; ///< -1: unknown. The same for the others
    qint64 costMicro = -1;
    int currency = 0;
    double drift = -1;
};

class Counting
{
public:
    explicit Counting(const Database& database)
        : m_kinds(
              database.prepare(QStringLiteral("SELECT key, kind FROM constraints WHERE checklist_id = ?")))
    {
    }

    void add(const Statement& row)
    {
        const auto disposition = dispositionFromText(row.text(1));
        const auto status = generationStatusFromText(row.text(2)).value_or(GenerationStatus::Ok);
        ++m_counts.outcomes[size_t(status)];
        addVerdict(disposition, status);
        m_counts.reasons[size_t(LibraryReason::Retried)] += row.integer(7) > 1;
        m_counts.reasons[size_t(LibraryReason::Reworked)] += row.integer(8) > 1;
        if (row.integer(9) > 0) {
            ++m_counts.reasons[size_t(LibraryReason::Missed)];
            addKinds(row.text(10), row.integer(11));
        }
        addMeasures(row, status);
    }

    LibraryCounts finish() &&
    {
        const LibraryThresholds limits = std::move(m_values).thresholds();
        for (const Measured& measured : m_measured) {
            const auto costLimit = limits.costMicro.value(m_currencies.value(measured.currency));
            m_counts.reasons[size_t(LibraryReason::Slow)] +=
                limits.latencyMs && measured.latencyMs > *limits.latencyMs;
            m_counts.reasons[size_t(LibraryReason::Costly)] +=
                measured.costMicro >= 0 && measured.costMicro > costLimit;
            m_counts.reasons[size_t(LibraryReason::Drifted)] +=
                limits.drift && measured.drift > *limits.drift;
        }
        return m_counts;
    }

private:
    void addVerdict(std::optional<Disposition> disposition, GenerationStatus status)
    {
        if (disposition) {
            ++m_counts.verdicts[size_t(*disposition)]; // in the same order
            m_counts.reasons[size_t(LibraryReason::Rejected)] += *disposition == Disposition::Rejected;
        } else if (status == GenerationStatus::Ok) {
            ++m_counts.verdicts[size_t(LibraryVerdict::None)];
        }
    }

    void addKinds(const QString& json, qint64 checklist)
    {
        const QHash<QString, ConstraintKind>& kinds = kindsOf(checklist);
        std::array<bool, int(ConstraintKind::Other) + 1> isMissed{};
        const Checks checks = checksFromJson(json);
        for (auto check = checks.cbegin(); check != checks.cend(); ++check) {
            const auto kind = kinds.constFind(check.key());
            if (check.value() == Answer::Missed && kind != kinds.cend())
                isMissed[size_t(*kind)] = true;
        }
        for (size_t kind = 0; kind < isMissed.size(); ++kind)
            m_counts.missedKinds[kind] += isMissed[kind];
    }

    const QHash<QString, ConstraintKind>& kindsOf(qint64 checklist)
    {
        const auto known = m_kindsOf.constFind(checklist);
        if (known != m_kindsOf.cend())
            return *known;
        QHash<QString, ConstraintKind> kinds;
        if (m_kinds.run(checklist)) {
            while (m_kinds.next()) {
                if (const auto kind = constraintKindFromText(m_kinds.text(1)))
                    kinds.insert(m_kinds.text(0), *kind);
            }
        }
        return *m_kindsOf.insert(checklist, kinds);
    }

    void addMeasures(const Statement& row, GenerationStatus status)
    {
        const bool isOk = status == GenerationStatus::Ok;
        const LibraryValue value{isOk, row.optionalInteger(3), row.optionalInteger(4), row.text(5),
                                 row.optionalReal(6)};
        m_values.add(value);
        Measured measured;
        if (isOk && value.latencyMs)
            measured.latencyMs = *value.latencyMs;
        if (isOk && value.drift)
            measured.drift = *value.drift;
        if (value.costMicro) {
            measured.costMicro = *value.costMicro;
            if (!m_currencies.contains(value.currency))
                m_currencies.append(value.currency);
            measured.currency = int(m_currencies.indexOf(value.currency));
        }
        m_measured.push_back(measured);
    }

    LibraryCounts m_counts;
    LibraryValues m_values;
    std::vector<Measured> m_measured;
    QStringList m_currencies;
    Statement m_kinds;
    QHash<qint64, QHash<QString, ConstraintKind>> m_kindsOf; ///< of each checklist
};

Result<QHash<qint64, QString>> clientsById(const Database& database)
{
    Statement read = database.prepare(QStringLiteral("SELECT id, name FROM clients"));
    if (auto ran = read.run(); !ran)
        return ran.error();
    QHash<qint64, QString> names;
    while (read.next())
        names.insert(read.integer(0), read.text(1));
    if (read.error())
        return *read.error();
    return names;
}

QHash<QString, qint64> byName(const QHash<qint64, qint64>& counted, const QHash<qint64, QString>& names)
{
    QHash<QString, qint64> clients;
    for (auto it = counted.cbegin(); it != counted.cend(); ++it)
        clients.insert(names.value(it.key()), it.value());
    return clients;
}

} // namespace

Result<LibraryCounts> LibrarySearch::counts(const LibraryFilter& filter,
                                            const std::atomic_bool& isCancelled) const
{
    const auto names = clientsById(m_database);
    if (!names)
        return names.error();
    const auto all = m_database.prepare(QStringLiteral("SELECT count(*) FROM generations")).firstInteger();
    if (!all)
        return all.error();
    const LibraryCondition scope = libraryScope(filter);
    Statement read = m_database.prepare(
        QStringLiteral("SELECT g.client_id, g.disposition, g.status, g.latency_ms, g.cost_micro,"
                       " g.cost_currency, g.drift, g.attempt, g.cycle, r.checks_missed,"
                       " CASE WHEN r.checks_missed > 0 THEN r.checks ELSE '' END, r.checklist_id"
                       " FROM generations g LEFT JOIN reviews r ON r.id = g.review_id WHERE ") %
        scope.sql);
    if (auto ran = read.runBound(scope.values); !ran)
        return ran.error();
    Counting counting(m_database);
    QHash<qint64, qint64> clients;
    for (int row = 1; read.next(); ++row) {
        if (row % kRowsBetweenLooks == 0 && isCancelled)
            return Error{ErrorKind::Cancelled, m_database.path(), {}};
        const qint64 client = read.integer(0);
        ++clients[client];
        if (filter.clients.isEmpty() || filter.clients.contains(names->value(client)))
            counting.add(read);
    }
    if (read.error())
        return *read.error();
    LibraryCounts counts = std::move(counting).finish();
    counts.all = all->value_or(0);
    counts.clients = byName(clients, *names);
    return counts;
}

} // namespace assay
