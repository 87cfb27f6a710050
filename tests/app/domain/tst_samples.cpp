// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/samples.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace assay;

namespace {

Samples samplesOf(std::vector<Sample> samples)
{
    return Samples(SampleRun::of(std::move(samples)));
}

} // namespace

class TestSamples : public QObject
{
    Q_OBJECT

private slots:
    void run_isSortedAndNumbersItsClustersAnew();
    void sameSamplesWithOtherNumbers_makeTheSameRun();
    void noSamples_areEmpty();
    void rankOverRuns_isThatOfAllValuesTogether_data();
    void rankOverRuns_isThatOfAllValuesTogether();
    void atMost_countsPerClusterOfEachRun();
};

void TestSamples::run_isSortedAndNumbersItsClustersAnew()
{
    const SampleRun run = SampleRun::of({{5, 7}, {1, 9}, {3, 7}, {3, 9}});
    QCOMPARE(run.count(), 4u);
    const std::vector<double> values{1, 3, 3, 5};
    // The clusters of the values are 0, 1, 0, 1.
    const std::vector<std::vector<quint32>> hits{{1, 0}, {1, 1}, {2, 1}, {2, 2}};
    for (size_t i = 0; i < values.size(); ++i) {
        QCOMPARE(run.value(i), values[i]);
        QCOMPARE(run.hits(i + 1), hits[i]);
    }
    QCOMPARE(run.sizes(), (std::vector<quint32>{2, 2}));
}

void TestSamples::sameSamplesWithOtherNumbers_makeTheSameRun()
{
    const std::vector<Sample> samples{{5, 2}, {1, 4}, {3, 2}};
    const std::vector<Sample> renumbered{{3, 0}, {5, 0}, {1, 1}};
    QVERIFY(samplesOf(samples) == samplesOf(renumbered));
    QVERIFY(!(samplesOf(samples) == samplesOf({{5, 2}, {1, 2}, {3, 2}})));
    QVERIFY(!(samplesOf(samples) == Samples()));
}

void TestSamples::noSamples_areEmpty()
{
    QVERIFY(samplesOf({}).isEmpty());
    QCOMPARE(Samples().count(), 0);
    QCOMPARE(Samples().atMost(5), Sums{});
}

void TestSamples::rankOverRuns_isThatOfAllValuesTogether_data()
{
    QTest::addColumn<int>("different");
    QTest::newRow("many different values") << 1'000'000;
    QTest::newRow("many equal values") << 5;
    QTest::newRow("all equal") << 1;
}

void TestSamples::rankOverRuns_isThatOfAllValuesTogether()
{
    QFETCH(int, different);
    QRandomGenerator random(3);
    std::vector<double> together;
    Samples samples;
    for (const int size : {40, 1, 0, 7, 200, 13}) {
        std::vector<Sample> run;
        for (int i = 0; i < size; ++i) {
            run.push_back({double(random.bounded(different)), quint32(random.bounded(9))});
            together.push_back(run.back().value);
        }
        samples += samplesOf(run);
    }
    std::ranges::sort(together);
    QCOMPARE(samples.count(), qint64(together.size()));
    for (size_t rank = 1; rank <= together.size(); ++rank)
        QCOMPARE(samples.at(qint64(rank)), together[rank - 1]);
}

void TestSamples::atMost_countsPerClusterOfEachRun()
{
    Samples samples = samplesOf({{1, 0}, {2, 0}, {3, 0}, {9, 1}});
    samples += samplesOf({{2, 0}, {5, 0}});
    // (2 of 3), (0 of 1), (1 of 2): the first cluster of the second run is another one.
    QCOMPARE(samples.atMost(2), (Sums{.clusters = 3, .n = 6, .y = 3, .yy = 5, .yn = 8, .nn = 14}));
}

QTEST_APPLESS_MAIN(TestSamples)
#include "tst_samples.moc"
