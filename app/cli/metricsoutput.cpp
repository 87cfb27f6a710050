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
