// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/metricsoutput.h"

#include "app/cli/command.h"
#include "app/metrics/pattern.h"
#include "app/report/figures.h"
#include "app/report/weekwords.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

QJsonValue numberOrNull(const std::optional<double>& value)
{
    return value && std::isfinite(*value) ? QJsonValue(*value) : QJsonValue();
}

/// Micro-units by currency.
QJsonObject moneyJson(const std::map<QString, qint64>& amounts)
{
    QJsonObject json;
    for (const auto& [currency, micro] : amounts)
        json.insert(currency, micro);
    return json;
}

QJsonObject countsJson(const WeekCounts& counts)
{
    QJsonObject json{{QStringLiteral("generations"), counts.generations},
                     {QStringLiteral("ok"), counts.ok},
                     {QStringLiteral("failed"), counts.failed},
                     {QStringLiteral("retries"), counts.retries},
                     {QStringLiteral("reviewed"), counts.reviewed},
                     {QStringLiteral("accepted"), counts.accepted},
                     {QStringLiteral("checks_ok"), counts.checksMet},
                     {QStringLiteral("checks"), counts.checks},
                     {QStringLiteral("batches_ok"), counts.batchesOk},
                     {QStringLiteral("batches_reviewed"), counts.batchesReviewed},
                     {QStringLiteral("assets_completed"), counts.assetsCompleted},
                     {QStringLiteral("cost_micro"), moneyJson(counts.cost)}};
    if (counts.isConverted())
        json.insert(QStringLiteral("converted_micro"), moneyJson(counts.spent));
    return json;
}

int levelNumber(Level level)
{
    return level == Level::Alarm ? 2 : level == Level::Warning ? 1 : 0;
}

void addJudgement(QJsonObject& metric, const JudgedMetric& judged)
{
    metric.insert(QStringLiteral("state"), toText(judged.alert.state));
    metric.insert(QStringLiteral("baseline"),
                  judged.baseline ? numberOrNull(judged.baseline->estimate.value) : QJsonValue());
    if (!judged.judgement) {
        metric.insert(QStringLiteral("level"), QJsonValue());
        return;
    }
    const Judgement& judgement = *judged.judgement;
    metric.insert(QStringLiteral("level"), levelNumber(judgement.level));
    metric.insert(QStringLiteral("pooled"), judgement.weeks);
    metric.insert(QStringLiteral("judged_value"), numberOrNull(judgement.estimate.value));
    metric.insert(QStringLiteral("deviation"), numberOrNull(judgement.deviation));
    metric.insert(QStringLiteral("band"),
                  QJsonArray{numberOrNull(judgement.band.low), numberOrNull(judgement.band.high)});
    metric.insert(QStringLiteral("bad"), judgement.isBad);
}

QJsonObject metricJson(const JudgedWeek& week, MetricId id)
{
    const JudgedMetric& judged = week.metric(id);
    const QString why = reasonText(week, definition(id));
    QJsonObject metric{{QStringLiteral("value"), numberOrNull(judged.estimate.value)},
                       {QStringLiteral("n"), judged.estimate.n},
                       {QStringLiteral("clusters"), judged.estimate.clusters},
                       {QStringLiteral("why"), why.isEmpty() ? QJsonValue() : QJsonValue(why)}};
    if (week.role == WeekRole::Judged)
        addJudgement(metric, judged);
    return metric;
}

QJsonObject weekJson(const JudgedWeek& week)
{
    QJsonArray patterns;
    for (const Pattern pattern : patternsOf(week))
        patterns.append(QLatin1String(definition(pattern).textId));
    QJsonObject metrics;
    for (const Definition& metric : definitions())
        metrics.insert(QLatin1String(metric.textId), metricJson(week, metric.id));
    return {{QStringLiteral("week"), week.week.name()},
            {QStringLiteral("epoch"), week.epoch},
            {QStringLiteral("role"), toText(week.role)},
            {QStringLiteral("provisional"), week.isProvisional},
            {QStringLiteral("changes"), QJsonArray::fromStringList(week.changes)},
            {QStringLiteral("counts"), countsJson(week.counts)},
            {QStringLiteral("patterns"), patterns},
            {QStringLiteral("metrics"), metrics}};
}

