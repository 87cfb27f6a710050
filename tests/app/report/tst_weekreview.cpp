// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/weekreview.h"
#include "tests/ui/trends/exampleweeks.h"

#include <QTest>

using namespace assay;

/// Which weeks ask for a signature and what it decides about. The studio: baselines in 2025-W46 and W47, a
/// change in 2026-W11, adherence firing from W16, W18 provisional, W19 open.
class TestWeekReview : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void stages_areThoseOfTheCalendarAndOfReviewing();
    void toDecide_isWhatFiresOrIsPending();
    void asked_areJudgedWeeksThatAreSettled();
    void asked_beginsWithTheLastWeekOfAnImportedHistory();
    void unsignedWeeks_areThoseAskedForWithoutASignature();
    void signature_isTheFirstOne();

private:
    const JudgedWeek& week(QStringView name) const
    {
        const auto found = std::ranges::find(m_view.weeks, *IsoWeek::fromName(name), &JudgedWeek::week);
        if (found == m_view.weeks.end())
            qFatal("no such week");
        return *found;
    }

    WeeklyView m_view;
};

void TestWeekReview::init()
{
    const ExampleStudio studio;
    m_view.weeks = studio.judged();
    m_view.asOf = studio.now;
}

void TestWeekReview::stages_areThoseOfTheCalendarAndOfReviewing()
{
    QCOMPARE(stageOf(week(u"2026-W19"), m_view.asOf), WeekStage::Open);
    QCOMPARE(stageOf(week(u"2026-W18"), m_view.asOf), WeekStage::Provisional);
    QCOMPARE(stageOf(week(u"2026-W17"), m_view.asOf), WeekStage::Settled);
    QCOMPARE(stageOf(week(u"2026-W01"), m_view.asOf), WeekStage::Empty);
}

void TestWeekReview::toDecide_isWhatFiresOrIsPending()
{
    const std::vector<MetricId> metrics = metricsToDecide(week(u"2026-W17"));
    QVERIFY(std::ranges::find(metrics, MetricId::Adherence) != metrics.end());
    QVERIFY(std::ranges::find(metrics, MetricId::Acceptance) == metrics.end());
    QVERIFY(isFiring(week(u"2026-W17")));
    QVERIFY(!isFiring(week(u"2025-W50")));
    QVERIFY(metricsToDecide(week(u"2025-W50")).empty());
}

void TestWeekReview::asked_areJudgedWeeksThatAreSettled()
{
    QVERIFY(isAskedFor(week(u"2026-W17"), m_view, std::nullopt));
    QVERIFY(isAskedFor(week(u"2025-W48"), m_view, std::nullopt));
    QVERIFY(!isAskedFor(week(u"2026-W18"), m_view, std::nullopt)); // provisional
    QVERIFY(!isAskedFor(week(u"2026-W11"), m_view, std::nullopt)); // of a change
    QVERIFY(!isAskedFor(week(u"2025-W46"), m_view, std::nullopt)); // of the baseline
    QVERIFY(!isAskedFor(week(u"2026-W01"), m_view, std::nullopt)); // empty
}

void TestWeekReview::asked_beginsWithTheLastWeekOfAnImportedHistory()
{
    const UtcTime inW17 = *parseRfc3339(u"2026-04-22T10:00:00Z");
    QVERIFY(!isAskedFor(week(u"2026-W15"), m_view, inW17));
    QVERIFY(isAskedFor(week(u"2026-W16"), m_view, inW17));
    QVERIFY(isAskedFor(week(u"2026-W17"), m_view, inW17));
    // Taken in long after its last week: that one is asked for.
    m_view.asOf = *parseRfc3339(u"2026-08-01T10:00:00Z");
    m_view.weeks = judge(ExampleStudio().rows, ExampleStudio().changes, exampleCalendar(), m_view.asOf);
    QVERIFY(!isAskedFor(week(u"2026-W18"), m_view, m_view.asOf));
    QVERIFY(isAskedFor(week(u"2026-W19"), m_view, m_view.asOf));
}

void TestWeekReview::unsignedWeeks_areThoseAskedForWithoutASignature()
{
    const UtcTime inW16 = *parseRfc3339(u"2026-04-15T10:00:00Z");
    std::vector<WeeklyReview> reviews;
    QVERIFY(unsignedWeeks(m_view, reviews, inW16) == (UnsignedWeeks{3, true})); // W15, W16, W17
    for (const QStringView name : {u"2026-W16", u"2026-W17"})
        reviews.push_back({.week = *IsoWeek::fromName(name), .owner = QStringLiteral("mei")});
    QVERIFY(unsignedWeeks(m_view, reviews, inW16) == (UnsignedWeeks{1, isFiring(week(u"2026-W15"))}));
    reviews.push_back({.week = *IsoWeek::fromName(u"2026-W15"), .owner = QStringLiteral("mei")});
    QVERIFY(unsignedWeeks(m_view, reviews, inW16) == UnsignedWeeks());
}

void TestWeekReview::signature_isTheFirstOne()
{
    const IsoWeek signedWeek = *IsoWeek::fromName(u"2026-W17");
    const std::vector<WeeklyReview> reviews{{.id = 1, .week = signedWeek, .owner = QStringLiteral("mei")},
                                            {.id = 2, .week = signedWeek, .owner = QStringLiteral("ivo")}};
    QCOMPARE(signatureOf(signedWeek, reviews)->owner, QStringLiteral("mei"));
    QVERIFY(signatureOf(signedWeek.next(), reviews) == nullptr);
}

QTEST_GUILESS_MAIN(TestWeekReview)
#include "tst_weekreview.moc"
