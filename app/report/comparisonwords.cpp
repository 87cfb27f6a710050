// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/comparisonwords.h"

#include "app/report/figures.h"

#include <QCoreApplication>

#include <cmath>

namespace assay {

namespace {

struct ComparisonWords
{
    Q_DECLARE_TR_FUNCTIONS(assay::ComparisonWords)
};

QString namesOf(const ChangeComparison& comparison, Verdict verdict)
{
    QStringList names;
    for (const Definition& metric : definitions()) {
        if (comparison.metrics[index(metric.id)].verdict == verdict)
            names += withinSentence(metricShortName(metric));
    }
    return names.join(QStringLiteral(", "));
}

QString signedText(double value, int decimals)
{
    const QString text = numberText(value, decimals);
    return value > 0 ? u'+' + text : text;
}

} // namespace

VerdictCounts countVerdicts(const ChangeComparison& comparison)
{
    VerdictCounts counts;
    for (const ComparedMetric& metric : comparison.metrics) {
        switch (metric.verdict) {
        case Verdict::Worse:
            ++counts.worse;
            break;
        case Verdict::Better:
            ++counts.better;
            break;
        case Verdict::Different:
            ++counts.different;
            break;
        case Verdict::NoDetectableDifference:
            ++counts.same;
            break;
        case Verdict::NotEnoughData:
            ++counts.few;
            break;
        }
    }
    return counts;
}

QString verdictSummary(const VerdictCounts& counts)
{
    QStringList parts;
    if (counts.worse > 0)
        parts += ComparisonWords::tr("%1 worse").arg(counts.worse);
    if (counts.better > 0)
        parts += ComparisonWords::tr("%1 better").arg(counts.better);
    if (counts.different > 0)
        parts += ComparisonWords::tr("%1 different").arg(counts.different);
    if (!parts.isEmpty())
        return parts.join(QStringLiteral(", "));
    return verdictText(counts.same > 0 ? Verdict::NoDetectableDifference : Verdict::NotEnoughData);
}

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::NotEnoughData:
        return ComparisonWords::tr("Not enough data");
    case Verdict::NoDetectableDifference:
        return ComparisonWords::tr("No detectable difference");
    case Verdict::Better:
        return ComparisonWords::tr("Better");
    case Verdict::Worse:
        return ComparisonWords::tr("Worse");
    case Verdict::Different:
        return ComparisonWords::tr("Different");
    }
    Q_UNREACHABLE();
}

QString changeTitle(const Change& change)
{
    const QString from = plainLine(change.from);
    const QString to = plainLine(change.to);
    if (!from.isEmpty() && !to.isEmpty())
        return from + QStringLiteral(" → ") + to;
    if (!to.isEmpty())
        return to;
    if (!from.isEmpty())
        return ComparisonWords::tr("%1 ended").arg(from);
    return change.note.isEmpty() ? ComparisonWords::tr("%1 change").arg(changeKindText(change.kind))
                                 : plainLine(change.note);
}

QString changeKindText(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Model:
        return ComparisonWords::tr("Model");
    case ChangeKind::Template:
        return ComparisonWords::tr("Template");
    case ChangeKind::Reference:
        return ComparisonWords::tr("Reference");
    case ChangeKind::Other:
        return ComparisonWords::tr("Other");
    }
    Q_UNREACHABLE();
}

QString comparisonHeadline(const ChangeComparison& comparison)
{
    const VerdictCounts counts = countVerdicts(comparison);
    QStringList sentences;
    if (counts.worse > 0)
        sentences += ComparisonWords::tr("Worse: %1.").arg(namesOf(comparison, Verdict::Worse));
    if (counts.better > 0)
        sentences += ComparisonWords::tr("Better: %1.").arg(namesOf(comparison, Verdict::Better));
    if (counts.different > 0)
        sentences += ComparisonWords::tr("Different: %1.").arg(namesOf(comparison, Verdict::Different));
    if (!sentences.isEmpty())
        return sentences.join(u' ');
    return counts.same > 0 ? ComparisonWords::tr("No difference can be told from chance.")
                           : ComparisonWords::tr("There is too little on one side to compare.");
}

QString comparisonRest(const ChangeComparison& comparison)
{
    const VerdictCounts counts = countVerdicts(comparison);
    QStringList parts;
    if (counts.same > 0)
        parts += counts.same == 1
                     ? ComparisonWords::tr("1 metric shows no detectable difference")
                     : ComparisonWords::tr("%1 metrics show no detectable difference").arg(counts.same);
    if (counts.few > 0)
        parts += counts.few == 1 ? ComparisonWords::tr("1 has too little data")
                                 : ComparisonWords::tr("%1 have too little data").arg(counts.few);
    return parts.isEmpty() ? QString() : QString(parts.join(QStringLiteral(", ")) + u'.');
}

QString differenceText(const Definition& metric, double difference)
{
    if (std::isinf(difference))
        return difference < 0 ? QStringLiteral("−∞") : QStringLiteral("+∞");
    if (metric.unit == MetricUnit::Share)
        return ComparisonWords::tr("%1 pp").arg(signedText(difference * 100, 1));
    const QString text = metricText(metric, difference);
    return difference > 0 ? u'+' + text : text;
}

QString notComparedText(const ComparedMetric& compared, const Definition& metric)
{
    for (const Estimate* side : {&compared.before, &compared.after}) {
        if (side->reason.why == Why::MixedCurrencies || side->reason.why == Why::CostMissing ||
            side->reason.why == Why::ZeroDenominator)
            return toText(side->reason);
    }
    if (compared.before.n == 0 && compared.after.n == 0)
        return ComparisonWords::tr("no %1 on either side").arg(metricCounted(metric));
    return ComparisonWords::tr("%1 before, %2 after: too few %3")
        .arg(countText(compared.before.n), countText(compared.after.n), metricCounted(metric));
}

} // namespace assay
