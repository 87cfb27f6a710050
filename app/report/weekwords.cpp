// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/weekwords.h"

#include "app/report/figures.h"

#include <QCoreApplication>
#include <QStringList>

namespace assay {

namespace {

constexpr double kMicroPerUnit = 1'000'000;

struct WeekWords
{
    Q_DECLARE_TR_FUNCTIONS(assay::WeekWords)
};

/// What was spent without an accepted image: money, or attempts.
QString nothingAccepted(const WeekCounts& counts, const Definition& metric)
{
    if (metric.unit != MetricUnit::Money)
        return WeekWords::tr("%1 attempts, nothing accepted.").arg(countText(counts.generations));
    QStringList spent;
    for (const auto& [currency, micro] : counts.spent)
        spent += numberText(double(micro) / kMicroPerUnit, 2) + u' ' + currency;
    return WeekWords::tr("%1 spent, nothing accepted.").arg(spent.join(QStringLiteral(", ")));
}

} // namespace

QString pooledText(const JudgedMetric& metric)
{
    const bool isPooled = metric.judgement && metric.judgement->isPooled();
    return isPooled ? WeekWords::tr("%1-week").arg(metric.judgement->weeks) : QString();
}

QString convertedText(const WeekCounts& counts, const Definition& metric)
{
    return metric.unit == MetricUnit::Money && counts.isConverted() ? WeekWords::tr("converted") : QString();
}

QString reasonText(const JudgedWeek& week, const Definition& metric)
{
    const Reason& reason = week.metric(metric.id).estimate.reason;
    return reason.why == Why::ZeroDenominator ? nothingAccepted(week.counts, metric) : toText(reason);
}

std::vector<CurrencyCost> costsByCurrency(const WeekCounts& counts)
{
    std::vector<CurrencyCost> costs;
    if (counts.spent.size() < 2 || counts.costUnknown > 0 || counts.accepted == 0)
        return costs;
    for (const auto& [currency, micro] : counts.spent)
        costs.push_back({currency, micro, double(micro) / kMicroPerUnit / double(counts.accepted)});
    return costs;
}

} // namespace assay
