// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/metricsoutput.h"

#include "app/cli/command.h"
#include "app/metrics/pattern.h"
#include "app/report/csvtext.h"
#include "app/report/figures.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

QString cellText(const JudgedWeek& week, const Definition& metric)
{
    const JudgedMetric& judged = week.metric(metric.id);
    if (!judged.estimate.value)
        return QStringLiteral("–");
    QString text = metricText(metric, *judged.estimate.value);
    if (metric.unit == MetricUnit::Money)
        text += u' ' + onlyCurrency(week.counts);
    if (judged.alert.isOpen())
        text += judged.alert.state == AlertState::Firing ? QStringLiteral(" !") : QStringLiteral(" ?");
    else if (!judged.estimate.isJudgeable())
        text += QStringLiteral(" *");
    return text;
}

QStringList headings()
{
    QStringList row{Cli::tr("Week"), Cli::tr("Role"), Cli::tr("Images")};
    for (const Definition& metric : definitions())
        row += metricShortName(metric);
    return row;
}

QStringList weekRow(const JudgedWeek& week)
{
    const QString role =
        week.isProvisional && week.role == WeekRole::Judged ? Cli::tr("provisional") : toText(week.role);
    QStringList row{week.week.name(), role, countText(week.counts.ok)};
    for (const Definition& metric : definitions())
        row += cellText(week, metric);
    return row;
}

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
    const QString why = toText(judged.estimate.reason);
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

QString csvNumber(const std::optional<double>& value)
{
    return value && std::isfinite(*value) ? QString::number(*value, 'g', 17) : QString();
}

QString csvLine(const WeeklyView& view, const JudgedWeek& week, const Definition& metric)
{
    const JudgedMetric& judged = week.metric(metric.id);
    const auto band = judged.judgement ? std::optional(judged.judgement->band) : std::nullopt;
    const bool isJudged = week.role == WeekRole::Judged;
    return QStringList{csvText(view.client.value_or(QString())),
                       week.week.name(),
                       QString::number(week.epoch),
                       toText(week.role),
                       QLatin1String(metric.textId),
                       csvNumber(judged.estimate.value),
                       QString::number(judged.estimate.n),
                       QString::number(judged.estimate.clusters),
                       csvNumber(judged.baseline ? judged.baseline->estimate.value : std::nullopt),
                       csvNumber(band ? std::optional(band->low) : std::nullopt),
                       csvNumber(band ? std::optional(band->high) : std::nullopt),
                       csvNumber(judged.judgement ? judged.judgement->deviation : std::nullopt),
                       isJudged ? toText(judged.alert.state) : QString(),
                       csvText(toText(judged.estimate.reason))}
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

QString metricsTable(std::span<const JudgedWeek> weeks)
{
    QList<QStringList> rows{headings()};
    for (const JudgedWeek& week : weeks)
        rows += weekRow(week);
    const bool isConverted =
        std::ranges::any_of(weeks, [](const JudgedWeek& week) { return week.counts.isConverted(); });
    QString text =
        alignedRows(rows, 2) + Cli::tr("! firing   ? pending   * too few to judge alone   – no value");
    if (isConverted)
        text += u'\n' + Cli::tr("Costs are converted by the workspace's exchange rates.");
    return text;
}

QString metricsCsv(const WeeklyView& view, std::span<const JudgedWeek> weeks)
{
    QString text =
        QStringLiteral("client,week,epoch,role,metric,value,n,clusters,baseline,band_low,band_high,"
                       "deviation,state,why\r\n");
    for (const JudgedWeek& week : weeks) {
        for (const Definition& metric : definitions())
            text += csvLine(view, week, metric) + QStringLiteral("\r\n");
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
