// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/trends/exampleweeks.h"
#include "ui/report/pdfreport.h"
#include "ui/trends/chartmarks.h"
#include "ui/trends/trendchart.h"
#include "ui/trends/trendview.h"
#include "ui/trends/weekaxis.h"

#include <QFontMetricsF>
#include <QGraphicsScene>
#include <QGraphicsSimpleTextItem>
#include <QTest>
#include <QtCharts/QLineSeries>

#include <cmath>
#include <limits>

using namespace assay;

namespace {

/// A line of that many weeks up to 2026-W19, all judged, all in band.
TrendLine plainLineOf(int count)
{
    TrendLine line;
    IsoWeek week = *IsoWeek::fromName(u"2026-W19");
    for (int i = 0; i < count; ++i, week = week.previous()) {
        line.points.insert(
            line.points.begin(),
            {.week = week, .value = 0.88, .interval = Interval{0.86, 0.90}, .mark = WeekMark::Judged});
    }
    return line;
}

template<typename Item = QGraphicsItem>
QList<Item*> itemsOf(const QGraphicsItem* parent, const char* kind)
{
    QList<Item*> found;
    for (QGraphicsItem* child : parent->childItems()) {
        if (child->data(ItemKind).toString() == QLatin1String(kind))
            found += dynamic_cast<Item*>(child);
        found += itemsOf<Item>(child, kind);
    }
    return found;
}

QList<QGraphicsSimpleTextItem*> textsOf(const QGraphicsScene* scene, const char* kind)
{
    QList<QGraphicsSimpleTextItem*> found;
    for (QGraphicsItem* item : scene->items()) {
        if (item->data(ItemKind).toString() == QLatin1String(kind))
            found += dynamic_cast<QGraphicsSimpleTextItem*>(item);
    }
    std::ranges::sort(found, {},
                      [](const QGraphicsSimpleTextItem* text) { return text->sceneBoundingRect().left(); });
    return found;
}

QRectF wholePlot()
{
    return {50, 30, 900, 300};
}

} // namespace

class TestTrendChart : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { useReportFonts(); }
    void weekWithoutImages_breaksTheLine();
    void noPointOfASeries_isNaN();
    void openWeek_isReachedByADashedLine();
    void weeks_haveTheMarkerOfTheirStanding();
    void band_isOnePolygonForEachEpochAndSideOfAGap();
    void baseline_goesOnOverAGapAndEndsWithTheEpoch();
    void gap_isNamedWhereThereIsRoom();
    void change_hasALineAndAFlag();
    void changesThatTouch_areNumbered();
    void alert_saysSinceWhenItFires();
    void markersAtTheEnds_areNotClipped();
    void endlessBand_staysInThePlot();
    void weekNames_neverTouch_data();
    void weekNames_neverTouch();
    void firstWeek_isNamedWithMonthAndYear();
    void chosenWeek_isAlwaysNamed();
    void valueAxis_holdsEverything_data();
    void valueAxis_holdsEverything();
    void halfPercents_areNotRoundedAway();
    void weekAt_isTheColumnUnderThePointer();
    void nameOfAChange_isPlainText();
    void onPaper_sizesAreOneAndAHalf();

private:
    ExampleStudio m_studio;
    TrendLine line(MetricId metric = MetricId::Adherence) const
    {
        return trendLine(m_weeks, metric, m_studio.changes);
    }
    std::vector<JudgedWeek> m_weeks = m_studio.judged();
};

void TestTrendChart::weekWithoutImages_breaksTheLine()
{
    const TrendChart chart(line(), {.style = screenChartStyle(), .plot = wholePlot()});
    QList<QPair<double, double>> segments;
    for (const QAbstractSeries* series : chart.series()) {
        const auto* segment = qobject_cast<const QLineSeries*>(series);
        QVERIFY(segment);
        segments += {segment->points().constFirst().x(), segment->points().constLast().x()};
    }
    // W46-W51, two weeks of nothing, W02-W18, and dashed to the open W19.
    QCOMPARE(segments, (QList<QPair<double, double>>{{0, 5}, {8, 24}, {24, 25}}));
}

void TestTrendChart::noPointOfASeries_isNaN()
{
    const TrendChart chart(line(), {.style = screenChartStyle(), .plot = wholePlot()});
    for (const QAbstractSeries* series : chart.series()) {
        for (const QPointF& point : qobject_cast<const QLineSeries*>(series)->points())
            QVERIFY(std::isfinite(point.x()) && std::isfinite(point.y()));
    }
}

