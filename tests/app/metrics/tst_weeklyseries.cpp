// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/cellsums.h"
#include "app/metrics/weeklyseries.h"

#include <QTest>

using namespace assay;
using std::chrono::days;

namespace {

/// 2026-W10 of a zone without clock changes.
const IsoWeek kStart{QDate(2026, 3, 2)};

/// One review for each of so many assets, with that share accepted and every fourth attempt failed.
struct Week
{
    int number = 0; ///< after kStart
    int assets = 40;
    double accepted = 0.5;
    int unreviewed = 0; ///< further ok images in batches of their own
};

WeekRow rowOf(const Week& week)
{
    std::vector<Observation> observations;
    for (int i = 1; i <= week.assets; ++i) {
        const bool isAccepted = i <= week.accepted * week.assets + 1e-9;
        const Observation image{.asset = AssetId{i},
                                .disposition = isAccepted ? Disposition::Accepted : Disposition::Rejected};
        observations.push_back(image);
        if (i % 4 == 0)
            observations.push_back({.asset = AssetId{i}, .status = GenerationStatus::Error});
    }
    observations.resize(observations.size() + size_t(week.unreviewed));
    return cellSums({kStart.monday.addDays(7 * week.number)}, observations, {});
}

std::vector<WeekRow> rowsOf(const std::vector<Week>& weeks)
{
    std::vector<WeekRow> rows;
    for (const Week& week : weeks)
        rows.push_back(rowOf(week));
    return rows;
}

/// Weeks 0, 1, 2… with these shares accepted.
std::vector<WeekRow> rowsAccepting(const std::vector<double>& shares, int assets = 40)
{
    std::vector<WeekRow> rows;
    for (const double share : shares)
        rows.push_back(rowOf({.number = int(rows.size()), .assets = assets, .accepted = share}));
    return rows;
}

Change changeAt(UtcTime at, const QString& id = QStringLiteral("ch1"))
{
    Change change;
    change.externalId = id;
    change.at = at;
    return change;
}

} // namespace

class TestWeeklySeries : public QObject
{
    Q_OBJECT

private slots:
    void noRows_giveNoWeeks();
    void roles_followTheWeeks();
    void missingWeek_isARowWithoutValues_andBreaksNothing();
    void weeksMoreThanAYearAhead_areLeftOut();
    void rowWithoutAWeek_isLeftOut();
    void rowsOfSeveralClients_areAddedUp();
    void fall_fires_andTellsSinceWhen();
    void smallFall_isPendingFirst();
    void riseOfAcceptance_isImproved_andOfBatchAcceptanceDifferent();
    void smallWeeks_arePooledWithTheFewestThatSuffice();
    void baselineOfSmallWeeks_takesFurtherWeeks_andIsDrawnBehindThem();
    void weeksThatAreTooSmall_neverHaveABaseline();
    void outstandingReviews_holdReviewMetricsOnly();
    void provisionalWeek_settlesByCoverageOrAfterTwoWeeks_data();
    void provisionalWeek_settlesByCoverageOrAfterTwoWeeks();
    void weekIsOpen_untilItsLastInstant_data();
    void weekIsOpen_untilItsLastInstant();
    void changeAtTheFirstInstant_startsAnEpochWithItsWeek();
    void changeWithinAWeek_makesItATransition();
    void twoChangesInAWeek_startOneEpoch();
    void openAlert_isSupersededByAChange();
    void bandAndBaseline_areDrawnForTheWholeEpoch();
    void raisedThreshold_keepsAFallQuiet();
    void baselineByHand_standsInPlaceOfTheFirstWeeks();
    void baselineByHand_ofAnEarlierEpoch_isNotTaken();
    void lastOfTwoBaselinesByHand_counts();
    void baselineByHand_ofWeeksWithoutImages_changesNothing();
    void metricThatABaselineByHandCannotCarry_keepsThatOfItsFirstWeeks();
    void changesOfView_areEverybodysAndTheClientsOwn_data();
    void changesOfView_areEverybodysAndTheClientsOwn();

private:
    UtcTime startOf(int number) const { return m_calendar.startOf({kStart.monday.addDays(7 * number)}); }
    std::vector<JudgedWeek> judged(const std::vector<WeekRow>& rows, const std::vector<Change>& changes = {},
                                   const JudgingRules& rules = {}) const
    {
        return judge(rows, changes, m_calendar, startOf(100), rules);
    }
    HandBaseline byHand(int from, int to) const
    {
        return {{kStart.monday.addDays(7 * from)}, {kStart.monday.addDays(7 * to)}};
    }

