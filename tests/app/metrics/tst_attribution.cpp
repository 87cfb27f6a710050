// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics/attribution.h"

#include <QTest>

using namespace assay;

namespace {

/// `clusters` of n observations with y hits each.
Sums sumsOf(int clusters, double y, qint64 n)
{
    Sums sums;
    for (int i = 0; i < clusters; ++i)
        sums.add(y, n);
    return sums;
}

double movementOf(const std::vector<PartSums>& parts)
{
    Sums before;
    Sums after;
    for (const PartSums& part : parts) {
        before += part.before;
        after += part.after;
    }
    return after.y / double(after.n) - before.y / double(before.n);
}

double sumOf(const std::vector<AttributedPart>& parts)
{
    double sum = 0;
    for (const AttributedPart& part : parts)
        sum += part.effect();
    return sum;
}

} // namespace

class TestAttribution : public QObject
{
    Q_OBJECT

private slots:
    void effects_sumToTheMovement_data();
    void effects_sumToTheMovement();
    void worseTemplate_hasTheRateEffect();
    void moreOfAWeakTemplate_hasTheMixEffect();
    void smallParts_areTheOthers();
    void sideWithoutDenominator_hasNoAttribution();
};

void TestAttribution::effects_sumToTheMovement_data()
{
    QTest::addColumn<std::vector<PartSums>>("parts");
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    const QString c = QStringLiteral("c");
    QTest::newRow("rates and shares move") << std::vector<PartSums>{{a, sumsOf(20, 8, 10), sumsOf(15, 5, 10)},
                                                                    {b, sumsOf(12, 3, 9), sumsOf(30, 4, 11)},
                                                                    {c, sumsOf(3, 1, 4), sumsOf(2, 0, 4)}};
    QTest::newRow("one comes, one goes") << std::vector<PartSums>{
        {a, sumsOf(20, 8, 10), sumsOf(15, 5, 10)}, {b, {}, sumsOf(30, 4, 11)}, {c, sumsOf(30, 2, 4), {}}};
    QTest::newRow("cost without anything accepted")
        << std::vector<PartSums>{{a, sumsOf(20, 8, 10), sumsOf(15, 5, 10)},
                                 {b, sumsOf(12, 3, 0), sumsOf(30, 4, 0)},
                                 {c, sumsOf(12, 3, 2), sumsOf(30, 4, 0)}};
}

void TestAttribution::effects_sumToTheMovement()
{
    QFETCH(std::vector<PartSums>, parts);
    const std::vector<AttributedPart> shown = attribution(parts);
    QCOMPARE(shown.size(), 3u);
    QVERIFY(std::abs(sumOf(shown) - movementOf(parts)) < 1e-12);
    for (size_t i = 1; i < shown.size(); ++i)
        QVERIFY(std::abs(shown[i - 1].effect()) >= std::abs(shown[i].effect()));
}

void TestAttribution::worseTemplate_hasTheRateEffect()
{
    const auto shown =
        attribution(std::vector<PartSums>{{QStringLiteral("same"), sumsOf(20, 8, 10), sumsOf(20, 8, 10)},
                                          {QStringLiteral("worse"), sumsOf(20, 8, 10), sumsOf(20, 4, 10)}});
    QCOMPARE(shown.front().name, QStringLiteral("worse"));
    QCOMPARE(shown.front().rateEffect, -0.2);
    QVERIFY(std::abs(shown.front().mixEffect) < 1e-12);
    QVERIFY(std::abs(shown.back().effect()) < 1e-12);
}

void TestAttribution::moreOfAWeakTemplate_hasTheMixEffect()
{
    const auto shown =
        attribution(std::vector<PartSums>{{QStringLiteral("strong"), sumsOf(30, 9, 10), sumsOf(10, 9, 10)},
                                          {QStringLiteral("weak"), sumsOf(10, 5, 10), sumsOf(30, 5, 10)}});
    for (const AttributedPart& part : shown) {
        QVERIFY(std::abs(part.rateEffect) < 1e-12);
        QVERIFY(part.mixEffect < 0);
    }
    QVERIFY(std::abs(sumOf(shown) + 0.2) < 1e-12);
}

void TestAttribution::smallParts_areTheOthers()
{
    const auto shown =
        attribution(std::vector<PartSums>{{QStringLiteral("large"), sumsOf(20, 8, 10), sumsOf(20, 8, 10)},
                                          {QStringLiteral("s1"), sumsOf(9, 1, 10), sumsOf(9, 1, 10)},
                                          {QStringLiteral("s2"), sumsOf(2, 1, 10), {}}});
    QCOMPARE(shown.size(), 2u);
    const auto& others = shown.front().pooled > 0 ? shown.front() : shown.back();
    QCOMPARE(others.pooled, 2);
    QVERIFY(others.name.isEmpty());
    QCOMPARE(others.before.clusters, 11);
}

void TestAttribution::sideWithoutDenominator_hasNoAttribution()
{
    QVERIFY(attribution({}).empty());
    QVERIFY(attribution(std::vector<PartSums>{{QStringLiteral("a"), sumsOf(20, 8, 10), sumsOf(3, 1, 0)}})
                .empty());
}

QTEST_APPLESS_MAIN(TestAttribution)
#include "tst_attribution.moc"
