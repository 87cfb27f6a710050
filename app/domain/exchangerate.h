// SPDX-License-Identifier: GPL-3.0-or-later
// Exchange rates: how costs of several currencies are counted in one (METRICS.md section 1, money). Plain
// values and their rule, in exact integers, any thread. Says nothing about where rates are kept.
#pragma once

#include "app/base/clock.h"
#include "app/base/money.h"

#include <QString>

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace assay {

struct ExchangeRate
{
    qint64 id = 0;         ///< 0 until it is stored
    QString currency{};    ///< ISO 4217, as the next one
    QString to{};          ///< the one that the workspace counts in
    qint64 billionths = 0; ///< of `to`, for one unit of `currency`
    UtcTime validFrom{};   ///< holds for what was sent at this instant or later, until the next one
    QString source{};      ///< who says so: "ECB"
    UtcTime addedAt{};
    QString addedBy{};
    std::optional<UtcTime> withdrawnAt{};

    bool operator==(const ExchangeRate&) const = default;
};

/// A decimal text ("0.9235") as billionths, rounded half to even. Nothing for what is no number above zero,
/// or a million or more.
std::optional<qint64> parseExchangeRate(QStringView text);
/// As short as it is exact: "0.9235".
QString exchangeRateText(qint64 billionths);

/// The rates in force.
class ExchangeTable
{
public:
    /// Without a rate: every cost stays in its currency.
    ExchangeTable() = default;
    /// In the order in which they were added, all to one currency; withdrawn ones are left out.
    explicit ExchangeTable(std::span<const ExchangeRate> rates);

    bool isEmpty() const { return m_rates.empty(); }
    /// That costs are counted in; empty without a rate.
    const QString& currency() const { return m_currency; }
    /// A cost in currency(), by the rate that held when the generation was sent, before the first one by that
    /// one: else the weeks before it would be in another currency, and be compared with those behind it.
    /// Rounded half to even to a whole micro-unit. Nothing when the currency has no rate, or it would be a
    /// million units or more.
    std::optional<Money> converted(const Money& cost, UtcTime sentAt) const;

private:
    QString m_currency;
    std::map<QString, std::map<UtcTime, qint64>> m_rates; ///< billionths by currency and start
};

} // namespace assay
