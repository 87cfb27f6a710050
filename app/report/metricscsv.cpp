// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/metricscsv.h"

#include "app/report/csvtext.h"
#include "app/report/figures.h"
#include "app/report/weekwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

struct MetricsCsv
{
    Q_DECLARE_TR_FUNCTIONS(assay::MetricsCsv)
};

QString csvNumber(const std::optional<double>& value)
{
    return value && std::isfinite(*value) ? QString::number(*value, 'g', 17) : QString();
}

/// The unit of a metric's numbers, as programs write it; money has its currency in a column of its own.
QString csvUnit(const Definition& metric)
{
    switch (metric.unit) {
    case MetricUnit::Share:
        return QStringLiteral("share");
    case MetricUnit::Milliseconds:
        return QStringLiteral("ms");
    case MetricUnit::Money:
        return QStringLiteral("currency");
    case MetricUnit::Count:
        return QStringLiteral("count");
    case MetricUnit::Score:
        return QStringLiteral("score");
    }
    Q_UNREACHABLE();
}

QString csvYes(bool yes)
{
    return yes ? QStringLiteral("yes") : QStringLiteral("no");
}

/// What stands in every line of a week and metric, before the numbers.
QStringList csvPlace(const WeeklyView& view, const JudgedWeek& week, const Definition& metric)
{
    return {csvText(view.client.value_or(QString())), week.week.name(), QString::number(week.epoch),
            toText(week.role), QLatin1String(metric.textId)};
}

QString csvLine(const WeeklyView& view, const JudgedWeek& week, const Definition& metric)
{
    const JudgedMetric& judged = week.metric(metric.id);
    const std::optional<Judgement>& judgement = judged.judgement;
    const bool isJudged = week.role == WeekRole::Judged;
    const bool isMoney = metric.unit == MetricUnit::Money;
    const QStringList numbers{csvNumber(judged.estimate.value),
                              QString::number(judged.estimate.n),
                              QString::number(judged.estimate.clusters),
                              csvNumber(judged.baseline ? judged.baseline->estimate.value : std::nullopt),
                              csvNumber(judgement ? std::optional(judgement->band.low) : std::nullopt),
                              csvNumber(judgement ? std::optional(judgement->band.high) : std::nullopt),
                              csvNumber(judgement ? judgement->deviation : std::nullopt),
                              isJudged ? toText(judged.alert.state) : QString(),
                              csvText(reasonText(week, metric)),
                              csvUnit(metric),
                              isMoney && judged.estimate.value ? csvText(onlyCurrency(week.counts))
                                                               : QString(),
                              csvNumber(judgement ? judgement->estimate.value : std::nullopt),
                              judgement ? QString::number(judgement->weeks) : QString(),
                              pooledText(judged),
                              csvYes(week.isProvisional),
                              judgement ? QString::number(int(judgement->level)) : QString(),
                              csvYes(isMoney && week.counts.isConverted()),
                              csvText(view.filter.model.value_or(QString())),
                              csvText(view.filter.templateName.value_or(QString()))};
    return (csvPlace(view, week, metric) + numbers).join(u',');
}

/// Of a week with several currencies: a line for each, which has a value and is not judged.
QString currencyCsvLine(const WeeklyView& view, const JudgedWeek& week, const CurrencyCost& cost)
{
    const Definition& metric = definition(MetricId::CostPerAccepted);
    const QString none;
    return (csvPlace(view, week, metric) +
            QStringList{csvNumber(cost.perAccepted), QString::number(week.counts.accepted), none, none, none,
                        none, none, none, csvText(MetricsCsv::tr("what was paid in %1").arg(cost.currency)),
                        csvUnit(metric), csvText(cost.currency), none, none, none, csvYes(week.isProvisional),
                        none, csvYes(week.counts.isConverted()),
                        csvText(view.filter.model.value_or(QString())),
                        csvText(view.filter.templateName.value_or(QString()))})
        .join(u',');
}

} // namespace

QString metricsCsv(const WeeklyView& view, std::span<const JudgedWeek> weeks,
                   const std::vector<MetricId>& metrics)
{
    QString text =
        QStringLiteral("client,week,epoch,role,metric,value,n,clusters,baseline,band_low,band_high,"
                       "deviation,state,why,unit,currency,judged_value,pooled_weeks,pooled,provisional,"
                       "level,converted,model,template\r\n");
    for (const JudgedWeek& week : weeks) {
        for (const Definition& metric : definitions()) {
            const bool isAsked = metrics.empty() || std::ranges::find(metrics, metric.id) != metrics.end();
            if (!isAsked)
                continue;
            text += csvLine(view, week, metric) + QStringLiteral("\r\n");
            if (metric.id != MetricId::CostPerAccepted)
                continue;
            for (const CurrencyCost& cost : costsByCurrency(week.counts))
                text += currencyCsvLine(view, week, cost) + QStringLiteral("\r\n");
        }
    }
    return text;
}

} // namespace assay