/// A text that begins like a formula gets an apostrophe in front, as spreadsheets understand it.
QString csvText(QString text)
{
    static const QString kFormulaStarts = QStringLiteral("=+-@\t\r");
    if (!text.isEmpty() && kFormulaStarts.contains(text.front()))
        text.prepend(u'\'');
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

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
                              judgement ? QString::number(levelNumber(judgement->level)) : QString(),
                              csvYes(isMoney && week.counts.isConverted())};
    return (csvPlace(view, week, metric) + numbers).join(u',');
}

/// Of a week with several currencies: a line for each, which has a value and is not judged.
QString currencyCsvLine(const WeeklyView& view, const JudgedWeek& week, const CurrencyCost& cost)
{
    const Definition& metric = definition(MetricId::CostPerAccepted);
    const QString none;
    return (csvPlace(view, week, metric) +
            QStringList{csvNumber(cost.perAccepted), QString::number(week.counts.accepted), none, none, none,
                        none, none, none, csvText(Cli::tr("what was paid in %1").arg(cost.currency)),
                        csvUnit(metric), csvText(cost.currency), none, none, none, csvYes(week.isProvisional),
                        none, csvYes(week.counts.isConverted())})
        .join(u',');
}

QJsonArray endsJson(const Interval& interval)
{
    return {numberOrNull(interval.low), numberOrNull(interval.high)};
}

} // namespace

QString alignedRows(const QList<QStringList>& rows, int names)
{
    QString text;
    for (const QStringList& row : rows) {
        QString line;
        for (int column = 0; column < row.size(); ++column) {
            qsizetype width = 0;
            for (const QStringList& other : rows)
                width = std::max(width, other[column].size());
            const bool isName = column < names;
            line += isName ? row[column].leftJustified(width) : row[column].rightJustified(width);
            line += QStringLiteral("  ");
        }
        text += line.trimmed() + u'\n';
    }
    return text;
}

QString metricsCsv(const WeeklyView& view, std::span<const JudgedWeek> weeks)
{
    QString text =
        QStringLiteral("client,week,epoch,role,metric,value,n,clusters,baseline,band_low,band_high,"
                       "deviation,state,why,unit,currency,judged_value,pooled_weeks,pooled,provisional,"
                       "level,converted\r\n");
    for (const JudgedWeek& week : weeks) {
        for (const Definition& metric : definitions()) {
            text += csvLine(view, week, metric) + QStringLiteral("\r\n");
            if (metric.id != MetricId::CostPerAccepted)
                continue;
            for (const CurrencyCost& cost : costsByCurrency(week.counts))
                text += currencyCsvLine(view, week, cost) + QStringLiteral("\r\n");
        }
    }
    return text;
}

QJsonObject comparisonJson(const ChangeComparison& comparison)
{
    QJsonObject table;
    for (const Definition& metric : definitions()) {
        const ComparedMetric& compared = comparison.metrics[index(metric.id)];
        QJsonObject row{{QStringLiteral("before"), numberOrNull(compared.before.value)},
                        {QStringLiteral("after"), numberOrNull(compared.after.value)},
                        {QStringLiteral("verdict"), toText(compared.verdict)}};
        if (compared.difference) {
            row.insert(QStringLiteral("diff"), numberOrNull(compared.difference));
            row.insert(QStringLiteral("change"), numberOrNull(compared.percent));
            row.insert(QStringLiteral("ci"), endsJson(*compared.interval));
            row.insert(QStringLiteral("p"), numberOrNull(compared.p));
        }
        table.insert(QLatin1String(metric.textId), row);
    }
    return table;
}

QByteArray metricsJson(const WeeklyView& view, std::span<const JudgedWeek> weeks,
                       std::span<const ChangeComparison> comparisons)
{
    QJsonArray list;
    for (const JudgedWeek& week : weeks)
        list.append(weekJson(week));
    QJsonObject changes;
    for (const ChangeComparison& comparison : comparisons)
        changes.insert(comparison.change.externalId, comparisonJson(comparison));
    const QJsonObject all{{QStringLiteral("client"), view.client ? QJsonValue(*view.client) : QJsonValue()},
                          {QStringLiteral("zone"), QString::fromUtf8(view.zone.id())},
                          {QStringLiteral("weeks"), list},
                          {QStringLiteral("changes"), changes}};
    return QJsonDocument(all).toJson();
}

} // namespace assay
