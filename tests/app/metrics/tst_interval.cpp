// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics/estimate.h"

#include <QTest>

#include <cmath>

using namespace assay;

namespace {

constexpr double kZ95 = 1.959964;

struct Clusters
{
    int count;
    double y;
    qint64 n;
};

Sums sumsOf(std::initializer_list<Clusters> groups)
{
    Sums sums;
    for (const Clusters& group : groups) {
        for (int i = 0; i < group.count; ++i)
            sums.add(group.y, group.n);
    }
    return sums;
}

void compareNear(double actual, double expected, double tolerance)
{
    QVERIFY2(std::abs(actual - expected) <= tolerance,
             qPrintable(QStringLiteral("%1, not %2").arg(actual, 0, 'g', 12).arg(expected, 0, 'g', 12)));
}

} // namespace

class TestInterval : public QObject
{
    Q_OBJECT

private slots:
    void share_hasTheIntervalOfThePaper_data();
    void share_hasTheIntervalOfThePaper();
    void designEffect_tellsAlikeImagesFromIndependentOnes_data();
    void designEffect_tellsAlikeImagesFromIndependentOnes();
    void designEffect_isTheSameForHitsAndMisses();
    void designEffect_keepsItsDigitsNearOne();
    void mean_ofEqualNumbers_isStillUncertain();
    void ratio_isSymmetricOnTheLogScale();
    void sums_ofDisjointClusters_addUp();
    void estimate_withoutEnough_saysWhy_data();
    void estimate_withoutEnough_saysWhy();
    void noInterval_whereNothingIsKnownOfTheSpread();
    void nearestRank_isCountedInIntegers_data();
    void nearestRank_isCountedInIntegers();
    void medianInterval_isThatOfThePublishedTable();
    void quantileOfAlikeValues_isAsUncertainAsItsClusters();
    void quantileInterval_withoutRoom_isOpen();
    void timeShare_weighsDaysByDuration();
    void timeShare_needsFourDays();
};

void TestInterval::share_hasTheIntervalOfThePaper_data()
{
    QTest::addColumn<int>("hits");
    QTest::addColumn<int>("n");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    // Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3.
    QTest::newRow("81 of 263") << 81 << 263 << .2553 << .3662;
    QTest::newRow("15 of 148") << 15 << 148 << .0624 << .1605;
    QTest::newRow("0 of 20") << 0 << 20 << .0 << .1611;
    QTest::newRow("1 of 29") << 1 << 29 << .0061 << .1718;
}

void TestInterval::share_hasTheIntervalOfThePaper()
{
    QFETCH(int, hits);
    QFETCH(int, n);
    const Interval interval = wilson(double(hits) / n, n, kZ95);
    QTEST(std::round(interval.low * 1e4) / 1e4, "low");
    QTEST(std::round(interval.high * 1e4) / 1e4, "high");
}

void TestInterval::designEffect_tellsAlikeImagesFromIndependentOnes_data()
{
    QTest::addColumn<Sums>("sums");
    QTest::addColumn<double>("expected");
    QTest::newRow("single images: k/(k-1)") << sumsOf({{50, 1, 1}, {50, 0, 1}}) << 100.0 / 99;
    QTest::newRow("four alike count as one") << sumsOf({{50, 4, 4}, {50, 0, 4}}) << 4 * 100.0 / 99;
    QTest::newRow("never below 1") << sumsOf({{50, 2, 4}}) << 1.0;
    QTest::newRow("one cluster tells nothing") << sumsOf({{1, 20, 40}}) << 1.0;
    QTest::newRow("none hit") << sumsOf({{20, 0, 4}}) << 1.0;
    QTest::newRow("all hit") << sumsOf({{20, 4, 4}}) << 1.0;
}

void TestInterval::designEffect_tellsAlikeImagesFromIndependentOnes()
{
    QFETCH(Sums, sums);
    QFETCH(double, expected);
    compareNear(designEffect(sums), expected, 1e-12);
}

void TestInterval::designEffect_isTheSameForHitsAndMisses()
{
    const Sums hits = sumsOf({{30, 4, 4}, {20, 1, 4}, {5, 0, 2}});
    const Sums misses = sumsOf({{30, 0, 4}, {20, 3, 4}, {5, 2, 2}});
    compareNear(designEffect(hits), designEffect(misses), 1e-12);
    QVERIFY(designEffect(hits) > 1);
}