    WeekCalendar m_calendar{QTimeZone("UTC")};
};

void TestWeeklySeries::noRows_giveNoWeeks()
{
    QVERIFY(judged({}).empty());
    QVERIFY(judged({WeekRow{.week = kStart}}).empty());
}

void TestWeeklySeries::roles_followTheWeeks()
{
    const auto weeks = judge(rowsAccepting({0.5, 0.5, 0.5, 0.5}), {}, m_calendar, startOf(3));
    QCOMPARE(weeks.size(), size_t(4));
    QCOMPARE(weeks[0].role, WeekRole::Baseline);
    QCOMPARE(weeks[1].role, WeekRole::Baseline);
    QCOMPARE(weeks[2].role, WeekRole::Judged);
    QCOMPARE(weeks[3].role, WeekRole::Open);
    QCOMPARE(weeks[1].epochWeeks, 2);
    QCOMPARE(weeks[0].metric(MetricId::Acceptance).standing, Standing::BaselineForming);
    QCOMPARE(weeks[2].metric(MetricId::Acceptance).standing, Standing::InBand);
    QCOMPARE(weeks[3].metric(MetricId::Acceptance).standing, Standing::Open);
    QCOMPARE(weeks[3].metric(MetricId::RevisionDepth).standing, Standing::NoData);
}

void TestWeeklySeries::missingWeek_isARowWithoutValues_andBreaksNothing()
{
    const auto weeks = judged(rowsOf({{.number = 0}, {.number = 3}, {.number = 5}}));
    QCOMPARE(weeks.size(), size_t(6));
    QCOMPARE(weeks[1].role, WeekRole::Empty);
    QCOMPARE(weeks[1].week.name(), QStringLiteral("2026-W11"));
    QVERIFY(!weeks[1].metric(MetricId::Acceptance).estimate.value);
    QCOMPARE(weeks[1].metric(MetricId::Acceptance).standing, Standing::NoData);
    QVERIFY(!weeks[1].metric(MetricId::Acceptance).backdrop->band);
    QCOMPARE(weeks[3].role, WeekRole::Baseline);
    QCOMPARE(weeks[5].role, WeekRole::Judged);
}

/// A clock that was wrong when the image was made must not fill eight thousand years.
void TestWeeklySeries::weeksMoreThanAYearAhead_areLeftOut()
{
    auto rows = rowsOf({{.number = 0}, {.number = 2}, {.number = 3}});
    rows.push_back(rowOf({.number = 0}));
    rows.back().week = IsoWeek::fromName(u"9999-W01").value();
    QCOMPARE(judge(rows, {}, m_calendar, startOf(3)).size(), size_t(4));
    QCOMPARE(judge(rows, {}, m_calendar, startOf(3 - 53)).size(), size_t(4));
    QCOMPARE(judge(rows, {}, m_calendar, startOf(3 - 53) - Milliseconds(1)).size(), size_t(3));
    QVERIFY(judge(std::vector{rows.back()}, {}, m_calendar, startOf(3)).empty());
}