void TestTrendChart::openWeek_isReachedByADashedLine()
{
    const TrendChart chart(line(), {.style = screenChartStyle(), .plot = wholePlot()});
    for (const QAbstractSeries* series : chart.series()) {
        const auto* segment = qobject_cast<const QLineSeries*>(series);
        const bool isDashed = segment->pen().style() == Qt::CustomDashLine;
        QCOMPARE(isDashed, segment->points().constLast().x() == 25.0);
    }
}

void TestTrendChart::weeks_haveTheMarkerOfTheirStanding()
{
    const TrendChart chart(line(), {.style = screenChartStyle(), .plot = wholePlot()});
    QMap<int, WeekMark> marks;
    for (const MarkerItem* marker : itemsOf<MarkerItem>(&chart, "marker"))
        marks.insert(marker->data(ItemWeek).toInt(), marker->mark());
    QCOMPARE(marks.size(), 24);
    QVERIFY(!marks.contains(6) && !marks.contains(7));
    QCOMPARE(marks.value(0), WeekMark::Judged);
    QCOMPARE(marks.value(17), WeekMark::Transition);
    QCOMPARE(marks.value(21), WeekMark::Pending);
    QCOMPARE(marks.value(22), WeekMark::Firing);
    QCOMPARE(marks.value(24), WeekMark::Provisional);
    QCOMPARE(marks.value(25), WeekMark::Open);
}

void TestTrendChart::band_isOnePolygonForEachEpochAndSideOfAGap()
{
    const TrendChart chart(line(), {.style = screenChartStyle(), .plot = wholePlot()});
    const auto bands = itemsOf<QGraphicsPolygonItem>(&chart, "band");
    QCOMPARE(bands.size(), 3);
    // Stepped: two corners a week above and below.
    QCOMPARE(bands[0]->polygon().size(), 6 * 4);
    QCOMPARE(bands[0]->polygon().first().x(), chart.xOf(-0.5));
    QCOMPARE(bands[2]->data(ItemWeek).toInt(), 18);
    QVERIFY(bands[0]->pen().widthF() == 1.0);
}

void TestTrendChart::baseline_goesOnOverAGapAndEndsWithTheEpoch()
{
    const TrendChart chart(line(), {.style = screenChartStyle(), .plot = wholePlot()});
    const auto baselines = itemsOf<QGraphicsLineItem>(&chart, "baseline");
    QCOMPARE(baselines.size(), 2);
    QCOMPARE(baselines[0]->line().x1(), chart.xOf(-0.5));
    QCOMPARE(baselines[0]->line().x2(), chart.xOf(16.5));
    QCOMPARE(baselines[1]->line().x1(), chart.xOf(17.5));
    const auto thick = itemsOf<QGraphicsLineItem>(&chart, "baselineWeeks");
    QCOMPARE(thick.size(), 2);
    QCOMPARE(thick[1]->line().x2(), chart.xOf(19.5));
    QCOMPARE(thick[1]->pen().widthF(), 3.0);
}

void TestTrendChart::gap_isNamedWhereThereIsRoom()
{
    const TrendChart wide(line(), {.style = screenChartStyle(), .plot = wholePlot()});
    const auto words = itemsOf<QGraphicsSimpleTextItem>(&wide, "gapWords");
    QCOMPARE(words.size(), 1);
    QVERIFY(words[0]->isVisible());
    QCOMPARE(words[0]->text(), QStringLiteral("no images"));
    QCOMPARE(itemsOf<QGraphicsLineItem>(&wide, "gapEdge").size(), 2);
    const TrendChart narrow(line(), {.style = screenChartStyle(), .plot = QRectF(50, 30, 150, 300)});
    QVERIFY(!itemsOf<QGraphicsSimpleTextItem>(&narrow, "gapWords")[0]->isVisible());
}

void TestTrendChart::change_hasALineAndAFlag()
{
    const TrendChart chart(line(), {.style = screenChartStyle(), .plot = wholePlot()});
    const auto lines = itemsOf<QGraphicsLineItem>(&chart, "change");
    QCOMPARE(lines.size(), 1);
    // Thursday morning of W11, so a little before the middle of its column.
    QVERIFY(lines[0]->line().x1() < chart.xOf(17) && lines[0]->line().x1() > chart.xOf(16.8));
    const auto flags = itemsOf<QGraphicsSimpleTextItem>(&chart, "flag");
    QCOMPARE(flags.size(), 1);
    QCOMPARE(flags[0]->text(), QStringLiteral("aurel-2 → aurel-3"));
    QVERIFY(flags[0]->sceneBoundingRect().bottom() <= chart.plot().top());
}

