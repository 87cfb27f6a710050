// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics/alert.h"

#include <QTest>

#include <cmath>

using namespace assay;

namespace {

Estimate share(double hits, qint64 n)
{
    const double p = hits / double(n);
    return {.value = p, .n = n, .clusters = n, .spread = RateSpread{p, double(n)}};
}

Estimate depth(double mean, double standardError)
{
    return {.value = mean, .n = 100, .clusters = 100, .spread = MeanSpread{mean, standardError}};
}

Judgement judgementOf(Level level, bool isBad, bool hasMoved, int weeks)
{
    Judgement judgement;
    judgement.level = level;
    judgement.isBad = isBad;
    judgement.hasMoved = hasMoved;
    judgement.weeks = weeks;
    return judgement;
}

const IsoWeek kEarlier{QDate(2026, 4, 6)};
const IsoWeek kNow{QDate(2026, 4, 13)};

} // namespace

class TestBand : public QObject
{
    Q_OBJECT

private slots:
    void bandWithoutThreshold_isTheIntervalOfTheDifference();
    void sureWeek_isInsideUntilTheThresholdIsPassed();
    void floor_decidesForASmallBaseline();
    void smallWeek_widensTheBand();
    void level_followsTheBands_data();
    void level_followsTheBands();
    void metricWithoutBadDirection_isNeverBad();
    void deviation_isAShareOfTheBaseline();
    void drawnBand_ofAShare_endsAtNoneAndAll();
    void alert_takesOneStepAWeek_data();
    void alert_takesOneStepAWeek();
    void alert_remembersTheWeekItBegan();
};

void TestBand::bandWithoutThreshold_isTheIntervalOfTheDifference()
{
    // Newcombe, Statistics in Medicine 17 (1998) 873, method 10: 56/70 - 48/80 has .0524 to .3339.
    const Interval band = bandAt(1.959964, Threshold{}, share(48, 80), share(56, 70));
    const double difference = 56.0 / 70 - 48.0 / 80;
    QCOMPARE(std::round((difference - (band.high - 0.6)) * 1e4), 524.0);
    QCOMPARE(std::round((difference + (0.6 - band.low)) * 1e4), 3339.0);
}

void TestBand::sureWeek_isInsideUntilTheThresholdIsPassed()
{
    const Threshold tenPercent{0.10, 0.02};
    const Interval band = bandAt(3, tenPercent, share(500'000, 1'000'000), share(460'000, 1'000'000));
    QCOMPARE(band.low, 0.45);
    QCOMPARE(band.high, 0.55);
}

void TestBand::floor_decidesForASmallBaseline()
{
    QCOMPARE((Threshold{0.50, 0.02}.need(0.01)), 0.02);
    QCOMPARE((Threshold{0.50, 0.02}.need(0.10)), 0.05);
    QCOMPARE((Threshold{0.15, 0.10}.need(0)), 0.10);
}

void TestBand::smallWeek_widensTheBand()
{
    const Threshold threshold{0.05, 0.01};
    const Interval large = bandAt(3, threshold, share(900, 1000), share(900, 1000));
    const Interval small = bandAt(3, threshold, share(900, 1000), share(36, 40));
    QVERIFY(small.low < large.low);
    QVERIFY(small.high > large.high);
}

void TestBand::level_followsTheBands_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("level");
    QTest::addColumn<bool>("bad");
    QTest::addColumn<bool>("moved");
    // Baseline 2.00 and week, each with standard error 0.20: half widths 0.566 at z = 2 and 0.849 at z = 3;
    // need 0.30.
    QTest::newRow("equal") << 2.00 << 0 << false << false;
    QTest::newRow("threshold passed, not sure") << 2.40 << 0 << false << true;
    QTest::newRow("outside at 2") << 2.60 << 1 << true << true;
    QTest::newRow("outside at 3") << 2.90 << 2 << true << true;
    QTest::newRow("outside at 3 on the good side") << 1.10 << 2 << false << false;
}

void TestBand::level_followsTheBands()
{
    QFETCH(double, value);
    const Judgement judgement =
        judgeValue(definition(MetricId::RevisionDepth), frozen(depth(2, 0.2), 2), depth(value, 0.2));
    QTEST(int(judgement.level), "level");
    QTEST(judgement.isBad, "bad");
    QTEST(judgement.hasMoved, "moved");
}