void TestWeeklySeries::rowWithoutAWeek_isLeftOut()
{
    auto rows = rowsOf({{.number = 0}, {.number = 1}});
    rows.push_back(rowOf({.number = 0}));
    rows.back().week = {};
    QCOMPARE(judged(rows).size(), size_t(2));
    QVERIFY(judged({rows.back()}).empty());
}

void TestWeeklySeries::rowsOfSeveralClients_areAddedUp()
{
    const auto weeks =
        judged(rowsOf({{.number = 1, .accepted = 0.25}, {.number = 0}, {.number = 1, .accepted = 0.75}}));
    QCOMPARE(weeks.size(), size_t(2));
    QCOMPARE(weeks[1].counts.reviewed, 80);
    QCOMPARE(weeks[1].metric(MetricId::Acceptance).estimate.value, 0.5);
}

void TestWeeklySeries::fall_fires_andTellsSinceWhen()
{
    const auto weeks = judged(rowsAccepting({0.8, 0.8, 0.8, 0.2, 0.2, 0.8}));
    const JudgedMetric& first = weeks[3].metric(MetricId::Acceptance);
    QCOMPARE(first.standing, Standing::Firing);
    QCOMPARE(first.judgement->level, Level::Alarm);
    QCOMPARE(first.judgement->deviation, (0.2 - 0.8) / 0.8);
    QCOMPARE(first.baseline->weeks, 2);
    QCOMPARE(first.baseline->estimate.n, 80);
    QCOMPARE(weeks[4].metric(MetricId::Acceptance).alert.since, weeks[3].week);
    QCOMPARE(weeks[5].metric(MetricId::Acceptance).alert.state, AlertState::Resolved);
    QCOMPARE(weeks[5].metric(MetricId::Acceptance).standing, Standing::InBand);
}

void TestWeeklySeries::smallFall_isPendingFirst()
{
    const auto weeks = judged(rowsAccepting({0.8, 0.8, 0.575, 0.8, 0.575, 0.575}));
    const auto standing = [&weeks](size_t i) { return weeks[i].metric(MetricId::Acceptance).standing; };
    QCOMPARE(standing(2), Standing::Pending);
    QCOMPARE(standing(3), Standing::InBand);
    QCOMPARE(standing(4), Standing::Pending);
    QCOMPARE(standing(5), Standing::Firing);
}

void TestWeeklySeries::riseOfAcceptance_isImproved_andOfBatchAcceptanceDifferent()
{
    const auto weeks = judged(rowsAccepting({0.2, 0.2, 0.8}));
    QCOMPARE(weeks[2].metric(MetricId::Acceptance).standing, Standing::Improved);
    QCOMPARE(weeks[2].metric(MetricId::BatchAcceptance).standing, Standing::Different);
    QCOMPARE(weeks[2].metric(MetricId::Acceptance).alert, Alert{});
}

void TestWeeklySeries::smallWeeks_arePooledWithTheFewestThatSuffice()
{
    const auto weeks = judged(rowsOf({{.number = 0},
                                      {.number = 1},
                                      {.number = 2, .assets = 12},
                                      {.number = 3, .assets = 12},
                                      {.number = 5, .assets = 12},
                                      {.number = 6, .assets = 40}}));
    const auto acceptance = [&weeks](size_t i) { return weeks[i].metric(MetricId::Acceptance); };
    QVERIFY(!acceptance(2).judgement);
    QCOMPARE(acceptance(2).standing, Standing::TooFew);
    QVERIFY(!acceptance(3).judgement);
    QCOMPARE(toText(acceptance(3).notJudged), QStringLiteral("too few"));
    QCOMPARE(acceptance(5).judgement->weeks, 3); // the empty week between counts for nothing
    QCOMPARE(acceptance(5).judgement->estimate.n, 36);
    QCOMPARE(acceptance(5).estimate.n, 12);
    QCOMPARE(acceptance(6).judgement->weeks, 1);
}

