// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a week's value besides the number: that several weeks were judged as one, that costs were
// converted, why there is no value, and what was paid in each currency where there are several. The same
// words in the window and in the CLI. Pure, any thread.
#pragma once

#include "app/metrics/weeklyseries.h"

#include <QString>

#include <vector>

namespace assay {

/// "3-week" where the value that was judged is that of three weeks; empty for one week, or none judged.
QString pooledText(const JudgedMetric& metric);

/// "converted" where exchange rates are in the week's money; empty for other metrics.
QString convertedText(const WeekCounts& counts, const Definition& metric);

/// Why the metric has no value, or a weak one: "too few", "12.40 EUR spent, nothing accepted.",
/// "mixed currencies: EUR, USD", "cost missing on 12"; empty where there is nothing to explain.
QString reasonText(const JudgedWeek& week, const Definition& metric);

/// All that was paid in one currency, for each accepted image of the week. Those of a week add up, once they
/// are converted, to its cost per accepted image.
struct CurrencyCost
{
    QString currency{};
    qint64 spentMicro = 0;
    double perAccepted = 0;
};

/// Of a week with several currencies, sorted; empty for one, where a cost is missing, or nothing is accepted.
std::vector<CurrencyCost> costsByCurrency(const WeekCounts& counts);

} // namespace assay
