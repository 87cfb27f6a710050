// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/cellsums.h"
#include "app/metrics/weekrow.h"

#include <QTest>

using namespace assay;

namespace {

const IsoWeek kWeek{QDate(2026, 4, 20)};
const AssetId kFirst{1};
const AssetId kSecond{2};

Observation reviewed(AssetId asset, Disposition disposition, CheckCounts checks = {})
{
    return {.asset = asset, .disposition = disposition, .checks = checks};
}

Observation failed(AssetId asset)
{
    return {.asset = asset, .status = GenerationStatus::Timeout};
}

WeekRow rowOf(const std::vector<Observation>& observations, const std::vector<CompletedAsset>& completed = {})
{
    return cellSums(kWeek, observations, completed);
}

const Sums& sumsOf(const WeekRow& row, MetricId metric)
{
    return row.sums[index(metric)];
}

Observation paid(qint64 micro, const QString& currency)
{
    return {.asset = kFirst, .cost = Money{micro, currency}, .disposition = Disposition::Accepted};
}

} // namespace

class TestCellSums : public QObject
{
    Q_OBJECT

private slots:
    void nothing_givesAnEmptyRow();
    void imagesOfAnAsset_areOneCluster();
    void imagesWithoutAsset_clusterByBatchOrStandAlone();
    void clusterWithoutReview_countsInRatiosOnly();
    void reviewOfAFailedAttempt_isIgnored();
    void batch_isAcceptedByOneImage_andCountsWithItsReviewedOnes();
    void completedAssets_giveDepthAndShippedFirstTime();
    void cost_isKeptByCurrency_andFreeIsFreeInEveryCurrency();
    void costPerAccepted_isInUnitsOrSaysWhyNot_data();
    void costPerAccepted_isInUnitsOrSaysWhyNot();
    void rowsOfTwoClients_addUp();
    void coverage_isTheShareOfBatchesReviewed();
};

void TestCellSums::nothing_givesAnEmptyRow()
{
    const WeekRow row = rowOf({});
    QCOMPARE(row, (WeekRow{.week = kWeek}));
    QVERIFY(row.counts.isEmpty());
    for (const Definition& metric : definitions())
        QCOMPARE(toText(estimate(row, metric.id).reason), QStringLiteral("no data"));
}

void TestCellSums::imagesOfAnAsset_areOneCluster()
{
    const WeekRow row = rowOf({reviewed(kFirst, Disposition::Accepted, {.met = 3, .missed = 1}),
                               reviewed(kSecond, Disposition::Rejected, {.met = 1, .missed = 2}),
                               reviewed(kFirst, Disposition::Revised, {.met = 2, .missed = 0})});
    const Sums acceptance{.clusters = 2, .n = 3, .y = 1, .yy = 1, .yn = 2, .nn = 5};
    QCOMPARE(sumsOf(row, MetricId::Acceptance), acceptance);
    const Sums adherence{.clusters = 2, .n = 9, .y = 6, .yy = 26, .yn = 33, .nn = 45};
    QCOMPARE(sumsOf(row, MetricId::Adherence), adherence);
    QCOMPARE(row.counts.checksMet, 6);
    QCOMPARE(row.counts.checks, 9);
    QCOMPARE(row.counts.reviewed, 3);
    QCOMPARE(row.counts.accepted, 1);
}

void TestCellSums::imagesWithoutAsset_clusterByBatchOrStandAlone()
{
    Observation inBatch{.batch = QStringLiteral("b1"), .disposition = Disposition::Rejected};
    Observation alone{.disposition = Disposition::Accepted};
    const WeekRow row = rowOf({inBatch, inBatch, alone, alone});
    QCOMPARE(sumsOf(row, MetricId::Acceptance).clusters, 3);
    QCOMPARE(sumsOf(row, MetricId::Acceptance).nn, 6.0);
    QCOMPARE(row.counts.batchesReviewed, 3);
}

void TestCellSums::clusterWithoutReview_countsInRatiosOnly()
{
    const WeekRow row = rowOf({reviewed(kFirst, Disposition::Accepted), failed(kSecond), failed(kSecond)});
    QCOMPARE(sumsOf(row, MetricId::Acceptance).clusters, 1);
    QCOMPARE(sumsOf(row, MetricId::Adherence).clusters, 0);
    const Sums attempts{.clusters = 2, .n = 1, .y = 3, .yy = 5, .yn = 1, .nn = 1};
    QCOMPARE(sumsOf(row, MetricId::RetryRatio), attempts);
    const Sums failures{.clusters = 2, .n = 3, .y = 2, .yy = 4, .yn = 4, .nn = 5};
    QCOMPARE(sumsOf(row, MetricId::FailureRate), failures);
}

