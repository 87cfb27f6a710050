// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/format.h"

#include <QLocale>
#include <QTest>

#include <limits>

using namespace assay;

namespace {

/// In the tables a plain space before a unit stands for the no-break one.
QString spaced(QString text)
{
    return text.replace(QChar(0x00A0), u' ');
}

} // namespace

class TestFormat : public QObject
{
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void number_isWritten_data();
    void number_isWritten();
    void duration_isWrittenInTwoUnits_data();
    void duration_isWrittenInTwoUnits();
    void days_nameTheMonthOnce_data();
    void days_nameTheMonthOnce();
    void unit_followsANoBreakSpace();
    void week_isNamed();
    void time_isOfTheGivenZone();
    void sizes_areWritten();
    void germanLocale_usesItsSeparators();
};

void TestFormat::number_isWritten_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("expected");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("count") << formatCount(1204) << u"1,204"_qs;
    QTest::newRow("negative count") << formatCount(-7) << u"−7"_qs;
    QTest::newRow("decimals") << formatNumber(1.944, 2) << u"1.94"_qs;
    QTest::newRow("minus") << formatNumber(-0.3, 1) << u"−0.3"_qs;
    QTest::newRow("no minus for nothing") << formatNumber(-0.004, 2) << u"0.00"_qs;
    QTest::newRow("not a number") << formatNumber(nan, 2) << u"–"_qs;
    QTest::newRow("percent") << spaced(formatPercent(0.813)) << u"81.3 %"_qs;
    QTest::newRow("all") << spaced(formatPercent(1, 0)) << u"100 %"_qs;
    QTest::newRow("unknown percent") << formatPercent(nan) << u"–"_qs;
    QTest::newRow("deviation down") << spaced(formatSignedPercent(-0.085)) << u"−8.5 %"_qs;
    QTest::newRow("deviation up") << spaced(formatSignedPercent(0.198)) << u"+19.8 %"_qs;
    QTest::newRow("no deviation") << spaced(formatSignedPercent(0.0)) << u"0.0 %"_qs;
    QTest::newRow("signed") << formatSigned(5.6, 1) << u"+5.6"_qs;
    QTest::newRow("interval") << spaced(formatPercentRange(0.787, 0.837)) << u"78.7–83.7 %"_qs;
    QTest::newRow("money") << spaced(formatMoney({440'000, u"USD"_qs})) << u"0.44 USD"_qs;
    QTest::newRow("money in mils") << spaced(formatMoney({187'000, u"EUR"_qs}, 3)) << u"0.187 EUR"_qs;
    QTest::newRow("debt") << spaced(formatMoney({-1'500'000, u"EUR"_qs})) << u"−1.50 EUR"_qs;
}

void TestFormat::number_isWritten()
{
    QFETCH(QString, written);
    QTEST(written, "expected");
}

void TestFormat::duration_isWrittenInTwoUnits_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << qint64(0) << u"0 ms"_qs;
    QTest::newRow("milliseconds") << qint64(850) << u"850 ms"_qs;
    QTest::newRow("tenths") << qint64(3'120) << u"3.1 s"_qs;
    QTest::newRow("whole seconds") << qint64(21'000) << u"21 s"_qs;
    QTest::newRow("just under a minute") << qint64(59'900) << u"59.9 s"_qs;
    QTest::newRow("rounded up to a minute") << qint64(59'960) << u"1 min"_qs;
    QTest::newRow("minutes") << qint64(125'000) << u"2 min 5 s"_qs;
    QTest::newRow("rounded up to an hour") << qint64(3'599'900) << u"1 h"_qs;
    QTest::newRow("hours") << qint64(12'000'000) << u"3 h 20 min"_qs;
    QTest::newRow("rounded up to a day") << qint64(86'399'000) << u"1 d"_qs;
    QTest::newRow("days") << qint64(28 * 3'600'000) << u"1 d 4 h"_qs;
    QTest::newRow("many days") << qint64(86'400'000) * 1200 << u"1,200 d"_qs;
    QTest::newRow("negative") << qint64(-3'100) << u"−3.1 s"_qs;
}

void TestFormat::duration_isWrittenInTwoUnits()
{
    QFETCH(qint64, ms);
    QFETCH(QString, expected);
    QCOMPARE(spaced(formatDuration(Milliseconds(ms))), expected);
}

void TestFormat::days_nameTheMonthOnce_data()
{
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one month") << QDate(2026, 4, 20) << QDate(2026, 4, 26) << u"20–26 Apr"_qs;
    QTest::newRow("two months") << QDate(2026, 3, 30) << QDate(2026, 4, 5) << u"30 Mar – 5 Apr"_qs;
    QTest::newRow("two years") << QDate(2025, 12, 29) << QDate(2026, 1, 4) << u"29 Dec – 4 Jan"_qs;
}

void TestFormat::days_nameTheMonthOnce()
{
    QFETCH(QDate, first);
    QFETCH(QDate, last);
    QFETCH(QString, expected);
    QCOMPARE(formatDays(first, last), expected);
}

void TestFormat::unit_followsANoBreakSpace()
{
    const QChar space(0x00A0);
    QCOMPARE(formatPercent(0.5, 0), QString(u"50"_qs + space + u"%"_qs));
    QVERIFY(formatDuration(Milliseconds(3'100)).contains(space));
    QVERIFY(formatMoney({1'000'000, u"USD"_qs}).contains(space));
    QVERIFY(formatBytes(3'400'000).contains(space));
    QVERIFY(!formatBytes(3'400'000).contains(u' '));
}

void TestFormat::week_isNamed()
{
    const IsoWeek week = IsoWeek::containing(QDate(2026, 4, 22));
    QCOMPARE(formatWeek(week), u"2026-W17"_qs);
    QCOMPARE(formatWeekShort(week), u"W17"_qs);
    QCOMPARE(formatWeekShort(IsoWeek::containing(QDate(2026, 1, 7))), u"W02"_qs);
    QCOMPARE(formatWeekDays(week), u"20–26 Apr"_qs);
    QCOMPARE(formatWeek(IsoWeek()), u"–"_qs);
}

void TestFormat::time_isOfTheGivenZone()
{
    const UtcTime time = *parseRfc3339(u"2026-04-20T22:30:00Z");
    QCOMPARE(formatDateTime(time, QTimeZone("Europe/Berlin")), u"21 Apr 2026, 00:30"_qs);
    QCOMPARE(formatDateTime(time, QTimeZone("America/New_York")), u"20 Apr 2026, 18:30"_qs);
    QCOMPARE(formatDate(QDate()), u"–"_qs);
}

void TestFormat::sizes_areWritten()
{
    QCOMPARE(spaced(formatBytes(999)), u"999 bytes"_qs);
    QCOMPARE(spaced(formatBytes(3'400'000)), u"3.4 MB"_qs);
    QCOMPARE(spaced(formatPixels(QSize(2048, 1536))), u"2048 × 1536"_qs);
}

void TestFormat::germanLocale_usesItsSeparators()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(formatCount(1204), u"1.204"_qs);
    QCOMPARE(spaced(formatPercent(0.813)), u"81,3 %"_qs);
    QCOMPARE(formatNumber(-0.5, 1), u"−0,5"_qs);
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