void TestInterval::designEffect_keepsItsDigitsNearOne()
{
    // One asset of a hundred thousand missed all of its four checks: four alike.
    const Sums sums = sumsOf({{99'999, 4, 4}, {1, 0, 4}});
    compareNear(designEffect(sums), 4 * 100'000.0 / 99'999, 1e-12);
}

void TestInterval::mean_ofEqualNumbers_isStillUncertain()
{
    const Estimate depth = meanEstimate(sumsOf({{40, 1, 1}}));
    QCOMPARE(depth.value, 1.0);
    QVERIFY(depth.isJudgeable());
    const Interval interval = depth.interval(2).value();
    compareNear(interval.high - 1, 2.0 / 40, 1e-12);
    compareNear(1 - interval.low, 2.0 / 40, 1e-12);
    QCOMPARE(depth.interval(1000)->low, 0.0);
}

void TestInterval::ratio_isSymmetricOnTheLogScale()
{
    const Estimate attempts = ratioEstimate(sumsOf({{20, 4, 1}, {20, 8, 2}, {20, 5, 0}}));
    QCOMPARE(attempts.value, 340.0 / 60);
    const Interval interval = attempts.interval(1.96).value();
    compareNear(interval.low * interval.high, *attempts.value * *attempts.value, 1e-9);
    // sum((a - r b)^2) = 20 (4 - r)^2 + 20 (8 - 2r)^2 + 20 * 25, r = 17/3.
    const double r = 17.0 / 3;
    const double squares = 20 * (4 - r) * (4 - r) + 20 * (8 - 2 * r) * (8 - 2 * r) + 20 * 25;
    compareNear(std::log(interval.high / r), 1.96 * std::sqrt(60.0 / 59 * squares) / 340, 1e-12);
}

void TestInterval::sums_ofDisjointClusters_addUp()
{
    Sums first = sumsOf({{3, 2, 4}, {2, 0, 1}});
    first += sumsOf({{7, 1, 5}});
    QCOMPARE(first, sumsOf({{3, 2, 4}, {2, 0, 1}, {7, 1, 5}}));
    QCOMPARE(first.clusters, 12);
    QCOMPARE(first.n, 3 * 4 + 2 + 35);
}

void TestInterval::estimate_withoutEnough_saysWhy_data()
{
    QTest::addColumn<Estimate>("estimate");
    QTest::addColumn<QString>("why");
    QTest::newRow("30 images of 10 assets are enough") << rateEstimate(sumsOf({{10, 1, 3}})) << QString();
    QTest::newRow("29 images") << rateEstimate(sumsOf({{9, 1, 3}, {1, 1, 2}})) << QStringLiteral("too few");
    QTest::newRow("9 assets") << rateEstimate(sumsOf({{9, 1, 10}})) << QStringLiteral("too few");
    QTest::newRow("no image") << rateEstimate({}) << QStringLiteral("no data");
    QTest::newRow("no asset") << meanEstimate({}) << QStringLiteral("no data");
    QTest::newRow("nothing spent, nothing accepted") << ratioEstimate({}) << QStringLiteral("no data");
    QTest::newRow("spent, nothing accepted")
        << ratioEstimate(sumsOf({{10, 3, 0}})) << QStringLiteral("zero denominator");
    QTest::newRow("nothing spent") << ratioEstimate(sumsOf({{40, 0, 1}})) << QStringLiteral("too few");
}

void TestInterval::estimate_withoutEnough_saysWhy()
{
    QFETCH(Estimate, estimate);
    QTEST(toText(estimate.reason), "why");
    QCOMPARE(estimate.isJudgeable(), toText(estimate.reason).isEmpty());
}

void TestInterval::noInterval_whereNothingIsKnownOfTheSpread()
{
    QVERIFY(!rateEstimate({}).interval(2));
    QVERIFY(!ratioEstimate(sumsOf({{1, 40, 2}})).interval(2));
    QVERIFY(rateEstimate(sumsOf({{1, 1, 2}})).interval(2));
}

void TestInterval::nearestRank_isCountedInIntegers_data()
{
    QTest::addColumn<int>("n");
    QTest::addColumn<double>("p");
    QTest::addColumn<int>("rank");
    QTest::newRow("median of 100") << 100 << 0.5 << 50;
    QTest::newRow("p95 of 100") << 100 << 0.95 << 95;
    QTest::newRow("p95 of 20, which floating point makes 20") << 20 << 0.95 << 19;
    QTest::newRow("p95 of one") << 1 << 0.95 << 1;
    QTest::newRow("median of two") << 2 << 0.5 << 1;
}

void TestInterval::nearestRank_isCountedInIntegers()
{
    QFETCH(int, n);
    QFETCH(double, p);
    QFETCH(int, rank);
    QCOMPARE(nearestRank(n, p), rank);
}

/// Campbell and Gardner, BMJ 296 (1988) 1454: ranks j = n/2 - 1.96 sqrt(n)/2 and k = 1 + n/2 + 1.96
/// sqrt(n)/2, rounded; for n = 100 the 40th and the 61st value. Rounding outwards, as here, never makes it
/// narrower.
void TestInterval::medianInterval_isThatOfThePublishedTable()
{
    std::vector<Sample> samples;
    for (quint32 i = 1; i <= 100; ++i)
        samples.push_back({double(i), i});
    const Estimate median = quantileEstimate(Samples(SampleRun::of(samples)), 0.5);
    QCOMPARE(median.value, 50.0);
    QCOMPARE(median.clusters, 100);
    QVERIFY(median.isJudgeable());
    QCOMPARE(median.interval(1.96), (Interval{40, 61}));
}

void TestInterval::quantileOfAlikeValues_isAsUncertainAsItsClusters()
{
    std::vector<Sample> alike;
    for (quint32 i = 0; i < 400; ++i)
        alike.push_back({double(i / 4), i / 4});
    const Estimate median = quantileEstimate(Samples(SampleRun::of(alike)), 0.5);
    QCOMPARE(median.n, 400);
    QCOMPARE(median.clusters, 100);
    // Four equal values in each cluster: four times the variance, with k/(k-1), on ranks 200 -+ 39.4.
    const double half = 1.96 * std::sqrt(400 * 0.25 * 4 * 100.0 / 99);
    QCOMPARE(median.interval(1.96)->low, std::floor((std::floor(200 - half) - 1) / 4));
    QCOMPARE(median.interval(1.96)->high, std::floor(std::ceil(200 + half) / 4));
}

void TestInterval::quantileInterval_withoutRoom_isOpen()
{
    const Samples few(SampleRun::of({{1, 0}, {2, 1}, {3, 2}}));
    const Interval interval = quantileEstimate(few, 0.5).interval(3).value();
    QCOMPARE(interval.low, -std::numeric_limits<double>::infinity());
    QCOMPARE(interval.high, std::numeric_limits<double>::infinity());
}

void TestInterval::timeShare_weighsDaysByDuration()
{
    const std::vector<GpuDay> days{{.busy = 50, .duration = 100},
                                   {.busy = 90, .duration = 100},
                                   {.busy = 160, .duration = 200},
                                   {.busy = 20, .duration = 100}};
    const Estimate busy = timeShareEstimate(days);
    QCOMPARE(busy.value, 320.0 / 500);
    QVERIFY(busy.isJudgeable());
    // sum((a - r b)^2), r = 0.64: 14^2 + 26^2 + 32^2 + 44^2.
    const double error = std::sqrt(4.0 / 3 * (14 * 14 + 26 * 26 + 32 * 32 + 44 * 44)) / 500;
    compareNear(busy.interval(2)->high - 0.64, 2 * error, 1e-12);
    QCOMPARE(busy.interval(100), (Interval{0, 1}));
}

void TestInterval::timeShare_needsFourDays()
{
    const std::vector<GpuDay> days(3, {.busy = 50, .duration = 100});
    QCOMPARE(toText(timeShareEstimate(days).reason), QStringLiteral("too few"));
    QCOMPARE(timeShareEstimate(std::span(days).first(1)).interval(2), (Interval{0, 1}));
    QCOMPARE(toText(timeShareEstimate({}).reason), QStringLiteral("no data"));
}

QTEST_APPLESS_MAIN(TestInterval)
#include "tst_interval.moc"
