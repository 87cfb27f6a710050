// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics/comparison.h"

#include <QTest>

#include <cmath>

using namespace assay;

namespace {

Estimate shareOf(qint64 hits, qint64 n)
{
    Sums sums;
    for (qint64 i = 0; i < n; ++i)
        sums.add(i < hits ? 1 : 0, 1);
    return rateEstimate(sums);
}

void compareNear(double actual, double expected, double tolerance)
{
    QVERIFY2(std::abs(actual - expected) <= tolerance,
             qPrintable(QStringLiteral("%1, not %2").arg(actual, 0, 'g', 12).arg(expected, 0, 'g', 12)));
}

Change changeAt(UtcTime at, const QString& id)
{
    Change change;
    change.externalId = id;
    change.at = at;
    return change;
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private slots:
    void difference_hasTheIntervalOfThePaper();
    void discoveries_areThoseOfThePaper();
    void discoveries_leaveMissingValuesOut();
    void pValue_isTheLevelAtWhichTheIntervalTouchesZero();
    void equalSides_differInNothing();
    void verdict_knowsTheBadDirection();
    void window_endsAtOtherChangesAndNow();
    void assetOnBothSides_countsOnNeither();
};

/// Newcombe, Statistics in Medicine 17 (1998) 873, table II (a), method 10: 56/70 - 48/80 is 0.0524 to
/// 0.3339.
void TestComparison::difference_hasTheIntervalOfThePaper()
{
    const Estimate first{.value = 48.0 / 80, .spread = RateSpread{48.0 / 80, 80}};
    const Estimate second{.value = 56.0 / 70, .spread = RateSpread{56.0 / 70, 70}};
    const Interval interval = differenceAt(1.959964, first, second);
    compareNear(interval.low, 0.0524, 5e-5);
    compareNear(interval.high, 0.3339, 5e-5);
}

/// Benjamini and Hochberg, J. R. Statist. Soc. B 57 (1995) 289, section 4.1: of these 15 p-values the first
/// four are rejected at q = 0.05, where Bonferroni rejects three.
void TestComparison::discoveries_areThoseOfThePaper()
{
    const std::vector<std::optional<double>> p{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                               0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0};
    std::vector<bool> expected(15, false);
    std::fill_n(expected.begin(), 4, true);
    QVERIFY(discoveries(p, 0.05) == expected);
}

void TestComparison::discoveries_leaveMissingValuesOut()
{
    // Two of two at 0.05: a missing third would have lowered the limits.
    const std::vector<std::optional<double>> p{0.05, std::nullopt, 0.02};
    QVERIFY((discoveries(p, 0.05) == std::vector<bool>{true, false, true}));
    QVERIFY(discoveries({}, 0.05).empty());
}

void TestComparison::pValue_isTheLevelAtWhichTheIntervalTouchesZero()
{
    const Estimate before = shareOf(60, 120);
    const Estimate after = shareOf(80, 120);
    const double p = differenceP(before, after);
    QVERIFY(p > 0.001 && p < 0.05);
    // Two-sided: z of p is where the lower end is 0.
    double low = 0;
    double high = 6;
    for (int i = 0; i < 60; ++i)
        (std::erfc((low + high) / 2 / std::sqrt(2.0)) > p ? low : high) = (low + high) / 2;
    compareNear(differenceAt(low, before, after).low, 0, 1e-9);
    compareNear(differenceP(after, before), p, 1e-9);
}

void TestComparison::equalSides_differInNothing()
{
    QCOMPARE(differenceP(shareOf(60, 120), shareOf(60, 120)), 1.0);
    QCOMPARE(differenceP(shareOf(60, 120), shareOf(300, 600)), 1.0);
}

void TestComparison::verdict_knowsTheBadDirection()
{
    PerMetric<Estimate> before;
    PerMetric<Estimate> after;
    const auto set = [&](MetricId id, const Estimate& first, const Estimate& second) {
        before[index(id)] = first;
        after[index(id)] = second;
    };
    set(MetricId::Adherence, shareOf(200, 400), shareOf(300, 400));
    set(MetricId::FailureRate, shareOf(20, 400), shareOf(120, 400));
    set(MetricId::BatchAcceptance, shareOf(200, 400), shareOf(300, 400));
    set(MetricId::Acceptance, shareOf(200, 400), shareOf(202, 400));
    set(MetricId::ShippedFirstTime, shareOf(2, 4), shareOf(200, 400));
    const PerMetric<ComparedMetric> compared = compareSides(before, after);
    const auto verdict = [&compared](MetricId id) { return compared[index(id)].verdict; };
    QCOMPARE(verdict(MetricId::Adherence), Verdict::Better);
    QCOMPARE(verdict(MetricId::FailureRate), Verdict::Worse);
    QCOMPARE(verdict(MetricId::BatchAcceptance), Verdict::Different);
    QCOMPARE(verdict(MetricId::Acceptance), Verdict::NoDetectableDifference);
    QCOMPARE(verdict(MetricId::ShippedFirstTime), Verdict::NotEnoughData);
    QCOMPARE(verdict(MetricId::LatencyP95), Verdict::NotEnoughData);
    QCOMPARE(compared[index(MetricId::Adherence)].percent, 0.5);
    QVERIFY(!compared[index(MetricId::ShippedFirstTime)].difference);
}

void TestComparison::window_endsAtOtherChangesAndNow()
{
    using std::chrono::days;
    const UtcTime at = fromEpochMs(1'772'625'600'000);
    const Change change = changeAt(at, QStringLiteral("b"));
    QCOMPARE(comparisonWindow(change, {}, at + days(90)),
             (ComparisonWindow{at - days(28), at, at + days(28)}));
    const std::vector<Change> changes{changeAt(at - days(9), QStringLiteral("a")), change,
                                      changeAt(at + days(12), QStringLiteral("c"))};
    QCOMPARE(comparisonWindow(change, changes, at + days(90)),
             (ComparisonWindow{at - days(9), at, at + days(12)}));
    QCOMPARE(comparisonWindow(change, changes, at + days(3)).to, at + days(3));
}

void TestComparison::assetOnBothSides_countsOnNeither()
{
    using std::chrono::days;
    const UtcTime at = fromEpochMs(1'772'625'600'000);
    const auto sent = [at](qint64 asset, int day) {
        return SentObservation{at + days(day), {.asset = AssetId{asset}}};
    };
    const ComparedRows rows{.generations = {sent(1, -3), sent(2, -2), sent(2, 2), sent(3, 1), sent(3, 2)},
                            .assets = {{AssetId{1}, at - days(3), at - days(3)},
                                       {AssetId{2}, at - days(2), at + days(2)},
                                       {AssetId{3}, at + days(1), at + days(2)}}};
    const WeekCalendar calendar(QTimeZone::utc());
    const auto compared = compare({at - days(28), at, at + days(28)}, rows, calendar);
    QCOMPARE(compared[index(MetricId::FailureRate)].before.n, 1);
    QCOMPARE(compared[index(MetricId::FailureRate)].after.n, 2);
    QCOMPARE(compared[index(MetricId::FailureRate)].after.clusters, 1);
}

QTEST_APPLESS_MAIN(TestComparison)
#include "tst_comparison.moc"