void TestWeeklySeries::baselineOfSmallWeeks_takesFurtherWeeks_andIsDrawnBehindThem()
{
    const auto weeks = judged(rowsAccepting({0.5, 0.5, 0.5, 0.5, 0.5}, 12));
    const auto acceptance = [&weeks](size_t i) { return weeks[i].metric(MetricId::Acceptance); };
    QCOMPARE(weeks[2].role, WeekRole::Judged);
    QVERIFY(!acceptance(1).baseline);
    QCOMPARE(acceptance(2).baseline->weeks, 3);
    QCOMPARE(toText(acceptance(2).notJudged), QStringLiteral("baseline"));
    QCOMPARE(acceptance(2).standing, Standing::BaselineForming);
    QVERIFY(acceptance(0).backdrop->isBaselineWeek);
    QVERIFY(acceptance(2).backdrop->isBaselineWeek);
    QVERIFY(!acceptance(3).backdrop->isBaselineWeek);
    QCOMPARE(acceptance(3).standing, Standing::TooFew); // never pooled with weeks of the baseline
}

void TestWeeklySeries::weeksThatAreTooSmall_neverHaveABaseline()
{
    const auto weeks = judged(rowsAccepting(std::vector<double>(10, 0.5), 2));
    QCOMPARE(weeks[7].metric(MetricId::Acceptance).standing, Standing::BaselineForming);
    QCOMPARE(weeks[8].metric(MetricId::Acceptance).standing, Standing::NoBaseline);
    QCOMPARE(toText(weeks[8].metric(MetricId::Acceptance).notJudged), QStringLiteral("no baseline"));
    QVERIFY(!weeks[8].metric(MetricId::Acceptance).backdrop);
}

void TestWeeklySeries::outstandingReviews_holdReviewMetricsOnly()
{
    const auto rows = rowsOf({{.number = 0, .accepted = 0.8},
                              {.number = 1, .accepted = 0.8},
                              {.number = 2, .accepted = 0.2},
                              {.number = 3, .accepted = 0.8, .unreviewed = 20}});
    const auto weeks = judge(rows, {}, m_calendar, startOf(4));
    QVERIFY(weeks[3].isProvisional);
    const JudgedMetric& acceptance = weeks[3].metric(MetricId::Acceptance);
    QCOMPARE(acceptance.standing, Standing::Provisional);
    QCOMPARE(toText(acceptance.notJudged), QStringLiteral("reviews outstanding"));
    QCOMPARE(acceptance.alert.state, AlertState::Firing); // held
    QVERIFY(acceptance.backdrop->band);
    QCOMPARE(weeks[3].metric(MetricId::FailureRate).standing, Standing::InBand);
}

void TestWeeklySeries::provisionalWeek_settlesByCoverageOrAfterTwoWeeks_data()
{
    QTest::addColumn<int>("unreviewed");
    QTest::addColumn<qint64>("msAfterEnd");
    QTest::addColumn<bool>("provisional");
    const qint64 fourteenDays = 14 * 86'400'000LL;
    QTest::newRow("80 % reviewed") << 10 << qint64(0) << false;
    QTest::newRow("one batch less") << 11 << qint64(0) << true;
    QTest::newRow("just before 14 days") << 11 << fourteenDays - 1 << true;
    QTest::newRow("after 14 days") << 11 << fourteenDays << false;
}

void TestWeeklySeries::provisionalWeek_settlesByCoverageOrAfterTwoWeeks()
{
    QFETCH(int, unreviewed);
    QFETCH(qint64, msAfterEnd);
    const auto weeks = judge(rowsOf({{.number = 0, .unreviewed = unreviewed}}), {}, m_calendar,
                             startOf(1) + Milliseconds(msAfterEnd));
    QTEST(weeks[0].isProvisional, "provisional");
}

