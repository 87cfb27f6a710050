// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/rate.h"
#include "app/domain/ratelines.h"

#include <QTest>

#include <limits>

using namespace assay;

class TestRate : public QObject
{
    Q_OBJECT

private slots:
    void line_readsBack();
    void badLine_saysWhichKey_data();
    void badLine_saysWhichKey();
    void amount_isRoundedHalfToEven_data();
    void amount_isRoundedHalfToEven();
    void modelPattern_matches_data();
    void modelPattern_matches();
    void closerPattern_goesBeforeLaterDay();
    void clientsRate_goesBeforeEverybodys();
    void laterRate_holdsFromItsInstant();
    void tie_isRefused();
    void failedAttempt_costsNoImage();
    void statedSize_givesPixels();
};

namespace {

Rate aRate(const QString& model, qint64 micro, qint64 fromMs = 0, const QString& client = {})
{
    return {{}, model, RateBasis::Image, {micro, QStringLiteral("EUR")}, fromEpochMs(fromMs), client};
}

PricedWork workOf(const QString& model, qint64 atMs = 1000)
{
    PricedWork work;
    work.model = model;
    work.sentAt = fromEpochMs(atMs);
    return work;
}

} // namespace

void TestRate::amount_isRoundedHalfToEven_data()
{
    QTest::addColumn<qint64>("price");
    QTest::addColumn<qint64>("pixels");
    QTest::addColumn<qint64>("micro"); // -1: none
    QTest::newRow("exact") << qint64(40'000) << qint64(1'000'000) << qint64(40'000);
    QTest::newRow("1024 x 1024") << qint64(3'000) << qint64(1'048'576) << qint64(3'146);
    QTest::newRow("half, even below") << qint64(1) << qint64(500'000) << qint64(0);
    QTest::newRow("half, odd below") << qint64(1) << qint64(1'500'000) << qint64(2);
    QTest::newRow("half, even at two") << qint64(1) << qint64(2'500'000) << qint64(2);
    QTest::newRow("over half") << qint64(1) << qint64(500'001) << qint64(1);
    QTest::newRow("free") << qint64(0) << std::numeric_limits<qint64>::max() << qint64(0);
    QTest::newRow("largest price") << qint64(999'999'999'999) << qint64(999'999) << qint64(999'998'999'999);
    QTest::newRow("too much") << qint64(999'999'999'999) << qint64(2'000'000) << qint64(-1);
    QTest::newRow("far too much") << qint64(999'999'999'999) << std::numeric_limits<qint64>::max()
                                  << qint64(-1);
}

void TestRate::amount_isRoundedHalfToEven()
{
    QFETCH(qint64, price);
    QFETCH(qint64, pixels);
    QFETCH(qint64, micro);
    Rate rate = aRate(QStringLiteral("*"), price);
    rate.basis = RateBasis::Megapixel;
    PricedWork work = workOf(QStringLiteral("m"));
    QVERIFY(!costAt(rate, work));
    work.pixels = pixels;
    const auto cost = costAt(rate, work);
    QCOMPARE(cost ? cost->micro : qint64(-1), micro);
}

void TestRate::modelPattern_matches_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char* pattern, const char* model, bool matches) {
        QTest::addRow("%s / %s", pattern, model)
            << QString::fromLatin1(pattern) << QString::fromLatin1(model) << matches;
    };
    row("flux-1", "flux-1", true);
    row("flux-1", "FLUX-1", true);
    row("flux-1", "flux-1.1", false);
    row("flux*", "flux", true);
    row("*turbo", "sdxl-turbo", true);
    row("*a*b", "xaybzb", true);
    row("*a*b", "xayc", false);
    row("flux-?", "flux-1", true);
    row("flux-?", "flux-", false);
    row("a[b]", "ab", false);
    row("*", "", true);
}

void TestRate::modelPattern_matches()
{
    QFETCH(QString, pattern);
    QFETCH(QString, model);
    QFETCH(bool, matches);
    QCOMPARE(matchesModel(pattern, model), matches);
}

void TestRate::closerPattern_goesBeforeLaterDay()
{
    const RateCard card{aRate(QStringLiteral("*"), 1, 500), aRate(QStringLiteral("flux*"), 2, 400),
                        aRate(QStringLiteral("flux-pro"), 3)};
    QCOMPARE(estimatedCost(card, workOf(QStringLiteral("flux-pro")))->micro, qint64(3));
    QCOMPARE(estimatedCost(card, workOf(QStringLiteral("flux-dev")))->micro, qint64(2));
    PricedWork unknown = workOf({});
    unknown.model.reset();
    QCOMPARE(estimatedCost(card, unknown)->micro, qint64(1));
}

void TestRate::clientsRate_goesBeforeEverybodys()
{
    const RateCard card{aRate(QStringLiteral("flux"), 1),
                        aRate(QStringLiteral("*"), 2, 0, QStringLiteral("nord"))};
    PricedWork work = workOf(QStringLiteral("flux"));
    QCOMPARE(estimatedCost(card, work)->micro, qint64(1));
    work.client = QStringLiteral("nord");
    QCOMPARE(estimatedCost(card, work)->micro, qint64(2));
}

void TestRate::laterRate_holdsFromItsInstant()
{
    const RateCard card{aRate(QStringLiteral("m"), 1, 100), aRate(QStringLiteral("m"), 2, 200)};
    QVERIFY(!estimatedCost(card, workOf(QStringLiteral("m"), 99)));
    QCOMPARE(estimatedCost(card, workOf(QStringLiteral("m"), 199))->micro, qint64(1));
    QCOMPARE(estimatedCost(card, workOf(QStringLiteral("m"), 200))->micro, qint64(2));
}

void TestRate::tie_isRefused()
{
    Rate present = aRate(QStringLiteral("flux*"), 1);
    present.id = RateId{1};
    const RateCard card{present};
    QCOMPARE(faultOf(aRate(QStringLiteral("Flux*"), 2), card), RateFault::Tie);
    QCOMPARE(faultOf(aRate(QStringLiteral("*-pro"), 2), {aRate(QStringLiteral("flux*"), 1)}), RateFault::Tie);
    QVERIFY(!faultOf(aRate(QStringLiteral("sdxl*"), 2), card));
    QVERIFY(!faultOf(aRate(QStringLiteral("flux*"), 2, 5), card));
    QVERIFY(!faultOf(present, card));
    QCOMPARE(faultOf(aRate(QString(), 2), card), RateFault::NoModel);
    QCOMPARE(faultOf(aRate(QStringLiteral("m"), -1), card), RateFault::NegativePrice);
    QCOMPARE(faultOf(aRate(QStringLiteral("m"), 1'000'000'000'000), card), RateFault::PriceTooLarge);
}

void TestRate::failedAttempt_costsNoImage()
{
    PricedWork work = workOf(QStringLiteral("m"));
    work.status = GenerationStatus::Timeout;
    QCOMPARE(costAt(aRate(QStringLiteral("m"), 9), work)->micro, qint64(0));
}

void TestRate::statedSize_givesPixels()
{
    QCOMPARE(statedPixels(QStringLiteral(R"({"size":"1024x768"})")), qint64(786'432));
    QCOMPARE(statedPixels(QStringLiteral(R"({"width":10,"height":20})")), qint64(200));
    QVERIFY(!statedPixels(QStringLiteral(R"({"size":"big"})")));
    QVERIFY(!statedPixels(QString()));
}

void TestRate::line_readsBack()
{
    Rate rate{{}, QStringLiteral("flux-\"*"), RateBasis::Megapixel, {1, QStringLiteral("EUR")}, {}, {}};
    QCOMPARE(*rateFromLine(toRateLine(rate).toUtf8()), rate);
    rate.validFrom = fromEpochMs(1'772'625'600'000);
    rate.client = QStringLiteral("nord");
    rate.basis = RateBasis::GpuSecond;
    QCOMPARE(*rateFromLine(toRateLine(rate).toUtf8()), rate);
}

void TestRate::badLine_saysWhichKey_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("said");
    QTest::newRow("no object") << QByteArray("[1]") << QStringLiteral("no JSON object");
    QTest::newRow("half") << QByteArray(R"({"model":"a")") << QStringLiteral("no JSON object");
    QTest::newRow("no price") << QByteArray(R"({"model":"a"})") << QStringLiteral("\"price\"");
    QTest::newRow("negative") << QByteArray(R"({"model":"a","price":-1})") << QStringLiteral("\"price\"");
    QTest::newRow("unit") << QByteArray(R"({"model":"a","price":1,"per":"day"})")
                          << QStringLiteral("\"per\"");
    QTest::newRow("local time") << QByteArray(R"({"model":"a","price":1,"valid_from":"2026-01-01"})")
                                << QStringLiteral("\"valid_from\"");
    QTest::newRow("typing error") << QByteArray(R"({"modell":"a","price":1})")
                                  << QStringLiteral("\"modell\"");
}

void TestRate::badLine_saysWhichKey()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, said);
    const auto rate = rateFromLine(line);
    QVERIFY(!rate);
    QCOMPARE(rate.error().kind, ErrorKind::Invalid);
    QVERIFY2(rate.error().detail.contains(said), qPrintable(rate.error().detail));
}

QTEST_GUILESS_MAIN(TestRate)
#include "tst_rate.moc"
