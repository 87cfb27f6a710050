// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/clientreportwords.h"

#include "app/report/figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(assay::ReportText)
};

/// Whole percent, but never 100 or 0 for what is not quite that.
QString sharePercent(double share)
{
    const double percent = share * 100;
    const bool looksComplete = (percent >= 99.5 && share < 1) || (percent < 0.5 && share > 0);
    return percentText(share, looksComplete ? 1 : 0);
}

QString ofAll(const DeliveredAssets& assets)
{
    return ReportText::tr("%1 of %2").arg(countText(assets.firstTime), countText(assets.count));
}

int monthsIn(QDate from, QDate to)
{
    const bool isWhole = from.day() == 1 && to.addDays(1).day() == 1;
    return isWhole ? (to.year() - from.year()) * 12 + to.month() - from.month() + 1 : 0;
}

QString periodBeforeName(const ClientReport& report)
{
    switch (monthsIn(report.from, report.to)) {
    case 0: {
        const auto days = int(report.from.daysTo(report.to)) + 1;
        return ReportText::tr("In the %1 days before").arg(days);
    }
    case 1:
        return ReportText::tr("In the month before");
    case 3:
        return ReportText::tr("In the quarter before");
    case 12:
        return ReportText::tr("In the year before");
    default:
        return ReportText::tr("In the %1 months before").arg(monthsIn(report.from, report.to));
    }
}

QString previousSentence(const ClientReport& report)
{
    const DeliveredAssets& before = report.previousAssets;
    const QString when = periodBeforeName(report);
    if (before.count == 0)
        return ReportText::tr("%1 no asset was finished.").arg(when);
    if (!before.isEnough())
        return ReportText::tr("%1 it was %2.").arg(when, ofAll(before));
    return ReportText::tr("%1 it was %2, %3.").arg(when, sharePercent(*before.shipped.value), ofAll(before));
}

QString intervalSentence(const DeliveredAssets& assets)
{
    const auto interval = assets.shipped.interval(kShownZ);
    if (!interval)
        return {};
    return ReportText::tr("With %1 assets, the 95 % interval is %2 to %3.")
        .arg(countText(assets.count), numberText(interval->low * 100, 0), percentText(interval->high, 0));
}

void setHeadline(const ClientReport& report, ClientReportWords& words)
{
    const DeliveredAssets& assets = report.assets;
    if (assets.count == 0) {
        words.headline = ReportText::tr("No asset was finished in this period");
        words.lead = previousSentence(report);
        return;
    }
    const QString accepted =
        ReportText::tr("%1 finished assets were accepted at the first proposal.").arg(ofAll(assets));
    if (!assets.isEnough()) {
        words.figure = ofAll(assets);
        words.headline = ReportText::tr("assets shipped without rework");
        words.lead = ReportText::tr("%1 assets: too few for a percentage.").arg(countText(assets.count)) +
                     u' ' + previousSentence(report);
        return;
    }
    words.figure = sharePercent(*assets.shipped.value);
    words.headline = ReportText::tr("of assets shipped without rework");
    words.lead = accepted + u' ' + previousSentence(report) + u' ' + intervalSentence(assets);
}

QString beforeText(const QString& value)
{
    return value.isEmpty() ? ReportText::tr("nothing before") : ReportText::tr("%1 before").arg(value);
}

QString shippedText(const DeliveredAssets& assets)
{
    if (assets.count == 0)
        return {};
    return assets.isEnough() ? sharePercent(*assets.shipped.value) : ofAll(assets);
}

QString cyclesText(const DeliveredAssets& assets)
{
    return assets.cycles.value ? numberText(*assets.cycles.value, 2) : QString();
}

/// Only what was measured in this period.
QList<ReportFigure> figuresOf(const ClientReport& report)
{
    const DeliveredAssets& now = report.assets;
    const DeliveredAssets& before = report.previousAssets;
    QList<ReportFigure> figures{{ReportText::tr("Assets delivered"), countText(now.count),
                                 ReportText::tr("%1 before").arg(countText(before.count))}};
    if (now.count == 0)
        return figures;
    figures.append({ReportText::tr("Without rework"), shippedText(now), beforeText(shippedText(before))});
    figures.append({ReportText::tr("Cycles needed"), cyclesText(now),
                    ReportText::tr("%1; 1 is ideal").arg(beforeText(cyclesText(before)))});
    if (now.firstUsable) {
        const QString earlier = before.firstUsable ? durationText(*before.firstUsable) : QString();
        figures.append(
            {ReportText::tr("First usable after"), durationText(*now.firstUsable), beforeText(earlier)});
    }
    return figures;
}

QString chartTitle(const Estimate& acceptance)
{
    if (!acceptance.value)
        return ReportText::tr("No images were reviewed");
    if (!acceptance.isJudgeable())
        return ReportText::tr("Images accepted as they came");
    return ReportText::tr("%1 of images were accepted as they came").arg(sharePercent(*acceptance.value));
}

QString chartNote(const ClientReport& report)
{
    QString note =
        ReportText::tr("Share of reviewed images that were accepted, by week, with its 95 % interval.");
    if (report.acceptance.value && !report.acceptance.isJudgeable())
        note +=
            u' ' + ReportText::tr("%1 images: too few for a percentage.").arg(countText(report.acceptance.n));
    const auto empty =
        std::ranges::count_if(report.weeks, [](const JudgedWeek& week) { return week.counts.isEmpty(); });
    if (empty == 1)
        note += u' ' + ReportText::tr("No images were made in one of the weeks.");
    else if (empty > 1)
        note += u' ' + ReportText::tr("No images were made in %1 of the weeks.").arg(empty);
    const bool isCut = report.from.dayOfWeek() != 1 || report.to.dayOfWeek() != 7;
    if (isCut)
        note += u' ' + ReportText::tr("Weeks are whole, Monday to Sunday.");
    return note;
}

QList<ReportDefinition> definitionsOf(const ClientReport& report)
{
    QList<ReportDefinition> list{
        {ReportText::tr("Asset"),
         ReportText::tr("A finished piece of work. It counts on the day its image was first accepted.")},
        {ReportText::tr("Without rework"),
         ReportText::tr("The share of finished assets that were accepted at the first proposal.")},
        {ReportText::tr("Cycles needed"),
         ReportText::tr("The mean number of proposals until an asset was accepted.")}};
    if (report.assets.firstUsable)
        list.append({ReportText::tr("First usable after"),
                     ReportText::tr("The time from the first prompt to the first accepted image; half of the "
                                    "assets took less.")});
    list.append({ReportText::tr("95 % interval"),
                 ReportText::tr("How far chance can move the value: 95 of 100 such ranges hold the true one. "
                                "Below 30 there is no percentage.")});
    return list;
}

} // namespace

ClientReportWords clientReportWords(const ClientReport& report)
{
    ClientReportWords words;
    words.client = report.client.isEmpty() ? ReportText::tr("No client") : plainLine(report.client);
    words.period = periodText(report.from, report.to);
    words.title = ReportText::tr("Image quality report, %1, %2").arg(words.client, words.period);
    setHeadline(report, words);
    words.figures = figuresOf(report);
    words.chartTitle = chartTitle(report.acceptance);
    words.chartNote = chartNote(report);
    words.definitions = definitionsOf(report);
    words.foot = ReportText::tr("Made on %1 with Assay from %2 images and %3 reviews")
                     .arg(dateText(report.madeOn), countText(report.images), countText(report.reviewed));
    return words;
}

} // namespace assay