void TestWeeklySeries::weekIsOpen_untilItsLastInstant_data()
{
    QTest::addColumn<QString>("week");
    QTest::addColumn<QString>("now");
    QTest::addColumn<WeekRole>("role");
    using enum WeekRole;
    QTest::newRow("169 hours, last") << u"2026-W43"_qs << u"2026-10-25T22:59:59.999Z"_qs << Open;
    QTest::newRow("169 hours, over") << u"2026-W43"_qs << u"2026-10-25T23:00:00.000Z"_qs << Baseline;
    QTest::newRow("167 hours, last") << u"2026-W13"_qs << u"2026-03-29T21:59:59.999Z"_qs << Open;
    QTest::newRow("167 hours, over") << u"2026-W13"_qs << u"2026-03-29T22:00:00.000Z"_qs << Baseline;
    QTest::newRow("week 53, last") << u"2026-W53"_qs << u"2027-01-03T22:59:59.999Z"_qs << Open;
    QTest::newRow("week 53, over") << u"2026-W53"_qs << u"2027-01-03T23:00:00.000Z"_qs << Baseline;
}

void TestWeeklySeries::weekIsOpen_untilItsLastInstant()
{
    QFETCH(QString, week);
    QFETCH(QString, now);
    const WeekCalendar berlin{QTimeZone("Europe/Berlin")};
    WeekRow row = rowOf({});
    row.week = IsoWeek::fromName(week).value();
    const auto weeks = judge(std::vector{row}, {}, berlin, parseRfc3339(now).value());
    QTEST(weeks.at(0).role, "role");
}

void TestWeeklySeries::changeAtTheFirstInstant_startsAnEpochWithItsWeek()
{
    const auto weeks = judged(rowsAccepting({0.5, 0.5, 0.5, 0.2, 0.2, 0.2}), {changeAt(startOf(3))});
    QCOMPARE(weeks[2].epoch, 0);
    QCOMPARE(weeks[3].epoch, 1);
    QCOMPARE(weeks[3].role, WeekRole::Baseline);
    QCOMPARE(weeks[3].changes, QStringList{QStringLiteral("ch1")});
    QCOMPARE(weeks[5].metric(MetricId::Acceptance).standing, Standing::InBand);
}

void TestWeeklySeries::changeWithinAWeek_makesItATransition()
{
    const auto rows = rowsAccepting({0.5, 0.5, 0.5, 0.2, 0.2, 0.2});
    const auto weeks = judged(rows, {changeAt(startOf(3) + Milliseconds(1))});
    QCOMPARE(weeks[3].role, WeekRole::Transition);
    QCOMPARE(weeks[3].epoch, 1);
    QCOMPARE(weeks[3].epochWeeks, 0);
    QCOMPARE(weeks[4].role, WeekRole::Baseline);
    const JudgedMetric& acceptance = weeks[3].metric(MetricId::Acceptance);
    QCOMPARE(acceptance.standing, Standing::Transition);
    QVERIFY(acceptance.estimate.value);
    QVERIFY(!acceptance.backdrop);
    QVERIFY(weeks[2].metric(MetricId::Acceptance).backdrop);
    QVERIFY(weeks[5].metric(MetricId::Acceptance).backdrop);
}

void TestWeeklySeries::twoChangesInAWeek_startOneEpoch()
{
    const std::vector<Change> changes{changeAt(startOf(3) + days(2), QStringLiteral("later")),
                                      changeAt(startOf(3), QStringLiteral("b")),
                                      changeAt(startOf(3), QStringLiteral("a"))};
    const auto weeks = judged(rowsAccepting({0.5, 0.5, 0.5, 0.5}), changes);
    QCOMPARE(weeks[3].epoch, 1);
    QCOMPARE(weeks[3].role, WeekRole::Transition);
    QCOMPARE(weeks[3].changes.join(u' '), QStringLiteral("a b later"));
}