void TestTrendChart::changesThatTouch_areNumbered()
{
    TrendLine two = plainLineOf(26);
    two.flags = {{10, QStringLiteral("aurel-2 → aurel-3")}, {11, QStringLiteral("hero@3 → hero@4")}};
    const TrendChart chart(two, {.style = screenChartStyle(), .plot = wholePlot()});
    const auto flags = itemsOf<QGraphicsSimpleTextItem>(&chart, "flag");
    QCOMPARE(flags.size(), 2);
    QCOMPARE(flags[0]->text(), QStringLiteral("1"));
    QCOMPARE(chart.numberedChanges(),
             QStringList({QStringLiteral("aurel-2 → aurel-3"), QStringLiteral("hero@3 → hero@4")}));
}

void TestTrendChart::alert_saysSinceWhenItFires()
{
    const TrendChart chart(line(), {.style = screenChartStyle(), .plot = wholePlot()});
    const auto words = itemsOf<QGraphicsSimpleTextItem>(&chart, "alertWords");
    QCOMPARE(words.size(), 1);
    QCOMPARE(words[0]->text(), QStringLiteral("firing since W16"));
    QCOMPARE(itemsOf<MarkerItem>(&chart, "alert")[0]->data(ItemWeek).toInt(), 22);
}

void TestTrendChart::markersAtTheEnds_areNotClipped()
{
    TrendLine top = plainLineOf(2);
    for (TrendPoint& point : top.points) {
        point.value = 1;
        point.interval = Interval{0.9, 1};
    }
    const TrendChart chart(top, {.style = screenChartStyle(), .plot = wholePlot()});
    for (const MarkerItem* marker : itemsOf<MarkerItem>(&chart, "marker")) {
        for (const QGraphicsItem* item = marker; item; item = item->parentItem())
            QVERIFY(!(item->flags() &
                      (QGraphicsItem::ItemClipsToShape | QGraphicsItem::ItemClipsChildrenToShape)));
        QVERIFY(marker->pos().y() >= chart.plot().top());
    }
}

void TestTrendChart::endlessBand_staysInThePlot()
{
    TrendLine endless = plainLineOf(3);
    for (TrendPoint& point : endless.points)
        point.backdrop = Backdrop{.baseline = 0.88,
                                  .isBaselineWeek = false,
                                  .band = Interval{0.7, std::numeric_limits<double>::infinity()}};
    const TrendChart chart(endless, {.style = screenChartStyle(), .plot = wholePlot()});
    const auto* band = itemsOf<QGraphicsPolygonItem>(&chart, "band")[0];
    for (const QPointF& corner : band->polygon())
        QVERIFY(std::isfinite(corner.y()));
    QVERIFY(band->parentItem()->flags() & QGraphicsItem::ItemClipsChildrenToShape);
}

void TestTrendChart::weekNames_neverTouch_data()
{
    QTest::addColumn<int>("weeks");
    QTest::addColumn<int>("width");
    for (const int weeks : {1, 2, 13, 26, 52, 156}) {
        for (const int width : {420, 720, 1000, 2000})
            QTest::addRow("%d weeks on %d", weeks, width) << weeks << width;
    }
}

void TestTrendChart::weekNames_neverTouch()
{
    QFETCH(int, weeks);
    QFETCH(int, width);
    TrendView view;
    view.resize(width, 400);
    view.show();
    view.setContent({.main = plainLineOf(weeks)});
    view.setChosenWeek(weeks / 2);
    for (const char* kind : {"weekLabel", "monthLabel"}) {
        const auto labels = textsOf(view.scene(), kind);
        QVERIFY(!labels.isEmpty());
        for (int i = 0; i < labels.size(); ++i) {
            QVERIFY(!labels[i]->text().contains(QLatin1String("...")) && !labels[i]->text().contains(u'…'));
            QVERIFY(labels[i]->sceneBoundingRect().right() <= width + 18);
            if (i > 0)
                QVERIFY(labels[i]->sceneBoundingRect().left() > labels[i - 1]->sceneBoundingRect().right());
        }
    }
    const auto names = textsOf(view.scene(), "weekLabel");
    const bool isNewestNamed = names.constLast()->text() == QStringLiteral("W19");
    const bool isHiddenByChosen = weeks / 2 != weeks - 1 && weeks == 2;
    QVERIFY(isNewestNamed || isHiddenByChosen);
}

