// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/exchangerate.h"

#include <algorithm>
#include <iterator>

namespace assay {

namespace {

constexpr qint64 kBillion = 1'000'000'000;
constexpr qint64 kMillion = 1'000'000;
/// A million units, the limit of every amount of money.
constexpr qint64 kMicroLimit = kMillion * kMillion;
constexpr int kPlaces = 9;

/// micro * billionths / 10^9, half to even; both are at least 0, and below 10^12 and 10^15.
qint64 product(qint64 micro, qint64 billionths)
{
    const qint64 whole = micro * (billionths / kBillion);
    const qint64 rest = billionths % kBillion;
    // micro * rest has too many digits for 64 bits, so in two parts: millions and what is below.
    const qint64 upper = micro / kMillion * rest;
    const qint64 lower = upper % 1000 * kMillion + micro % kMillion * rest;
    qint64 result = whole + upper / 1000 + lower / kBillion;
    const qint64 twice = lower % kBillion * 2;
    if (twice > kBillion || (twice == kBillion && result % 2 != 0))
        ++result;
    return result;
}

} // namespace

std::optional<qint64> parseExchangeRate(QStringView text)
{
    const auto isOfDecimal = [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; };
    if (!std::ranges::all_of(text, isOfDecimal) || std::ranges::count(text, QChar(u'.')) > 1)
        return std::nullopt;
    const qsizetype point = text.indexOf(u'.');
    const QString units = text.first(point < 0 ? text.size() : point).toString();
    const QString fraction = point < 0 ? QString() : text.sliced(point + 1).toString();
    // Money has six places, a rate nine: its fraction is read a thousand times as large.
    const auto whole = parseMicro(units.isEmpty() && !fraction.isEmpty() ? QString(u'0') : units);
    const auto part = parseMicro(QString(fraction.left(3).leftJustified(3, u'0') + u'.' + fraction.mid(3)));
    if (!whole || !part)
        return std::nullopt;
    const qint64 billionths = *whole * 1000 + *part;
    return billionths > 0 ? std::optional(billionths) : std::nullopt;
}

QString exchangeRateText(qint64 billionths)
{
    QString fraction = QString::number(billionths % kBillion).rightJustified(kPlaces, u'0');
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    const QString units = QString::number(billionths / kBillion);
    return fraction.isEmpty() ? units : QString(units + u'.' + fraction);
}

ExchangeTable::ExchangeTable(std::span<const ExchangeRate> rates)
{
    for (const ExchangeRate& rate : rates) {
        if (rate.withdrawnAt)
            continue;
        m_currency = rate.to;
        m_rates[rate.currency][rate.validFrom] = rate.billionths;
    }
}

std::optional<Money> ExchangeTable::converted(const Money& cost, UtcTime sentAt) const
{
    if (cost.currency == m_currency)
        return cost;
    const auto rates = m_rates.find(cost.currency);
    if (rates == m_rates.end())
        return std::nullopt;
    const auto after = rates->second.upper_bound(sentAt);
    const auto held = after == rates->second.begin() ? after : std::prev(after);
    const qint64 size = product(cost.micro < 0 ? -cost.micro : cost.micro, held->second);
    if (size >= kMicroLimit)
        return std::nullopt;
    return Money{cost.micro < 0 ? -size : size, m_currency};
}

} // namespace assay