void TestCellSums::reviewOfAFailedAttempt_isIgnored()
{
    Observation impossible = failed(kFirst);
    impossible.disposition = Disposition::Accepted;
    impossible.checks = {.met = 2};
    const WeekRow row = rowOf({impossible});
    QCOMPARE(row.counts.failed, 1);
    QCOMPARE(row.counts.ok, 0);
    QCOMPARE(row.counts.reviewed, 0);
    QCOMPARE(row.counts.checks, 0);
    QCOMPARE(row.counts.batchesOk, 0);
}

void TestCellSums::batch_isAcceptedByOneImage_andCountsWithItsReviewedOnes()
{
    const auto inBatch = [](const char* batch, std::optional<Disposition> disposition) {
        return Observation{.asset = kFirst, .batch = QLatin1String(batch), .disposition = disposition};
    };
    const WeekRow row = rowOf({inBatch("b1", Disposition::Rejected), inBatch("b1", Disposition::Accepted),
                               inBatch("b1", {}), inBatch("b2", Disposition::Rejected), inBatch("b3", {})});
    QCOMPARE(row.counts.batchesOk, 3);
    QCOMPARE(row.counts.batchesReviewed, 2);
    const Sums batches{.clusters = 1, .n = 2, .y = 1, .yy = 1, .yn = 2, .nn = 4};
    QCOMPARE(sumsOf(row, MetricId::BatchAcceptance), batches);
}

void TestCellSums::completedAssets_giveDepthAndShippedFirstTime()
{
    const WeekRow row = rowOf({}, {{.depth = 1}, {.depth = 1}, {.depth = 4}});
    QCOMPARE(estimate(row, MetricId::RevisionDepth).value, 2.0);
    QCOMPARE(estimate(row, MetricId::ShippedFirstTime).value, 2.0 / 3);
    QCOMPARE(row.counts.assetsCompleted, 3);
    QVERIFY(!row.counts.isEmpty());
}

void TestCellSums::cost_isKeptByCurrency_andFreeIsFreeInEveryCurrency()
{
    const WeekRow row = rowOf({paid(40'000, QStringLiteral("USD")), paid(0, QStringLiteral("EUR")),
                               paid(2'000, QStringLiteral("USD")), failed(kFirst)});
    QCOMPARE(row.counts.cost, (std::map<QString, qint64>{{QStringLiteral("USD"), 42'000}}));
    QCOMPARE(row.counts.costUnknown, 1);
}

void TestCellSums::costPerAccepted_isInUnitsOrSaysWhyNot_data()
{
    QTest::addColumn<QList<Observation>>("observations");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("why");
    const Observation dollar = paid(1'000'000, QStringLiteral("USD"));
    const Observation euro = paid(500'000, QStringLiteral("EUR"));
    const Observation unknown = reviewed(kFirst, Disposition::Accepted);
    Observation rejected = dollar;
    rejected.disposition = Disposition::Rejected;
    rejected.asset = kSecond;
    QTest::newRow("one currency") << QList{dollar, dollar, rejected} << 1.5 << QStringLiteral("too few");
    QTest::newRow("two currencies") << QList{dollar, euro, unknown} << -1.0
                                    << QStringLiteral("mixed currencies: EUR, USD");
    QTest::newRow("unknown cost") << QList{dollar, unknown, unknown} << -1.0
                                  << QStringLiteral("cost missing on 2");
    QTest::newRow("nothing accepted") << QList{rejected} << -1.0 << QStringLiteral("zero denominator");
}

void TestCellSums::costPerAccepted_isInUnitsOrSaysWhyNot()
{
    QFETCH(QList<Observation>, observations);
    const Estimate cost = estimate(cellSums(kWeek, observations, {}), MetricId::CostPerAccepted);
    QTEST(cost.value.value_or(-1), "value");
    QTEST(toText(cost.reason), "why");
}

void TestCellSums::rowsOfTwoClients_addUp()
{
    WeekRow all = rowOf({reviewed(kFirst, Disposition::Accepted, {.met = 2}), paid(5, QStringLiteral("USD"))},
                        {{.depth = 2}});
    all += rowOf({reviewed(kSecond, Disposition::Rejected), paid(7, QStringLiteral("USD"))}, {{.depth = 1}});
    QCOMPARE(all.week, kWeek);
    QCOMPARE(all.counts.generations, 4);
    QCOMPARE(all.counts.cost.at(QStringLiteral("USD")), 12);
    QCOMPARE(estimate(all, MetricId::RevisionDepth).value, 1.5);
    QCOMPARE(sumsOf(all, MetricId::Acceptance).clusters, 3);
}

void TestCellSums::coverage_isTheShareOfBatchesReviewed()
{
    QCOMPARE(WeekCounts{}.coverage(), 1.0);
    QCOMPARE((WeekCounts{.batchesOk = 8, .batchesReviewed = 6}.coverage()), 0.75);
}

QTEST_APPLESS_MAIN(TestCellSums)
#include "tst_cellsums.moc"
