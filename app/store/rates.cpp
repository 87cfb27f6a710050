// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/rates.h"

#include "app/store/database.h"
#include "app/store/staleness.h"
#include "app/store/statement.h"
#include "app/store/transaction.h"

namespace assay {

namespace {

/// About 10 ms of work.
constexpr qint64 kRowsAtOnce = 500;

struct CostRow
{
    GenerationId id;
    PricedWork work;
    std::optional<Money> cost; ///< as it is stored
};

Rate readRate(const Statement& row)
{
    return {
        RateId{row.integer(0)},        row.text(1), rateBasisFromText(row.text(2)).value_or(RateBasis::Image),
        {row.integer(3), row.text(4)}, row.time(5), row.text(6)};
}

CostRow readCostRow(const Statement& row)
{
    CostRow result{GenerationId{row.integer(0)}, {}, {}};
    result.work.model = row.optionalText(1);
    result.work.client = row.text(2);
    result.work.sentAt = row.time(3);
    result.work.status = generationStatusFromText(row.text(4)).value_or(GenerationStatus::Error);
    if (const auto gpu = row.optionalInteger(5))
        result.work.gpuTime = Milliseconds(*gpu);
    const auto width = row.optionalInteger(6);
    const auto height = row.optionalInteger(7);
    result.work.pixels = width && height && *width > 0 && *height > 0 ? std::optional(*width * *height)
                                                                      : statedPixels(row.text(8));
    if (const auto micro = row.optionalInteger(9))
        result.cost = Money{*micro, row.text(10)};
    return result;
}

} // namespace

Rates::Rates(const Database& database)
    : m_database(database)
{
}

Result<RateCard> Rates::all() const
{
    Statement read = m_database.prepare(QStringLiteral(
        "SELECT id, model, basis, price_micro, currency, valid_from, client FROM rates ORDER BY id"));
    if (auto ran = read.run(); !ran)
        return ran.error();
    return read.collect(readRate);
}

Result<RateId> Rates::insert(const Rate& rate) const
{
    const auto card = all();
    if (!card)
        return card.error();
    if (const auto fault = faultOf(rate, *card))
        return Error{ErrorKind::Invalid, rate.model, sentenceOf(*fault)};
    Statement insert = m_database.prepare(
        QStringLiteral("INSERT INTO rates (model, basis, price_micro, currency, valid_from, client)"
                       " VALUES (?, ?, ?, ?, ?, ?) RETURNING id"));
    const auto id = insert.firstInteger(rate.model, toText(rate.basis), rate.price.micro, rate.price.currency,
                                        rate.validFrom, rate.client);
    if (!id)
        return id.error();
    return RateId{**id};
}

Result<void> Rates::askForRecount() const
{
    Statement ask = m_database.prepare(QStringLiteral("INSERT INTO rate_recount (id, done_to) VALUES (1, 0)"
                                                      " ON CONFLICT (id) DO UPDATE SET done_to = 0"));
    return ask.run();
}

Result<RateId> Rates::add(const Rate& rate) const
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const auto id = insert(rate);
    if (!id)
        return id;
    if (auto asked = askForRecount(); !asked)
        return asked.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return id;
}

Result<void> Rates::addAll(const RateCard& rates) const
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    for (const Rate& rate : rates) {
        if (const auto id = insert(rate); !id)
            return id.error();
    }
    if (auto asked = askForRecount(); !asked)
        return asked;
    return transaction->commit();
}

Result<void> Rates::remove(RateId id) const
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    Statement remove = m_database.prepare(QStringLiteral("DELETE FROM rates WHERE id = ? RETURNING id"));
    const auto removed = remove.firstInteger(id);
    if (!removed)
        return removed.error();
    if (!*removed)
        return Error{ErrorKind::NotFound, QString::number(id.value), QStringLiteral("no such rate")};
    if (auto asked = askForRecount(); !asked)
        return asked;
    return transaction->commit();
}

Result<bool> Rates::recountSome() const
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    Statement state = m_database.prepare(QStringLiteral("SELECT done_to FROM rate_recount WHERE id = 1"));
    const auto doneTo = state.firstInteger();
    if (!doneTo)
        return doneTo.error();
    if (!*doneTo)
        return false;
    const auto last = recountRows(**doneTo);
    if (!last)
        return last.error();
    const bool isDone = *last == **doneTo;
    Statement note =
        m_database.prepare(isDone ? QStringLiteral("DELETE FROM rate_recount WHERE id = 1 AND done_to = ?")
                                  : QStringLiteral("UPDATE rate_recount SET done_to = ? WHERE id = 1"));
    if (auto noted = note.run(*last); !noted)
        return noted.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return !isDone;
}

/// The id of the last row that was looked at; `after` when there was none.
Result<qint64> Rates::recountRows(qint64 after) const
{
    const auto card = all();
    if (!card)
        return card.error();
    Statement read = m_database.prepare(QStringLiteral(
        "SELECT g.id, g.model, c.name, g.sent_at, g.status, g.gpu_ms, i.width, i.height, g.settings,"
        " g.cost_micro, g.cost_currency FROM generations g JOIN clients c ON c.id = g.client_id"
        " LEFT JOIN images i ON i.id = g.image_id"
        " WHERE g.id > ? AND (g.cost_micro IS NULL OR g.cost_source = 'rate') ORDER BY g.id LIMIT ?"));
    if (auto ran = read.run(after, kRowsAtOnce); !ran)
        return ran.error();
    const auto rows = read.collect(readCostRow);
    if (!rows)
        return rows.error();
    Staleness staleness(m_database);
    Statement write = m_database.prepare(QStringLiteral(
        "UPDATE generations SET cost_micro = ?, cost_currency = ?, cost_source = ? WHERE id = ?"));
    for (const CostRow& row : *rows) {
        const auto cost = estimatedCost(*card, row.work);
        if (cost == row.cost)
            continue;
        const auto micro = cost ? std::optional(cost->micro) : std::nullopt;
        const auto currency = cost ? std::optional(cost->currency) : std::nullopt;
        const CostSource source = cost ? CostSource::Rate : CostSource::Log;
        if (auto written = write.run(micro, currency, toText(source), row.id); !written)
            return written.error();
        if (auto marked = staleness.mark(row.id); !marked)
            return marked.error();
    }
    return rows->isEmpty() ? after : rows->last().id.value;
}

Result<void> Rates::recount() const
{
    for (;;) {
        const auto hasMore = recountSome();
        if (!hasMore)
            return hasMore.error();
        if (!*hasMore)
            return {};
    }
}

Result<RateCoverage> Rates::coverage() const
{
    Statement read = m_database.prepare(
        QStringLiteral("SELECT count(*) FILTER (WHERE cost_micro IS NOT NULL AND cost_source = 'rate'),"
                       " count(*) FILTER (WHERE cost_micro IS NULL) FROM generations"));
    if (auto ran = read.run(); !ran)
        return ran.error();
    RateCoverage coverage;
    if (read.next())
        coverage = {read.integer(0), read.integer(1)};
    if (read.error())
        return *read.error();
    return coverage;
}

} // namespace assay