void TestWeeklySeries::openAlert_isSupersededByAChange()
{
    const auto weeks = judged(rowsAccepting({0.8, 0.8, 0.2, 0.2, 0.2}), {changeAt(startOf(3))});
    const JudgedMetric& acceptance = weeks[3].metric(MetricId::Acceptance);
    QVERIFY(acceptance.superseded);
    QCOMPARE(acceptance.superseded->state, AlertState::Firing);
    QCOMPARE(acceptance.superseded->since, weeks[2].week);
    QCOMPARE(acceptance.alert, Alert{});
    QVERIFY(!weeks[3].metric(MetricId::FailureRate).superseded);
    QVERIFY(!weeks[4].metric(MetricId::Acceptance).superseded);
}

void TestWeeklySeries::bandAndBaseline_areDrawnForTheWholeEpoch()
{
    const auto weeks = judged(rowsAccepting({0.95, 0.95, 0.95, 0.95}));
    for (const JudgedWeek& week : weeks) {
        const std::optional<Backdrop>& backdrop = week.metric(MetricId::Acceptance).backdrop;
        QVERIFY(backdrop);
        QCOMPARE(backdrop->baseline, 0.95);
        QVERIFY(backdrop->band->low < 0.95);
        QCOMPARE(backdrop->band->high, 1.0);
    }
    QVERIFY(weeks[3].metric(MetricId::Acceptance).judgement->band.high > 1);
    QVERIFY(!weeks[3].metric(MetricId::RevisionDepth).backdrop);
}

void TestWeeklySeries::raisedThreshold_keepsAFallQuiet()
{
    const std::vector<WeekRow> rows = rowsAccepting({0.8, 0.8, 0.8, 0.3});
    QCOMPARE(judged(rows).back().metric(MetricId::Acceptance).alert.state, AlertState::Firing);
    JudgingRules rules;
    rules.thresholds[index(MetricId::Acceptance)] = {0.70, 0.02};
    const std::vector<JudgedWeek> weeks = judged(rows, {}, rules);
    QCOMPARE(weeks.back().metric(MetricId::Acceptance).alert.state, AlertState::Inactive);
    QCOMPARE(weeks.back().metric(MetricId::Acceptance).judgement->level, Level::InBand);
    // The others are judged as before.
    QCOMPARE(weeks.back().metric(MetricId::BatchAcceptance).standing, Standing::Different);
}

void TestWeeklySeries::baselineByHand_standsInPlaceOfTheFirstWeeks()
{
    const std::vector<WeekRow> rows = rowsAccepting({0.3, 0.3, 0.8, 0.8, 0.8, 0.3});
    const std::vector<JudgedWeek> weeks = judged(rows, {}, {.baselines = {byHand(2, 3)}});
    for (int i = 0; i < 4; ++i)
        QCOMPARE(weeks[size_t(i)].role, WeekRole::Baseline);
    QVERIFY(!weeks[2].metric(MetricId::Acceptance).baseline);
    QCOMPARE(*weeks[3].metric(MetricId::Acceptance).baseline->estimate.value, 0.8);
    QCOMPARE(weeks[4].role, WeekRole::Judged);
    QCOMPARE(weeks[4].metric(MetricId::Acceptance).alert.state, AlertState::Inactive);
    QCOMPARE(weeks[5].metric(MetricId::Acceptance).alert.state, AlertState::Firing);
    QCOMPARE(weeks[0].metric(MetricId::Acceptance).backdrop->baseline, 0.8);
}

void TestWeeklySeries::baselineByHand_ofAnEarlierEpoch_isNotTaken()
{
    const std::vector<WeekRow> rows = rowsAccepting({0.8, 0.8, 0.8, 0.5, 0.5, 0.5});
    const std::vector<Change> changes{changeAt(startOf(3))};
    const std::vector<JudgedWeek> weeks = judged(rows, changes, {.baselines = {byHand(0, 2)}});
    QCOMPARE(weeks[2].role, WeekRole::Baseline);
    QCOMPARE(weeks[5].role, WeekRole::Judged);
    QCOMPARE(*weeks[5].metric(MetricId::Acceptance).baseline->estimate.value, 0.5);
    // One that ends in the new epoch may begin before it.
    const std::vector<JudgedWeek> across = judged(rows, changes, {.baselines = {byHand(2, 3)}});
    QCOMPARE(*across[5].metric(MetricId::Acceptance).baseline->estimate.value, 0.65);
}

