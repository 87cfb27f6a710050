// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/clientreportwords.h"
#include "tests/support/result.h"
#include "tests/support/studio.h"

#include <QTest>

using namespace assay;

class TestClientReport : public QObject
{
    Q_OBJECT

private slots:
    void manyAssets_haveAPercentage();
    void fewAssets_areCounted();
    void noAsset_isSaid();
    void almostAll_isNotAllOfThem();
    void periodBefore_hasTheSameLength_data();
    void periodBefore_hasTheSameLength();
    void weeksWithoutImages_areThere();
    void unknownClient_isNotFound();
    void turnedPeriod_isInvalid();

private:
    Result<ClientReport> read(const TemporaryWorkspace& workspace, QDate from, QDate to)
    {
        return readClientReport(workspace.database(),
                                {QStringLiteral("nord"), from, to, *parseRfc3339(u"2026-05-05T12:00:00Z")});
    }
};

void TestClientReport::manyAssets_haveAPercentage()
{
    const TemporaryWorkspace workspace;
    Studio studio(workspace);
    studio.add({.week = *IsoWeek::fromName(u"2026-W10"), .assets = 50, .acceptedOfTen = 9});
    studio.add({.week = *IsoWeek::fromName(u"2026-W11"), .assets = 50, .acceptedOfTen = 9});
    studio.add({.week = *IsoWeek::fromName(u"2026-W07"), .assets = 12, .acceptedOfTen = 5});
    const auto report = read(workspace, {2026, 3, 1}, {2026, 3, 31});
    ASSAY_VERIFY_OK(report);
    QCOMPARE(report->assets.count, 100);
    QCOMPARE(report->assets.firstTime, 90);
    QCOMPARE(report->images, 110);
    QCOMPARE(report->reviewed, 110);
    const ClientReportWords words = clientReportWords(*report);
    QCOMPARE(words.figure, QStringLiteral("90\u00A0%"));
    QCOMPARE(words.headline, QStringLiteral("of assets shipped without rework"));
    QCOMPARE(words.lead,
             QStringLiteral("90 of 100 finished assets were accepted at the first proposal. In the month "
                            "before it was 7 of 12. With 100 assets, the 95 % interval is 83 to 94\u00A0%."));
    QCOMPARE(words.figures.size(), 4);
    QCOMPARE(words.figures[2].value, QStringLiteral("1.10"));
    QCOMPARE(words.figures[3].value, QStringLiteral("4 h 0 min"));
}

void TestClientReport::fewAssets_areCounted()
{
    const TemporaryWorkspace workspace;
    Studio(workspace).add({.week = *IsoWeek::fromName(u"2026-W10"), .assets = 12, .acceptedOfTen = 9});
    const auto report = read(workspace, {2026, 3, 1}, {2026, 3, 31});
    ASSAY_VERIFY_OK(report);
    const ClientReportWords words = clientReportWords(*report);
    QCOMPARE(words.figure, QStringLiteral("11 of 12"));
    QVERIFY(words.lead.startsWith(QStringLiteral("12 assets: too few for a percentage.")));
    QVERIFY(words.lead.contains(QStringLiteral("In the month before no asset was finished.")));
    QVERIFY(!words.lead.contains(u'%'));
    QCOMPARE(words.figures[1].value, QStringLiteral("11 of 12"));
    QVERIFY(!words.chartTitle.contains(u'%'));
}

void TestClientReport::noAsset_isSaid()
{
    const TemporaryWorkspace workspace;
    Studio(workspace).add({.week = *IsoWeek::fromName(u"2026-W10")});
    const auto report = read(workspace, {2026, 4, 1}, {2026, 4, 30});
    ASSAY_VERIFY_OK(report);
    const ClientReportWords words = clientReportWords(*report);
    QVERIFY(words.figure.isEmpty());
    QCOMPARE(words.headline, QStringLiteral("No asset was finished in this period"));
    QCOMPARE(words.figures.size(), 1);
    QCOMPARE(words.chartTitle, QStringLiteral("No images were reviewed"));
}

void TestClientReport::almostAll_isNotAllOfThem()
{
    ClientReport report;
    report.from = QDate(2026, 3, 1);
    report.to = QDate(2026, 3, 31);
    Sums sums;
    for (int i = 0; i < 400; ++i)
        sums.add(i > 0, 1);
    report.assets = {.count = 400, .firstTime = 399, .shipped = rateEstimate(sums)};
    QCOMPARE(clientReportWords(report).figure, QStringLiteral("99.8\u00A0%"));
}

void TestClientReport::periodBefore_hasTheSameLength_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::addColumn<QDate>("before");
    QTest::newRow("quarter") << QDate(2026, 1, 1) << QDate(2026, 3, 31) << QDate(2025, 10, 1);
    QTest::newRow("March") << QDate(2026, 3, 1) << QDate(2026, 3, 31) << QDate(2026, 2, 1);
    QTest::newRow("ten days") << QDate(2026, 3, 11) << QDate(2026, 3, 20) << QDate(2026, 3, 1);
    QTest::newRow("one day") << QDate(2026, 1, 1) << QDate(2026, 1, 1) << QDate(2025, 12, 31);
}

void TestClientReport::periodBefore_hasTheSameLength()
{
    QFETCH(QDate, from);
    QFETCH(QDate, to);
    QFETCH(QDate, before);
    QCOMPARE(periodBefore(from, to), std::pair(before, from.addDays(-1)));
}

void TestClientReport::weeksWithoutImages_areThere()
{
    const TemporaryWorkspace workspace;
    Studio studio(workspace);
    studio.add({.week = *IsoWeek::fromName(u"2026-W11")});
    const auto report = read(workspace, {2026, 3, 2}, {2026, 3, 29});
    ASSAY_VERIFY_OK(report);
    QCOMPARE(report->weeks.size(), size_t(4));
    QVERIFY(report->weeks[0].counts.isEmpty());
    QVERIFY(!report->weeks[1].counts.isEmpty());
    QVERIFY(report->weeks[3].counts.isEmpty());
    QVERIFY(clientReportWords(*report).chartNote.contains(
        QStringLiteral("No images were made in 3 of the weeks.")));
}

void TestClientReport::unknownClient_isNotFound()
{
    const TemporaryWorkspace workspace;
    ASSAY_VERIFY_ERROR(read(workspace, {2026, 3, 1}, {2026, 3, 31}), ErrorKind::NotFound);
}

void TestClientReport::turnedPeriod_isInvalid()
{
    const TemporaryWorkspace workspace;
    Studio(workspace).add({.week = *IsoWeek::fromName(u"2026-W10"), .assets = 1});
    ASSAY_VERIFY_ERROR(read(workspace, {2026, 3, 31}, {2026, 3, 1}), ErrorKind::Invalid);
}

QTEST_GUILESS_MAIN(TestClientReport)
#include "tst_clientreport.moc"