void TestBand::metricWithoutBadDirection_isNeverBad()
{
    const Judgement judgement =
        judgeValue(definition(MetricId::BatchAcceptance), frozen(share(900, 1000), 2), share(500, 1000));
    QCOMPARE(judgement.level, Level::Alarm);
    QCOMPARE(judgement.side, Side::Below);
    QVERIFY(!judgement.isBad);
    QVERIFY(!judgement.hasMoved);
}

void TestBand::deviation_isAShareOfTheBaseline()
{
    QCOMPARE(deviation(3, 4), -0.25);
    QCOMPARE(deviation(3, 2), 0.5);
    QVERIFY(!deviation(1, 0));
}

void TestBand::drawnBand_ofAShare_endsAtNoneAndAll()
{
    QCOMPARE(drawnBand({-0.1, 1.2}, MetricUnit::Share), (Interval{0, 1}));
    QCOMPARE(drawnBand({0.8, 2.1}, MetricUnit::Count), (Interval{0.8, 2.1}));
}

void TestBand::alert_takesOneStepAWeek_data()
{
    using enum AlertState;
    QTest::addColumn<AlertState>("before");
    QTest::addColumn<Judgement>("week");
    QTest::addColumn<AlertState>("after");
    const auto bad = [](Level level, int weeks = 1) { return judgementOf(level, true, true, weeks); };
    const Judgement inside = judgementOf(Level::InBand, false, false, 1);
    const Judgement movedInside = judgementOf(Level::InBand, false, true, 1);
    const Judgement good = judgementOf(Level::Alarm, false, false, 1);

    QTest::newRow("quiet week") << Inactive << inside << Inactive;
    QTest::newRow("moved, but not surely") << Inactive << movedInside << Inactive;
    QTest::newRow("improved") << Inactive << good << Inactive;
    QTest::newRow("warning") << Inactive << bad(Level::Warning) << Pending;
    QTest::newRow("warning of a pool") << Inactive << bad(Level::Warning, 3) << Inactive;
    QTest::newRow("alarm") << Inactive << bad(Level::Alarm) << Firing;
    QTest::newRow("alarm of a pool") << Inactive << bad(Level::Alarm, 3) << Firing;
    QTest::newRow("second warning") << Pending << bad(Level::Warning) << Firing;
    QTest::newRow("second warning of a pool") << Pending << bad(Level::Warning, 2) << Inactive;
    QTest::newRow("pending, then alarm") << Pending << bad(Level::Alarm) << Firing;
    QTest::newRow("pending, then quiet") << Pending << movedInside << Inactive;
    QTest::newRow("firing stays at a warning") << Firing << bad(Level::Warning) << Firing;
    QTest::newRow("firing stays beyond the threshold") << Firing << movedInside << Firing;
    QTest::newRow("firing ends inside the threshold") << Firing << inside << Resolved;
    QTest::newRow("resolved, then quiet") << Resolved << inside << Inactive;
    QTest::newRow("resolved, then warning") << Resolved << bad(Level::Warning) << Pending;
    QTest::newRow("resolved, then alarm") << Resolved << bad(Level::Alarm) << Firing;
}

void TestBand::alert_takesOneStepAWeek()
{
    QFETCH(AlertState, before);
    QFETCH(Judgement, week);
    QFETCH(AlertState, after);
    QCOMPARE(toText(afterWeek({.state = before, .since = kEarlier}, week, kNow).state), toText(after));
}

void TestBand::alert_remembersTheWeekItBegan()
{
    const Judgement bad = judgementOf(Level::Warning, true, true, 1);
    const Alert pending = afterWeek({}, bad, kEarlier);
    QCOMPARE(pending.since, kEarlier);
    QVERIFY(pending.isOpen());
    const Alert firing = afterWeek(pending, bad, kNow);
    QCOMPARE(firing.since, kNow);
    QCOMPARE(afterWeek(firing, bad, kNow.next()).since, kNow);
    const Alert resolved = afterWeek(firing, judgementOf(Level::InBand, false, false, 1), kNow.next());
    QCOMPARE(resolved.since, kNow.next());
    QVERIFY(!resolved.isOpen());
    QVERIFY(!afterWeek(resolved, judgementOf(Level::InBand, false, false, 1), kNow.next()).since);
}

QTEST_APPLESS_MAIN(TestBand)
#include "tst_band.moc"