void TestTrendChart::firstWeek_isNamedWithMonthAndYear()
{
    TrendView view;
    view.resize(1000, 400);
    view.show();
    view.setContent({.main = line()});
    QStringList months;
    for (const auto* label : textsOf(view.scene(), "monthLabel"))
        months += label->text();
    QCOMPARE(months.join(u' '), QStringLiteral("Nov 2025 Dec Jan 2026 Feb Mar Apr May"));
}

void TestTrendChart::chosenWeek_isAlwaysNamed()
{
    TrendView view;
    view.resize(720, 400);
    view.show();
    view.setContent({.main = plainLineOf(52)});
    view.setChosenWeek(37);
    int bold = 0;
    for (const auto* label : textsOf(view.scene(), "weekLabel"))
        bold += label->font().weight() == QFont::DemiBold && label->data(ItemWeek).toInt() == 37;
    QCOMPARE(bold, 1);
}

void TestTrendChart::valueAxis_holdsEverything_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("a wide share") << 0.1 << 0.9;
    QTest::newRow("a narrow share") << 0.871 << 0.872;
    QTest::newRow("one value") << 0.5 << 0.5;
    QTest::newRow("all") << 1.0 << 1.0;
    QTest::newRow("nothing") << 0.0 << 0.0;
}

void TestTrendChart::valueAxis_holdsEverything()
{
    QFETCH(double, low);
    QFETCH(double, high);
    TrendLine two = plainLineOf(2);
    two.points[0].value = low;
    two.points[1].value = high;
    for (TrendPoint& point : two.points)
        point.interval.reset();
    const ValueAxis axis = valueAxis(two, 6);
    QVERIFY(axis.low <= low && axis.high >= high && axis.high > axis.low);
    QVERIFY(axis.ticks.size() >= 2 && axis.ticks.size() <= 8);
    for (size_t i = 1; i < axis.ticks.size(); ++i)
        QVERIFY(axis.ticks[i].text != axis.ticks[i - 1].text);
}

void TestTrendChart::halfPercents_areNotRoundedAway()
{
    TrendLine two = plainLineOf(2);
    two.points[0].value = 0.870;
    two.points[1].value = 0.880;
    for (TrendPoint& point : two.points)
        point.interval.reset();
    for (const ValueTick& tick : valueAxis(two, 2.5).ticks)
        QCOMPARE(tick.text, QStringLiteral("%1\u00A0%").arg(tick.value * 100, 0, 'f', 1));
}

void TestTrendChart::weekAt_isTheColumnUnderThePointer()
{
    const TrendChart chart(plainLineOf(9), {.style = screenChartStyle(), .plot = wholePlot()});
    QCOMPARE(chart.weekAt(51), std::optional(0));
    QCOMPARE(chart.weekAt(949), std::optional(8));
    QCOMPARE(chart.weekAt(chart.xOf(4)), std::optional(4));
    QVERIFY(!chart.weekAt(20) && !chart.weekAt(960));
}

void TestTrendChart::nameOfAChange_isPlainText()
{
    Change change;
    change.from = QStringLiteral("<b>a</b>\n\u202Eb");
    change.to = QStringLiteral("c\u2066d\u2069");
    QCOMPARE(changeText(change), QStringLiteral("<b>a</b> b → cd"));
}

void TestTrendChart::onPaper_sizesAreOneAndAHalf()
{
    const ChartStyle paper = paperChartStyle(Qt::darkGreen);
    const TrendChart chart(plainLineOf(5), {.style = paper, .plot = wholePlot()});
    const auto* series = qobject_cast<const QLineSeries*>(chart.series().constFirst());
    QCOMPARE(series->pen().widthF(), 3.0);
    QCOMPARE(series->pen().color(), QColor(Qt::darkGreen));
    QCOMPARE(itemsOf<MarkerItem>(&chart, "marker")[0]->boundingRect().width(), 27.0);
}

QTEST_MAIN(TestTrendChart)
#include "tst_trendchart.moc"
