// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/findings.h"

#include "app/metrics/comparison.h"
#include "app/report/comparisonwords.h"
#include "app/report/figures.h"
#include "app/report/weekwords.h"
#include "ui/common/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

struct FindingWords
{
    Q_DECLARE_TR_FUNCTIONS(assay::FindingWords)
};

QString titleOf(const Definition& metric, const JudgedMetric& judged, AlertState state)
{
    const QString name = metricShortName(metric);
    const bool isUp = *judged.judgement->estimate.value > *judged.baseline->estimate.value;
    if (state == AlertState::Pending)
        return isUp ? FindingWords::tr("%1 may be rising").arg(name)
                    : FindingWords::tr("%1 may be falling").arg(name);
    return isUp ? FindingWords::tr("%1 rises").arg(name) : FindingWords::tr("%1 falls").arg(name);
}

QString sentenceOf(const Definition& metric, const JudgedMetric& judged, const QString& currency)
{
    const Judgement& judgement = *judged.judgement;
    const QString unit = metric.unit == MetricUnit::Money ? QChar(0x00A0) + currency : QString();
    const QString pooled = pooledText(judged);
    const QString beside = pooled.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(pooled);
    const QString value = QString(metricText(metric, *judgement.estimate.value) + unit + beside);
    const QString from = QString(metricText(metric, *judged.baseline->estimate.value) + unit);
    if (!judgement.deviation)
        return FindingWords::tr("%1 is %2; its baseline is %3.").arg(metricName(metric), value, from);
    const QString by = formatPercent(std::abs(*judgement.deviation));
    const QString pattern = *judgement.deviation < 0
                                ? FindingWords::tr("%1 is %2, %3 below its baseline of %4.")
                                : FindingWords::tr("%1 is %2, %3 above its baseline of %4.");
    return pattern.arg(metricName(metric), value, by, from);
}

QString intervalOfDifference(const Definition& metric, const Interval& difference)
{
    if (metric.unit == MetricUnit::Share) {
        return FindingWords::tr("%1 to %2 points")
            .arg(formatSigned(difference.low * 100, 1), formatSigned(difference.high * 100, 1));
    }
    return FindingWords::tr("%1 to %2")
        .arg(differenceText(metric, difference.low), differenceText(metric, difference.high));
}

QString surenessOf(const Definition& metric, const Baseline& baseline, const Estimate& value)
{
    const QString difference = intervalOfDifference(metric, differenceAt(kShownZ, baseline.estimate, value));
    const QString counted = formatCount(value.n) + u' ' + metricCounted(metric);
    if (value.n == value.clusters)
        return FindingWords::tr("How sure: %1; %2").arg(difference, counted);
    return FindingWords::tr("How sure: %1; %2, %3 assets")
        .arg(difference, counted, formatCount(value.clusters));
}

Finding findingOf(const JudgedWeek& week, const Definition& metric)
{
    const JudgedMetric& judged = week.metric(metric.id);
    Finding finding{.metric = metric.id, .state = judged.alert.state};
    finding.since = FindingWords::tr("since %1").arg(formatWeekShort(*judged.alert.since));
    if (!judged.judgement) {
        finding.title = metricShortName(metric);
        finding.sentence = FindingWords::tr("%1 was outside its band and could not be judged since.")
                               .arg(metricName(metric));
        return finding;
    }
    finding.title = titleOf(metric, judged, judged.alert.state);
    finding.sentence = sentenceOf(metric, judged, onlyCurrency(week.counts));
    if (!convertedText(week.counts, metric).isEmpty())
        finding.sentence += FindingWords::tr(" Costs are converted.");
    finding.sureness = surenessOf(metric, *judged.baseline, judged.judgement->estimate);
    if (judged.alert.state == AlertState::Pending)
        finding.whatNext = FindingWords::tr("One more week like this makes it an alert.");
    return finding;
}

/// How the other half of a pattern stands: "Acceptance rate is 62.1 %, in its band."
QString companionSentence(const JudgedWeek& week, MetricId id, Pattern pattern)
{
    const Definition& metric = definition(id);
    const JudgedMetric& judged = week.metric(id);
    if (!judged.judgement)
        return {};
    const bool hasMovedWithIt = pattern == Pattern::AcceptanceFalls && judged.judgement->hasMoved;
    if (judged.judgement->side != Side::Within || hasMovedWithIt)
        return sentenceOf(metric, judged, onlyCurrency(week.counts));
    const QString unit =
        metric.unit == MetricUnit::Money ? QChar(0x00A0) + onlyCurrency(week.counts) : QString();
    return FindingWords::tr("%1 is %2, in its band.")
        .arg(metricName(metric), metricText(metric, *judged.judgement->estimate.value) + unit);
}

/// The one of the pattern's two metrics that fires: acceptance may only have moved while its cost fires.
MetricId patternMetric(const JudgedWeek& week, const PatternDefinition& pattern)
{
    const bool isFiring = week.metric(pattern.metric).alert.state == AlertState::Firing;
    return isFiring ? pattern.metric : companionOf(pattern.metric);
}

QString patternText(const char* text)
{
    return QCoreApplication::translate("metrics", text);
}

Finding findingOf(const JudgedWeek& week, const PatternDefinition& pattern)
{
    Finding finding = findingOf(week, definition(patternMetric(week, pattern)));
    finding.pattern = pattern.id;
    finding.title = patternText(pattern.title);
    finding.meaning = patternText(pattern.meaning);
    finding.action = patternText(pattern.action);
    if (pattern.id != Pattern::DriftClimbs) {
        const QString other = companionSentence(week, companionOf(finding.metric), pattern.id);
        finding.sentence += other.isEmpty() ? QString() : QString(u' ' + other);
    }
    return finding;
}

/// 0 first.
int rank(const Finding& finding)
{
    if (finding.pattern)
        return 0;
    return finding.state == AlertState::Firing ? 1 : 2;
}

} // namespace

std::vector<Finding> findingsOf(const JudgedWeek& week)
{
    std::vector<Finding> findings;
    for (const Pattern pattern : patternsOf(week))
        findings.push_back(findingOf(week, definition(pattern)));
    for (const Definition& metric : definitions()) {
        const JudgedMetric& judged = week.metric(metric.id);
        const bool isTold = std::ranges::find(findings, metric.id, &Finding::metric) != findings.end();
        if (judged.alert.isOpen() && judged.alert.since && !isTold)
            findings.push_back(findingOf(week, metric));
    }
    std::ranges::stable_sort(findings, {}, rank);
    return findings;
}

MetricId companionOf(MetricId metric)
{
    switch (metric) {
    case MetricId::Acceptance:
        return MetricId::CostPerAccepted;
    case MetricId::RevisionDepth:
        return MetricId::ShippedFirstTime;
    case MetricId::ShippedFirstTime:
        return MetricId::RevisionDepth;
    case MetricId::LatencyMedian:
        return MetricId::LatencyP95;
    case MetricId::LatencyP95:
        return MetricId::LatencyMedian;
    case MetricId::DriftMedian:
        return MetricId::Adherence;
    case MetricId::TechnicalRetryRate:
        return MetricId::FailureRate;
    case MetricId::FailureRate:
        return MetricId::TechnicalRetryRate;
    default:
        return MetricId::Acceptance;
    }
}

} // namespace assay