void TestWeeklySeries::lastOfTwoBaselinesByHand_counts()
{
    const std::vector<WeekRow> rows = rowsAccepting({0.3, 0.5, 0.8, 0.8});
    const std::vector<JudgedWeek> weeks = judged(rows, {}, {.baselines = {byHand(0, 0), byHand(1, 1)}});
    QCOMPARE(*weeks[3].metric(MetricId::Acceptance).baseline->estimate.value, 0.5);
    QCOMPARE(weeks[2].role, WeekRole::Judged);
}

void TestWeeklySeries::baselineByHand_ofWeeksWithoutImages_changesNothing()
{
    std::vector<WeekRow> rows = rowsAccepting({0.8, 0.8});
    rows.push_back(rowOf({.number = 5}));
    const std::vector<JudgedWeek> weeks = judged(rows, {}, {.baselines = {byHand(2, 3)}});
    QCOMPARE(weeks[5].role, WeekRole::Judged);
    QCOMPARE(weeks[5].metric(MetricId::Acceptance).baseline,
             judged(rows)[5].metric(MetricId::Acceptance).baseline);
    QVERIFY(weeks[5].metric(MetricId::Acceptance).judgement);
}

/// Without it the alert would end without a word.
void TestWeeklySeries::metricThatABaselineByHandCannotCarry_keepsThatOfItsFirstWeeks()
{
    std::vector<WeekRow> rows = rowsAccepting({0.8, 0.8, 0.8, 0.8, 0.3});
    rows[3].sums[index(MetricId::BatchAcceptance)] = {};
    const std::vector<JudgedWeek> weeks = judged(rows, {}, {.baselines = {byHand(3, 3)}});
    const JudgedMetric& carried = weeks[4].metric(MetricId::Acceptance);
    QCOMPARE(carried.baseline->weeks, 4);
    QCOMPARE(carried.alert.state, AlertState::Firing);
    const JudgedMetric& kept = weeks[4].metric(MetricId::BatchAcceptance);
    QCOMPARE(kept.baseline, judged(rows)[4].metric(MetricId::BatchAcceptance).baseline);
    QCOMPARE(kept.baseline->weeks, 2);
    QVERIFY(kept.judgement);
    // Until then nothing of the epoch is judged.
    QVERIFY(!weeks[2].metric(MetricId::BatchAcceptance).judgement);
}

void TestWeeklySeries::changesOfView_areEverybodysAndTheClientsOwn_data()
{
    QTest::addColumn<std::optional<QString>>("view");
    QTest::addColumn<QString>("ids");
    QTest::newRow("all clients") << std::optional<QString>() << QStringLiteral("all");
    QTest::newRow("north") << std::optional(QStringLiteral("north")) << QStringLiteral("all north");
    QTest::newRow("no client") << std::optional(QString()) << QStringLiteral("all");
}

void TestWeeklySeries::changesOfView_areEverybodysAndTheClientsOwn()
{
    QFETCH(std::optional<QString>, view);
    std::vector<Change> changes;
    for (const QString& client : {QString(), QStringLiteral("north"), QStringLiteral("south")}) {
        changes.push_back(changeAt({}, client.isEmpty() ? QStringLiteral("all") : client));
        changes.back().client = client;
    }
    QStringList ids;
    for (const Change& change : changesOfView(changes, view))
        ids += change.externalId;
    QTEST(ids.join(u' '), "ids");
}

QTEST_APPLESS_MAIN(TestWeeklySeries)
#include "tst_weeklyseries.moc"
