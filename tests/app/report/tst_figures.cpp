// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/figures.h"

#include <QTest>

#include <limits>

using namespace assay;
using namespace std::chrono_literals;

class TestFigures : public QObject
{
    Q_OBJECT

private slots:
    void number_isWrittenForPeople_data();
    void number_isWrittenForPeople();
    void plainLine_isHarmless_data();
    void plainLine_isHarmless();
};

void TestFigures::number_isWrittenForPeople_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("expected");
    const Definition& adherence = definition(MetricId::Adherence);
    const double infinity = std::numeric_limits<double>::infinity();
    QTest::newRow("count") << countText(1204) << QStringLiteral("1,204");
    QTest::newRow("percent") << percentText(0.813) << QStringLiteral("81.3\u00A0%");
    QTest::newRow("fall") << deviationText(-0.085) << QStringLiteral("\u22128.5\u00A0%");
    QTest::newRow("rise") << deviationText(0.64) << QStringLiteral("+64\u00A0%");
    QTest::newRow("no sign of nothing") << deviationText(-0.0001) << QStringLiteral("0.0\u00A0%");
    QTest::newRow("depth") << metricText(definition(MetricId::RevisionDepth), 1.936)
                           << QStringLiteral("1.94");
    const Definition& latency = definition(MetricId::LatencyMedian);
    QTest::newRow("milliseconds") << metricText(latency, 850) << QStringLiteral("850\u00A0ms");
    QTest::newRow("seconds") << metricText(latency, 3096) << QStringLiteral("3.1\u00A0s");
    QTest::newRow("days") << metricText(definition(MetricId::TimeToFirstUsable), 28 * 3'600'000.0)
                          << QStringLiteral("1 d 4 h");
    QTest::newRow("earlier") << elapsedText(-300'000) << QStringLiteral("\u22125 min");
    QTest::newRow("open interval") << intervalText(latency, {2900, std::numeric_limits<double>::infinity()})
                                   << QStringLiteral("2.9\u00A0s\u00A0–\u00A0∞");
    QTest::newRow("distance") << metricText(definition(MetricId::DriftMedian), 0.2144)
                              << QStringLiteral("0.214");
    QTest::newRow("score") << metricText(definition(MetricId::AestheticMedian), 5.8412)
                           << QStringLiteral("5.84");
    QTest::newRow("ratio") << metricText(definition(MetricId::RetryRatio), 4.93) << QStringLiteral("4.9");
    QTest::newRow("cost") << metricText(definition(MetricId::CostPerAccepted), 0.1871)
                          << QStringLiteral("0.187");
    QTest::newRow("interval") << intervalText(adherence, {0.787, 0.837})
                              << QStringLiteral("78.7–83.7\u00A0%");
    QTest::newRow("no end") << intervalText(definition(MetricId::RetryRatio), {1.2, infinity})
                            << QStringLiteral("1.2–∞");
    QTest::newRow("minutes") << durationText(35min) << QStringLiteral("35 min");
    QTest::newRow("hours") << durationText(200min) << QStringLiteral("3 h 20 min");
    QTest::newRow("days") << durationText(28h) << QStringLiteral("1 d 4 h");
    QTest::newRow("week") << weekText(*IsoWeek::fromName(u"2026-W53")) << QStringLiteral("W53");
    QTest::newRow("days of a week") << weekSpanText(*IsoWeek::fromName(u"2026-W17"))
                                    << QStringLiteral("20–26 Apr");
    QTest::newRow("week over two months")
        << weekSpanText(*IsoWeek::fromName(u"2026-W01")) << QStringLiteral("29 Dec – 4 Jan");
    QTest::newRow("period") << periodText({2026, 1, 1}, {2026, 3, 31})
                            << QStringLiteral("1 January – 31 March 2026");
    QTest::newRow("period over years")
        << periodText({2025, 12, 1}, {2026, 1, 31}) << QStringLiteral("1 December 2025 – 31 January 2026");
}

void TestFigures::number_isWrittenForPeople()
{
    QFETCH(QString, written);
    QFETCH(QString, expected);
    QCOMPARE(written, expected);
}

void TestFigures::plainLine_isHarmless_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("line");
    QTest::newRow("plain") << QStringLiteral("Cedarhaus & Söhne") << QStringLiteral("Cedarhaus & Söhne");
    QTest::newRow("markup stays text") << QStringLiteral("<b>a</b>") << QStringLiteral("<b>a</b>");
    QTest::newRow("line breaks") << QStringLiteral("a\r\nb\u2028c") << QStringLiteral("a b c");
    QTest::newRow("override") << QStringLiteral("a\u202Eb\u2066c\u2069") << QStringLiteral("abc");
    QTest::newRow("Hebrew stays") << QStringLiteral("שלום") << QStringLiteral("שלום");
    QTest::newRow("emoji stays") << QStringLiteral("🎈") << QStringLiteral("🎈");
}

void TestFigures::plainLine_isHarmless()
{
    QFETCH(QString, name);
    QFETCH(QString, line);
    QCOMPARE(plainLine(name), line);
}

QTEST_GUILESS_MAIN(TestFigures)
#include "tst_figures.moc"
