// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/exchangerates.h"

#include "app/store/database.h"
#include "app/store/rollupcells.h"
#include "app/store/statement.h"

namespace assay {

ExchangeRates::ExchangeRates(const Database& database)
    : m_database(database)
{
}

Result<qint64> ExchangeRates::add(const ExchangeRate& rate) const
{
    const auto known = table();
    if (!known)
        return known.error();
    if (!known->isEmpty() && known->currency() != rate.to)
        return Error{ErrorKind::Invalid, rate.to,
                     QStringLiteral("the workspace counts costs in ") + known->currency()};
    Statement insert = m_database.prepare(
        QStringLiteral("INSERT INTO exchange_rates (currency, to_currency, billionths, valid_from, source,"
                       " added_at, added_by) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    const auto id = insert.insert(rate.currency, rate.to, rate.billionths, rate.validFrom, rate.source,
                                  rate.addedAt, rate.addedBy);
    if (!id)
        return id;
    if (auto marked = markCosts(rate.currency); !marked)
        return marked.error();
    return id;
}

Result<bool> ExchangeRates::withdraw(qint64 id, UtcTime at) const
{
    Statement withdraw = m_database.prepare(
        QStringLiteral("INSERT INTO exchange_rate_withdrawals (exchange_rate_id, withdrawn_at)"
                       " SELECT id, ? FROM exchange_rates WHERE id = ? ON CONFLICT DO NOTHING"
                       " RETURNING exchange_rate_id"));
    const auto withdrawn = withdraw.firstInteger(at, id);
    if (!withdrawn)
        return withdrawn.error();
    if (!*withdrawn)
        return false;
    const auto rates = all();
    if (!rates)
        return rates.error();
    for (const ExchangeRate& rate : *rates) {
        if (rate.id != id)
            continue;
        if (auto marked = markCosts(rate.currency); !marked)
            return marked.error();
    }
    return true;
}

Result<std::vector<ExchangeRate>> ExchangeRates::all() const
{
    Statement read = m_database.prepare(
        QStringLiteral("SELECT r.id, r.currency, r.to_currency, r.billionths, r.valid_from, r.source, "
                       "r.added_at, r.added_by,"
                       " w.withdrawn_at FROM exchange_rates r"
                       " LEFT JOIN exchange_rate_withdrawals w ON w.exchange_rate_id = r.id ORDER BY r.id"));
    if (auto ran = read.run(); !ran)
        return ran.error();
    std::vector<ExchangeRate> rates;
    while (read.next()) {
        rates.push_back({.id = read.integer(0),
                         .currency = read.text(1),
                         .to = read.text(2),
                         .billionths = read.integer(3),
                         .validFrom = read.time(4),
                         .source = read.text(5),
                         .addedAt = read.time(6),
                         .addedBy = read.text(7),
                         .withdrawnAt = read.optionalTime(8)});
    }
    if (read.error())
        return *read.error();
    return rates;
}

Result<ExchangeTable> ExchangeRates::table() const
{
    const auto rates = all();
    if (!rates)
        return rates.error();
    return ExchangeTable(*rates);
}

/// Weeks that are not counted yet are stale already.
Result<void> ExchangeRates::markCosts(const QString& currency) const
{
    Statement mark = m_database.prepare(
        QStringLiteral("INSERT INTO stale_weeks (client_id, week) SELECT client_id, week FROM weekly_rollups"
                       " WHERE measure = ? ON CONFLICT DO NOTHING"));
    return mark.run(costMeasureName(currency));
}

} // namespace assay
